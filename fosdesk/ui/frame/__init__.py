"""What all pages share: their base classes, the Desk, unsaved text, background work, backups and settings."""
