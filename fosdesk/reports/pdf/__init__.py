"""The tagged PDF: style, fonts, pages, structure, and the file with its checks."""
