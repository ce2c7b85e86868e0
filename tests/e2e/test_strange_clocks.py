"""Times from clocks that were wrong: kept as they came, merged like any other, shown on every page and in documents."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.__main__ import main
from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.content import read_framework
from fosdesk.domain.changes.change_history import history_of
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, SchoolDifferences
from fosdesk.domain.records import GateEntry, Person
from fosdesk.domain.school import compare
from fosdesk.domain.values.moments import EARLIEST, LATEST, local_day, local_day_text
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.school_file import read_school_file
from fosdesk.privacy.known_names import names_in
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.store import Store
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.window.clock import moment, today
from fosdesk.words import read_words
from tests.e2e.strange_clocks import STRANGE, YEAR_1969, YEAR_10000, file_bytes, new_entry, written_by_colleague
from tests.program import NOON, TODAY, Start
from tests.reading import words_on
from tests.sampling import often, sampled
from tests.ui.acts import desk_of, page_of, press, said_on, settle, wait_for_work

BY: dict[str, Any] = {"role": "principal", "app": "test", "now": NOON}
PERSON = "person of a strange clock"


OFTEN = ("year 10000", "before 1970")


@pytest.fixture(params=often(STRANGE, OFTEN))
def at(request: pytest.FixtureRequest) -> int:
    return STRANGE[request.param]


def test_two_copies_with_a_strange_time_are_the_same_after_two_rounds(at: int, tmp_path: Path) -> None:
    base = example_journal(years=1, entries=5, language="nb")
    one, other = Store.open(tmp_path / "one.db"), Store.open(tmp_path / "other.db")
    one.merge(written_by_colleague(base, at, tmp_path, new_entry("strange", "fra en gal klokke")), own=True, now=NOON)
    other.merge(base, own=True, now=NOON)
    other.append(base.school, new_entry("usual", "fra en vanlig"), StepLabel("create"), **BY)
    for _ in range(2):
        sent = read_school_file(file_bytes(one.journal(base.school))).journal
        back = read_school_file(file_bytes(other.journal(base.school))).journal
        one.merge(back, own=True, now=NOON)
        other.merge(sent, own=True, now=NOON)
    assert file_bytes(one.journal(base.school)) == file_bytes(other.journal(base.school))
    pictures = one.snapshot(base.school), other.snapshot(base.school)
    assert compare(*pictures) == SchoolDifferences((), (), (), ())
    assert at in {change.at for change in other.journal(base.school).changes}, "a time is kept as it came"
    one.close()
    other.close()


def test_merging_files_with_a_strange_time_gives_the_same_bytes_in_both_orders(at: int, tmp_path: Path) -> None:
    base = example_journal(years=1, entries=5, language="nb")
    one, other = tmp_path / "one.fosdesk", tmp_path / "other.fosdesk"
    one.write_bytes(file_bytes(written_by_colleague(base, at, tmp_path, new_entry("strange", "gal"))))
    other.write_bytes(file_bytes(written_by_colleague(base, NOON, tmp_path, new_entry("usual", "vanlig"))))
    both, again = tmp_path / "both.fosdesk", tmp_path / "again.fosdesk"
    assert main(["merge", str(one), str(other), str(both)]) == 0
    assert main(["merge", str(other), str(one), str(again)]) == 0
    assert both.read_bytes() == again.read_bytes()
    changes = load_school_file(both).journal.changes
    assert {"gal", "vanlig"} <= {change.value for change in changes}
    assert at in {change.at for change in changes}
    assert main(["info", str(both)]) == main(["info", "--json", str(both)]) == 0


def test_a_working_file_with_a_strange_time_can_be_read_and_gone_back_to(at: int, tmp_path: Path) -> None:
    base = example_journal(years=1, entries=5, language="nb")
    store = Store.open(tmp_path / "school.db")
    store.merge(written_by_colleague(base, at, tmp_path, new_entry("strange", "gal")), own=True, now=NOON)
    backup = store.backup(tmp_path / "backups", at)
    store.close()
    file = load_school_file(backup)
    assert at in {change.at for change in file.journal.changes}
    assert main(["check", str(backup)]) == main(["info", str(backup)]) == 0
    assert main(["report", "steering_brief", str(backup), str(tmp_path / "brief.pdf")]) == 0


def prepared(folder: Path, at: int) -> str:
    """A data folder whose school holds what a strange clock wrote: text, a conflict, a person, and a deletion."""
    folder.mkdir()
    store = Store.open(folder / STORE_NAME)
    base = example_journal(years=1, entries=8, language="nb")
    school = base.school
    store.merge(base, own=True, now=NOON)
    store.append(school, new_entry("both wrote", "felles"), StepLabel("create"), **BY)
    store.append(school, new_entry("goes", "skal bort"), StepLabel("create"), **BY)
    theirs = written_by_colleague(
        store.journal(school),
        at,
        folder,
        [
            Edit("both wrote", "what", "felles", "fra en gal klokke"),
            Edit("school", "direction", store.snapshot(school).profile.direction, "Ny retning"),
            *new_entry("strange", "Nevner Kari Nordmann"),
            Edit(PERSON, "", None, "person"),
            Edit(PERSON, "name", "", "Kari Nordmann"),
        ],
        gone="goes",
    )
    store.append(school, [Edit("both wrote", "what", "felles", "fra oss")], StepLabel("change"), **BY)
    store.merge(theirs, own=True, now=NOON, file="fra kollega.fosdesk")
    store.close()
    return school


def test_every_page_of_a_school_with_a_strange_time_is_shown(at: int, started: Start, tmp_path: Path) -> None:
    prepared(tmp_path / "school", at)
    program = started(tmp_path / "school")
    window, desk = program.window, desk_of(program)
    year = "2999" if at > 0 else "1970"
    for place in PAGES:
        window.go(place.key, "")
        assert window.page(place.key).isVisible()
        assert len(said_on(window.page(place.key))) > 40
    history = page_of(window, "history", StoragePage)
    for part in ("changes", "bin", "arrivals"):
        history.tabs.show_tab(part)
        settle()
    assert "fra kollega.fosdesk" in said_on(history)
    press(history, "Se hva som kom")
    settle()
    assert year in said_on(history)
    history.tabs.show_tab("bin")
    assert "skal bort" in said_on(history)
    assert year in said_on(history)
    dialog = HistoryDialog(desk, "strange", window)
    dialog.open()
    assert year in said_on(dialog)
    dialog.reject()
    window.go("gatekeeping", "both wrote")
    assert year in said_on(window.page("gatekeeping")), "the conflict tells when each text was written"
    privacy = page_of(window, "privacy", PrivacyPage)
    QTest.mouseClick(privacy.lines[PERSON], Qt.MouseButton.LeftButton)
    wait_for_work(desk)
    assert "Kari Nordmann" in said_on(privacy)
    assert desk.school.find(PERSON) == Person(PERSON, name="Kari Nordmann")
    for key in ("school", PERSON):
        assert desk.workspace.history(key)


def test_each_document_is_made_from_a_school_with_a_strange_time(at: int, tmp_path: Path) -> None:
    school_id = prepared(tmp_path / "school", at)
    store = Store.open(tmp_path / "school" / STORE_NAME)
    school, journal = store.snapshot(school_id), store.journal(school_id)
    store.close()
    words, framework = read_words("nb"), read_framework("nb")
    history = history_of(journal, local_day_text)
    for key, kind in DOCUMENTS.items():
        path = tmp_path / f"{key}.pdf"
        told = history if kind.history else ()
        make_document(
            key, school, framework, words, kind.audiences[0], TODAY, path, names=names_in(journal, school), history=told
        )
        assert path.stat().st_size > 1_000


@pytest.mark.parametrize("now", sampled([YEAR_10000, YEAR_1969, 2**53]))
def test_a_laptop_with_a_wrong_clock_writes_what_everybody_can_read(now: int, started: Start, tmp_path: Path) -> None:
    program = started(tmp_path / "school", clock=lambda: now)
    fill(program)
    desk = desk_of(program)
    desk.workspace.add(GateEntry(what="Skrevet med gal klokke"))
    for place in PAGES:
        program.window.go(place.key, "")
        settle()
    desk.backup_schedule.save("asked")
    for _ in range(14):  # more than are kept of one day
        desk.workspace.add(GateEntry(what="Mer"))
        desk.backup_schedule.save("asked")
    backups = desk.backup_schedule.backups()
    assert 10 <= len(backups) <= 15
    assert "Skrevet med gal klokke" in {change.value for change in load_school_file(backups[0].path).journal.changes}
    packed = file_bytes(desk.workspace.store.journal(desk.school.id))
    assert "Skrevet med gal klokke" in {change.value for change in read_school_file(packed).journal.changes}
    assert program.window.close()
    again = started(tmp_path / "school")
    assert "Skrevet med gal klokke" in {entry.what for entry in desk_of(again).school.of(GateEntry)}
    assert " ".join(words_on(again.window))


def test_a_clock_beyond_what_can_be_counted_gives_a_day_that_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def beyond() -> int:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")

    assert today() == local_day(moment())
    monkeypatch.setattr("time.time_ns", beyond)
    assert moment() == LATEST
    assert today() == local_day(LATEST)
    monkeypatch.setattr("time.time_ns", lambda: -(10**18))
    assert today() == local_day(EARLIEST)


def fill(program: Fosdesk) -> None:
    """Start a school of one's own."""
    page = program.window.findChild(FirstStartPage)
    assert page is not None
    page.name.setText("Prøve skole")
    page.start_school()
    settle()
