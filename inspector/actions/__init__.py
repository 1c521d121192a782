"""What a person can do, one method per verb; no Qt, no SQL."""
