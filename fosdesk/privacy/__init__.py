"""The one room that decides what may leave a school: names in texts, filters, what is held of people."""
