"""The window: pages know the diary, widgets do not."""
