"""What is never renamed, as the running program has it: it stands in stores, files, settings and commands of schools.

`python -m tests.golden_names`, with packaging/ in PYTHONPATH, adds what is new to the golden list, and refuses when
something in it is gone.
"""

import ast
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from functools import cache
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import catalogues
from fosdesk.__main__ import _EVERYWHERE, COMMANDS, main
from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.content import read_framework
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import NOUNS, Choice, Privacy, Reference
from fosdesk.domain.records.descriptions import HEADINGS
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.privacy_decisions import RETENTION_ID
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.roles import LAPTOP_ROLES
from fosdesk.exchange.backup_seal import sealing_key_for
from fosdesk.exchange.password_seal import seal
from fosdesk.pace import NO_HURRY
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import CATEGORIES, DOCUMENTS
from fosdesk.reports.pdf.archive_metadata import ENDING, ArchiveNote
from fosdesk.store import Store
from fosdesk.store.arrivals import BRING_AGAIN, TAKE_BACK
from fosdesk.store.atomic_file import PART
from fosdesk.store.known_schema import MIGRATIONS, frozen
from fosdesk.store.steps import encode_label
from fosdesk.ui.frame.page_registry import FORMER, PAGES, place_named
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.words import LANGUAGES
from tests.released import FILES, OTHERS_FILE, OWN_FILE, copied_folder
from tests.ui.acts import settle

GOLDEN = FILES / "golden_names.json"
PACKAGE = Path(catalogues.__file__).resolve().parent.parent / "fosdesk"
Names = dict[str, Any]

# What no value in the program lists: it is golden as long as the code says it somewhere.
_ACTS = (
    *("create", "change", "delete", "restore", "settle", "erase"),
    *("the answers from the first start", "advice was answered", "several meetings", "the school's calendar"),
    *("saved from a damaged file",),
    *("an item was hidden", "an item was shown again", "an item was moved"),
    *("the phase was opened", "the phase was closed", "the phase was opened again", "a look back was written"),
    *("a line was sorted", "protected time copied to the next semester", "colleagues are asked to erase somebody"),
    *("several records changed", "rows were pasted", "records were put away", "records were taken out again"),
    "records were put on the agenda",
)
_FILE_NAMES = (
    *(
        "fosdesk.open",
        "settings.json",
        "errors.log",
        "backups",
        ".db",
        ".fosdesk",
        ".sealed",
        ".part",
        ".whole",
        ".whole.part",
    ),
    *(".lock", ".erasing", ".erased", ".restored", ".rescued", ".version-", "damaged ", "replaced ", "-journal"),
)
_REASONS = ("asked", "start", "close", "time", "import", "restore", "erase", "move")
_THEMES = ("system", "light", "dark")
_NO_RECORDS = ("arrival:", "checklist_sheet:", "w:")  # an arrival's number for a page, a document's module, Word's XML
_PREFIX = re.compile(r"(?:[a-z]+_)*[a-z]+:")
_PARTS = {place.key: place.parts for place in PAGES} | {"history": ("changes", "bin", "arrivals")}


def names() -> Names:
    """All that can be read off the program without a window."""
    return {
        "nouns": nouns(),
        "choices in the program": {
            "privacy": [str(one) for one in Privacy],
            "audience": [str(one) for one in Audience],
            "language": list(LANGUAGES),
            "role": list(LAPTOP_ROLES),
            "heading": list(HEADINGS),
            "theme": [theme for theme in _THEMES if theme in _said()],
        },
        "framework": framework(),
        "record ids": {
            "whole": [PROFILE_ID, WORK_GROUP_ID, TIME_PLAN_ID, RETENTION_ID],
            "begins with": sorted(_id_prefixes().difference(_NO_RECORDS)),
        },
        "acts": [*(act for act in _ACTS if act in _said()), TAKE_BACK, BRING_AGAIN],
        "step label": encode_label(StepLabel("act", "noun", "field", "record")),
        "settings": settings(),
        "documents": {
            key: {"audiences": [str(one) for one in kind.audiences], "shelf": kind.category}
            for key, kind in DOCUMENTS.items()
        },
        "shelves": list(CATEGORIES),
        "archive note": {"ending": ENDING, "keys": list(ArchiveNote.__struct_fields__)},
        "command line": command_line(),
        "parts of file names": [name for name in (*_FILE_NAMES, *_REASONS) if name.removesuffix(PART) in _said()],
        "store": store_shape(),
        "school file": school_file(),
    }


def nouns() -> Names:
    """Each noun with its fields, how they are stored, and their options."""
    found: Names = {}
    for key, noun in NOUNS.items():
        fields: Names = {}
        for name, field in noun.fields.items():
            fields[name] = {"stored as": field.python_type.__name__}
            if isinstance(field, Choice):
                fields[name]["options"] = [option.key for option in field.options]
            if isinstance(field, Reference):
                fields[name]["target"] = field.target
        found[key] = {"fields": fields}
    return found


def framework() -> Names:
    """The ids that answers, reflections, advice and phases are kept under."""
    read = read_framework("nb")
    return {
        "phases": {
            phase.id: {
                "items": [item.id for item in phase.items],
                "tracks": [track.id for track in phase.tracks],
                "reflection questions": [f"{phase.id}-{n}" for n in range(1, len(phase.reflection) + 1)],
            }
            for phase in read.phases
        },
        "warnings": [warning.id for warning in read.warnings],
        "paces": [pace.id for pace in read.paces],
        "milestones": [one.id for one in read.milestones],
        "yearly": [one.id for one in read.yearly],
        "glossary": [term.key for group in read.glossary for term in group.terms],
    }


def settings() -> Names:
    """The names in settings.json, as they are written, and what kind of value each has."""
    with tempfile.TemporaryDirectory() as folder:
        SettingsFile(Path(folder)).change()
        (written,) = Path(folder).iterdir()
        kept = json.loads(written.read_text(encoding="utf-8"))
        return {"file": written.name, "names": {name: type(value).__name__ for name, value in kept.items()}}


def command_line() -> Names:
    """Commands with what they take, their options, their JSON, and how they end."""
    commands: Names = {
        name: {"takes": " ".join(command.takes), "options": list(command.options)} for name, command in COMMANDS.items()
    }
    with tempfile.TemporaryDirectory() as folder:
        commands["info"]["json"] = list(json.loads(run("info", OWN_FILE, "--json")[1]))
        commands["merge"]["json"] = list(json.loads(run("merge", OWN_FILE, OWN_FILE, f"{folder}/x", "--json")[1]))
        codes = {
            "a file that is whole": run("check", OWN_FILE)[0],
            "a file that is none": run("check", f"{folder}/nowhere")[0],
            "a command that is none": run("novel")[0],
            "help": run("--help")[0],
        }
    return {"everywhere": list(_EVERYWHERE), "commands": commands, "exit": codes}


def run(*arguments: str | Path) -> tuple[int, str]:
    """A command's exit code, and what it printed."""
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()):
        code = main([str(one) for one in arguments])
    return code, out.getvalue()


def store_shape() -> Names:
    """What marks a store as ours, the frozen steps of its shape, and the columns of its tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / STORE_NAME
        Store.open(path).close()
        header = path.read_bytes()[:100]
        with closing(sqlite3.connect(path)) as raw:
            tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            columns = {t: [row[1] for row in raw.execute(f"PRAGMA table_info({t})")] for t in sorted(tables)}
    return {
        "begins with": header[:16].hex(),
        "application id": header[68:72].hex(),
        "journal mode": header[18:20].hex(),
        "steps": {str(number): sha256(frozen(place).encode()).hexdigest() for number, place in MIGRATIONS.items()},
        "columns": columns,
    }


def school_file() -> Names:
    """Members and first lines of a school file, and the headers of what a password closes."""
    found: Names = {}
    for name, path in (("own", OWN_FILE), ("for others", OTHERS_FILE)):
        with tempfile.TemporaryDirectory() as folder, closing(_handed_out(path, Path(folder))) as packed:
            manifest = json.loads(packed.read("manifest.json"))
            line = json.loads(packed.read("changes.jsonl").splitlines()[0])
            found[name] = {
                "members": packed.namelist(),
                "manifest": {key: type(value).__name__ for key, value in manifest.items()},
                "format": f"{manifest['format']} for readers from {manifest['min_reader']}, {manifest['kind']}",
                "change": " ".join(type(value).__name__ for value in line),
            }
    return {
        **found,
        "sealed": {"begins with": seal(b"", "p")[:8].hex(), "bytes more": len(seal(b"", "p"))},
        "padlock": {"begins with": sealing_key_for("p")[:16], "length": len(sealing_key_for("p"))},
    }


def _handed_out(path: Path, folder: Path) -> zipfile.ZipFile:
    """A file as this program writes it."""
    if path is OTHERS_FILE:
        return zipfile.ZipFile(path)  # others cannot be merged: what is read is what was written then
    assert run("merge", path, path, folder / "again")[0] == 0
    return zipfile.ZipFile(folder / "again")


def parts(program: Fosdesk) -> Names:
    """The keys of pages and of their parts, as the window knows them."""
    found: Names = {}
    for one in (*(place.key for place in PAGES), *FORMER):
        program.window.go(one, "")
        page: Any = program.window.page(one)
        known = []
        for key in _PARTS.get(one, ()):
            try:
                page.part(key)
            except KeyError:
                continue
            known.append(key)
        if program.window.current_key == place_named(one).page:
            found[one] = known
        settle()
    return found


def life(program: Fosdesk, second: Path) -> Iterator[str]:
    """The files of a data folder and of the second one, each number a «#», after a day with all that makes them."""
    assert program.store is not None
    assert program.window.desk is not None
    keeping, work = program.window.desk.backup_schedule, program.window.desk.workspace
    old = keeping.backups()[0].path
    for why in _REASONS:
        keeping.save(why)
    for folder in (program.folder, keeping.folder, second):
        yield from (_masked(path, program.folder.parent) for path in folder.iterdir())
    for mark in (keeping.folder / "fosdesk.erased", second / "fosdesk.erased"):
        mark.unlink(missing_ok=True)
    gone = next(v.change for v in work.history("description:anchoring") if v.field and not v.current)
    work.redact([gone], keeping.folders, password="")
    yield from (_masked(path, program.folder.parent) for path in (*keeping.folder.iterdir(), *second.iterdir()))
    part = keeping.prepare_replacement(old, NO_HURRY)
    yield _masked(part, program.folder.parent)
    keeping.replacement_ready.emit(part)
    yield from (_masked(path, program.folder.parent) for path in program.folder.iterdir())


def _masked(path: Path, above: Path) -> str:
    name = path.relative_to(above).as_posix()
    return re.sub(r"\d+", "#", re.sub(r" \(\d+\)", "", name))  # of those of one second, the later ones are counted


@cache
def _said() -> frozenset[str]:
    """Every text that the code says."""
    return frozenset(catalogues.text_constants(PACKAGE))


def _id_prefixes() -> set[str]:
    """What the code puts before something else to make an id, such as «answer:»."""
    found = set()
    for source in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            first = node.values[0] if isinstance(node, ast.JoinedStr) and len(node.values) > 1 else None
            if isinstance(first, ast.Constant) and _PREFIX.fullmatch(str(first.value)):
                found.add(str(first.value))
    return found


def missing(golden: Any, now: Any, place: str = "") -> Iterator[str]:
    """Where something golden is gone or changed; what is new is passed over."""
    if isinstance(golden, Mapping):
        for key, value in golden.items():
            if not isinstance(now, Mapping) or key not in now:
                yield f"{place}/{key} is gone"
            else:
                yield from missing(value, now[key], f"{place}/{key}")
    elif isinstance(golden, list) and isinstance(now, list):
        yield from (f"{place}/{one} is gone" for one in golden if one not in now)
    elif golden != now:
        yield f"{place} was {golden!r} and is {now!r}"


def write() -> None:
    """Write the golden list anew; refused when that would take something out of it."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        now = names()
        for place in (one, other):
            program = build(copied_folder(Path(place)))
            ready: list[bool] = []
            program.opened.connect(lambda ready=ready: ready.append(True))
            program.window.show()
            while not ready:
                app.processEvents()
            if place == one:
                now["pages"] = parts(program)
            else:
                now["files"] = sorted(set(life(program, Path(place) / "second")))
            program.window.close()
            program.close()
    if GOLDEN.exists():
        lost = list(missing(json.loads(GOLDEN.read_text(encoding="utf-8")), now))
        assert not lost, lost
    GOLDEN.write_text(json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
