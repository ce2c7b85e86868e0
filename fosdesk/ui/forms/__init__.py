"""Editors for the fields of a record, and forms made of them."""
