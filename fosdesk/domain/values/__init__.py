"""Small values without a school: dates, semesters, times, fractional indexes, folded text, file names."""
