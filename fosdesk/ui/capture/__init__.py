"""Notes a line from anywhere."""
