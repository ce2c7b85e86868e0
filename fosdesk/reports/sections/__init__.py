"""Sections that several documents share."""
