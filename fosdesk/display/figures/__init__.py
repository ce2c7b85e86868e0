"""Figures of a school's work: from a School, and the words of one language, to shapes."""
