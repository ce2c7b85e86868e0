"""Colours, type and shape of the screen."""
