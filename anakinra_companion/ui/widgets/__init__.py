"""Widgets: state in, signals out; they know no diary."""
