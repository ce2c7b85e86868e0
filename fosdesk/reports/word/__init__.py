"""The Word writer: the `Writer` interface as a .docx file with Word's own styles."""
