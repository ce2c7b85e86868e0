"""The page Settings and help."""
