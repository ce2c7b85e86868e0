"""The page More lists."""
