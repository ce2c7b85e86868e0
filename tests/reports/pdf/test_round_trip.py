"""What was written is what is read: every word of every element, in order, whatever the words are."""

from functools import partial
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fosdesk.reports.inline_text import Bold, Foreign, Inline, Italic, Link
from fosdesk.reports.pdf import fonts
from fosdesk.reports.writer import FileWriter
from tests.reports import samples
from tests.reports.pdf.structure_gate import faults
from tests.reports.reading import Reading
from tests.sampling import sampled

WORDS = [
    "og", "læring", "kjernekomponent", "arbeidsgruppemedlemssammensetningsdrøftingsprotokollutkast", "čáppa", "ŋ", "Ŧ",
    "https://www.udir.no/laring-og-trivsel/?a=b&c=d#" + "e" * 80, "<b>", "&amp;", "</para>", "%s", "{page}", "\\(",
    "😀", "👍🏽", "Русский", "Ελληνικά", "עברית", "عربي", "□", "\ue000", "a\u00ada", "x" * 200, "...", "1.", "-",
    "\u0301", "المدرسة", "قَرَأَ", "لا", "(سوگریم)", "שָׁלוֹם", "١٢٣", "2026", "ﷺ", "\ufefb",
    "نمی\u200cخواهم", "👩\u200d👧", "\uf0b7", "\u200d", "ab\u200bcd",
]  # fmt: skip
SPACES = [" ", " ", " ", "  ", "\n", "\u00a0", "\t", "", "\u2009", "\u200b", "\u202f"]
words = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))
texts = st.lists(st.tuples(words, st.sampled_from(SPACES)), max_size=60).map(lambda pairs: "".join(map("".join, pairs)))
parts: st.SearchStrategy[Inline] = st.one_of(
    texts,
    texts.map(Bold),
    texts.map(Italic),
    texts.map(lambda text: Link("https://a.no/", text)),
    texts.map(lambda text: Foreign("se", text)),
)


class Written(NamedTuple):
    """An element as it was asked for: its kind and its texts."""

    kind: str
    texts: list[list[Inline]]


KINDS = ["paragraph", "quote", "bullets", "numbered", "facts", "table", "note", "heading"]
elements = st.builds(
    Written,
    st.sampled_from(KINDS),
    st.lists(st.lists(parts, min_size=1, max_size=4), min_size=2, max_size=6),
)


def shown(text: list[Inline]) -> str:
    """The words that a reader should meet."""
    known = [fonts.displayable(part if isinstance(part, str) else part.text) for part in text]
    faces = [stretch for part in known for _, stretch in fonts.font_runs(part, fonts.REGULAR, samples.no_count())]
    return " ".join("".join(faces).replace("\u200b", "").split())


def is_seen(said: str) -> bool:
    """Whether more than joiners and spaces is left; where there is not, no paragraph is made."""
    return bool(said.strip("\u200c\u200d "))


def write(book: FileWriter, element: Written) -> list[tuple[str, str]]:
    """Write the element into the book; what should be read back."""
    first, second = element.texts[0], element.texts[1]
    spoken = [shown(text) for text in element.texts]
    match element.kind:
        case "heading":
            words = " ".join(fonts.single_line(part if isinstance(part, str) else part.text) for part in first) + "."
            book.heading(1, words)
            return [("H2", shown([words]))]
        case "paragraph":
            book.paragraph(*first)
            return [("P", spoken[0])] if is_seen(spoken[0]) else []
        case "note":
            book.note(*first, title="Tittel")
            return [("P", f"Tittel {spoken[0]}")] if is_seen(spoken[0]) else []
        case "quote":
            book.quote(*first, source="Kilde")
            return [("P", spoken[0]), ("P", "Kilde")] if is_seen(spoken[0]) else []
        case "bullets":
            book.bullets([tuple(text) for text in element.texts])
            return [pair for text in spoken for pair in (("Lbl", "•"), ("LBody", text))]
        case "numbered":
            book.numbered([tuple(text) for text in element.texts])
            return [pair for n, text in enumerate(spoken, 1) for pair in (("Lbl", f"{n}."), ("LBody", text))]
        case "facts":
            book.facts([("Etikett", tuple(text)) for text in element.texts])
            return [pair for text in spoken for pair in (("Lbl", "Etikett"), ("LBody", text))]
        case _:
            book.table(["En", "To"], [(tuple(text), tuple(second)) for text in element.texts], (0.3, 0.7))
            cells = [pair for text in spoken for pair in (("TH", text), ("TD", spoken[1]))]
            return [("TH", "En"), ("TH", "To"), *cells]


def check(written: list[Written]) -> int:
    book = samples.started()
    expected = [("H1", "Valgbeskrivelse")]
    for element in written:
        expected += write(book, element)
    made = book.to_bytes()
    with Reading(made) as reading:
        assert reading.blocks() == expected
    assert faults(made) == []
    return len(expected)


@given(st.lists(elements, min_size=1, max_size=6))
def test_every_word_comes_back(written: list[Written]) -> None:
    assert check(written) > 0


@pytest.mark.parametrize(("documents", "elements"), sampled([(6, 2_000), (12, 4_000)]))
def test_thousands_of_elements_come_back_word_for_word(documents: int, elements: int) -> None:
    chance = Random(4)

    def part() -> Inline:
        text = "".join(chance.choice(WORDS) + chance.choice(SPACES) for _ in range(chance.randrange(18)))
        body_styles = (str, str, str, Bold, Italic, partial(Link, "https://a.no/"), partial(Foreign, "se"))
        return chance.choice(body_styles)(text)

    def element() -> Written:
        texts = [[part() for _ in range(chance.randint(1, 3))] for _ in range(chance.randint(2, 6))]
        return Written(chance.choice(KINDS), texts)

    read = sum(check([element() for _ in range(70)]) for _ in range(documents))
    assert read >= elements


@pytest.mark.long
@settings(settings.get_profile("long"), max_examples=200)
@given(st.lists(elements, min_size=10, max_size=30))
def test_every_word_comes_back_from_long_documents(written: list[Written]) -> None:
    assert check(written) > 0
