"""The Word file: the same calls as for a PDF, written with Word's own styles."""
