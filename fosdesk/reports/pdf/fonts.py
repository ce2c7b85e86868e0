"""Fonts and characters: normalizing text for display, font fallback, and text widths."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from fosdesk import paths
from fosdesk.reports.inline_text import Text, plain_text

REGULAR, ITALIC, STRONG = "SourceSans3-Regular", "SourceSans3-Italic", "SourceSans3-SemiBold"
FALLBACK, EMOJI = "DejaVuSans", "NotoEmoji-Regular"
REPLACEMENT = "□"
_MAX_CACHED_WIDTHS = 20_000

# Characters that every Source Sans face has: texts of these alone need no further work.
_COMMON_CHARACTERS = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\n]*\\Z"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Format characters (bidi overrides, tags, soft hyphens) and variation selectors draw nothing by themselves.
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf"})
ZERO_WIDTH_SPACE = "\u200b"  # a place to break a line, without a space
# These say how the letters beside them are joined, as in Persian and in emoji: they are part of the text.
_JOINERS = frozenset("\u200c\u200d")
_NONCHARACTERS = re.compile("[\ufffe\uffff]")
_NOTHING_TO_SEE = str.maketrans("", "", "\u200b\u200c\u200d")
HARD_SPACES = frozenset("\u00a0\u202f")
# Spaces of any width break a line; they are drawn as one space. Bullets and ticks that Word takes from its symbol fonts
# have code points of those fonts alone.
_REPLACEMENTS = {chr(code): " " for code in (0x9, 0x1680, *range(0x2000, 0x200B), 0x205F, 0x3000)} | {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "◻",
    "\uf06f": "◻",
    "\uf071": "❑",
    "\uf076": "❖",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf04a": "☺",
}
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufbff\ufe80-\ufefc]")
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def displayable(text: str) -> str:
    """The text normalized for display: NFC, with line feeds, without control and invisible format characters.

    Joiners and the zero-width space are kept.
    """
    if _COMMON_CHARACTERS.match(text):
        return text
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    return unshaped_arabic("".join(map(_displayable_character, text)))


def unshaped_arabic(text: str) -> str:
    """The text with Arabic presentation forms replaced by their base letters."""
    return _PRESENTATION_FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def has_visible_text(text: Text) -> bool:
    """Whether anything but spaces is left of a text when it is normalized for display."""
    return bool(displayable(plain_text(text)).translate(_NOTHING_TO_SEE).strip())


def single_line(text: str) -> str:
    """The displayable text on one line, with each run of whitespace as one space; for titles and bookmarks."""
    return breakable_line(text).replace(ZERO_WIDTH_SPACE, "")


def xml_text(text: str) -> str:
    """Displayable text with a replacement for the two characters that XML cannot hold and `displayable` keeps."""
    return _NONCHARACTERS.sub(REPLACEMENT, text)


def breakable_line(text: str) -> str:
    """The same with the zero-width spaces that it may be broken at; for titles that are laid out."""
    line = " ".join(displayable(text).split())
    return line if line.translate(_NOTHING_TO_SEE).strip() else ""


def _displayable_character(character: str) -> str:
    if character == "\n" or character < "\x7f" and character >= " ":
        return character
    if character in _VARIATION_SELECTORS:
        return ""
    if character in _REPLACEMENTS:
        return _REPLACEMENTS[character]
    if character == ZERO_WIDTH_SPACE or character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category in _INVISIBLE_CATEGORIES:
        return ""
    return "\ufffd" if category == "Cs" else character


class _WidthCache(dict[str, float]):
    """The width of each text in em, measured once; it forgets everything at `_MAX_CACHED_WIDTHS` entries."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, word: str) -> float:
        width: float = self._font.stringWidth(word, 1)
        if len(word) < 40:
            if len(self) > _MAX_CACHED_WIDTHS:
                self.clear()
            self[word] = width
        return width


class FontFace:
    """One embedded font: its name, ReportLab's font object, the glyph of each code point, and text widths in em."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font: Any = _EmbeddedFont(name, str(paths.resource("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(self.font)
        self.glyphs: dict[int, int] = self.font.face.charToGlyph
        self.widths = _WidthCache(self.font)


@cache
def font_face(name: str) -> FontFace:
    """The font of that name from resources/fonts, loaded once."""
    return FontFace(name)


def font_runs(text: str, name: str, missing: Counter[str]) -> list[tuple[FontFace, str]]:
    """Displayable text split into runs of one font each, with the fallback fonts where `name` lacks a character.

    A character that no font has is replaced by `REPLACEMENT` and counted in `missing`.
    """
    preferred = font_face(name)
    if _COMMON_CHARACTERS.match(text):
        return [(preferred, text)] if text else []
    runs: list[tuple[FontFace, str]] = []
    run_face, pending = preferred, list[str]()
    for character in text:
        character_face = _face_for(character, preferred)
        if character_face is None:
            missing[character] += 1
            character, character_face = REPLACEMENT, font_face(FALLBACK)
        if character_face is not run_face and pending:
            runs.append((run_face, "".join(pending)))
            pending = []
        run_face = character_face
        pending.append(character)
    runs.append((run_face, "".join(pending)))
    return runs


def _face_for(character: str, preferred: FontFace) -> FontFace | None:
    code = ord(character)
    if character in "\n\u00a0" or code in preferred.glyphs:
        return preferred
    return next((candidate for candidate in map(font_face, (FALLBACK, EMOJI)) if code in candidate.glyphs), None)


class _EmbeddedFont(TTFont):  # type: ignore[misc]
    """A TrueType font with a correct ToUnicode map: ReportLab's own is wrong beyond U+FFFF."""

    def addObjects(self, doc: Any) -> None:
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            written = fonts[f"{doc.fontMapping[self.fontName][1:]}+{number}"]
            doc.idToObject[written.ToUnicode.name].content = _to_unicode_map(subset)


def _to_unicode_map(subset: list[int]) -> str:
    """The ToUnicode CMap of a font subset: from its codes to UTF-16, at most 100 lines in a block."""
    lines = [f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex().upper()}>" for code, letter in enumerate(subset)]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend"
    )
