"""Pages to hang on a wall."""
