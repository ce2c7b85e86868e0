"""The user interface: window, pages and widgets."""
