"""fosdesk: a work desk for school leadership teams that develop their school together."""

__version__ = "0.1.0"
