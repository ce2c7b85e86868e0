"""Pure rules: from a School to what is open, what to consider and where things belong."""
