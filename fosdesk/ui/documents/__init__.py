"""The page Documents, with preview."""
