"""The page Work group."""
