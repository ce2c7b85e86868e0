"""The README's table «Where it stands» is right: each sentence comes from the file that it names."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
TITLE = "Where it stands"
FEWEST = 30
ROOMS = ("domain", "display", "store", "exchange", "reports", "workspace", "ui", "__main__.py")


class Row(NamedTuple):
    """What a person reads, and the file that the table names for it."""

    said: str
    file: str


def rows_in(readme: str) -> list[Row]:
    """The rows of the table, without its head."""
    _, _, below = readme.partition(f"\n## {TITLE}\n")
    chapter, _, _ = below.partition("\n## ")
    lines = [line.strip("| ").split(" | ") for line in chapter.splitlines() if line.startswith("|")]
    return [Row(cells[0], cells[-1].strip("`")) for cells in lines[2:]]


@cache
def english() -> dict[str, set[str]]:
    """For each bokmål text of the catalogue the texts that stand for it in the code."""
    with (ROOT / "resources" / "translations" / "nb.po").open("rb") as catalogue:
        messages = list(read_po(catalogue))
    found: dict[str, set[str]] = {}
    for message in messages:
        ids, said = (one if isinstance(one, list | tuple) else [one] for one in (message.id, message.string))
        for number, translation in enumerate(said):
            found.setdefault(str(translation), set()).add(str(ids[min(number, len(ids) - 1)]))
    return found


def literals(code: str) -> set[str]:
    """The string literals of a module, pieces that stand behind each other joined."""
    nodes = ast.walk(ast.parse(code))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def texts(value: Any) -> Iterator[str]:
    """The texts of a TOML file."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def fault(row: Row) -> str:
    """What is wrong with a row, or nothing."""
    path = ROOT / row.file
    if not path.is_file():
        return f"«{row.said}»: there is no file {row.file}"
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        return "" if row.said in texts(tomllib.loads(content)) else f"«{row.said}» does not stand in {row.file}"
    if row.said not in english():
        return f"«{row.said}» is nothing that the program says in bokmål"
    if english()[row.said] & literals(content):
        return ""
    others = [
        one.relative_to(ROOT).as_posix()
        for one in (ROOT / "fosdesk").rglob("*.py")
        if english()[row.said] & literals(one.read_text(encoding="utf-8"))
    ]
    return f"«{row.said}» does not come from {row.file}, but from {' or '.join(sorted(others)) or 'nowhere'}"


def test_each_sentence_comes_from_the_file_that_the_table_names() -> None:
    rows = rows_in((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [said for row in rows if (said := fault(row))] == []


def test_the_table_is_long_enough_and_goes_through_all_rooms() -> None:
    rows = rows_in((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len({row.said for row in rows}) == len(rows) >= FEWEST
    named = {row.file.split("/")[1] for row in rows if row.file.startswith("fosdesk/")}
    assert [room for room in ROOMS if room not in named] == []
    assert any(row.file.startswith("resources/framework/nb/") for row in rows)


def test_wrong_rows_are_noticed() -> None:
    readme = (
        f"# a\n\n| x | y |\n\n## {TITLE}\n\n| what | where | file |\n| --- | --- | --- |\n"
        "| Papirkurven er tom. | the bin | `fosdesk/ui/safety/bin_part.py` |\n"
        "| Papirkurven er tom. | the bin | `fosdesk/ui/safety/erase_dialog.py` |\n"
        "| Papirkurven er full. | the bin | `fosdesk/ui/safety/bin_part.py` |\n"
        "| Papirkurven er tom. | the bin | `fosdesk/ui/bin_part.py` |\n"
        "| Papirkurven er tom. | the bin | `resources/framework/nb/f0.toml` |\n"
        "\n## Next\n\n| z | z |\n"
    )
    faults = [fault(row) for row in rows_in(readme)]
    assert faults[0] == ""
    assert "but from fosdesk/ui/safety/bin_part.py" in faults[1]
    assert "nothing that the program says" in faults[2]
    assert "there is no file" in faults[3]
    assert "does not stand in" in faults[4]
    assert len(faults) == 5


def anchors(text: str) -> set[str]:
    """The anchors that headings have on GitHub."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_what_a_page_links_to_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)]+)\)", text)
    there = anchors(text)
    inside = [target for target in targets if target.startswith("#")]
    beside = [target for target in targets if "://" not in target and not target.startswith("#")]
    assert [target for target in inside if target[1:] not in there] == []
    assert [target for target in beside if not (ROOT / target).exists()] == []


def test_it_begins_for_the_three_who_come_and_says_that_no_licence_is_chosen() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    order = ["## For rektor", "## For an IT department", "## Licence", "## Run it, test it", "## The rooms"]
    places = [readme.index(f"\n{title}\n") for title in order]
    assert places == sorted(places)
    assert "**None is chosen yet.**" in readme
    for command in ("python3 packaging/dev.py run", "python3 packaging/dev.py test"):
        assert f"\n{command} " in readme


def test_how_one_works_here_stands_on_one_page() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) < 60
