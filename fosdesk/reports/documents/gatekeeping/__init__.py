"""Documents of gatekeeping besides the log, and what they share with it."""
