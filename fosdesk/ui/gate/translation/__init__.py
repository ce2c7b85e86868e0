"""The translations of what was let in: the list and the card."""
