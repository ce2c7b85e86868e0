"""Rows pasted from Excel, Word or a mail: what they become, and the look at it before they are made."""
