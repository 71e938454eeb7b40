"""The body map: its page, the cards of it, and what is said of skin."""
