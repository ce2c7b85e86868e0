"""The page Plan and year wheel: the years ahead, and what the plan lacks."""
