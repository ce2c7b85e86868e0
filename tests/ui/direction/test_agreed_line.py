"""«Noter at dere er enige»: the text of the day is kept with who took part, and changes are shown word by word."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgreedText
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.ui.direction.agreed_line import AgreedLine
from fosdesk.ui.direction.direction_page import DirectionPage
from fosdesk.ui.direction.understanding_part import UnderstandingPart
from fosdesk.ui.forms.differing_text import DifferingText
from tests.program import Start
from tests.ui.acts import desk_of, has_button, leave, page_of, press, put_in, said_on, settle


def part_of(program: Fosdesk) -> UnderstandingPart:
    """The first part of the page, shown."""
    part = page_of(program.window, "direction", DirectionPage).part("understanding")
    assert isinstance(part, UnderstandingPart)
    return part


def agree(line: AgreedLine, groups: str) -> None:
    """Note that one agrees, and who took part, as a person does."""
    press(line, "Noter at dere er enige")
    settle()
    typed = QApplication.focusWidget()
    assert typed is not None
    assert line.groups is not None
    assert line.groups.isAncestorOf(typed)
    QTest.keyClicks(typed, groups)
    leave(line.groups)


def test_what_was_agreed_on_is_kept_and_stands_after_a_new_start(started: Start, fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    line = part.agreed["inclusion"]
    assert not has_button(line, "Noter at dere er enige")  # there is no text yet
    put_in(part.editors["inclusion"], "At alle hører til")
    leave(part.editors["inclusion"])
    agree(line, "Personalet, FAU og elevrådet")
    (kept,) = desk_of(fresh_school).school.of(AgreedText)
    assert (kept.text, kept.day, kept.groups, kept.about, kept.field) == (
        "At alle hører til",
        "2026-11-23",
        "Personalet, FAU og elevrådet",
        PROFILE_ID,
        "inclusion",
    )
    fresh_school.window.close()
    fresh_school.close()
    line = part_of(started(fresh_school.folder)).agreed["inclusion"]
    assert "Enige 23. november 2026 · Personalet, FAU og elevrådet" in said_on(line)
    assert not has_button(line, "Noter at dere er enige")  # it stands


def test_what_has_changed_since_is_shown_word_by_word(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    line = part.agreed["direction"]
    put_in(part.editors["direction"], "Alle elever hører til i klassen")
    leave(part.editors["direction"])
    agree(line, "Personalet")
    assert line.changes.isHidden()
    put_in(part.editors["direction"], "Alle barn hører til i klassen")
    leave(part.editors["direction"])
    press(line, "Hva som er endret siden")
    settle()
    before, now = line.findChildren(DifferingText)
    assert (before.toPlainText(), now.toPlainText()) == (
        "Alle elever hører til i klassen",
        "Alle barn hører til i klassen",
    )
    agree(line, "Personalet og FAU")
    settle()
    assert "Personalet og FAU" in said_on(line)
    assert len(desk_of(fresh_school).school.of(AgreedText)) == 2
    assert line.changes.isVisible()  # two agreements are there to be compared


def test_undo_takes_the_note_away(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    put_in(part.editors["left_out"], "Lekser")
    leave(part.editors["left_out"])
    press(part.agreed["left_out"], "Noter at dere er enige")
    assert desk_of(fresh_school).school.of(AgreedText)
    fresh_school.window.undo()
    assert not desk_of(fresh_school).school.of(AgreedText)
    assert part.agreed["left_out"].groups is None
    assert has_button(part.agreed["left_out"], "Noter at dere er enige")
