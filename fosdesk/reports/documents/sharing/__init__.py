"""Documents for other schools and for research: one module for each."""
