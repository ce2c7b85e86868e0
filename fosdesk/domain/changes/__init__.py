"""Changes of a school as plain values: steps, erasures, differences, and what a merge would bring."""
