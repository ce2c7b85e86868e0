"""Words for gatekeeping: references, the story of an entry, and replies."""
