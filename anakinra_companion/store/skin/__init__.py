"""What was said of the skin, on disk."""
