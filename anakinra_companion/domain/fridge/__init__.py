"""What a fridge's temperatures mean for the syringes in it: pure rules of readings, standard library only."""
