"""What the paper says (content) and how it is set (the only room with reportlab)."""
