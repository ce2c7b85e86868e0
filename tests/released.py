"""What released programs left in tests/data, and all that a store says of its schools, as plain values."""

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec

from fosdesk.domain.fields import noun_of
from fosdesk.store import Store

FILES = Path(__file__).resolve().parent / "data"
FOLDER, SECOND = FILES / "folder-2", FILES / "second-2"  # a data folder as it was left, and the second one for backups
OWN_FILE, SEALED_FILE, OTHERS_FILE = (FILES / f"school-2{kind}.fosdesk" for kind in ("", "-sealed", "-others"))
EARLIER_FILE = FILES / "school-2-earlier.fosdesk"  # a colleague's, from before anybody was erased
SEALED_OTHERS_FILE, REUSED = FILES / "school-2-others-sealed.fosdesk", FILES / "store-2-reused.db"
STORE = "fosdesk.db"
FILE_PASSWORD, BACKUP_PASSWORD = "blåbær tåke 7", "ærlig løype ni"
ERASED, SHIELDED, STAYS = "Guro Bakkemo", "Per Skogheim", "Kari Nordvik"  # people; the last one is as any other
LAST_FILE = "fra inspektøren 4.fosdesk"  # what it brought stands, and nothing was written since
THIRD_FILE = "fra inspektøren 3.fosdesk"  # taken back exactly
SECOND_FILE = "fra inspektøren 2.fosdesk"  # taken back by a step, so that it can be brought in again
Picture = dict[str, Any]


def told(name: str) -> Picture:
    """What the program that wrote the files said of them: `picture-2`, `afterwards-2`, `sentences-2`, `others-2` …"""
    found: Picture = json.loads((FILES / f"{name}.json").read_text(encoding="utf-8"))
    return found


def copied_folder(target: Path) -> Path:
    """The data folder and the second folder where they may be written in; the settings know the second one."""
    shutil.copytree(FOLDER, target / "fosdesk")
    shutil.copytree(SECOND, target / "second")
    settings = target / "fosdesk" / "settings.json"
    chosen = json.loads(settings.read_text(encoding="utf-8"))
    settings.write_text(json.dumps({**chosen, "second_backups": str(target / "second")}), encoding="utf-8")
    return target / "fosdesk"


def own_school(store: Store) -> str:
    """The id of the school that is this laptop's own."""
    return next(school.id for school in store.schools() if school.own)


def arrival_of(store: Store, file: str) -> int:
    """The number of what a file brought."""
    return next(arrival.id for arrival in store.arrivals(own_school(store)) if arrival.file == file)


def picture_of_all(store: Store) -> Picture:
    """All schools of a store."""
    return {
        school.id: {"own": school.own, "added": school.added, **picture(store, school.id)} for school in store.schools()
    }


def picture(store: Store, school: str) -> Picture:
    """Everything that can be asked about one school, as values that JSON keeps; blank fields are left out."""
    journal = journal_of(store, school)
    records = sorted({change[3] for change in journal["changes"].values()})
    return _plain(
        {
            **standing(store, school),
            "history": {
                record: [
                    [v.field, v.value, v.at, v.role, v.current, v.blanked, *v.change]
                    for v in store.history(school, record)
                ]
                for record in records
            },
            "journal": journal,
            "bin": [
                [one.at, one.role, [[*what, store.last_values(school, what[0])] for what in one.records]]
                for one in store.deleted(school)
            ],
            "arrivals": [list(arrival) for arrival in store.arrivals(school)],
            "erased": [sorted(store.erased(school).records), sorted(store.erased(school).changes)],
            "answered": sorted(store.answered(school)),
            "undo": store.undo_label(school),
            "redo": store.redo_label(school),
        }
    )


def standing(store: Store, school: str) -> Picture:
    """What is shown, what is shielded, and what people disagree about."""
    shown = store.snapshot(school)
    return _plain(
        {
            "records": {record: [noun_of(one).key, _filled(one)] for record, one in shown.records.items()},
            "shielded": {record: [noun_of(one).key, _filled(one)] for record, one in shown.shielded.items()},
            "conflicts": sorted([*key, sorted(values, key=str)] for key, values in shown.conflicts.items()),
            "unknown": shown.unknown,
        }
    )


def journal_of(store: Store, school: str) -> Picture:
    """Each change by its worldwide name, and who wrote."""
    return worldwide(store.journal(school))


def worldwide(journal: Any) -> Picture:
    """A journal without the places of its writers, which differ from file to file."""
    uids = [writer.uid for writer in journal.writers]
    return _plain(
        {
            "name": journal.name,
            "writers": {writer.uid: [writer.role, writer.app, writer.opened] for writer in journal.writers},
            "changes": {
                f"{uids[c.writer]}:{c.number}": [
                    c.order,
                    c.at,
                    c.step,
                    c.record,
                    c.field,
                    c.value,
                    sorted(f"{uids[writer]}:{number}" for writer, number in c.replaces),
                ]
                for c in journal.changes
            },
            "blanked": sorted(f"{uids[writer]}:{number}" for writer, number in journal.blanked),
        }
    )


def _filled(record: msgspec.Struct) -> Picture:
    values = msgspec.structs.asdict(record)
    return {n: v for n, v in values.items() if n != "id" and v is not None and v is not False and v != ""}


def _plain(values: Picture) -> Picture:
    """As it comes back out of a JSON file, so that tuples and lists are the same."""
    plain: Picture = json.loads(json.dumps(values))
    return plain
