"""The first start, opening the store, and what to do when it cannot be opened."""
