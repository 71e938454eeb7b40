"""What a person is asked once, at first run, and can change in Settings."""
