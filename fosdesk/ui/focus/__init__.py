"""Where the cursor is and what happens: the focus ring, its watcher, roles for screen readers, and announcements."""
