"""Between bytes and schools: school files, what of a school goes to others, and the example school."""
