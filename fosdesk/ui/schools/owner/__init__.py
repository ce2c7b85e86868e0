"""The window of an owner with many schools: read from a folder, and kept in no school."""
