"""Files of many schools in a folder, and what their owner writes beside it."""
