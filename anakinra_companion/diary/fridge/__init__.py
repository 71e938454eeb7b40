"""The fridge: what a person types in, imports and answers, and what may be said of it."""
