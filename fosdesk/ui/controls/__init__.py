"""General widgets, which know nothing of a school."""
