"""Theme, colours and fonts."""
