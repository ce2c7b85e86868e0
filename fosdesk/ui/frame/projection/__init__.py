"""What is shown to a whole room: one thing at a time, in large letters, by keys that presenter remotes send, too."""
