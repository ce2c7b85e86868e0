"""Where the cursor is and what happens: the focus ring, its watcher, and announcements for screen readers."""
