"""The page Direction: what the school wants, in its own words."""
