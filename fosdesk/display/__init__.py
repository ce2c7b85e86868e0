"""Values, titles, phases and figures in words and shapes, the same on the screen and on paper."""
