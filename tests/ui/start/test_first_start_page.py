"""The first start: three questions, the example, or a school file; and trouble told in a sentence."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import PhaseState
from fosdesk.domain.school import School
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.exchange.school_file import write_school_file
from fosdesk.exchange.zip_container import CHANGES, MANIFEST, pack
from fosdesk.privacy.audience import Audience
from fosdesk.store import Store
from fosdesk.ui.focus.watcher import watch_focus
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.style.theme import Theme
from tests.privacy.known import names_of
from tests.program import NOON, Start
from tests.ui.acts import desk_of, press, said_on, wait_until


def first(program: Fosdesk) -> FirstStartPage:
    page = program.window.findChild(FirstStartPage)
    assert page is not None
    return page


@pytest.fixture(scope="module")
def whole_file() -> bytes:
    """The example school as a file of one's own school."""
    return write_school_file(example_journal(years=1, entries=5), app="test", made=NOON, reference=False)


def test_three_answers_and_straight_to_work(started: Start, qtbot: QtBot) -> None:
    program = started()
    page = first(program)
    qtbot.waitUntil(page.name.hasFocus)
    QTest.keyClicks(page.name, "Solvik skole")
    QTest.mouseClick(page.phase.chip("F4"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.pace.chip("calm"), Qt.MouseButton.LeftButton)
    page.start.setCurrentIndex(page.start.findData("2025V"))
    page.role.setCurrentIndex(page.role.findData("leadership"))
    with qtbot.waitSignal(program.opened):
        QTest.keyClick(page.name, Qt.Key.Key_Return)
    desk = desk_of(program)
    profile = desk.school.profile
    assert (profile.name, profile.start, profile.pace) == ("Solvik skole", "2025V", "calm")
    assert desk.school.get(PhaseState, "phase:F4").opened == "2026-11-23"
    assert desk.workspace.role == "leadership"
    assert program.window.current_key == "overview"
    assert "Angre: svarene fra første gang" in said_on(program.window)


def test_the_cursor_waits_in_the_name_also_where_the_cursor_was_followed_before(started: Start, qtbot: QtBot) -> None:
    watch_focus(Theme("light"))  # as when somebody comes from the example
    page = first(started())
    qtbot.waitUntil(page.name.hasFocus)
    QTest.qWait(50)  # what went with the empty window has been seen to
    assert page.name.hasFocus()


def test_nothing_is_required(started: Start, qtbot: QtBot) -> None:
    program = started()
    with qtbot.waitSignal(program.opened):
        press(program.window, "Start")
    assert desk_of(program).school.profile.name == ""
    assert "Skolen vår" in said_on(program.window.navigation) or "Vår skole" in said_on(program.window.navigation)


def test_another_language_keeps_the_answers(started: Start, qtbot: QtBot) -> None:
    program = started()
    page = first(program)
    QTest.keyClicks(page.name, "Solvik <b>skule</b>")
    QTest.mouseClick(page.phase.chip("F2"), Qt.MouseButton.LeftButton)
    page.role.setCurrentIndex(2)
    with qtbot.waitSignal(program.opened):
        QTest.mouseClick(page.languages.chip("nn"), Qt.MouseButton.LeftButton)
    anew = first(program)
    assert anew is not page
    assert "Kva heiter skulen dykkar?" in said_on(anew)
    assert anew.answers()[:2] == ("Solvik <b>skule</b>", "F2")
    assert anew.role.currentIndex() == 2
    assert program.settings.value.language == "nn"


def test_the_example_opens_and_can_be_left_for_a_school_of_ones_own(started: Start, qtbot: QtBot) -> None:
    program = started()
    with qtbot.waitSignal(program.opened, timeout=30_000):
        press(program.window, "Se på en eksempelskole")
    assert desk_of(program).school.profile.name == "Fjordvik skole"
    with qtbot.waitSignal(program.opened):
        press(program.window, "Start med vår egen skole")
    QTest.keyClicks(first(program).name, "Solvik skole")
    with qtbot.waitSignal(program.opened):
        press(program.window, "Start")
    assert desk_of(program).school.profile.name == "Solvik skole"
    program.window.go("schools", "")
    said = said_on(program.window.page("schools"))
    assert "Fjordvik skole" in said, "the example is still there to read"
    assert "Start med vår egen skole" not in said


def test_a_school_file_becomes_ones_own_school(started: Start, qtbot: QtBot, tmp_path: Path, whole_file: bytes) -> None:
    program = started()
    (tmp_path / "vår.fosdesk").write_bytes(whole_file)
    with qtbot.waitSignal(program.opened):
        first(program).read_file(tmp_path / "vår.fosdesk")
    assert desk_of(program).school.profile.name == "Fjordvik skole"
    assert not desk_of(program).read_only


def newer(packed: bytes) -> bytes:
    """The same file, as a fosdesk of some later year would write it."""
    with zipfile.ZipFile(BytesIO(packed)) as old:
        manifest, changes = json.loads(old.read(MANIFEST)), old.read(CHANGES)
    return pack(json.dumps(manifest | {"format": 99, "min_reader": 99}).encode(), changes)


def test_what_is_no_whole_school_file_is_refused_in_a_sentence_and_one_can_go_on(
    started: Start, qtbot: QtBot, tmp_path: Path, whole_file: bytes, example_store: Path
) -> None:
    program = started()
    page = first(program)
    school = _example_school(example_store)
    others = write_school_file(
        reference_journal(
            school,
            names=names_of(school),
            name="Annen skole",
            audience=Audience.NETWORK,
            now=NOON,
        ),
        app="test",
        made=NOON,
        reference=True,
    )
    told = set()
    for name, packed in {
        "broken": whole_file[: len(whole_file) // 2],
        "empty": b"",
        "text": b"Hei, dette er ingen skolefil.",
        "newer": newer(whole_file),
        "reference": others,
    }.items():
        (tmp_path / name).write_bytes(packed)
        page.read_file(tmp_path / name)
        wait_until(page.said.isVisible)
        assert page.said.isVisible(), name
        sentence = page.said.text()
        assert sentence.endswith("."), sentence
        assert "Traceback" not in sentence
        told.add(sentence)
    assert len(told) >= 3, "each kind of trouble has a sentence of its own"
    page.read_file(tmp_path / "not there")
    wait_until(page.said.isVisible)
    assert program.store is not None
    assert program.store.schools() == ()
    with qtbot.waitSignal(program.opened):
        page.start_school()
    assert program.window.desk is not None


def _example_school(store: Path) -> School:
    opened = Store.open(store)
    try:
        return opened.snapshot(opened.schools()[0].id)
    finally:
        opened.close()


def test_a_school_begins_with_the_overview_whatever_was_the_first_page_before(
    started: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "school").mkdir()
    (tmp_path / "school" / "settings.json").write_text('{"open_first": "time"}', encoding="utf-8")
    program = started()
    with qtbot.waitSignal(program.opened):
        QTest.keyClick(first(program).name, Qt.Key.Key_Return)
    assert program.window.current_key == "overview"
    assert desk_of(program).choices.open_first == "overview"
