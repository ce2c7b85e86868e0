"""Reads finished documents again, to tell whether they are whole."""
