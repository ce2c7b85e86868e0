"""From a school to a document: the tagged page engine, the house style, and one module for each document."""
