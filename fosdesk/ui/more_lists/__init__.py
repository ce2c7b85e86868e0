"""The page Core components and partners."""
