"""One module for each document; see `Document` in the catalogue for the functions that each has."""
