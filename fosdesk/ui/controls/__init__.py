"""General widgets that know nothing of schools and records."""
