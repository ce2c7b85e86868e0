"""Blocks that flow down the pages: text, lists, tables, figures, forms, and lines broken to fit."""
