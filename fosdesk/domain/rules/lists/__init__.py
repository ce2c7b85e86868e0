"""What lists of records show and suggest."""
