"""What goes between schools: experience packs, networks that would fit, and choices side by side."""
