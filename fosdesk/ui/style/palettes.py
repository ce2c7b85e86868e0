"""Colours by role: the light, dark and high-contrast palettes of the screen, and one from the system's own contrast."""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#fbfaf6",
    "panel": "#f2f0e9",
    "raised": "#ffffff",
    "ink": "#22282b",
    "quiet": "#5c6468",
    "hairline": "#e2ded2",
    "border": "#858377",
    "accent": "#1f5c54",
    "accent_hover": "#184a43",
    "accent_soft": "#9cc1bb",
    "accent_faint": "#e4eeeb",
    "on_accent": "#ffffff",
    "ochre": "#805a12",
    "ochre_soft": "#f6ebcf",
    "plum": "#7a3b57",
    "plum_soft": "#f1dfe6",
    "sand": "#e6e1d3",
    "focus": "#1f5c54",
}
DARK: Mapping[str, str] = {
    "paper": "#1b1f1f",
    "panel": "#222727",
    "raised": "#272d2d",
    "ink": "#eceae3",
    "quiet": "#a9b0ac",
    "hairline": "#383f3e",
    "border": "#7f8986",
    "accent": "#7fc4b6",
    "accent_hover": "#99d4c8",
    "accent_soft": "#2f6a60",
    "accent_faint": "#24352f",
    "on_accent": "#10211e",
    "ochre": "#e0b765",
    "ochre_soft": "#40351c",
    "plum": "#dca3bb",
    "plum_soft": "#45303b",
    "sand": "#3b3d37",
    "focus": "#99d4c8",
}
CONTRAST: Mapping[str, str] = {
    "paper": "#000000",
    "panel": "#000000",
    "raised": "#000000",
    "ink": "#ffffff",
    "quiet": "#e6e6e6",
    "hairline": "#9a9a9a",
    "border": "#ffffff",
    "accent": "#7fe3ff",
    "accent_hover": "#b8f0ff",
    "accent_soft": "#004b5e",
    "accent_faint": "#00303d",
    "on_accent": "#000000",
    "ochre": "#ffd24a",
    "ochre_soft": "#2e2200",
    "plum": "#ffa6de",
    "plum_soft": "#3a0a2a",
    "sand": "#333333",
    "focus": "#ffff00",
}
PALETTES: Mapping[str, Mapping[str, str]] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

_ENOUGH = 7.0  # WCAG AAA for text: with less, the system's colours are no high contrast


def contrast_ratio(one: str, other: str) -> float:
    """The contrast of two colours such as «#1f5c54» as WCAG 2.2 reckons it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def contrast_palette(paper: str, ink: str, base: str, link: str, highlight: str) -> Mapping[str, str]:
    """A palette of the colours that the system shows its own high contrast in; CONTRAST where they have too little.

    `paper`, `ink`, `base` (behind typed text), `link` and `highlight` are colours such as «#1f5c54».
    """
    if min(contrast_ratio(ink, paper), contrast_ratio(ink, base)) < _ENOUGH:
        return CONTRAST
    accent = link if contrast_ratio(link, paper) >= _ENOUGH else ink
    tint = _mixed(paper, ink, 0.15)
    focus = highlight if contrast_ratio(highlight, paper) >= 3 else ink
    mixed = {"accent_soft": _mixed(paper, ink, 0.3), "accent_faint": tint, "sand": _mixed(paper, ink, 0.25)}
    return {
        **dict.fromkeys(LIGHT, ink),
        **{"paper": paper, "panel": paper, "raised": base, "on_accent": paper, "focus": focus},
        **{"accent": accent, "accent_hover": accent, "ochre_soft": tint, "plum_soft": tint, **mixed},
    }


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _mixed(one: str, other: str, share: float) -> str:
    """`one` with a share of `other`, from 0 to 1."""
    parts = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)
