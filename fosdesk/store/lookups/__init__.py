"""Reading the store: what stands, what stood before, and what is held about people."""
