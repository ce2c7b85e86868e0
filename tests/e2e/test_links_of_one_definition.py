"""A noun that is declared here and nowhere else is linked both ways: chosen by keys, followed, told, kept back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, AnyReference, Privacy, Record, Short, noun
from fosdesk.domain.records import GateEntry, Reflection
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import make_document
from fosdesk.store import Store
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.forms.link_editor import LinkEditor
from fosdesk.ui.forms.used_in import UsedIn
from fosdesk.words import read_words
from tests.program import NOON, Start
from tests.reading import text_of, words_on
from tests.ui.acts import begin_school
from tests.ui.noun_lists import ShownList

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")


@pytest.fixture
def visit() -> Iterator[type[Record]]:
    """The new noun."""

    @noun("visit", one="Visit", many="Visits")
    class Visit(Record, frozen=True):
        """A visit, and what it was about."""

        where: Annotated[str, Short("Where to", privacy=Privacy.OPEN)] = ""
        concerns: Annotated[str, AnyReference("Was about", privacy=Privacy.OPEN)] = ""

    yield Visit
    del NOUNS["visit"]


WORDS = {"Visit": "Besøk", "Visits": "Besøk", "Where to": "Hvor til", "Was about": "Gjaldt"}


def test_a_link_is_made_followed_and_told(qtbot: QtBot, visit: type[Record], started: Start, tmp_path: Path) -> None:
    window, desk = begin_school(started(more_words=WORDS))
    workspace = desk.workspace
    entry = workspace.add(GateEntry(what="Leksefri på mellomtrinnet", decision="parked"))
    thought = workspace.add(Reflection("reflection:F1-1", text="Vondt i viljen"))
    made = workspace.add(visit(where="Nes skole"))  # type: ignore[call-arg]

    # chosen by keyboard alone
    window.go("records", made.id)  # as an earlier version called the page of what names none
    assert window.current_key == "direction"
    editor = ShownList(window, "visit").form.editors["concerns"].editor
    assert isinstance(editor, LinkEditor)
    editor.setFocus()
    qtbot.keyClick(editor.field, Qt.Key.Key_L)
    assert editor.popup is not None
    qtbot.keyClicks(editor.popup.typed, "eksefri")
    qtbot.keyClick(editor.popup.typed, Qt.Key.Key_Return)
    assert getattr(workspace.school.find(made.id), "concerns", "") == entry.id

    # followed, and back by what is said there
    qtbot.keyClick(editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "gatekeeping"
    (line,) = window.page("gatekeeping").findChildren(UsedIn)
    assert [one.text() for one in line.links] == ["Nes skole (besøk)"]
    qtbot.keyClick(line.links[0], Qt.Key.Key_Return)
    assert window.current_key == "direction"

    # in lists and history as its title, and through a file as it was
    assert "Leksefri på mellomtrinnet (innspill)" in " ".join(words_on(HistoryDialog(desk, made.id, window)))
    colleague = Store.open(tmp_path / "colleague.db")
    sent = write_school_file(workspace.store.journal(workspace.school.id), app="test", made=NOON, reference=False)
    colleague.merge(read_school_file(sent).journal, own=True, now=NOON)
    assert getattr(colleague.snapshot(workspace.school.id).find(made.id), "concerns", "") == entry.id
    colleague.close()

    # in documents, and not when it is private
    def told(audience: Audience) -> str:
        pdf = tmp_path / f"{audience}.pdf"
        framework, words = read_framework("nb"), read_words("nb").extended(WORDS)
        day, names = date(2026, 11, 23), workspace.names()
        make_document("description", workspace.school, framework, words, audience, day, pdf, names=names)
        return " ".join(text_of(pdf).split())

    assert "Gjaldt Leksefri på mellomtrinnet (innspill)" in told(Audience.OWNER)
    private = workspace.school.find(made.id)
    assert private is not None
    workspace.commit(private, visit(made.id, where="Nes skole", concerns=thought.id))  # type: ignore[call-arg]
    for audience in (Audience.SCHOOL, Audience.OWNER):
        assert "Nes skole" in told(audience)
        assert "Gjaldt" not in told(audience)
        assert "Vondt i viljen" not in told(audience)
    window.undo()
    assert "Gjaldt" in told(Audience.OWNER)
