"""School files and other files: reading, writing, sealing, files for other schools, and the example school."""
