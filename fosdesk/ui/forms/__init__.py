"""Editors for the fields of a record."""
