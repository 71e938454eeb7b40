"""The medicine: pure functions of frozen values, standard library only."""
