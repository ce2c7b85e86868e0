"""Growth: a school of 1,000 to 1,000,000 changes, and a folder of 1 to 300 schools; nothing worse than n log n.

`python tests/bench/bench_growth.py 100000` stops at that many changes.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fosdesk.content import read_framework
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.journal import BIRTH, Change, Edit, Journal, Writer
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.domain.school import School, values_of
from fosdesk.exchange.owner.school_folder import read_folder
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.exchange.zip_container import unpack
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.known_names import names_in
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.document_catalogue import make_document
from fosdesk.store import Store
from fosdesk.words import read_words
from tests.bench.growth import taken, tell
from tests.bench.many_records import records_of

SIZES = (1_000, 10_000, 100_000, 1_000_000)  # changes
SCHOOLS = (1, 10, 100, 300)
IN_A_SCHOOL = 2_000  # changes of each school in the folder
NOW = 1_795_431_600_000  # ms, in November 2026
ASKED = ("rapport", "fellestid møte", "hvem svarte")
DAY = date(2026, 11, 23)
# An even mix: entries at the gate with their reasons, meetings with their lines, what is to be done, milestones.
NOUNS_OF_A_SCHOOL = ("gate_reason", "agenda_line", "follow_up", "milestone", "decision", "learning")


def journal_of(changes: int, school: str = "growth") -> Journal:
    """A school in which one writer made about as many changes."""
    told = count(1)
    found: list[Change] = []

    def write(record: Record) -> None:
        noun = noun_of(record)
        filled = {name: value for name, value in values_of(record).items() if value != noun.fields[name].blank}
        for name, value in ((BIRTH, noun.key), *filled.items()):
            number = next(told)
            found.append(Change(0, number, number, NOW + number, 1, record.id, name, value, ()))

    write(SchoolProfile(PROFILE_ID, name="Fjordvik skole", direction="Alle skal høre til", start="2026H"))
    for turn in count():
        for key in NOUNS_OF_A_SCHOOL:
            for record in records_of(NOUNS[key], max(changes // 400, 5), f"{key}{turn}-"):
                write(record)
                if len(found) >= changes:
                    return Journal(school, "", (Writer(f"{1:032x}", "principal", "bench", NOW),), tuple(found))
    raise AssertionError


def changes(most: int) -> None:
    """One school of each size: what is done with the whole of it, and with one field."""
    times: dict[str, dict[int, float]] = {}
    for size in SIZES:
        if size > most:
            break
        with tempfile.TemporaryDirectory() as place:
            for what, ms in _of_school(journal_of(size), Path(place), rounds=3 if size < 1_000_000 else 1):
                times.setdefault(what, {})[size] = ms
    for what, found in times.items():
        tell(f"{what}, changes of a school", found)


def _of_school(journal: Journal, folder: Path, rounds: int) -> Iterator[tuple[str, float]]:
    packed = write_school_file(journal, app="bench", made=NOW, reference=False)
    yield (
        "writing a school file",
        taken(lambda: write_school_file(journal, app="bench", made=NOW, reference=False), rounds),
    )
    numbers = count()

    def merged() -> None:
        store = Store.open(folder / f"{next(numbers)}.db")
        store.merge(read_school_file(packed).journal, own=True, now=NOW)
        store.close()

    yield "reading a file and merging it", taken(merged, rounds)
    path, school = folder / "0.db", journal.school
    yield "opening and closing the store", taken(lambda: Store.open(path).close(), rounds)
    store = Store.open(path)
    yield "loading the school", taken(lambda: store.snapshot(school), rounds)
    told, said = count(1), [store.snapshot_of(school, [PROFILE_ID]).profile.direction]

    def commit() -> None:
        text = f"setning {next(told)}"
        edits = [Edit(PROFILE_ID, "direction", said[0], text)]
        store.append(school, edits, StepLabel("change"), role="principal", app="bench", now=NOW)
        said[0] = text

    commit()
    yield "a commit of one field", taken(commit, 30)
    picture = store.snapshot(school)
    store.close()
    framework = read_framework("nb")
    index = SearchIndex(framework, picture)
    yield "indexing for the search", taken(lambda: SearchIndex(framework, picture), rounds)
    yield "three questions to the search", taken(lambda: [index.find(asked) for asked in ASKED], rounds * 3)
    yield from _documents(picture, names_in(journal, picture), folder, rounds)


def _documents(picture: School, names: NameDetector, folder: Path, rounds: int) -> Iterator[tuple[str, float]]:
    framework, words = read_framework("nb"), read_words("nb")
    for document in ("gate_log", "hand_over"):
        for ending in ("pdf", "docx"):
            target = folder / f"{document}.{ending}"

            def write() -> object:
                return make_document(document, picture, framework, words, Audience.SCHOOL, DAY, target, names=names)  # noqa: B023

            write()
            yield f"the document {document} as {ending}", taken(write, rounds)


def schools() -> None:
    """A folder of school files, as an owner opens it; else each file read and decompressed."""
    packed = []
    for number in range(max(SCHOOLS)):
        journal = journal_of(IN_A_SCHOOL, f"school-{number:04}")
        packed.append(write_school_file(journal, app="bench", made=NOW, reference=False))
    framework = read_framework("nb")
    opened, plain = {}, {}
    for many in SCHOOLS:
        with tempfile.TemporaryDirectory() as place:
            for number, content in enumerate(packed[:many]):
                Path(place, f"{number:03}.fosdesk").write_bytes(content)
            opened[many] = taken(lambda: read_folder(Path(place), framework))
            plain[many] = taken(lambda: [unpack(one.read_bytes()) for one in sorted(Path(place).iterdir())])
    tell("opening a folder of schools, schools", opened)
    told = ", ".join(f"{many}: {plain[many]:,.1f} ms" for many in SCHOOLS)
    print(f"  reading and decompressing the same bytes: {told}", flush=True)


def main() -> None:
    """Both, each with its figures."""
    changes(int(sys.argv[1]) if sys.argv[1:] else max(SIZES))
    schools()


if __name__ == "__main__":
    main()
