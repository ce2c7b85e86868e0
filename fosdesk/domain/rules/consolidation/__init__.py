"""What keeps the work going in everyday life: initiatives, looks back, new areas, and the school's own changes."""
