"""Words for what goes between schools: experience packs, and choices side by side."""
