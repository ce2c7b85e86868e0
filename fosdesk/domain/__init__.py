"""The domain: frozen values and pure functions; no Qt, SQL, files or clock."""
