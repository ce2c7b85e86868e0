"""From a school to a document: the PDF engine, the Word writer, and one module for each document."""
