"""Copies of the store: backups, and putting a damaged store together from what can be read."""
