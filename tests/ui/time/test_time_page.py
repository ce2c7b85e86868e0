"""The page for time, in the real window: slots, what gives way, and the pictures that follow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Balance, ExistingGroup, StopItem, TimePlan, TimeSlot
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.lists.listing import Heading
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.record_part import RecordPart
from fosdesk.ui.time.time_page import TimePage
from fosdesk.ui.time.time_parts import BalancePart, SlotsPart
from tests.reading import words_on
from tests.ui import acts
from tests.ui.acts import desk_of, has_button, press, said_on, settle
from tests.ui.hands import row_of


def page_of(program: Fosdesk) -> TimePage:
    """The page, shown."""
    return acts.page_of(program.window, "time", TimePage)


def slots_of(page: TimePage) -> SlotsPart:
    """The part with protected time, shown."""
    page.tabs.show_tab("slots")
    part = page.part("slots")
    assert isinstance(part, SlotsPart)
    return part


def stops_of(page: TimePage) -> NounPart:
    """The part with what the school stops, shown."""
    page.tabs.show_tab("stops")
    part = page.part("stops")
    assert isinstance(part, NounPart)
    return part


def form_of(part: NounPart) -> RecordForm:
    """The open form of a standard list."""
    assert isinstance(part.list.panel, RecordForm)
    return part.list.panel


def type_into(editor: FieldEditor, typed: str) -> None:
    """Write over what stands there, and leave the field."""
    widget = as_widget(editor.editor)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, typed)
    editor.commit()


def choose(editor: FieldEditor, value: str) -> None:
    """Pick one answer of a closed list."""
    editor.editor.show_value(value)
    editor.commit()


def click(widget: QWidget) -> None:
    """Click in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def shown_pictures(part: SlotsPart) -> list[str]:
    """The groups that have a figure."""
    return [who for who, holder in part._holders.items() if not holder.isHidden()]


# -- protected time and what gives way


def test_a_slot_and_what_stops_change_the_picture(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part, words = slots_of(page), desk.words
    assert shown_pictures(part) == [], "nothing to show in an empty school"
    click(page.main)
    form = form_of(part)
    type_into(form.editors["what"], "Arbeidsgruppen")
    choose(form.editors["who"], "work_group")
    type_into(form.editors["minutes"], "1:30")
    type_into(form.editors["times"], "8")
    type_into(form.editors["every_weeks"], "2")
    (slot,) = desk.school.of(TimeSlot)
    assert (slot.semester, slot.minutes, slot.times, slot.every_weeks) == ("2026H", 90, 8, 2)
    assert as_widget(form.editors["minutes"].editor).property("text") == "90"
    assert shown_pictures(part) == ["work_group"]
    picture = part.pictures["work_group"]
    assert f"{words.semester('2026H')}: " in picture.accessibleName()
    assert words.minutes(720) in picture.accessibleName()
    assert words.minutes(720) in said_on(part.list.table)
    assert page.advice.sentences == [desk.framework.warning("W2").says()], "nothing gives way yet"

    stops = stops_of(page)
    click(page.main)
    form = form_of(stops)
    type_into(form.editors["what"], "Felles morgenmøte hver dag")
    type_into(form.editors["freed"], "10 t")
    (stop,) = desk.school.of(StopItem)
    assert (stop.freed, stop.semester) == (600, "2026H")
    assert page.advice.sentences == []
    slots_of(page)
    assert part.unsaid.isVisible(), "nobody said whose time it is"
    assert shown_pictures(part) == ["work_group"], "time of different people is not added up"
    assert words.minutes(600) not in picture.accessibleName()
    stops_of(page)
    choose(form.editors["who"], "staff")
    slots_of(page)
    assert not part.unsaid.isVisible()
    assert shown_pictures(part) == ["work_group", "staff"]
    assert words.minutes(600) in part.pictures["staff"].accessibleName()
    fresh_school.window.undo()
    slots_of(page)
    assert shown_pictures(part) == ["work_group"]


def test_what_is_no_time_is_refused_with_a_sentence_and_kept_in_the_field(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = slots_of(page)
    click(page.main)
    form = form_of(part)
    type_into(form.editors["minutes"], "halvannen")
    assert desk.school.of(TimeSlot) == ()
    assert desk.words("Write the time in minutes, such as 90, or as 1:30.") in words_on(form)
    assert as_widget(form.editors["minutes"].editor).property("text") == "halvannen"


def test_a_semester_before_the_start_is_kept_with_a_kind_word(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = slots_of(page)
    click(page.main)
    form = form_of(part)
    choose(form.editors["semester"], "2025V")
    assert desk.school.of(TimeSlot)[0].semester == "2025V"
    assert part.list.panel is form, "the form follows its row to another semester"
    assert desk.words("This semester comes before your start semester. That is fine if it is meant so.") in words_on(
        form
    )


def test_a_group_that_gives_time_is_told_and_leads_to_it(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = slots_of(page)
    group = desk.workspace.add(ExistingGroup(name="Plangruppen", decision="gives_time", freed=450, semester="2026H"))
    assert shown_pictures(part) == [], "it is the time of those who were in it"
    assert part.groups.text().startswith("1 ")
    click(part.groups)
    assert fresh_school.window.current_key == "work_group"
    desk.workspace.delete([group])
    page_of(fresh_school)
    assert not part.groups.isVisible()


def test_last_semesters_slots_are_copied_in_one_step(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part, words = slots_of(page), desk.words
    assert not part.copy.isVisible()
    for what, minutes in (("Arbeidsgruppen", 60), ("Fellestid", 75)):
        desk.workspace.add(TimeSlot(what=what, semester="2026H", minutes=minutes, times=5, gives_way="Noe"))
    assert part.copy.isVisible()
    assert part.copy.text() == "Kopier høst 2026 til vår 2027"
    click(part.copy)
    copied = [s for s in desk.school.of(TimeSlot) if s.semester == "2027V"]
    assert sorted((s.what, s.minutes, s.times, s.gives_way) for s in copied) == [
        ("Arbeidsgruppen", 60, 5, "Noe"),
        ("Fellestid", 75, 5, "Noe"),
    ]
    assert part.copy.text() == "Kopier vår 2027 til høst 2027", "what is copied once is not offered again"
    assert words.semester("2027V") in said_on(part.list.table)
    fresh_school.window.undo()
    assert [s.semester for s in desk.school.of(TimeSlot)] == ["2026H", "2026H"]


def test_in_a_low_window_list_and_picture_take_turns(with_example: Fosdesk) -> None:
    page = page_of(with_example)
    part, window = slots_of(page), with_example.window
    window.resize(1366, 728)
    settle()
    assert (part.list.isVisible(), part.figures.isVisible()) == (True, False)
    click(part.turn)
    assert (part.list.isVisible(), part.figures.isVisible()) == (False, True)
    page.show_record(desk_of(with_example).school.of(TimeSlot)[0].id)
    assert part.list.isVisible()
    window.resize(1366, 1000)
    settle()
    assert (part.list.isVisible(), part.figures.isVisible(), part.turn.isVisible()) == (True, True, False)


def test_a_new_slot_is_of_the_semester_that_is_being_planned(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = slots_of(page)
    for before, expected in (("2026V", "2026H"), ("2027H", "2027H")):  # a spring is before the autumn of its year
        desk.workspace.add(TimeSlot(what="Fellestid", semester=before))
        part.list.quick.setText("Time")
        QTest.keyClick(part.list.quick, Qt.Key.Key_Return)
        assert [s.semester for s in desk.school.of(TimeSlot) if s.what == "Time"][-1] == expected


def test_earlier_semesters_are_folded_and_the_latest_stands_first(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    for semester in ("2025H", "2026H", "2027V", ""):
        desk.workspace.add(TimeSlot(semester or "never", what="Fellestid", semester=semester))
    part = slots_of(page)
    settle()
    assert part.list.shown_ids == ["2027V", "2026H", "never"]
    headings = [one.title for one in part.list.listing.rows() if isinstance(one, Heading)]
    assert headings == [*(desk.words.semester(s) for s in ("2027V", "2026H", "2025H")), "Uten semester"]
    fresh_school.window.go("time", "2025H")
    assert "2025H" in part.list.shown_ids, "what is gone to is unfolded"


# -- effort and gain, and what is agreed


def test_effort_and_gain_for_each_semester_since_the_start(with_example: Fosdesk) -> None:
    page, desk = page_of(with_example), desk_of(with_example)
    page.tabs.show_tab("balance")
    part = page.part("balance")
    assert isinstance(part, BalancePart)
    assert part.list.shown_ids[0] == "balance:2026H"
    assert set(part.list.shown_ids) >= {b.id for b in desk.school.of(Balance)}
    part.list.open_row("balance:2026H")
    panel = part.list.panel
    assert isinstance(panel, RecordForm)
    before = desk.school.get(Balance, "balance:2026H")
    gain = panel.editors["adjust"].editor
    assert isinstance(gain, QPlainTextEdit)
    gain.setFocus()
    QTest.keyClicks(gain, "Ett møte mindre.")
    assert desk.release(panel)
    after = desk.school.get(Balance, "balance:2026H")
    assert (after.effort, after.gain, after.adjust) == (before.effort, before.gain, "Ett møte mindre.")


def test_a_semester_nobody_wrote_about_comes_into_being_with_the_first_word(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    page.tabs.show_tab("balance")
    part = page.part("balance")
    assert isinstance(part, BalancePart)
    part.list.open_row("balance:2026H")
    assert desk.school.of(Balance) == (), "looking writes nothing"
    panel = part.list.panel
    assert isinstance(panel, RecordForm)
    assert not has_button(panel, "Fjern")
    type_into(panel.editors["effort"], "Mye")
    assert desk.school.of(Balance) == (Balance("balance:2026H", effort="Mye"),)
    settle()
    press(panel, "Fjern")
    assert desk.school.of(Balance) == ()
    assert part.list.shown_ids == ["balance:2026H"]
    assert "Mye" not in row_of(part, "balance:2026H")


def test_what_is_agreed_with_others(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    page.tabs.show_tab("agreements")
    part = page.part("agreements")
    assert isinstance(part, RecordPart)
    type_into(part.editors["others"], "To av fem fellestider er betalt.")
    type_into(part.editors["discussed"], "6.5.2026")
    kept = desk.school.get(TimePlan, "time_plan")
    assert (kept.others, kept.discussed) == ("To av fem fellestider er betalt.", "2026-05-06")


# -- the page as a whole


@pytest.mark.parametrize(
    ("record", "tab"),
    [
        (TimeSlot(id="s1", what="Fellestid", semester="2026H"), "slots"),
        (TimeSlot(id="s2", what="Fellestid", semester="2020H"), "slots"),
        (StopItem(id="x1", what="Ukebrev"), "stops"),
        (Balance(id="balance:2026V", effort="Mye"), "balance"),
        (TimePlan(id="time_plan", others="Betalt"), "agreements"),
    ],
)
def test_search_leads_to_the_record_itself(fresh_school: Fosdesk, record: Record, tab: str) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    desk.workspace.commit(None, record)
    fresh_school.window.go("time", record.id)
    assert page.tabs.key == tab
    part = page.part(tab)
    lists = part.findChildren(NounList)
    lists = [rows for rows in lists if rows.panel is not None]
    assert [rows.open_id for rows in lists] == ([] if tab == "agreements" else [record.id])


def test_a_colleagues_school_can_be_read_but_offers_no_act(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    desk.workspace.read_only = True
    page = page_of(with_example)
    part = slots_of(page)
    assert shown_pictures(part) == ["work_group", "staff", "externals", "assistants"]
    assert not page.main.isVisible()
    assert not part.copy.isVisible()
    stops_of(page)
    assert not page.main.isVisible()
    assert page.advice.sentences == []
