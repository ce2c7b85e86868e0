"""Figures painted on the screen."""
