"""Reference files of other programs: RIS, BibTeX and CSL-JSON, read without losing a word, and written."""
