"""Rows of lists that are made of several records, or of what is not written yet."""
