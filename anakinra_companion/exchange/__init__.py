"""Files and reports that leave the program; no Qt."""
