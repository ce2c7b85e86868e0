"""What the operating system asks of the program: signals, the end of a session, a second start, its theme."""
