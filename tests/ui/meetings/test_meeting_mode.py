"""A meeting held by keyboard alone in the real window: minutes, decisions, follow-ups, and what nobody must see."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, GateEntry, Meeting, Person, Reflection
from fosdesk.ui.meetings.meeting_mode import MeetingMode
from fosdesk.ui.meetings.next_meeting_part import NextMeetingPart
from tests.reading import words_on
from tests.ui.acts import bring_to_front, changed, desk_of, said_on, settle, wait_until
from tests.ui.meetings.test_next_meeting_part import part_of

CTRL = Qt.KeyboardModifier.ControlModifier


HELD = Meeting("next", day="2026-11-23", start="14:30", who="work_group", minutes=60)


def begun(program: Fosdesk, meeting: Meeting = HELD) -> tuple[NextMeetingPart, MeetingMode]:
    """A meeting with three lines, begun by its button."""
    workspace = desk_of(program).workspace
    workspace.add(meeting)
    for number, (what, purpose) in enumerate((("Leksefri", "decide"), ("Frikjøp", ""), ("Boden", "discuss"))):
        line = AgendaLine(f"a{number}", meeting="next", what=what, purpose=purpose, minutes=15, pos=f"{number}i")
        workspace.add(line)
    part = part_of(program)
    part.head.start.setFocus()
    QTest.keyClick(part.head.start, Qt.Key.Key_Return)
    assert part.mode is not None
    bring_to_front(part.mode)
    settle()
    return part, part.mode


def cursor() -> QWidget:
    """What has the cursor."""
    there = QApplication.focusWidget()
    assert there is not None
    return there


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(cursor(), key, modifier)
    settle()


def write(words: str) -> None:
    QTest.keyClicks(cursor(), words)


def test_a_meeting_is_held_by_keyboard_alone_and_everything_is_stored(fresh_school: Fosdesk) -> None:
    part, mode = begun(fresh_school)
    school = part.desk.workspace
    assert mode.isFullScreen()
    assert mode.title.text() == "Leksefri"
    assert mode.lead.text() == "Sak 1/26. Skal avgjøres."
    assert mode.place.text() == "Sak 1 av 3, til kl. 14.45"
    assert "Etterpå: «Frikjøp»" in words_on(mode)
    write("Foreldrene er delt.")
    press(Qt.Key.Key_Return)
    write("5.-7. trinn vil prøve.")
    press(Qt.Key.Key_B, CTRL)
    write("Vi prøver leksefri på 5.-7. trinn.")
    press(Qt.Key.Key_Return)
    (decision,) = school.school.of(Decision)
    assert (decision.what, decision.meeting, decision.line, decision.day) == (
        "Vi prøver leksefri på 5.-7. trinn.", "next", "a0", "2026-11-23",
    )  # fmt: skip
    press(Qt.Key.Key_O, CTRL)
    write("Spør elevrådet")
    press(Qt.Key.Key_Tab)
    write("Kontaktlærer 6. trinn")
    press(Qt.Key.Key_Tab)
    write("18.12.")
    press(Qt.Key.Key_Return)
    (task,) = school.school.of(FollowUp)
    assert (task.what, task.responsible, task.due, task.meeting, task.line) == (
        "Spør elevrådet", "Kontaktlærer 6. trinn", "2026-12-18", "next", "a0",
    )  # fmt: skip
    press(Qt.Key.Key_G, CTRL)
    write("Kurs om lekser")
    press(Qt.Key.Key_Return)
    (entry,) = school.school.of(GateEntry)
    assert (entry.what, entry.came) == ("Kurs om lekser", "2026-11-23")
    shown = said_on(mode.results)
    for said in ("Vi prøver leksefri", "Spør elevrådet", "Kontaktlærer 6. trinn · innen 18. des.", "Kurs om lekser"):
        assert said in shown
    press(Qt.Key.Key_PageDown)
    assert mode.title.text() == "Frikjøp"
    assert "Vi prøver leksefri" not in said_on(mode.results)
    assert school.school.get(AgendaLine, "a0").said == "Foreldrene er delt.\n5.-7. trinn vil prøve."
    write("Utsatt.")
    press(Qt.Key.Key_PageDown, CTRL)
    assert school.school.get(AgendaLine, "a1").put_off
    assert mode.title.text() == "Boden"
    press(Qt.Key.Key_PageDown)
    assert mode.title.text() == "Boden", "there is no further line"
    press(Qt.Key.Key_PageUp)
    assert mode.title.text() == "Frikjøp"
    assert "Utsatt til neste møte." in mode.lead.text()
    write(" Vi venter på eier.")
    press(Qt.Key.Key_Escape)
    wait_until(lambda: part.mode is None)
    assert school.school.get(AgendaLine, "a1").said == "Utsatt. Vi venter på eier."
    assert [line.number for line in part.agenda.lines] == ["1/26", "2/26", "3/26"]


def test_fields_that_are_left_empty_leave_nothing_behind(fresh_school: Fosdesk) -> None:
    part, mode = begun(fresh_school)
    before = len(part.desk.workspace.store.journal(part.desk.school.id).changes)
    for key in (Qt.Key.Key_B, Qt.Key.Key_O, Qt.Key.Key_G):
        press(key, CTRL)
        press(Qt.Key.Key_Escape)
        assert mode.minutes is not None
        assert mode.minutes.isAncestorOf(cursor()), "the cursor is back in the minutes"
    press(Qt.Key.Key_B, CTRL)
    press(Qt.Key.Key_Return)
    assert len(part.desk.workspace.store.journal(part.desk.school.id).changes) == before
    assert part.desk.school.of(Decision) == ()
    assert part.mode is mode, "Escape left the fields, not the meeting"


def test_escape_stores_what_is_being_written_and_the_next_one_leaves(fresh_school: Fosdesk) -> None:
    part, mode = begun(fresh_school)
    press(Qt.Key.Key_O, CTRL)
    write("Ring PPT")
    press(Qt.Key.Key_Escape)
    assert [one.what for one in part.desk.school.of(FollowUp)] == ["Ring PPT"]
    assert part.mode is mode
    press(Qt.Key.Key_Escape)
    wait_until(lambda: part.mode is None)


def test_what_cannot_be_stored_stays_and_says_why(fresh_school: Fosdesk) -> None:
    part, mode = begun(fresh_school)
    press(Qt.Key.Key_O, CTRL)
    write("Ring PPT")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    write("snart")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_Escape):
        press(key)
        assert part.mode is mode
        assert mode.title.text() == "Leksefri"
        assert "23.11.2026" in said_on(mode.results), "an example of a date is given"
    press(Qt.Key.Key_A, CTRL)
    write("1.12.")
    press(Qt.Key.Key_Return)
    assert part.desk.school.of(FollowUp)[0].due == "2026-12-01"


def test_minutes_are_stored_in_a_pause_and_steps_are_undone(fresh_school: Fosdesk) -> None:
    part, mode = begun(fresh_school)
    write("En hel setning.")
    wait_until(lambda: part.desk.school.get(AgendaLine, "a0").said == "En hel setning.")
    press(Qt.Key.Key_B, CTRL)
    write("Vi gjør det.")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CTRL)
    assert part.desk.school.of(Decision) == ()
    assert "Vi gjør det." not in said_on(mode.results)
    press(Qt.Key.Key_Y, CTRL)
    assert "Vi gjør det." in said_on(mode.results)
    write(" Og mer")
    press(Qt.Key.Key_Z, CTRL)
    assert mode.minutes is not None
    assert "Og mer" not in mode.minutes.as_typed, "what is not stored is undone in the text"
    assert len(part.desk.school.of(Decision)) == 1


def test_undo_reaches_back_to_the_beginning_of_the_meeting_and_no_further(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(GateEntry("e", what="Fra før møtet"))
    workspace.add(GateEntry("f", what="Angret før møtet"))
    workspace.undo()
    part, _ = begun(fresh_school)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    press(Qt.Key.Key_B, CTRL)
    write("Vi gjør det.")
    press(Qt.Key.Key_Return)
    for _ in range(5):
        press(Qt.Key.Key_Z, CTRL)
    assert part.desk.school.of(Decision) == ()
    assert [line.number for line in part.desk.school.of(AgendaLine)] == ["1/26", "2/26", "3/26"]
    for _ in range(3):
        press(Qt.Key.Key_Y, CTRL)
    assert [one.what for one in part.desk.school.of(Decision)] == ["Vi gjør det."]
    assert [one.id for one in part.desk.school.of(GateEntry)] == ["e"]


def test_nothing_about_people_and_nothing_private_is_shown(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(Person("p", name="Turid Testad", role="teacher", contact="turid@skole.no"))
    workspace.add(Reflection("reflection:F1-1", text="Hemmelig tanke"))
    people = {"present": "Kari Nordmann", "absent": "Ola Nordmann", "writer": "Per Hansen"}
    _, mode = begun(fresh_school, changed(HELD, who="leadership", **people))
    workspace.add(AgendaLine("x", meeting="next", what="Refleksjon", about="reflection:F1-1", pos="z"))
    seen: list[str] = []
    for _ in range(4):
        seen += words_on(mode)
        press(Qt.Key.Key_PageDown)
    assert "Refleksjon" in seen
    for hidden in ("Kari", "Ola ", "Per Hansen", "Turid", "Hemmelig"):
        assert not [said for said in seen if hidden in said]


def test_a_line_that_goes_elsewhere_gives_way_to_another_and_the_last_one_ends_the_meeting(
    fresh_school: Fosdesk,
) -> None:
    part, mode = begun(fresh_school)
    workspace = part.desk.workspace
    workspace.delete([workspace.school.get(AgendaLine, "a0")])
    settle()
    assert mode.title.text() == "Frikjøp"
    workspace.delete([workspace.school.get(AgendaLine, f"a{n}") for n in (1, 2)])
    wait_until(lambda: part.mode is None)


def test_letters_grow_with_the_screen_and_nothing_in_the_work_area_is_small(fresh_school: Fosdesk) -> None:
    _, mode = begun(fresh_school)
    sizes = []
    for width, height in ((1366, 768), (1920, 1080)):
        mode.showNormal()
        mode.resize(width, height)
        settle()
        assert mode.minutes is not None
        (editor,) = mode.minutes.findChildren(QPlainTextEdit)
        assert editor.fontInfo().pixelSize() >= 20
        assert mode.lead.fontInfo().pixelSize() >= 20
        assert mode.title.fontInfo().pixelSize() >= 40
        sizes.append(editor.fontInfo().pixelSize())
        assert mode.minimumSizeHint().width() <= width
        assert mode.minimumSizeHint().height() <= height
    assert sizes[1] > sizes[0]
