"""Worksheets on paper: blank, to write on by hand, and filled with what a person wrote."""
