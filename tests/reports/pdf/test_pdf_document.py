"""The calls of a writer in the tagged PDF: levels, languages, titles of notes, and what belongs together."""

from collections.abc import Iterator

import pytest

from fosdesk.reports.inline_text import Foreign, Link
from tests.reports.pdf.structure_gate import faults
from tests.reports.reading import Element, Reading
from tests.reports.samples import empty_book, started


def languages(reading: Reading, element: Element, around: str) -> Iterator[tuple[str, str]]:
    """Each stretch of text with its language, which is that of the nearest element that has one."""
    spoken = str(element.thing.get("/Lang", around))
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from languages(reading, kid, spoken)
        elif isinstance(kid, tuple) and reading.texts[kid].strip():
            yield reading.texts[kid].strip(), spoken


def of_role(reading: Reading, *roles: str) -> list[Element]:
    return [one for one in reading.top.walk() if one.role in roles]


def test_headings_have_the_level_they_are_given_below_the_title() -> None:
    book = empty_book()
    book.cover("", "Tittel")
    for level in (1, 2, 3, 4):
        book.heading(level, f"Nivå {level}")
    with Reading(book.to_bytes()) as reading:
        found = [(one.role, reading.words(one)) for one in of_role(reading, "H1", "H2", "H3", "H4", "H5")]
        assert found == [("H1", "Tittel"), *((f"H{level + 1}", f"Nivå {level}") for level in (1, 2, 3, 4))]


def test_what_is_in_another_language_says_so_wherever_it_stands() -> None:
    book = started()
    book.heading(1, "Oahppat", language="se")
    book.lead("Oahppat lea buorre", language="se")
    book.paragraph("To learn", language="en")
    book.small("Lite", language="nn")
    book.quote("Mánáin lea vuoigatvuohta", language="se")
    book.paragraph("Her: ", Foreign("se", "giella"))
    book.paragraph("Bokmål")
    with Reading(book.to_bytes()) as reading:
        spoken = dict(languages(reading, reading.top, ""))
    assert spoken == {
        "Valgbeskrivelse": "",
        "Oahppat": "se",
        "Oahppat lea buorre": "se",
        "To learn": "en",
        "Lite": "nn",
        "Mánáin lea vuoigatvuohta": "se",
        "Her:": "",
        "giella": "se",
        "Bokmål": "",
    }


def test_a_note_begins_with_its_title() -> None:
    book = started()
    book.note("Teksten.", title="Verdt å vite")
    with Reading(book.to_bytes()) as reading:
        assert reading.blocks()[-1] == ("P", "Verdt å vite Teksten.")


def test_nothing_is_made_of_nothing() -> None:
    book = started()
    before = len(started().to_bytes())
    book.paragraph("  ")
    book.note("", title="Uten tekst")
    book.quote(" ")
    book.bullets([])
    book.facts([])
    assert len(book.to_bytes()) == before


@pytest.mark.parametrize("unseen", ["\u200b", "\u200b\u202f", "\u200d", "\u200b\n\u200b"])
@pytest.mark.parametrize("after", [" og", "עברית\u202f\u200d"])
def test_what_cannot_be_seen_is_no_link(unseen: str, after: str) -> None:
    book = started()
    book.paragraph("før ", Link("https://a.no/", unseen), Link("https://a.no/", "her"), after)
    written = book.to_bytes()
    assert faults(written) == []
    with Reading(written) as reading:
        assert [reading.words(one) for one in reading.top.walk() if one.role == "Link"] == ["her"]
