"""Documents from a school: the PDF engine, the Word writer, shared sections, and one module for each document."""
