"""What a bundle leaves out is nothing that the program asks for: it passes its self-test without it."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle import left_out

ROOT = Path(__file__).resolve().parents[2]


def imported(code: str) -> Iterator[str]:
    """Every module that code imports, at its beginning or in a function; and each name that may be one."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


def is_blocked(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in left_out.MODULES)


def without(*documents: str) -> subprocess.CompletedProcess[str]:
    """The self-test with these documents, or whole, in a process where what is left out cannot be imported."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    return subprocess.run(
        [sys.executable, "-P", ROOT / "tests" / "packaging" / "blocked.py", *documents],
        env=os.environ | {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_no_module_imports_what_is_left_out() -> None:
    names = {name for path in (ROOT / "fosdesk").rglob("*.py") for name in imported(path.read_text(encoding="utf-8"))}
    assert len(names) > 1000
    assert sorted(filter(is_blocked, names)) == []
    assert is_blocked("lxml.html.diff")
    assert not is_blocked("lxml.htmlish")


def test_the_lists_are_sorted_within_their_groups_and_name_nothing_twice() -> None:
    assert len(set(left_out.MODULES)) == len(left_out.MODULES)
    assert not [one for one in left_out.MODULES if any(one.startswith(f"{other}.") for other in left_out.MODULES)]


def test_everything_but_most_documents_works_without_it() -> None:
    done = without("status")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FAULT" not in done.stdout


@pytest.mark.long
def test_every_document_and_page_works_without_it() -> None:
    done = without()
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.long
def test_a_module_that_is_missed_is_noticed(tmp_path: Path) -> None:
    code = (ROOT / "tests" / "packaging" / "blocked.py").read_text(encoding="utf-8")
    (tmp_path / "blocked.py").write_text(code.replace("left_out.MODULES", "('pikepdf.pdfa',)"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", tmp_path / "blocked.py", "status"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "packaging")])},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 2, "the code and the documents"
    assert re.search(r"FAULT +Documents as PDF\n.*pikepdf\.pdfa", done.stdout)


def test_no_resource_is_left_out_but_sources_of_words() -> None:
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    gone = {path for path in resources if left_out.is_left_out(f"fosdesk/{path.relative_to(ROOT).as_posix()}")}
    assert {path.suffix for path in gone} == {".po", ".ts"}
    migrations = (ROOT / "fosdesk" / "store" / "migrations").rglob("*")
    assert not [path for path in migrations if left_out.is_left_out(path.relative_to(ROOT).as_posix())]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt6Pdf.dll",
        "docx/templates/default.docx",
        "docx/parts/placeholder.txt",
        "pikepdf/pdfa/data/schema.json",
        "tzdata/zoneinfo/Europe/Oslo",
        "libpython3.11.so.1.0",
    ],
)
def test_what_is_needed_stays(name: str) -> None:
    assert not left_out.is_left_out(name)
    assert not left_out.is_left_out(name.replace("/", "\\"))


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/plugins/platforms/qminimal.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/imageformats/qgif.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt6Quick.dll",
        "PySide6/opengl32sw.dll",
        "icuuc.dll",
        "PySide6/mscms.dll",
        "bcryptprimitives.dll",
        "fosdesk/resources/translations/nb.po",
        "docx/templates/default-docx-template/word/styles.xml",
    ],
)
def test_what_nothing_loads_goes(name: str) -> None:
    assert left_out.is_left_out(name)
    assert left_out.is_left_out(name.replace("/", "\\"))
