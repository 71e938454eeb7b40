"""The temperatures of a fridge on disk: readings, what was said of them, and what is derived from them."""
