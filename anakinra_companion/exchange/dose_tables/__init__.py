"""Tables of doses: our own, out and in, and those of programs that people come from."""
