"""Surveys: their questions and answers, rounds of the same questions, and tables of answers from other programs."""
