"""Colours by role of documents; those of the screen are in ui/style."""

from collections.abc import Mapping

# In documents; each text colour is at least 4.5 : 1 on white, also on the tints.
PAPER: Mapping[str, str] = {
    "ink": "#1d2523",
    "quiet": "#55605c",
    "paper": "#ffffff",
    "panel": "#f6f3ec",
    "hairline": "#d9d5ca",
    "accent": "#1f5c54",
    "accent_soft": "#9cc0ba",
    "accent_faint": "#e6f0ee",
    "on_accent": "#ffffff",
    "ochre": "#8a5a12",
    "ochre_soft": "#dbc089",
    "plum": "#7a3b52",
    "plum_soft": "#c5a3ad",
    "sand": "#e6e1d4",
    "ochre_faint": "#f6edd8",
}
