"""RIS is read without losing a reference or a word, however it is written."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.exchange.references.reference_files import WrittenReference, read_references, reference_file
from fosdesk.exchange.references.ris import read_ris

ARTICLE = """TY  - JOUR
AU  - Huang, Lihong
AU  - Mossige, Svein
TI  - Academic achievement in Norwegian secondary schools
T2  - Social Psychology of Education
PY  - 2012/06//
VL  - 15
IS  - 2
SP  - 147
EP  - 164
DO  - https://doi.org/10.1007/s11218-011-9174-y
SN  - 1381-2890
KW  - violence
KW  - school
N1  - Lest i Oslo
ER  -
"""


def titles(text: str) -> list[str]:
    return [one.fields["what"] for one in read_ris(text)[0]]


def test_every_line_has_a_place() -> None:
    ((read,), outside) = read_ris(ARTICLE)
    assert outside == []
    assert read.fields == {
        "what": "Academic achievement in Norwegian secondary schools",
        "authors": "Huang, Lihong; Mossige, Svein",
        "published_in": "Social Psychology of Education",
        "year": "2012",
        "volume": "15",
        "issue": "2",
        "pages": "147–164",
        "doi": "10.1007/s11218-011-9174-y",
        "publication": "article",
        "kind": "research",
        "from_file": "PY: 2012/06\nSN: 1381-2890\nKW: violence\nKW: school",
        "file_notes": "Lest i Oslo",
    }
    assert read.is_whole


@pytest.mark.parametrize(
    "changed",
    [
        ARTICLE.replace("ER  -\n", ""),  # the last reference has no end
        "\ufeff" + ARTICLE,
        ARTICLE.replace("  - ", " - "),  # one space
        ARTICLE.replace("TI  -", "AB  - \nTI  -"),  # an empty tag, which would swallow the next
        ARTICLE.replace("\n", "\r\n"),
        ARTICLE.replace("\n", "\r"),
        ARTICLE.replace("ER  -", "ER  - "),
    ],
    ids=["no end", "mark", "one space", "empty tag", "windows", "old mac", "usual end"],
)
def test_what_rispy_alone_would_lose_is_read(changed: str) -> None:
    read = read_ris(changed)[0]
    assert [one.fields for one in read] == [one.fields for one in read_ris(ARTICLE)[0]]


def test_a_note_over_several_lines_is_one_note_and_a_reference_without_end_loses_nothing() -> None:
    text = "TY  - BOOK\nTI  - En\nN1  - først\nså - dette\n\nog dette\nTY  - BOOK\nTI  - To\nXX  - ukjent\n"
    first, second = read_ris(text)[0]
    assert first.fields["file_notes"] == "først\nså - dette\nog dette"
    assert second.fields["from_file"] == "XX: ukjent"


def test_lines_outside_are_told_and_tags_outside_begin_a_reference() -> None:
    read, outside = read_ris("Provider: Oria\nContent: text\n\nTY  - BOOK\nTI  - En\nER  - \nTI  - To\nER  - \n")
    assert outside == ["Provider: Oria", "Content: text"]
    assert [one.fields["what"] for one in read] == ["En", "To"]


def test_a_reference_without_a_title_is_called_by_what_it_has() -> None:
    assert titles("TY  - ELEC\nUR  - https://udir.no\nER  - \n") == ["https://udir.no"]
    assert titles("TY  - ELEC\nER  - \n") == []


def test_endless_fields_keep_their_beginning_and_are_counted() -> None:
    title, summary = "Tittel " * 5_000, "Samandrag " * 5_000
    (read,) = read_ris(f"TY  - JOUR\nTI  - {title}\nAB  - {summary}\nER  - \n")[0]
    assert len(read.fields["what"]) == 1_000
    assert read.fields["from_file"].startswith("what: Tittel Tittel")
    assert read.shortened == 2, "the summary, and the whole title in what is left"


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40)
tags = st.sampled_from(["TI", "AU", "KW", "N1", "AB", "SN", "UR", "XX", "T2", "PY", "DO", "M3", "SP", "EP", "A2"])


@given(st.lists(st.lists(st.tuples(tags, words), min_size=1, max_size=8), max_size=6))
def test_as_many_are_read_as_there_are_and_every_word_is_somewhere(references: list[list[tuple[str, str]]]) -> None:
    said = [[(tag, value.strip()) for tag, value in one if value.strip()] for one in references]
    text = "".join("TY  - JOUR\n" + "".join(f"{tag}  - {value}\n" for tag, value in one) + "ER  - \n" for one in said)
    read = read_ris(text)[0]
    with_words = [one for one in said if any(_letters(value) for _, value in one)]
    assert len(read) >= len(with_words)
    everything = _letters("".join("".join(one.fields.values()) for one in read))
    for one in said:
        for _, value in one:
            for word in re.findall(r"[^\W_]{2,}", value):
                assert word in everything


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


plain = words.map(lambda text: " ".join(text.split())).filter(lambda text: len(_letters(text)) > 1)
fields = st.fixed_dictionaries(
    {"what": plain},
    optional={
        "published_in": plain,
        "volume": st.from_regex(r"[1-9][0-9]{0,2}", fullmatch=True),
        "year": st.from_regex(r"(19|20)[0-9]{2}", fullmatch=True),
        "publisher": plain,
        "abstract": plain,
        "publication": st.sampled_from(
            ["article", "book", "chapter", "report", "thesis", "masters", "web", "newspaper", "talk"]
        ),
    },
)
people = st.lists(st.sampled_from(["Ås, Berit", "Øygarden, Åse-Marie", "Utdanningsdirektoratet"]), max_size=3)


@pytest.mark.parametrize("ending", [".ris", ".bib", ".json"])
@given(st.lists(st.tuples(fields, people), min_size=1, max_size=4))
def test_what_is_written_is_read_again(ending: str, made: list[tuple[dict[str, str], list[str]]]) -> None:
    written = [WrittenReference(f"k{n}", one, {"authors": tuple(who)}) for n, (one, who) in enumerate(made)]
    read = read_references(reference_file(written, ending), f"x{ending}")
    for (one, who), found in zip(made, read.references, strict=True):
        expected = {**one, **({"authors": "; ".join(who)} if who else {})}
        if ending == ".bib" and one.get("publication") in ("newspaper", "talk"):
            expected.pop("publication")  # BibTeX has no such kinds
        # A letter and its parts are the same text, and LaTeX has only the letter.
        assert {name: normalize("NFC", found.fields.get(name, "")) for name in expected} == {
            name: normalize("NFC", text) for name, text in expected.items()
        }
    assert not read.repeated
