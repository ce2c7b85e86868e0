"""The lines of a list of children: each of them, and those that wait until they are asked for."""
