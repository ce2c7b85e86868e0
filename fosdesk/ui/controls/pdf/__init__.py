"""Documents in memory: shown page by page, and sent to a printer."""
