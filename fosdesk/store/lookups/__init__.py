"""Queries of the store: current values, history, and what is stored about people."""
