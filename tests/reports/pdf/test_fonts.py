"""Letters: nothing that can be seen is lost, nothing unseen gets through, and every font has what is asked of it."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from fosdesk.reports.inline_text import Link
from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout.paragraph_text import TextComposer, TextStyle
from fosdesk.reports.pdf.structure_tree import Node

SOURCE_SANS = (fonts.REGULAR, fonts.ITALIC, fonts.STRONG)


def test_usual_letters_are_in_every_face() -> None:
    common = map(chr, range(0x250))
    usual = [one for one in common if fonts._COMMON_CHARACTERS.match(one) and one not in "\n\u00a0"]
    usual += "–—‘’‚“”„•…"
    assert len(usual) > 300
    for name in SOURCE_SANS:
        assert [letter for letter in usual if ord(letter) not in fonts.font_face(name).glyphs] == []
        assert fonts.font_runs("".join(usual), name, Counter()) == [(fonts.font_face(name), "".join(usual))]


def test_every_norwegian_and_sami_letter_has_a_font() -> None:
    missing = Counter[str]()
    for name in SOURCE_SANS:
        fonts.font_runs("æøåÆØÅ áčđŋšŧž ÁČĐŊŠŦŽ ïöäñ ǥǧǩʒǯ ǤǦǨƷǮ ✓☐☒→≤«»", name, missing)
    assert not missing


def test_line_breaks_are_kept_and_control_characters_are_not() -> None:
    assert fonts.displayable("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"
    assert fonts.displayable("a\tb\x00c\u202ed\u2060e\ufeff\u00ad") == "a bcde"
    assert fonts.displayable("e\u0301") == "é"
    assert fonts.displayable("\ud800") == "\ufffd"
    assert fonts.single_line("  a\n\n b\u00a0c ") == "a b c"


def test_joiners_and_places_to_break_are_kept_and_are_nothing_to_see_by_themselves() -> None:
    assert fonts.displayable("نمی\u200cخواهم 👩\u200d👧 a\u200bb") == "نمی\u200cخواهم 👩\u200d👧 a\u200bb"
    for text in ("\u200b", "\u200c\u200d", " \u200b\n\u200d "):
        assert not fonts.has_visible_text(text)
        assert fonts.single_line(text) == ""
    assert fonts.single_line("lang\u200btord") == "langtord"
    assert fonts.breakable_line("lang\u200btord  b") == "lang\u200btord b"


def test_bullets_and_ticks_from_word_are_bullets_and_ticks() -> None:
    missing = Counter[str]()
    text = fonts.displayable("\uf0b7\tEn \uf0a7 to \uf0d8 tre \uf0fc fire \uf0fe fem \uf076 seks")
    assert text == "• En ▪ to ➢ tre ✓ fire ☑ fem ❖ seks"
    for face in SOURCE_SANS:
        fonts.font_runs("".join(fonts._REPLACEMENTS.values()), face, missing)
    assert not missing


@given(st.text())
def test_clean_text_is_clean_and_comes_out_whole(text: str) -> None:
    displayable = fonts.displayable(text)
    assert fonts.displayable(displayable) == displayable
    missing = Counter[str]()
    directed_runs = fonts.font_runs(displayable, fonts.REGULAR, missing)
    shown = "".join(stretch for _, stretch in directed_runs)
    assert len(shown) == len(displayable)
    assert sum(a != b for a, b in zip(displayable, shown, strict=True)) == missing.total()
    for face, stretch in directed_runs:
        assert all(ord(letter) in face.glyphs for letter in stretch if letter not in "\n\u00a0")


def test_links_lead_to_the_web_to_mail_and_to_headings_only() -> None:
    composer = TextComposer({"known"})
    for target, expected in {
        "https://skole.no/læring og trivsel": "https://skole.no/l%C3%A6ring%20og%20trivsel",
        "http://a.no/(b)?c=d&e=%20#f": "http://a.no/(b)?c=d&e=%20#f",
        "mailto:rektor@skole.no": "mailto:rektor@skole.no",
        "#known": "#known",
        "#unknown": "",
        "javascript:alert(1)": "",
        "file:///etc/passwd": "",
        "\\\\server\\share": "",
        "https://": "",
        "": "",
    }.items():
        kind = TextStyle(fonts.REGULAR, 10, 14, "#000000", "#1f5c54")
        (run,) = composer.compose(Link(target, "ord"), kind, Node("P")).runs
        assert run.target == expected
