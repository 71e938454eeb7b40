"""Anakinra Companion: an offline companion for people who inject anakinra at home."""

__version__ = "0.1.0"
