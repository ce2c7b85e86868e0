"""Pages to hang on a wall, or to hand round and show in the staff room."""
