"""Notices outside the window, by whatever the system has for them."""
