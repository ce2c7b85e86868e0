"""What differs between operating systems: files that others hold, Windows' own calls, and temporary folders."""
