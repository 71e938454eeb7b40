"""The walkthrough: its page, its stages, its pictures large or small, its voice."""
