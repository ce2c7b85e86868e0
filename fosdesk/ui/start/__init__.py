"""The first start, opening the store, and what is shown when it cannot be opened."""
