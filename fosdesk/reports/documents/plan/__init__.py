"""The documents on the plan: milestones, time line, year wheel and half-year."""
