"""How a school is put into words and figures, the same on the screen and on paper."""
