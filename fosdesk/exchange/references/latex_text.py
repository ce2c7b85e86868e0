"""LaTeX in the values of BibTeX: accents and special letters as Unicode, and back; what is unknown stays as it is."""

import re
import unicodedata

_COMBINING = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
_LETTERS = {
    "aa": "å",
    "AA": "Å",
    "ae": "æ",
    "AE": "Æ",
    "o": "ø",
    "O": "Ø",
    "oe": "œ",
    "OE": "Œ",
    "ss": "ß",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "textendash": "–",
    "textemdash": "—",
    "textquoteright": "’",
    "textquoteleft": "‘",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "guillemotleft": "«",
    "guillemotright": "»",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}",
    "ldots": "…",
    "dots": "…",
    "S": "§",
    "copyright": "©",
}
_STYLES = frozenset(
    ("textit", "textbf", "emph", "textsc", "textrm", "textsf", "texttt", "textup", "textsl", "textnormal", "mbox")
)
_TOKEN = re.compile(
    r"""\\([%&_#$ ,])                           # a character that means something else without its backslash
      | \\(['`^"~=.])\s*(?:\{\s*(\\[ij]|\w?)\s*\}|(\\[ij](?![A-Za-z])|\w))   # an accent
      | \\([uvHckrdb])(?:\s*\{\s*(\\[ij]|\w)\s*\}|\s+(\\[ij](?![A-Za-z])|\w))
      | \\([A-Za-z]+)(\s*\{\}|\ )?                # a letter with a name, or another command
      | (---?|``|'')
      | ([{}~])""",
    re.VERBOSE,
)
_PLAIN = {"---": "—", "--": "–", "``": "“", "''": "”", "{": "", "}": "", "~": " ", ",": " "}
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "%": r"\%",
    "&": r"\&",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
}
_ESCAPED = re.compile(r"[\\{}~^%&$#_]")


def from_latex(text: str) -> str:
    """The text with letters in place of commands for letters, and without the braces that keep capitals."""
    return unicodedata.normalize("NFC", _TOKEN.sub(_plain, text))


def to_latex(text: str) -> str:
    """The text as a value of BibTeX in UTF-8, so that no character in it is taken for a command."""
    said = _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)
    return said.replace("``", "`{}`").replace("''", "'{}'").replace("--", "-{}-")


def _plain(found: re.Match[str]) -> str:
    escaped, accent, in_braces, bare, letter_accent, within, after, named, _, plain, brace = found.groups()
    if escaped is not None:
        return _PLAIN.get(escaped, escaped)
    if accent or letter_accent:
        letter = next((one for one in (in_braces, bare, within, after) if one), "")
        return letter.removeprefix("\\") + _COMBINING[accent or letter_accent] if letter else ""
    if named is not None:
        return _LETTERS.get(named, "" if named in _STYLES else found[0])
    return _PLAIN[plain or brace]
