"""Gatekeeping: who wrote what came in, what is there twice, how it went on, and what waits for the principal."""
