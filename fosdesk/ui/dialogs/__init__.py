"""Decisions that interrupt."""
