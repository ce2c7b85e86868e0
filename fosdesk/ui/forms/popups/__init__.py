"""What opens below a field."""
