"""Documents as they are shown to a room."""
