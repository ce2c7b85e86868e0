"""The search that answers: what is found, how it is shown, and what can be done from it."""
