"""The page Schools: reading, merging and writing files."""
