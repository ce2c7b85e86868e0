"""Small values without a school: dates, semesters, places in a list, folded text, file names."""
