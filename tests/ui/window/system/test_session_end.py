"""What is typed outlives every way in which the system ends the session or the program."""

import os
import signal
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting
from fosdesk.ui.frame.drafts_file import NAME
from fosdesk.ui.window.system.session_end import session_ends, watch_session
from fosdesk.ui.window.system.termination_signals import NAMES
from tests.program import Start
from tests.ui.acts import desk_of, put_in, said_on, wait_until
from tests.ui.window.lists import TOO_LONG, shown
from tests.ui.window.places import PAGES
from tests.ui.window.test_drafts import transition


class AskedSession:
    """What Qt hands over, as far as it is used."""

    def __init__(self, *, may_ask: bool) -> None:
        self.cancelled, self._may_ask = False, may_ask

    def cancel(self) -> None:
        """Go on."""
        self.cancelled = True

    def allowsInteraction(self) -> bool:
        """Whether somebody is there."""
        return self._may_ask


def end_session(program: Fosdesk, app: QApplication, *, may_ask: bool) -> None:
    session_ends(AskedSession(may_ask=may_ask), program.window.may_close, program.save)


def quit_program(program: Fosdesk, app: QApplication) -> None:
    app.aboutToQuit.emit()


def receive(number: int, program: Fosdesk, app: QApplication) -> None:
    os.kill(os.getpid(), number)


WAYS: dict[str, Callable[[Fosdesk, QApplication], None]] = {
    "session": partial(end_session, may_ask=True),
    "log-off": partial(end_session, may_ask=False),
    "quit": quit_program,
}
if os.name == "posix":
    WAYS.update({name: partial(receive, getattr(signal, name)) for name in NAMES})


@pytest.mark.parametrize("way", WAYS)
def test_what_is_typed_is_stored_however_the_program_is_ended(
    fresh_school: Fosdesk, qapp: QApplication, way: str
) -> None:
    ended: list[str] = []
    signals = watch_session(qapp, fresh_school.window.may_close, fresh_school.save, lambda: ended.append(way))
    try:
        rows = shown(fresh_school, "meetings")
        put_in(rows.editor("notes"), "Referat")
        WAYS[way](fresh_school, qapp)
        wait_until(lambda: desk_of(fresh_school).school.get(Meeting, rows.first).notes == "Referat")
        assert ended == ([way] if way in NAMES else [])
        assert not (fresh_school.folder / NAME).exists()
    finally:
        signals.end()
        qapp.aboutToQuit.disconnect()
        qapp.commitDataRequest.disconnect()


@pytest.mark.parametrize("place", ["settings", "mandate", "agreements", "direction"])
def test_what_cannot_be_stored_is_typed_again_at_the_next_start(
    fresh_school: Fosdesk, started: Start, place: str
) -> None:
    before = PAGES[place](fresh_school)
    put_in(before.editor, before.bad)
    fresh_school.save()
    fresh_school.close()
    again = started(fresh_school.folder)
    assert not (fresh_school.folder / NAME).exists()
    assert list(again.window.edits.not_shown_yet()) == [before.editor.draft_key]
    after = PAGES[place](again)
    assert after.editor.as_typed == before.bad
    assert after.editor.dirty
    assert not again.window.edits.not_shown_yet()


def test_what_nobody_has_seen_since_is_kept_on(fresh_school: Fosdesk, started: Start) -> None:
    before = PAGES["mandate"](fresh_school)
    put_in(before.editor, before.bad)
    fresh_school.save()
    fresh_school.close()
    assert started(fresh_school.folder).window.close()
    assert PAGES["mandate"](started(fresh_school.folder)).editor.as_typed == before.bad


def test_a_text_that_was_refused_because_it_was_too_long_stands_in_its_field_again(
    fresh_school: Fosdesk, started: Start
) -> None:
    rows = shown(fresh_school, "meetings")
    put_in(rows.editor("notes"), TOO_LONG)
    fresh_school.save()
    fresh_school.close()
    again = started(fresh_school.folder)
    rows = shown(again, "meetings")
    editor = rows.editor("notes")
    assert editor.as_typed == TOO_LONG
    assert editor.dirty
    assert "tegn lang" in said_on(editor)
    assert not again.window.close(), "it is shown before it is given up"
    assert again.window.close()
    assert not (fresh_school.folder / NAME).exists()


def test_a_form_with_a_button_of_its_own_is_there_again(fresh_school: Fosdesk, started: Start) -> None:
    transition(fresh_school).texts["why"].setPlainText("Vi er klare.")
    fresh_school.save()
    fresh_school.close()
    again = started(fresh_school.folder)
    assert transition(again).texts["why"].toPlainText() == "Vi er klare."


def test_the_end_of_the_session_saves_and_waits_once(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    rows = shown(fresh_school, "meetings")
    put_in(rows.editor("notes"), "Referat")
    first = AskedSession(may_ask=True)
    session_ends(first, window.may_close, fresh_school.save)
    assert not first.cancelled
    assert desk_of(fresh_school).school.get(Meeting, rows.first).notes == "Referat"
    put_in(rows.editor("minutes"), "halvannen time hver uke")
    for session, waits in (
        (AskedSession(may_ask=True), True),
        (AskedSession(may_ask=True), False),
    ):
        session_ends(session, window.may_close, fresh_school.save)
        assert session.cancelled is waits
    assert rows.editor("minutes").editor.dirty


def test_a_session_that_may_not_ask_ends(fresh_school: Fosdesk) -> None:
    place = PAGES["meetings"](fresh_school)
    put_in(place.editor, place.bad)
    session = AskedSession(may_ask=False)
    session_ends(session, fresh_school.window.may_close, fresh_school.save)
    assert not session.cancelled
    assert isinstance(QApplication.focusWidget() or place.editor.editor, QLineEdit | QPlainTextEdit)
