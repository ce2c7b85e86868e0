"""The program of a released commit on a colleague's laptop: our files go there and come back, and nothing is lost."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from fosdesk.__main__ import main
from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.records import AgendaLine, CoreComponent, Meeting
from fosdesk.domain.rules.children import children_of, moved
from fosdesk.domain.rules.sharing.pack_contents import TOPICS
from fosdesk.exchange.experience_pack import pack_journal
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.school_file import write_school_file
from fosdesk.store import Store
from fosdesk.workspace import Workspace
from tests.privacy.known import names_of
from tests.released import (
    FILE_PASSWORD,
    OWN_FILE,
    SEALED_FILE,
    STORE,
    copied_folder,
    own_school,
    standing,
    worldwide,
)

ROOT = Path(__file__).resolve().parents[2]
RELEASED = "730ab0120bb3b41efdf22f2d00baccb44824fab3"
NOW = 1_795_000_000_000
MEETING = Meeting("a meeting", what="Arbeidsgruppen", day="2026-12-08", start="14:30", minutes=60)
LINES = [AgendaLine(f"line {n}", meeting=MEETING.id, what=f"Sak {n}", about=MEETING.id, pos=f"i{n}") for n in (1, 2, 3)]
COMPONENTS = [CoreComponent(f"component {n}", name=f"Komponent {n}", pos=f"i{n}") for n in (1, 2)]
_FILLED: dict[type, object] = {str: "ny č «{x}»\nlinje to", int: 5, bool: True}
pytestmark = pytest.mark.long

# What runs there is frozen with that commit: its names are the old ones, whatever ours are called.
_OPEN = """
import sys; from pathlib import Path
from fosdesk.errors import FosdeskError; from fosdesk.store import Store; from fosdesk.words import read_words
try:
    store = Store.open(Path(sys.argv[1]))
except FosdeskError as why:
    print(read_words("en")(why.sentence, **why.arguments)); raise SystemExit
school = next(s.id for s in store.schools() if s.own)
print("opened", len(store.journal(school).changes), len(store.snapshot(school).records))
store.close()
"""
_READ = """
import sys; from pathlib import Path
from fosdesk.errors import FosdeskError; from fosdesk.words import read_words
from fosdesk.exchange.school_file import load_school_file
try:
    load_school_file(Path(sys.argv[2]))
except FosdeskError as why:
    print(read_words("en")(why.sentence, **why.arguments))
"""
_READ_AND_WRITE = """
import sys; from pathlib import Path
from msgspec.structs import replace
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.school_file import load_school_file, write_school_file
from fosdesk.store import Store; from fosdesk.workspace import Workspace
store = Store.open(Path(sys.argv[1]))
file = load_school_file(Path(sys.argv[2]))
store.merge(file.journal, own=True, now=1)
school = file.journal.school
work = Workspace(store, school, role="teacher", app="0.1.0", clock=lambda: 1_795_100_000_000)
work.add(GateEntry(what="Fra den gamle"))
from fosdesk.domain.order import between
from fosdesk.domain.records import CoreComponent
one, other = (work.school.get(CoreComponent, f"component {n}") for n in (1, 2))
for place in (between("", one.pos), between(one.pos, other.pos), between(other.pos, "")):
    work.add(CoreComponent(name="Fra den gamle", pos=place))
work.commit(work.school.profile, replace(work.school.profile, name="Fjordvik"))
packed = write_school_file(store.journal(school), app="0.1.0", made=2, reference=False)
Path(sys.argv[3]).write_bytes(packed)
"""


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That commit's tree, with its words compiled."""
    try:
        made = subprocess.run(["git", "archive", "--format=zip", RELEASED], cwd=ROOT, capture_output=True, timeout=120)
        trouble = made.stderr.decode(errors="replace").strip() if made.returncode else ""
    except OSError as why:
        trouble = str(why)
    if trouble:
        pytest.fail(
            f"The program of commit {RELEASED[:7]} is needed to test with, and it is not here: run the tests with git "
            f"in a clone, after «git fetch --unshallow» where that is shallow. Git says: {trouble}"
        )
    tree = tmp_path_factory.mktemp("older")
    with zipfile.ZipFile(io.BytesIO(made.stdout)) as archive:
        archive.extractall(tree)
    there(tree, tree / "packaging" / "catalogues.py", "compile")
    place = there(tree, "-c", "import fosdesk; print(fosdesk.__file__)").strip()
    assert Path(place).resolve().is_relative_to(tree.resolve())
    return tree


def there(tree: Path, *arguments: str | Path) -> str:
    """What the older program prints when it is run as «python …»."""
    command = [sys.executable, *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode("utf-8")


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """The released data folder, in which the new program has written in every field of every noun."""
    folder = copied_folder(tmp_path)
    store = Store.open(folder / STORE)
    work = Workspace(store, own_school(store), role="principal", app="new", clock=lambda: NOW)
    for noun in NOUNS.values():
        values: dict[str, Any] = {name: _FILLED[field.python_type] for name, field in noun.fields.items()}
        work.add(noun.record(**values))
    work.undo()
    work.delete(list(work.school.of(NOUNS["gate_entry"].record))[:1])
    work.commit_all([(None, one) for one in (MEETING, *LINES, *COMPONENTS)], "create")
    work.commit_all(moved(LINES, "line 3", "line 1"))
    work.delete([LINES[1]])
    store.close()
    return folder / STORE


def journal_in(path: Path) -> dict[str, Any]:
    return worldwide(load_school_file(path, FILE_PASSWORD).journal)


def test_it_reads_our_file_and_hands_it_back(older: Path, ours: Path, tmp_path: Path) -> None:
    new, back, both = (tmp_path / f"{name}.fosdesk" for name in ("new", "back", "both"))
    assert main(["merge", str(ours), str(OWN_FILE), str(new)]) == 0
    there(older, "-m", "fosdesk", "check", new)
    there(older, "-m", "fosdesk", "merge", OWN_FILE, new, back)
    assert journal_in(back) == journal_in(new)
    assert main(["merge", str(new), str(back), str(both)]) == 0
    assert both.read_bytes() == new.read_bytes()


def test_it_says_in_one_sentence_that_an_experience_pack_is_newer(older: Path, ours: Path, tmp_path: Path) -> None:
    store = Store.open(ours)
    school = store.snapshot(own_school(store))
    journal = pack_journal(school, [topic.key for topic in TOPICS], names=names_of(school), now=NOW)
    store.close()
    pack, theirs = tmp_path / "pack.fosdesk", tmp_path / "theirs.db"
    pack.write_bytes(write_school_file(journal, app="new", made=NOW, reference=True))
    assert load_school_file(pack).reference
    said = there(older, "-c", _READ, theirs, pack).strip()
    assert said == "The file was made by a newer fosdesk; update fosdesk, and read it then."


def test_what_it_writes_comes_back_once(older: Path, ours: Path, tmp_path: Path) -> None:
    new, theirs, back = tmp_path / "new.fosdesk", tmp_path / "theirs.db", tmp_path / "back.fosdesk"
    main(["merge", str(ours), str(OWN_FILE), str(new)])
    there(older, "-c", _READ_AND_WRITE, theirs, new, back)
    store = Store.open(ours)
    own = own_school(store)
    before, shown = worldwide(store.journal(own)), standing(store, own)
    came = store.merge(load_school_file(back).journal, own=True, now=NOW)
    after = worldwide(store.journal(own))
    assert {key: after["changes"][key] for key in before["changes"]} == before["changes"]
    assert len(after["changes"]) == len(before["changes"]) + came
    assert after["blanked"] == before["blanked"]
    assert store.merge(load_school_file(back).journal, own=True, now=NOW) == 0
    now = standing(store, own)
    added = {record: said for record, said in now["records"].items() if record not in shown["records"]}
    assert [said for said in added.values() if said[0] == "gate_entry"] == [["gate_entry", {"what": "Fra den gamle"}]]
    assert now["records"]["school"][1]["name"] == "Fjordvik"
    assert now["unknown"] == shown["unknown"]
    school = store.snapshot(own)
    assert school.find(MEETING.id) == MEETING
    lines = children_of(school, noun_of(AgendaLine), MEETING.id)
    assert [one.id for one in lines] == ["line 3", "line 1"]
    assert [getattr(one, "about", "") for one in lines] == [MEETING.id] * 2
    names = [one.name for one in school.of(CoreComponent) if one.name.startswith(("Fra den gamle", "Komponent"))]
    assert names == ["Fra den gamle", "Komponent 1", "Fra den gamle", "Komponent 2", "Fra den gamle"]
    store.close()


def test_a_sealed_file_is_opened_there(older: Path, ours: Path, tmp_path: Path) -> None:
    password, new = tmp_path / "password", tmp_path / "new.fosdesk"
    password.write_text(FILE_PASSWORD, encoding="utf-8")
    assert main(["merge", str(ours), str(SEALED_FILE), str(new), "--password-file", str(password)]) == 0
    back = tmp_path / "back.fosdesk"
    there(older, "-m", "fosdesk", "merge", SEALED_FILE, new, back, "--password-file", password)
    assert journal_in(back) == journal_in(new)


def test_it_opens_our_store_or_says_that_it_is_newer(older: Path, ours: Path, tmp_path: Path) -> None:
    store = Store.open(ours)
    own = own_school(store)
    changes, records = len(store.journal(own).changes), len(store.snapshot(own).records)
    store.close()
    copy = tmp_path / "copy" / STORE
    copy.parent.mkdir()
    shutil.copy(ours, copy)
    said = there(older, "-c", _OPEN, copy).strip()
    if said.startswith("opened"):
        assert said == f"opened {changes} {records}"
    else:
        assert said == f"The file {STORE} was made by a newer fosdesk, so update fosdesk on this machine to open it."
        assert copy.read_bytes() == ours.read_bytes()
    # Whichever it was, the way back is here: our program goes on with the file.
    store = Store.open(copy)
    assert len(store.journal(own).changes) == changes
    store.close()
