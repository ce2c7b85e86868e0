"""Drawings of the school's work: from a School and the words of one language to plain shapes."""
