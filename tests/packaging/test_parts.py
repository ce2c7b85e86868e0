"""The list of parts is complete: each package that the program needs, at its version, with a licence and its text."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev
import parts

PACKAGES = [(part.name, part.version) for part in parts.listed(parts.ROOT / "resources") if not part.files]


def test_the_list_is_complete_and_of_the_versions_that_are_locked(capsys: pytest.CaptureFixture[str]) -> None:
    assert parts.main(["check"]) == 0
    assert capsys.readouterr().out == "0 faults.\n"
    lock = dev.LOCK.read_text(encoding="utf-8")
    assert len(PACKAGES) > 20
    assert [one for one in PACKAGES if f"\n{one[0]}=={one[1]} " not in lock] == []


def test_what_the_project_asks_for_is_among_them() -> None:
    import tomllib

    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "license" not in project, "the owner chooses; say so in README.md and in the program then"
    asked = {canonicalize_name(Requirement(wish).name) for wish in project["dependencies"]}
    assert asked <= {name for name, _ in PACKAGES}


def test_writing_it_again_changes_nothing_but_what_another_system_brings(tmp_path: Path) -> None:
    written = parts.write(tmp_path)
    assert written == parts.listed(parts.ROOT / "resources")
    there = {path.name for path in (parts.ROOT / "resources" / "licences").iterdir()}
    assert {path.name for path in tmp_path.iterdir()} == there
    for name in ("parts.toml", "LGPL-3.0.txt", "GPL-3.0.txt", "CC-BY-4.0.txt", "sqlalchemy.txt"):
        assert (tmp_path / name).read_bytes() == (parts.LICENCES / name).read_bytes(), name


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """A copy of what is checked, to be spoilt."""
    for folder in ("licences", "fonts", "icons", "words"):
        shutil.copytree(parts.ROOT / "resources" / folder, tmp_path / folder)
    return tmp_path


def edit(old: str, new: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / "licences" / parts.LIST
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


SPOILT: list[tuple[Callable[[Path], object], str]] = [
    (edit('name = "lxml"', 'name = "lxmlx"'), "lxml is not listed"),
    (edit('name = "lxml"', 'name = "lxmlx"'), "lxmlx is listed and does not come with the program"),
    (edit('version = "1.4.4"', 'version = "1.4.3"'), "appdirs is listed as 1.4.3 and is 1.4.4"),
    (edit('licence = "MIT"', 'licence = ""'), "appdirs has no licence that one can look up: ''"),
    (edit('licence = "MIT"', 'licence = "BSD license (see file)"'), "appdirs has no licence that one can look up"),
    (edit('texts = ["licences/appdirs.txt"]', "texts = []"), "appdirs has no text of its licence"),
    (edit('texts = ["licences/appdirs.txt"]', "texts = []"), "licences/appdirs.txt is the text of no part"),
    (lambda folder: (folder / "licences" / "lxml.txt").unlink(), "lxml: there is no file licences/lxml.txt"),
    (lambda folder: (folder / "licences" / "lxml.txt").write_text("MIT", "utf-8"), "is too short for a licence"),
    (lambda folder: (folder / "fonts" / "Ny.ttf").touch(), "fonts/Ny.ttf belongs to no part"),
    (lambda folder: (folder / "licences" / "old.txt").touch(), "licences/old.txt is the text of no part"),
]


@pytest.mark.parametrize(("spoil", "said"), SPOILT)
def test_what_is_missing_left_over_or_wrong_is_told(
    resources: Path, spoil: Callable[[Path], object], said: str
) -> None:
    assert list(parts.faults(resources, PACKAGES)) == []
    spoil(resources)
    assert any(said in fault for fault in parts.faults(resources, PACKAGES))


def test_the_check_ends_with_one_where_something_is_missing(
    resources: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = resources / "project"
    (root / "resources").mkdir(parents=True)
    shutil.copy(parts.ROOT / "pyproject.toml", root)
    (root / "fosdesk").mkdir()
    shutil.copy(parts.ROOT / "fosdesk" / "__init__.py", root / "fosdesk")
    for folder in ("licences", "fonts", "icons", "words"):
        shutil.move(resources / folder, root / "resources" / folder)
    (root / "resources" / "licences" / "lxml.txt").unlink()
    monkeypatch.setattr(parts, "ROOT", root)
    assert parts.main(["check"]) == 1
    assert capsys.readouterr().out.endswith("1 faults.\n")
    assert parts.main(["other"]) == 2
