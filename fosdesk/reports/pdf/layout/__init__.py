"""Page layout: blocks of text, lists, tables, figures and forms, line breaking, bidirectional text, page breaks."""
