"""What every page stands in: the page itself, what it is handed, long work, backups, places."""
