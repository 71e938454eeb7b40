"""Storage: trays, one syringe close by, the fridge, and trips."""
