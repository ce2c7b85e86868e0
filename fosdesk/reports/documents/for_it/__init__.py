"""The page for whoever looks after the computers."""
