"""Small windows that ask for what a page has no room for."""
