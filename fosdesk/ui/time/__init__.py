"""The page Time."""
