"""Changes of a school as plain values: step labels, erasures, history, text differences and merge previews."""
