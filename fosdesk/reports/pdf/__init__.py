"""The PDF engine: paragraph and page layout, fonts, structure tree, and the finished tagged file."""
