"""Letters: what may be shown of a text, which font has each character, how wide it is."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from fosdesk import paths
from fosdesk.reports.inline_text import Text, plain

REGULAR, ITALIC, STRONG = "SourceSans3-Regular", "SourceSans3-Italic", "SourceSans3-SemiBold"
FALLBACK, EMOJI = "DejaVuSans", "NotoEmoji-Regular"
MISSING = "□"
_WIDTHS_KEPT = 20_000

# What every Source Sans face has: most texts are only this, and pass at once.
_USUAL = re.compile("[ -~\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\n]*\\Z")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Format characters (bidi overrides, zero-width, tags, soft hyphens) and variation selectors draw nothing by themselves.
_UNSEEN = frozenset({"Cc", "Cf"})
_FORMS = re.compile("[\ufb50-\ufbff\ufe80-\ufefc]")
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def clean(text: str) -> str:
    """The text as it can be shown: composed, without control and invisible characters; line breaks are kept."""
    if _USUAL.match(text):
        return text
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    return plain_forms("".join(map(_shown, text)))


def plain_forms(text: str) -> str:
    """Arabic letters by themselves, where the forms stand that they have beside others."""
    return _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)


def is_seen(text: Text) -> bool:
    """Whether there is something to read in it."""
    return bool(clean(plain(text)).strip())


def one_line(text: str) -> str:
    """Clean text without line breaks or doubled spaces, for titles and bookmarks."""
    return " ".join(clean(text).split())


def _shown(character: str) -> str:
    if character == "\n" or character < "\x7f" and character >= " ":
        return character
    if character in _VARIANTS:
        return ""
    category = unicodedata.category(character)
    if category in _UNSEEN:
        return ""
    return "\ufffd" if category == "Cs" else character


class _Widths(dict[str, float]):
    """The width of each word met, in ems."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, word: str) -> float:
        width: float = self._font.stringWidth(word, 1)
        if len(word) < 40:
            if len(self) > _WIDTHS_KEPT:
                self.clear()
            self[word] = width
        return width


class Face:
    """One font: what it has, how wide its words are."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font: Any = _Font(name, str(paths.resource("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(self.font)
        self.known: dict[int, int] = self.font.face.charToGlyph
        self.widths = _Widths(self.font)


@cache
def face(name: str) -> Face:
    """The font of that name, read once."""
    return Face(name)


def faces(text: str, name: str, missing: Counter[str]) -> list[tuple[Face, str]]:
    """Clean text in stretches that one font can show; what no font has becomes a visible mark and is counted."""
    main = face(name)
    if _USUAL.match(text):
        return [(main, text)] if text else []
    directed_runs: list[tuple[Face, str]] = []
    current, kept = main, list[str]()
    for character in text:
        wanted = _face_with(character, main)
        if wanted is None:
            missing[character] += 1
            character, wanted = MISSING, face(FALLBACK)
        if wanted is not current and kept:
            directed_runs.append((current, "".join(kept)))
            kept = []
        current = wanted
        kept.append(character)
    directed_runs.append((current, "".join(kept)))
    return directed_runs


def _face_with(character: str, main: Face) -> Face | None:
    code = ord(character)
    if character in "\n\u00a0" or code in main.known:
        return main
    return next((spare for spare in map(face, (FALLBACK, EMOJI)) if code in spare.known), None)


class _Font(TTFont):  # type: ignore[misc]
    """A font whose text can be copied out whole: ReportLab's own table is wrong from the 65,537th character on."""

    def addObjects(self, doc: Any) -> None:
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            written = fonts[f"{doc.fontMapping[self.fontName][1:]}+{number}"]
            doc.idToObject[written.ToUnicode.name].content = _unicode_table(subset)


def _unicode_table(subset: list[int]) -> str:
    """The PDF map from a font's codes to UTF-16, at most 100 lines in a block."""
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
