"""One definition is enough: a noun declared here is in form, undo, search, history, files and documents."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import openpyxl
import pikepdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, Choice, Date, Long, Option, Privacy, Record, Reference, Short, Use, noun
from fosdesk.domain.records import CoreComponent
from fosdesk.domain.school import values_of
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import make_document
from fosdesk.store import Store
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.lists.views.viewed_list import BOARD, MATRIX, ViewedList
from fosdesk.ui.window.go_to_dialog import GoToDialog
from fosdesk.words import read_words
from fosdesk.workspace import Workspace
from tests.program import NOON, Start
from tests.reading import text_of, words_on
from tests.ui.acts import begin_school, bring_to_front, wait_until
from tests.ui.noun_lists import ShownList


@pytest.fixture
def excursion() -> Iterator[type[Record]]:
    """The new noun: this is all there is to it."""

    @noun(
        "excursion",
        one="Excursion",
        many="Excursions",
        page="plan",
        use=Use(
            part="excursions",
            columns=("day", "way", "host"),
            order=("-day",),
            group="way",
            filters=("way",),
            board="way",
            matrix=("component", "way"),
        ),
    )
    class Excursion(Record, frozen=True):
        """A visit to another school."""

        where: Annotated[str, Short("Where to", privacy=Privacy.OPEN)] = ""
        learned: Annotated[str, Long("What we learned", privacy=Privacy.OPEN)] = ""
        day: Annotated[str, Date("Day of the visit", privacy=Privacy.OPEN)] = ""
        way: Annotated[
            str, Choice("How we went", (Option("bus", "By bus"), Option("foot", "On foot")), privacy=Privacy.OPEN)
        ] = ""
        host: Annotated[str, Short("Host", privacy=Privacy.PERSON)] = ""
        component: Annotated[str, Reference("About the component", "core_component", privacy=Privacy.OPEN)] = ""

    yield Excursion
    del NOUNS["excursion"]


WORDS = {
    "Excursion": "Ekskursjon",
    "Excursions": "Ekskursjoner",
    "Where to": "Hvor til",
    "What we learned": "Hva vi lærte",
    "Day of the visit": "Dag for besøket",
    "How we went": "Slik kom vi dit",
    "By bus": "Med buss",
    "On foot": "Til fots",
    "Host": "Vert",
    "About the component": "Om kjernekomponenten",
}


def test_one_definition_is_enough(qtbot: QtBot, excursion: type[Record], started: Start, tmp_path: Path) -> None:
    program = started(more_words=WORDS)
    window, desk = begin_school(program)
    workspace = desk.workspace
    component = workspace.add(CoreComponent(name="Voksne som ser"))

    # made in the standard form of the real window, by clicking and typing
    window.go("plan", "")
    page = window.page("plan")
    assert isinstance(page, NounPage)
    qtbot.mouseClick(page.tabs.name_of("excursions"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)
    form = ShownList(window, "excursion").form
    made = form.record_id
    for name, typed in (("where", "Solvik skole"), ("day", "3.12.2026"), ("host", "Turid Testad")):
        line = form.editors[name].editor
        assert isinstance(line, QLineEdit)
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    long = form.editors["learned"].editor
    assert isinstance(long, QPlainTextEdit)
    long.setFocus()
    qtbot.keyClicks(long, "De hilser på alle ved navn.")
    assert window.release()
    for name, value in (("way", "foot"), ("component", component.id)):
        box = form.editors[name].editor
        box.show_value(value)
        form.editors[name].commit()
    found = workspace.school.find(made)
    assert found is not None
    assert type(found) is excursion
    assert values_of(found) == {
        "where": "Solvik skole",
        "learned": "De hilser på alle ved navn.",
        "day": "2026-12-03",
        "way": "foot",
        "host": "Turid Testad",
        "component": component.id,
        "put_away": False,
    }
    assert "Solvik skole" in words_on(page)

    # edited, undone and done again, with labels that can be read
    line = form.editors["where"].editor
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Nes skole")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "Til fots" in words_on(page)
    assert any(words.startswith("Angre: hvor til") for words in words_on(window))
    window.undo()
    assert getattr(workspace.school.find(made), "where", None) == "Solvik skole"
    assert line.text() == "Solvik skole"
    window.redo()
    assert line.text() == "Nes skole"

    # found by search, and opened from there
    window.go("overview", "")
    assert window.search is not None
    search = window.search.search_desk
    search.records.begin()
    wait_until(lambda: search.records.is_whole)
    dialog = GoToDialog(search, window)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClicks(dialog.typed, "nes sko")
    assert "Nes skole" in dialog.found[0].title
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert window.current_key == "plan"
    assert ShownList(window, "excursion").form.record_id == made

    # its history
    history = HistoryDialog(desk, made, window)
    qtbot.addWidget(history)
    said = " ".join(words_on(history))
    assert "Solvik skole" in said
    assert "Nes skole" in said

    # through a school file to a colleague, and back with a conflict
    colleague_store = Store.open(tmp_path / "colleague.db")
    sent = write_school_file(workspace.store.journal(workspace.school.id), app="test", made=NOON, reference=False)
    colleague_store.merge(read_school_file(sent).journal, own=True, now=NOON)
    colleague = Workspace(colleague_store, workspace.school.id, role="deputy", app="test", clock=lambda: NOON + 5)
    theirs = colleague.school.find(made)
    assert theirs is not None
    colleague.commit(theirs, replaced(theirs, where="Vik skole"))
    mine = workspace.school.find(made)
    assert mine is not None
    workspace.commit(mine, replaced(mine, where="Berg skole"))
    back = read_school_file(
        write_school_file(colleague_store.journal(colleague.school.id), app="t", made=NOON, reference=False)
    )
    (brings,) = workspace.preview(back).incoming
    assert [(field.name, field.both) for field in brings.fields] == [("where", True)]
    workspace.adopt(workspace.merge(back, tmp_path / "backups").update)
    colleague_store.close()
    assert set(workspace.school.conflicts[made, "where"]) == {"Vik skole", "Berg skole"}
    shown = " ".join(words_on(page))
    assert "Vik skole" in shown
    assert "Berg skole" in shown
    workspace.settle(made, "where", "Vik skole")
    assert not workspace.school.conflicts

    # in a document section, with its person left out for the owner
    for audience, host_shown in ((Audience.SCHOOL, True), (Audience.OWNER, False)):
        pdf = tmp_path / f"{audience}.pdf"
        day = date(2026, 11, 23)
        words = read_words("nb").extended(WORDS)
        framework, names = read_framework("nb"), workspace.names()
        make_document("description", workspace.school, framework, words, audience, day, pdf, names=names)
        text = text_of(pdf)
        assert "Vik skole" in text
        assert "Hva vi lærte" in text
        assert "De hilser på alle ved navn." in text
        assert "Voksne som ser" in text
        assert ("Turid Testad" in text) is host_shown
        with pikepdf.open(pdf) as opened:
            assert opened.Root.MarkInfo.Marked
    assert program.store is not None


def test_its_list_needs_no_more_than_the_definition(
    qtbot: QtBot, excursion: type[Record], started: Start, tmp_path: Path
) -> None:
    window, desk = begin_school(started(more_words=WORDS))

    def school() -> Sequence[Record]:
        return desk.school.of(excursion)

    page = ShownList(window, "excursion").page
    shown = ShownList(window, "excursion").list

    # quick add, and rows pasted with a look first
    qtbot.keyClicks(shown.quick, "Solvik skole")
    qtbot.keyClick(shown.quick, Qt.Key.Key_Return)
    pasted = "Hvor til\tDag for besøket\tSlik kom vi dit\tVert\n"
    pasted += "Åsen skole\t3.12.2026\tTil fots\tTurid Testad\nNes skole\t1.12.2026\tMed buss\t\n=1+1\t\tTil fots\t\n"
    QApplication.clipboard().setText(pasted)
    qtbot.keyClick(shown.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.pasting.dialog is not None)
    assert shown.pasting.dialog is not None
    shown.pasting.dialog.make.click()
    qtbot.waitUntil(lambda: len(school()) == 4)
    window.undo()
    assert len(school()) == 1
    window.redo()

    # columns, groups, order and filter
    header = [shown.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(shown.rows.columnCount())]
    assert header == ["Hvor til", "Dag for besøket \N{DOWNWARDS ARROW}", "Slik kom vi dit", "Vert"]
    said = " ".join(words_on(page))
    assert "Med buss (1)" in said
    assert "Til fots (2)" in said
    assert "3. des. 2026" in said
    titles = [getattr(one, "where", "") for one in school()]
    by_id = dict(zip([one.id for one in school()], titles, strict=True))
    assert [by_id[one] for one in shown.shown_ids] == ["Nes skole", "Åsen skole", "=1+1", "Solvik skole"]
    chip = shown.chips.chip("way", "foot")
    assert chip.text() == "Til fots · 2"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [by_id[one] for one in shown.shown_ids] == ["Åsen skole", "=1+1"]
    qtbot.keyClicks(shown.quick, "Vik skole")
    qtbot.keyClick(shown.quick, Qt.Key.Key_Return)
    assert {getattr(one, "way", "") for one in school() if getattr(one, "where", "") == "Vik skole"} == {"foot"}

    # saved for others: as filtered, without the person
    qtbot.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    assert shown.save_dialog is not None
    shown.save_dialog.audience.chip("owner").click()
    shown.save_dialog.save_at(tmp_path / "liste.xlsx")
    qtbot.waitUntil(lambda: (tmp_path / "liste.xlsx").exists() and not desk.long_work.under_way)
    sheet = openpyxl.load_workbook(tmp_path / "liste.xlsx").worksheets[0]
    assert list(sheet.iter_rows(values_only=True)) == [
        ("Hvor til", "Dag for besøket", "Slik kom vi dit"),
        ("Åsen skole", datetime(2026, 12, 3), "Til fots"),
        ("=1+1", None, "Til fots"),
        ("Vik skole", None, "Til fots"),
    ]
    assert sheet["A3"].data_type == "s"


def test_its_board_and_its_matrix_need_no_more_than_the_definition(
    qtbot: QtBot, excursion: type[Record], started: Start
) -> None:
    window, desk = begin_school(started(more_words=WORDS))
    workspace = desk.workspace
    component = workspace.add(CoreComponent(name="Voksne som ser"))
    made = workspace.add(excursion(where="Solvik skole", way="bus", component=component.id))  # type: ignore[call-arg]

    def value(name: str) -> object:
        return getattr(workspace.school.find(made.id), name)

    shown = ShownList(window, "excursion").list
    assert isinstance(shown, ViewedList)
    bring_to_front(window)
    assert [one.text() for one in shown.choices.values()] == ["Liste", "Tavle", "Rutenett"]
    move = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    # a board, whose card is moved by a key and by the mouse, with one step of undo each
    qtbot.mouseClick(shown.choices[BOARD], Qt.MouseButton.LeftButton)
    board = shown.lanes
    assert board is not None
    header = [board.table.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert header == ["Ikke fylt ut · 0", "Med buss · 1", "Til fots · 0"]
    board.setFocus()
    assert board.show_record(made.id)
    qtbot.keyClick(board, Qt.Key.Key_Right, move)
    assert (value("way"), board.current_id()) == ("foot", made.id)
    window.undo()
    assert value("way") == "bus"
    card = board.visualRect(board.currentIndex()).center()
    qtbot.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=card)
    for step in (40, 20, 0):
        qtbot.mouseMove(board.viewport(), QPoint(board.columnViewportPosition(2) + 60 - step, card.y()))
    to = QPoint(board.columnViewportPosition(2) + 60, card.y())
    qtbot.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=to)
    assert value("way") == "foot"

    # a matrix, in a cell of which one is begun
    qtbot.mouseClick(shown.choices[MATRIX], Qt.MouseButton.LeftButton)
    matrix = shown.lanes
    assert matrix is not None
    assert [lane.title for lane in matrix.slots.rows] == ["Voksne som ser"]
    matrix.setFocus()
    assert matrix.show_record(made.id)
    qtbot.keyClick(matrix, Qt.Key.Key_Left, move)
    assert value("way") == "bus"
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    cursor = QApplication.focusWidget()
    assert isinstance(cursor, QLineEdit)
    qtbot.keyClicks(cursor, "Nes skole")
    assert window.release()
    (begun,) = (one for one in workspace.school.of(excursion) if one.id != made.id)
    assert [getattr(begun, name) for name in ("where", "way", "component")] == ["Nes skole", "foot", component.id]


def replaced(record: Record, **values: str) -> Record:
    """The record with other values."""
    return type(record)(**{**{n: getattr(record, n) for n in record.__struct_fields__}, **values})
