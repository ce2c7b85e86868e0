"""Writes the files of format 2 in this folder, with the program of commit 730ab01 (fosdesk 0.1.0) and no other.

They are what schools have: never write them anew with a later program. To see how they came about, or to write one more
beside them, check that commit out and let Python find its rooms first:

    git worktree add ../fosdesk-0.1.0 730ab01
    PYTHONPATH=../fosdesk-0.1.0:. QT_QPA_PLATFORM=offscreen python tests/data/write_files.py FOLDER

Ids and salts are random; moments are not. Rooms that may have moved since are imported by name, so that nothing in
here follows the move.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from tests import released
from tests.data.laptops import Clock, Deputy, Laptop, old, until
from tests.released import BACKUP_PASSWORD, FILE_PASSWORD, STORE, picture_of_all, standing

ERASED, SHIELDED = (
    (name, name.lower().replace(" ", ".") + "@eksempel.no") for name in (released.ERASED, released.SHIELDED)
)
KEPT, WISHED, STAYS = "Anne-Lise Åmot", "Áile Sara", released.STAYS
FIXED = {
    "answer": "answer:F1-06",
    "phase": "phase:F2",
    "description": "description:anchoring",
    "advice_reply": "advice:W2",
    "seat": "seat:teachers",
    "reflection": "reflection:F1-1",
    "balance": "balance:2026H",
    "work_group": "work_group",
    "time_plan": "time_plan",
    "retention": "retention",
    "school_profile": "school",
}
BACKUPS = ("asked", "erase", "2026-10-07", "2026-10-06 08.00.49")
OF_OTHERS = ("restriction", "erase_request", "school_profile")  # they are written in the story itself


# -- what is written


def value_for(name: str, field: Any, place: int, known: dict[str, str]) -> Any:
    """Something that a person could have put into a field; texts with letters that are easily lost."""
    kind = type(field).__name__
    match kind:
        case "Choice":
            return field.options[place % len(field.options)].key
        case "Reference":
            return known.get(field.target, "")
        case "Date":
            return f"2026-09-{10 + place:02}"
        case "SemesterField":
            return "2026H"
        case "Number" | "Minutes":
            return 10 + place
        case "YesNo":
            return True
        case "Order":
            return old("domain.order").between("", "")
        case "Long":
            return f"«{name}»: før\nog nå, {{0}} {{n}} %s <b>æøåÆØÅ čđŋšŧž ä é</b> 𝄞 — linje to\n\n– og tre."
    return f"«{name}» {{x}} & æøå čđŋ"


def everything(work: Any) -> dict[str, str]:
    """One record of each noun with all its fields filled, and which record that is."""
    nouns = old("domain.fields").NOUNS
    known = {
        key: FIXED.get(key, f"{number:02}{key.encode().hex()[:10]:0<10}") for number, key in enumerate(sorted(nouns))
    }
    known["translation_note"] = f"translation:{known['gate_entry']}"
    for key, noun in nouns.items():
        if key in OF_OTHERS:
            continue
        values = {name: value_for(f"{key}.{name}", f, n, known) for n, (name, f) in enumerate(noun.fields.items())}
        values.update({"left": ""} if key == "person" else {})
        values.update({"closed": ""} if key == "phase" else {})
        work.commit(None, noun.record(id=known[key], **values), "create")
    return known


def change(work: Any, record: str, act: str = "change", **values: object) -> None:
    """Write in a record that is there."""
    before = work.school.find(record)
    work.commit(before, msgspec.structs.replace(before, **values), act)


def people(work: Any, known: dict[str, str]) -> dict[str, str]:
    """The people who will be erased, shielded, asked for and kept; their ids by name."""
    records = old("domain.records")
    ids = {}
    for name, contact in (ERASED, SHIELDED, (KEPT, ""), (WISHED, ""), (STAYS, "kari@eksempel.no")):
        made = work.add(records.Person(name=name, role="teacher", contact=contact))
        ids[name] = made.id
        work.add(records.Membership(person=made.id, standing="member", motivation=f"{name} vil gjerne", leads=True))
        work.add(records.SeatHolder(seat="teachers", person=made.id))
    work.add(records.GateEntry(what=f"Kurs som {ERASED[0]} foreslo", decision="admitted", reason="Guro har prøvd det"))
    work.add(records.GateEntry(what="Kurs som Per Skogheim foreslo", decision="kept_out", reason="Per Skogheim vet"))
    work.add(records.Meeting(what=f"Møte med {STAYS}", day="2026-10-20", minutes=60))
    change(work, known["time_plan"], others=f"{ERASED[0]} og {STAYS} får tid")
    return ids


def of_a_newer_program(work: Any) -> None:
    """A noun and a field that this program does not know, as a file of a later one would bring them."""
    journal, label = old("domain.journal"), old("domain.steps").StepLabel("change", "", "", "odd")
    edits = [journal.birth("odd", "of_a_newer_fosdesk"), journal.Edit("odd", "unheard_of", None, "tas vare på")]
    edits.append(journal.Edit("school", "of_a_newer_fosdesk", None, 7))
    work.store.append(work.school.id, edits, label, role="principal", app="0.1.0", now=work.now())
    work.reload()


def neighbour(laptop: Laptop, folder: Path) -> None:
    """A colleague's school, read beside one's own: as others may see it."""
    records, store = old("domain.records"), old("store").Store.open(folder / "neighbour.db")
    store.add_school("a0b1c2d3e4f5a0b1", own=True, now=laptop.clock())
    work = old("workspace").Workspace(store, "a0b1c2d3e4f5a0b1", role="principal", app="0.1.0", clock=laptop.clock)
    work.commit(None, records.SchoolProfile("school", name="Lia skole", direction="Alle hører til"))
    work.add(records.GateEntry(what="Lesekurs", decision="parked", reason="Ikke i år"))
    work.add(records.Person(name="Ola Lia", role="teacher"))
    work.commit(None, records.PhaseState("phase:F1", opened="2025-08-18"))
    packed = for_others(work, laptop.clock())
    laptop.work.store.merge(old("exchange.school_file").read_school_file(packed).journal, own=False, now=laptop.clock())
    store.close()


def for_others(work: Any, now: int) -> bytes:
    """The open school as a file for other schools."""
    files, audience = old("exchange.school_file"), old("domain.privacy").Audience.NETWORK
    journal = files.reference_journal(work.school, name=work.school.profile.name, audience=audience, now=now)
    return bytes(files.write_school_file(journal, app="0.1.0", made=now, reference=True))


# -- the story


def story(laptop: Laptop, deputy: Deputy, folder: Path) -> bytes:
    """From the first start to the day on which the folder is looked at; a file from before anybody was erased."""
    clock, records = laptop.clock, old("domain.records")
    clock.turn_to(5, 8)
    page = laptop.program.window.findChild(old("ui.pages.first_start").FirstStartPage)
    page.name.setText("Fjordvik skole")
    page.start_school()
    until(lambda: laptop.desk)
    known = everything(laptop.work)
    of_a_newer_program(laptop.work)
    ids = people(laptop.work, known)
    change(laptop.work, "school", direction="Alle barn hører til", left_out="Lekser")
    laptop.desk.keeping.save("asked")
    laptop.program.settings.change(
        second_backups=str(folder / "second"),
        padlock=old("exchange.padlock").sealing_key_for(BACKUP_PASSWORD),
        theme="dark",
        text_size=110,
        role="deputy",
        folder="skolefiler",
        open_first="gatekeeping",
        sheet_offered=True,
    )
    laptop.close()
    # The first file: a conflict that stands, and that others have written beside since.
    clock.turn_to(6, 8)
    laptop.start()
    first = deputy.go_on(laptop.file(), partial(disagree, ids=ids))
    change(laptop.work, "school", direction="Vi bygger lag", inclusion="Ingen står alene", left_out="Lange møter")
    laptop.merge(first, "fra inspektøren 1.fosdesk")
    laptop.work.settle("school", "inclusion", "Ingen står alene, og alle får bidra")
    laptop.work.keep(ids[KEPT])
    # The second: written on, then taken back by a step.
    second = deputy.go_on(laptop.file(), partial(bring, what="Bok om lesing"))
    laptop.merge(second, released.SECOND_FILE)
    change(laptop.work, brought(laptop.work, "Bok om lesing, del 2").id, reason="Vi leser den først")
    laptop.work.show(laptop.work.take_back(laptop.work.arrivals()[0].id, laptop.folder / "backups")[1])
    # The third: taken back exactly, and no number of its writers is used again, because another school came after it.
    third = deputy.go_on(laptop.file(), partial(bring, what="Film om lek"))
    laptop.merge(third, released.THIRD_FILE)
    neighbour(laptop, folder)
    taken, seen = laptop.work.take_back(laptop.work.arrivals()[0].id, laptop.folder / "backups")
    assert taken.exactly
    laptop.work.show(seen)
    laptop.close()
    # Erased, shielded, asked for.
    clock.turn_to(7, 8)
    laptop.start()
    work = laptop.work
    held = work.held(ids[ERASED[0]], lambda role: "[lærer]")
    chosen = {mention.saying.change for mention in held.mentions}
    assert work.erase(held, chosen, laptop.desk.keeping.folders, password=BACKUP_PASSWORD) == []
    work.reload()
    work.ask_to_erase(ids[ERASED[0]], "2026-10-07")
    work.shield(ids[SHIELDED[0]], "Flyttet, men vedtaket må finnes", "2026-10-07")
    last = deputy.go_on(laptop.file(), partial(bring, what="Tavle", mandate="Ny"))
    steps(work, records, known)
    # The last one brings a conflict and stands, and nothing is written after it.
    laptop.merge(last, released.LAST_FILE)
    laptop.desk.keeping.save("asked")
    laptop.close()
    return first


def disagree(work: Any, ids: dict[str, str]) -> None:
    """Write where the principal writes at the same time, and ask the principal to erase two people."""
    change(work, "school", direction="Et trygt sted å lære", inclusion="Alle får bidra", left_out="Prøver")
    for name in (KEPT, WISHED):
        work.ask_to_erase(ids[name], "2026-10-06")


def bring(work: Any, what: str, mandate: str = "") -> None:
    """Bring two entries, and other words in records that are there."""
    records = old("domain.records")
    work.add(records.GateEntry(what=what, kind="literature", came="2026-10-06", decision="undecided"))
    work.add(records.GateEntry(what=f"{what}, del 2", decision="undecided"))
    change(work, "description:anchoring", text=f"{what} er tatt med")
    if mandate:
        change(work, "work_group", mandate=mandate)


def brought(work: Any, what: str) -> Any:
    """The entry that says this."""
    return next(one for one in work.school.of(old("domain.records").GateEntry) if one.what == what)


def steps(work: Any, records: Any, known: dict[str, str]) -> None:
    """One step of undo of each kind; two of them are undone, and wait to be done again."""
    change(work, "answer:F1-06", "an item was hidden", put_away=True)
    change(work, "answer:F1-06", "an item was shown again", put_away=False)
    change(work, known["own_item"], "an item was moved", pos="9")
    change(work, "advice:W2", "advice was answered", because="Vi har snakket om det")
    work.commit_all([(None, records.Meeting(f"{n:012x}", what=f"Fast møte {n}")) for n in (1, 2)], "several meetings")
    slot = records.TimeSlot("00000000000a", what="Felles tid", minutes=45)
    work.commit_all([(None, slot)], "protected time copied to the next semester")
    for act, opened, closed in (
        ("the phase was opened", "2026-10-07", ""),
        ("the phase was closed", "2026-10-07", "2026-10-08"),
        ("the phase was opened again", "2026-10-09", ""),
    ):
        before = work.school.get(records.PhaseState, "phase:F1")
        work.commit(before, msgspec.structs.replace(before, opened=opened, closed=closed), act)
    work.commit(None, records.TransitionNote("00000000000b", why="Etterpå"), "a look back was written")
    work.delete([work.school.find("00000000000a"), work.school.find("000000000001")])
    work.restore(["000000000001"])
    change(work, "answer:F1-06", status="done")
    change(work, known["gate_entry"], reason="Fordi", reply="Takk", decision="adapted")
    work.settle("school", "left_out", "Prøver og lange møter")
    work.add(records.CoreComponent(name="Samarbeid"))
    work.delete([work.school.find(known["stop_item"])])
    change(work, "work_group", mandate="Gruppa foreslår, rektor bestemmer")
    change(work, "phase:F2", own_title="Sammen i gang")
    work.undo()
    work.undo()


# -- beside the folder


def write_reused(folder: Path, target: Path, clock: Clock) -> None:
    """A store in which an own opening bears the number of a writer whose arrival was taken back exactly."""
    clock.turn_to(12, 8)
    laptop, deputy = Laptop(folder / "reused", clock), Deputy(folder, clock)
    deputy.place = folder / "deputy of reused.db"
    page = laptop.program.window.findChild(old("ui.pages.first_start").FirstStartPage)
    page.name.setText("Prøve skole")
    page.start_school()
    until(lambda: laptop.desk)
    laptop.work.commit(None, old("domain.records").Description("description:anchoring", text="Vårt"), "create")
    laptop.merge(deputy.go_on(laptop.file(), partial(bring, what="Kurs")), released.THIRD_FILE)
    laptop.work.show(laptop.work.take_back(laptop.work.arrivals()[0].id, laptop.folder / "backups")[1])
    laptop.close()
    laptop.start()
    laptop.work.add(old("domain.records").GateEntry(what="Skrevet etterpå", reason="Skal aldri bort"))
    laptop.close()
    shutil.copy(laptop.folder / STORE, target)


def afterwards(folder: Path, clock: Clock) -> dict[str, Any]:
    """What this program makes of the store when the last file is taken back, or the second brought in again."""
    found = {}
    for name, file in (("taken back", released.LAST_FILE), ("again", released.SECOND_FILE)):
        with tempfile.TemporaryDirectory() as place:
            shutil.copytree(folder, Path(place) / "copy")
            store = old("store").Store.open(Path(place) / "copy" / STORE)
            own, arrival = released.own_school(store), released.arrival_of(store, file)
            act = store.take_back if name == "taken back" else store.bring_again
            taken = act(own, arrival, role="principal", app="0.1.0", now=clock())
            found[name] = {"taken": list(taken), **standing(store, own)}
            store.close()
    return found


def sentences(folder: Path) -> dict[str, list[str]]:
    """What undo and redo are called in each language, for as long as there is something to undo."""
    found: dict[str, list[str]] = {}
    labels, content = old("ui.labels"), old("content")
    for language in ("nb", "nn", "en"):
        with tempfile.TemporaryDirectory() as place:
            shutil.copytree(folder, Path(place) / "copy")
            store = old("store").Store.open(Path(place) / "copy" / STORE)
            own, clock = released.own_school(store), Clock()
            clock.turn_to(20, 8)
            work = old("workspace").Workspace(store, own, role="principal", app="0.1.0", clock=clock)
            say = partial(labels.step_words, old("words").read_words(language), content.read_framework(language))
            said = [say(work.school, work.redo_label())]
            while (label := work.undo_label()) is not None:
                said.append(say(work.school, label))
                try:
                    work.undo()
                except old("errors").FosdeskError as why:
                    said.append(old("words").read_words(language)(why.sentence, **why.arguments))
                    break
            found[language] = said
            store.close()
    return found


def put(target: Path, name: str, values: object) -> None:
    """Values beside the files that they tell of."""
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (target / f"{name}.json").write_text(written + "\n", encoding="utf-8")


def written_files(laptop: Laptop, target: Path) -> None:
    """The school files, plain and sealed."""
    seal = old("exchange.sealed").seal
    laptop.start()
    plain, others = laptop.file(), for_others(laptop.work, laptop.clock())
    laptop.close()
    for place, packed in ((released.OWN_FILE, plain), (released.OTHERS_FILE, others)):
        (target / place.name).write_bytes(packed)
    (target / released.SEALED_FILE.name).write_bytes(seal(plain, FILE_PASSWORD))
    (target / released.SEALED_OTHERS_FILE.name).write_bytes(seal(others, FILE_PASSWORD))


def left(folder: Path, keep: Collection[str]) -> None:
    """Only some of the files, so that few bytes are kept."""
    for path in folder.iterdir():
        if not any(word in path.name for word in keep):
            path.unlink()


def main(target: Path) -> None:
    """Write all files into a folder."""
    from PySide6.QtWidgets import QApplication

    assert old("paths").user_folder  # the old program is there
    app = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        folder, clock = Path(place), Clock()
        os.environ["HOME"] = os.environ["XDG_DATA_HOME"] = str(folder)
        clock.turn_to(5, 8)
        laptop = Laptop(folder / "fosdesk", clock)
        (target / released.EARLIER_FILE.name).write_bytes(story(laptop, Deputy(folder, clock), folder))
        clock.turn_to(9, 8)
        written_files(laptop, target)
        settings = laptop.folder / "settings.json"
        chosen = json.loads(settings.read_text(encoding="utf-8"))
        settings.write_text(json.dumps({**chosen, "second_backups": "second-2"}, indent=1), encoding="utf-8")
        left(laptop.folder, (STORE, "settings.json", "backups"))
        (laptop.folder / f"{STORE}.lock").unlink(missing_ok=True)
        left(laptop.folder / "backups", BACKUPS)
        left(folder / "second", ("asked", "close", "erased"))
        for here, there in ((laptop.folder, "folder-2"), (folder / "second", "second-2")):
            shutil.rmtree(target / there, ignore_errors=True)
            shutil.copytree(here, target / there)
        write_reused(folder, target / released.REUSED.name, clock)
        looked_at = {
            "picture-1": released.FILES / "store-1.db",
            "picture-2": laptop.folder / STORE,
            "reused-2": target / released.REUSED.name,
        }
        for name, path in looked_at.items():
            copy = folder / f"{name}.db"
            shutil.copy(path, copy)
            store = old("store").Store.open(copy)
            put(target, name, picture_of_all(store))
            store.close()
        store = old("store").Store.open(folder / "others.db")
        journal = old("exchange.school_file").load_school_file(target / released.OTHERS_FILE.name).journal
        store.merge(journal, own=False, now=clock())
        put(target, "others-2", standing(store, journal.school))
        store.close()
        put(target, "afterwards-2", afterwards(target / "folder-2", clock))
        put(target, "sentences-2", sentences(target / "folder-2"))
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
