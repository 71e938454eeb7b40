"""Paints report values to PDF with QtGui alone, for window and command line."""
