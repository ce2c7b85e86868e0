"""The page Meetings."""
