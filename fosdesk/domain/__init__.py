"""What the work is: frozen values and pure functions."""
