"""The records of a standard list as a board or as a matrix."""
