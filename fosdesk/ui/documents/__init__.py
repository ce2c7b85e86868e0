"""The page Documents, with preview and printing."""
