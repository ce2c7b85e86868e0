"""Editors for the fields of a record, and the forms made of them."""
