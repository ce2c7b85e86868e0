"""Documents about many schools of one owner, with a registry of their own: they are made of no single school."""
