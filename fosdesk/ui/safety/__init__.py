"""The pages History, Backups and Privacy."""
