"""Words are found where the code uses them, keep their translations, and are missed when they are not there."""

from pathlib import Path

import pytest

import catalogues
from catalogues import Entry
from compiling import compile_all

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"Language: nb\\n"'
)
CODE = """
class Newer(FosdeskError): ...
class Tiny(Short): ...
class Short(Field): ...

def page(self, words, n, key):
    words("Plain")
    self.words("{n} left", n=3)
    self._words("One" if n else "Two")
    words.plural("{n} week", "{n} weeks", n)
    words.about("verb", "Open")
    words(key)
    raise Newer("Too new")

Tiny("Name", hint="Who it is")
Option("yes", "Yes")
TABLE = {"late": "Looked up later"}
"""
TABLE = """Plain	Enkel	Enkel
{n} left	{n} igjen	{n} att
One	En	Ein
Two	To	To
{n} week||{n} weeks	én uke||{n} uker	éi veke||{n} veker
verb|Open	Åpne	Opne
Too new	For ny	For ny
Name	Navn	Namn
Who it is	Hvem det er	Kven det er
Yes	Ja	Ja
Looked up later	Slått opp siden	Slått opp sidan
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "fosdesk").mkdir()
    (tmp_path / "fosdesk" / "page.py").write_text(CODE, encoding="utf-8")
    return tmp_path / "fosdesk"


@pytest.fixture
def folder(package: Path, tmp_path: Path) -> Path:
    """Catalogues in which all of it is translated."""
    folder = tmp_path / "translations"
    folder.mkdir()
    for language in ("nb", "nn"):
        (folder / f"{language}.po").write_text(HEADER, encoding="utf-8")
    (tmp_path / "table.tsv").write_text(TABLE, encoding="utf-8")
    assert catalogues.update(package, folder, [tmp_path / "table.tsv"]) == []
    return folder


def test_words_are_found_in_every_kind_of_call(package: Path) -> None:
    assert catalogues.composed_texts(package) == []
    assert catalogues.looked_up_entries(package) == {
        Entry("Plain"),
        Entry("{n} left"),
        Entry("One"),
        Entry("Two"),
        Entry("{n} week", "{n} weeks"),
        Entry("Open", context="verb"),
        Entry("Too new"),
        Entry("Name"),
        Entry("Who it is"),
        Entry("Yes"),
    }


@pytest.mark.parametrize("call", ["words(f'{n} left')", "words('Dear ' + name)", "FosdeskError('%s' % name)"])
def test_words_put_together_are_a_fault(package: Path, folder: Path, call: str) -> None:
    (package / "other.py").write_text(f"x = 1\n{call}\n", encoding="utf-8")
    assert catalogues.problems(package, folder) == [f"put together: 2: {call}"]


def test_a_whole_catalogue_has_no_fault_and_an_update_leaves_it_alone(package: Path, folder: Path) -> None:
    assert catalogues.problems(package, folder) == []
    before = (folder / "nn.po").read_bytes()
    assert catalogues.update(package, folder, []) == []
    assert (folder / "nn.po").read_bytes() == before
    assert catalogues.entries(catalogues.read(folder / "nn.po"))[Entry("{n} week", "{n} weeks")] == (
        "éi veke",
        "{n} veker",
    )


def test_new_words_lack_a_translation_and_old_ones_go(package: Path, folder: Path) -> None:
    code = CODE.replace('"Plain"', '"Fancy"').replace("Looked up later", "Looked up")
    (package / "page.py").write_text(code, encoding="utf-8")
    assert catalogues.problems(package, folder) == [
        f"{language}: {fault}"
        for language in ("nb", "nn")
        for fault in (
            "not translated: Fancy",
            "no longer in the code: Looked up later",
            "no longer in the code: Plain",
        )
    ]
    assert catalogues.update(package, folder, []) == ["nb: Fancy", "nn: Fancy"]
    assert catalogues.problems(package, folder) == ["nb: not translated: Fancy", "nn: not translated: Fancy"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"{n} igjen"', '"{antall} igjen"'),
        ('"{n} igjen"', '"noen igjen"'),
        ('"Enkel"', '"Enkel {n}"'),
        ('"{n} uker"', '"uker"'),
        ('"én uke"', '"én {uke}"'),
    ],
)
def test_a_translation_with_other_places_is_a_fault(package: Path, folder: Path, right: str, wrong: str) -> None:
    text = (folder / "nb.po").read_text(encoding="utf-8")
    assert right in text
    (folder / "nb.po").write_text(text.replace(right, wrong), encoding="utf-8")
    found = catalogues.problems(package, folder)
    assert len(found) == 1
    assert found[0].startswith("nb: other {places} than in English: ")


def test_a_compiled_catalogue_speaks(folder: Path) -> None:
    import gettext

    compile_all(folder)
    with (folder / "nn" / "LC_MESSAGES" / "fosdesk.mo").open("rb") as file:
        nn = gettext.GNUTranslations(file)
    assert nn.gettext("Name") == "Namn"
    assert nn.pgettext("verb", "Open") == "Opne"
    assert [nn.ngettext("{n} week", "{n} weeks", n) for n in (1, 2)] == ["éi veke", "{n} veker"]


STATE, OPTION = Entry("Plain", context="door.state"), Entry("Yes", context="door.state:yes")
PLACES = (STATE, OPTION, Entry("Yes", context="lid.state:yes"))


def test_a_place_has_a_word_of_its_own_only_where_a_language_needs_it(package: Path, folder: Path) -> None:
    table = package.parent / "more.tsv"
    table.write_text("door.state|Plain\tSlett\t\ndoor.state:yes|Yes\tJo\tJau\n", encoding="utf-8")
    assert catalogues.update(package, folder, [table], PLACES) == []
    nb, nn = (catalogues.entries(catalogues.read(folder / f"{language}.po")) for language in ("nb", "nn"))
    assert (nb[STATE], nb[OPTION], nn[OPTION]) == (("Slett",), ("Jo",), ("Jau",))
    assert STATE not in nn, "the plain word serves"
    assert nb[Entry("Yes")] == ("Ja",)
    assert catalogues.problems(package, folder, PLACES) == []
    before = (folder / "nb.po").read_bytes()
    assert catalogues.update(package, folder, [], PLACES) == []
    assert (folder / "nb.po").read_bytes() == before, "what somebody filled in is kept"
    table.write_text("door.state:yes|Yes\t\tJau\n", encoding="utf-8")
    assert catalogues.update(package, folder, [table], PLACES) == []
    assert OPTION not in catalogues.entries(catalogues.read(folder / "nb.po")), "an empty column takes it away"
    assert OPTION in catalogues.entries(catalogues.read(folder / "nn.po"))


def test_a_word_of_a_place_that_is_no_more_is_left_over(package: Path, folder: Path) -> None:
    table = package.parent / "more.tsv"
    table.write_text("door.state:yes|Yes\tJo\tJau\nwindow.state|Yes\tx\ty\n", encoding="utf-8")
    catalogues.update(package, folder, [table], PLACES)
    assert Entry("Yes", context="window.state") not in catalogues.entries(catalogues.read(folder / "nb.po"))
    assert catalogues.problems(package, folder, PLACES) == []
    elsewhere = (STATE, Entry("No", context="door.state:yes"))
    assert catalogues.problems(package, folder, elsewhere) == [
        f"{language}: no longer in the code: door.state:yes|Yes" for language in ("nb", "nn")
    ]
    catalogues.update(package, folder, [], elsewhere)
    assert catalogues.problems(package, folder, elsewhere) == []


def test_a_word_of_a_place_that_says_what_the_plain_one_says_is_a_fault(package: Path, folder: Path) -> None:
    table = package.parent / "more.tsv"
    table.write_text("door.state:yes|Yes\tJa\tJau\n", encoding="utf-8")
    catalogues.update(package, folder, [table], PLACES)
    assert catalogues.problems(package, folder, PLACES) == ["nb: says the same without its context: door.state:yes|Yes"]


def test_a_text_that_serves_several_places_is_listed_with_them(package: Path, folder: Path) -> None:
    table = package.parent / "more.tsv"
    table.write_text("lid.state:yes|Yes\t\tJau\n", encoding="utf-8")
    catalogues.update(package, folder, [table], PLACES)
    assert catalogues.shared_texts(package, folder, PLACES) == [
        "Plain",
        "  nb: Enkel",
        "  nn: Enkel",
        "    door.state",
        "    fosdesk/page.py:7",
        "",
        "Yes",
        "  nb: Ja",
        "  nn: Ja",
        "    door.state:yes",
        "    lid.state:yes",
        "      nn: Jau",
    ]
    assert catalogues.shared_texts(package, folder, PLACES[1:2]) == []


def test_the_check_ends_with_one_where_something_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert catalogues.main(["check"]) == 0
    assert capsys.readouterr().out == "0 faults.\n"
    for language in ("nb", "nn"):
        written = (catalogues.TRANSLATIONS / f"{language}.po").read_text(encoding="utf-8")
        without = written.replace('msgid "Show all {n}"', 'msgid "Show each {n}"')
        (tmp_path / f"{language}.po").write_text(without, encoding="utf-8")
    monkeypatch.setattr(catalogues, "TRANSLATIONS", tmp_path)
    before = (tmp_path / "nb.po").read_bytes()
    assert catalogues.main(["check"]) == 1
    said = capsys.readouterr().out
    assert "nb: not translated: Show all {n}" in said
    assert said.endswith("4 faults.\n")
    assert (tmp_path / "nb.po").read_bytes() == before, "looking changes nothing"
