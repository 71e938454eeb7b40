"""The skin: saying what it looks like, and what it did after an injection."""
