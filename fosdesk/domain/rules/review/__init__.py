"""Looks back over the whole plan: what it lacks, what has stood unchanged, and what was chosen."""
