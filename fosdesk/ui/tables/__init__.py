"""Lists of records as item models."""
