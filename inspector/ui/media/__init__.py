"""Camera and microphone: there only with the extra `[media]`, and loaded when somebody asks for them."""
