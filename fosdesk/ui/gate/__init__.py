"""The page Gatekeeping."""
