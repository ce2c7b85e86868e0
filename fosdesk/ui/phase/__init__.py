"""The page of a phase, with its checklist."""
