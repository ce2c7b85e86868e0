"""Catalogues follow the code: what it asks for is added, what it no longer says goes, translations stay."""

from pathlib import Path

import pytest

import catalogues

CODE = """
class Page:
    def build(self, words, n):
        words("Open" if n else "Closed")
        self._words("Kept")
        words.plural("{n} week", "{n} weeks", n)
        words.about("gate", "Open")
        raise FosdeskError("“{name}” is gone.", name=n)

@noun("thing", one="Thing", many="Things")
class Thing:
    colour: Annotated[str, Choice("Colour", (Option("red_like", "Reddish"),), hint="Any")] = ""

print("Not for people")
"""
HEADER = """# Ours.
msgid ""
msgstr ""
"Language: nb\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
WORDS = """
msgid "Kept"
msgstr "Beholdt"

msgid "Long gone"
msgstr "Borte for lengst"
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    package = tmp_path / "package"
    package.mkdir()
    (package / "page.py").write_text(CODE, encoding="utf-8")
    for language in ("nb", "nn"):
        (tmp_path / f"{language}.po").write_text(HEADER + WORDS, encoding="utf-8")
    return package


def test_what_the_code_asks_for(package: Path) -> None:
    entry = catalogues.Entry
    assert catalogues.looked_up_entries(package) == {
        entry("Open"), entry("Closed"), entry("Kept"), entry("{n} week", "{n} weeks"), entry("Open", context="gate"),
        entry("“{name}” is gone."), entry("Thing"), entry("Things"), entry("Colour"), entry("Reddish"), entry("Any"),
    }  # fmt: skip


def test_an_update_adds_fills_in_keeps_and_drops(package: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(
        "gate|Open\tåpen\topen\n{n} week||{n} weeks\t{n} uke||{n} uker\t{n} veke||{n} veker\nLong gone\tx\ty\n",
        encoding="utf-8",
    )
    lacking = catalogues.update(package, tmp_path, [table])
    nb = catalogues.entries(catalogues.read(tmp_path / "nb.po"))
    assert nb[catalogues.Entry("Open", context="gate")] == ("åpen",)
    assert nb[catalogues.Entry("{n} week", "{n} weeks")] == ("{n} uke", "{n} uker")
    assert nb[catalogues.Entry("Kept")] == ("Beholdt",)
    assert catalogues.Entry("Long gone") not in nb
    assert "nb: Open" in lacking
    assert "nn: Kept" not in lacking
    text = (tmp_path / "nb.po").read_text(encoding="utf-8")
    assert text.startswith(HEADER), "the header is ours and stays"
    catalogues.update(package, tmp_path, [table])
    assert (tmp_path / "nb.po").read_text(encoding="utf-8") == text, "a second update changes nothing"


def test_a_table_can_correct_a_translation(package: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("Kept\tTatt vare på\tTeke vare på\n", encoding="utf-8")
    catalogues.update(package, tmp_path, [table])
    assert catalogues.entries(catalogues.read(tmp_path / "nn.po"))[catalogues.Entry("Kept")] == ("Teke vare på",)
