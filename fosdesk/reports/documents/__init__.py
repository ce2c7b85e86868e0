"""One module for each document on offer."""
