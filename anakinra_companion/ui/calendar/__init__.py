"""The calendar: a month, a year, figures, and pauses."""
