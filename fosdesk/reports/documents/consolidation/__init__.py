"""The documents of phase four."""
