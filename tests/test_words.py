"""Words in three languages: looked up, filled, counted, and dates as people write them."""

import gettext
from pathlib import Path

import pytest

import catalogues
from compiling import compile_all
from fosdesk import paths
from fosdesk.domain.values.semester import Semester
from fosdesk.errors import FosdeskError
from fosdesk.words import CompiledCatalogue, Words, read_words

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    compile_all(ROOT / "resources" / "translations")


@pytest.fixture
def nb() -> Words:
    return read_words("nb")


def test_a_text_is_looked_up_and_filled(nb: Words) -> None:
    assert nb("{hours} h", hours=3) == "3 t"
    assert nb("Nobody has translated this") == "Nobody has translated this"


def test_what_somebody_wrote_is_never_a_template(nb: Words) -> None:
    written = "{0} {n} {n.__class__} %s <b>"
    assert nb("{hours} h", hours=written) == f"{written} t"
    assert nb.quoted(written) == f"«{written}»"


def test_plural_and_context(nb: Words) -> None:
    words = nb.extended(
        {"{n} week||{n} weeks": "{n} uke||{n} uker", "Open": "åpne", "gate|Open": "åpen", "Hi {name}": "Hei {name}"}
    )
    assert [words.plural("{n} week", "{n} weeks", n) for n in (0, 1, 2)] == ["0 uker", "1 uke", "2 uker"]
    assert (words("Open"), words.about("gate", "Open")) == ("åpne", "åpen")
    assert words("Hi {name}", name="Kari") == "Hei Kari"
    assert nb("Open") == "Åpne", "extending must leave the words it started from alone"
    assert [nb.plural("{n} x", "{n} xs", n) for n in (1, 2)] == ["1 x", "2 xs"]


def test_where_no_entry_has_the_context_the_plain_one_serves(tmp_path: Path) -> None:
    (tmp_path / "nb.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Person"\nmsgstr "Noen"\n\nmsgctxt "seat.person"\nmsgid "Person"\nmsgstr "Person"\n',
        encoding="utf-8",
    )
    compile_all(tmp_path)
    with (tmp_path / "nb" / "LC_MESSAGES" / "fosdesk.mo").open("rb") as file:
        words = Words("nb", gettext.GNUTranslations(file))
    assert words.about("seat.person", "Person") == "Person", "the same as in English, and there all the same"
    assert words.about("other.person", "Person") == "Noen"
    assert words.about("other.person", "Nobody has this") == "Nobody has this"
    more = words.extended({"Person": "Menneske", "third.person|Person": "Vedkommende"})
    assert [more.about(f"{place}.person", "Person") for place in ("other", "third", "seat")] == [
        "Menneske",
        "Vedkommende",
        "Person",
    ]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_compiled_catalogue_says_what_gettext_says(language: str) -> None:
    path = paths.resource("translations", language, "LC_MESSAGES", "fosdesk.mo")
    ours = CompiledCatalogue(path.read_bytes())
    with path.open("rb") as file:
        theirs = gettext.GNUTranslations(file)
    assert [theirs.plural(n) for n in (0, 1, 2, 11, 101)] == [1, 0, 1, 1, 1], "else another form is asked for here"  # type: ignore[attr-defined]
    for entry in catalogues.looked_up_entries(ROOT / "fosdesk") | catalogues.definition_entries():
        key = f"{entry.context}\x04{entry.text}" if entry.context else entry.text
        if entry.many:
            many = [[one.ngettext(key, entry.many, n) for n in (0, 1, 2)] for one in (ours, theirs)]
            assert many[0] == many[1], key
        else:
            assert ours.gettext(key) == theirs.gettext(key), key


def test_what_is_no_whole_catalogue_is_refused() -> None:
    whole = paths.resource("translations", "nb", "LC_MESSAGES", "fosdesk.mo").read_bytes()
    for broken in (b"", whole[:10], whole[:2000], whole[:-1], b"PK" + whole):
        with pytest.raises(ValueError):
            CompiledCatalogue(broken)


@pytest.mark.parametrize(
    ("language", "long", "short", "with_weekday"),
    [
        ("nb", "23. november 2026", "23. nov. 2026", "mandag 23. november 2026"),
        ("nn", "23. november 2026", "23. nov. 2026", "måndag 23. november 2026"),
        ("en", "23 November 2026", "23 Nov 2026", "Monday 23 November 2026"),
    ],
)
def test_dates_as_people_write_them(language: str, long: str, short: str, with_weekday: str) -> None:
    words = read_words(language)
    assert words.date("2026-11-23") == long
    assert words.short_date("2026-11-23") == short
    assert words.weekday_date("2026-11-23") == with_weekday


def test_every_month_has_a_name(nb: Words) -> None:
    assert nb.short_date("2026-05-17") == "17. mai 2026"
    assert nb.short_date("2026-03-01", with_year=False) == "1. mars"
    assert [nb.month(1), nb.month(8), nb.month(12)] == ["januar", "august", "desember"]


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "20261123", "2026-W48-1"])
def test_what_is_not_a_date_is_shown_as_it_was_written(nb: Words, text: str) -> None:
    assert nb.date(text) == nb.short_date(text) == nb.weekday_date(text) == text


@pytest.mark.parametrize(
    ("language", "autumn", "spring"),
    [("nb", "Høst 2026", "Vår 2027"), ("nn", "Haust 2026", "Vår 2027"), ("en", "Autumn 2026", "Spring 2027")],
)
def test_semesters(language: str, autumn: str, spring: str) -> None:
    words = read_words(language)
    assert words.semester("2026H") == words.semester(Semester.parse("2026H")) == autumn
    assert words.semester("2027V") == spring
    assert words.semester("later") == "later"


def test_lists_spans_and_numbers(nb: Words) -> None:
    assert [nb.joined(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a og b", "a, b og c"]
    assert [nb.minutes(n) for n in (0, 45, 60, 90, -90)] == ["0 min", "45 min", "1 t", "1 t 30 min", "−1 t 30 min"]
    assert nb.number(10000) == "10\N{NO-BREAK SPACE}000"
    assert read_words("en").number(10000) == "10,000"


def test_documents_carry_a_language_tag() -> None:
    assert [read_words(language).pdf_language for language in ("nb", "nn", "en")] == ["nb-NO", "nn-NO", "en-GB"]


def test_missing_or_damaged_words_say_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    (tmp_path / "resources").mkdir()
    with pytest.raises(FosdeskError, match=r"packaging/dev\.py"):
        read_words("nb")
    damaged = tmp_path / "resources" / "translations" / "nb" / "LC_MESSAGES" / "fosdesk.mo"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"not a catalogue")
    with pytest.raises(FosdeskError, match=r"packaging/dev\.py"):
        read_words("nb")


def test_another_language_is_refused_with_a_sentence() -> None:
    with pytest.raises(FosdeskError, match="no language called “se”"):
        read_words("se")
