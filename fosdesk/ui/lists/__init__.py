"""Lists of records, fed by their definition."""
