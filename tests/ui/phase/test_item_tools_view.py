"""The tools of an open checklist item, in the real window: written there, opened where they live, and undone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import (
    Balance,
    CriticalQuestion,
    ExistingGroup,
    GateEntry,
    Involvement,
    Meeting,
    Need,
    Person,
    PhaseFrame,
    Question,
    Restriction,
    SchoolProfile,
    WorkGroup,
)
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.phase.item_tools_view import ItemTools, ToolList
from fosdesk.ui.phase.phase_page import PhasePage
from tests.program import Start
from tests.ui.acts import (
    bring_to_front,
    button_on,
    changed,
    desk_of,
    has_button,
    journal_in,
    open_beside,
    press,
    said_on,
    settle,
    type_in,
)
from tests.ui.phase_window import page_of, row_of, type_here
from tests.ui.tool_lines import line_on, press_line


def tools_at(program: Fosdesk, item: str) -> ItemTools:
    """The tools of an item, which is opened."""
    page = page_of(program, item[:2])
    page.show_record(f"answer:{item}")
    settle()
    details = row_of(page, f"answer:{item}").details
    assert details is not None
    assert details.tools is not None
    return details.tools


def list_at(program: Fosdesk, item: str, noun: str) -> ToolList:
    """The short list of one tool at an item."""
    return tools_at(program, item).lists[noun]


def write(tool: ToolList, line: str, *keys: Qt.Key) -> None:
    """Type in the line for a new record."""
    assert tool.quick is not None
    bring_to_front(tool.window())
    tool.quick.setFocus()
    type_here(line, *keys)


def test_one_line_and_enter_is_a_record_and_one_step(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    tool = list_at(fresh_school, "F1-10", "question")
    before = desk.school
    write(tool, "Hvem er ute med elevene?")
    assert desk.school is before, "nothing is stored before Enter"
    type_here("", Qt.Key.Key_Return)
    (made,) = desk.school.of(Question)
    assert made.text == "Hvem er ute med elevene?"
    assert QApplication.focusWidget() is tool.quick, "the cursor stays for the next one"
    assert line_on(tool, "Hvem er ute med elevene?").accessibleName() == "Hvem er ute med elevene?. uten svar"
    row = row_of(page_of(fresh_school, "F1"), "answer:F1-05")
    assert "Her: Spørsmål og innvendinger · 1, 1 uten svar" in row.heading.accessibleName()
    fresh_school.window.undo()
    assert desk.school.of(Question) == ()
    assert "Her:" not in row.heading.accessibleName()
    assert tool.records == []


def test_what_is_begun_at_an_item_is_with_those_that_the_item_is_about(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    write(list_at(fresh_school, "F0-01", "meeting"), "Kurs om lederrollen", Qt.Key.Key_Return)
    assert [(one.what, one.who) for one in desk.school.of(Meeting)] == [("Kurs om lederrollen", "leader_training")]
    write(list_at(fresh_school, "F2-02", "involvement"), "Elevrådet", Qt.Key.Key_Return)
    assert [(one.what, one.who) for one in desk.school.of(Involvement)] == [("Elevrådet", "pupils")]


def test_an_empty_line_leaves_nothing(fresh_school: Fosdesk) -> None:
    tool = list_at(fresh_school, "F1-10", "question")
    before = desk_of(fresh_school).school
    write(tool, "   ", Qt.Key.Key_Return)
    assert desk_of(fresh_school).school is before


def test_a_line_that_was_not_entered_is_there_again(started: Start, fresh_school: Fosdesk) -> None:
    tool = list_at(fresh_school, "F1-10", "question")
    write(tool, "Halvferdig", Qt.Key.Key_Escape)
    row = row_of(page_of(fresh_school, "F1"), "answer:F1-10")
    assert not row.is_open
    other = list_at(fresh_school, "F1-05", "question")
    assert other.quick is not None
    assert other.quick.text() == "", "each item has a line of its own"
    write(other, "En annen")
    folder = fresh_school.folder
    fresh_school.window.close()
    again = started(folder)
    for item, typed in (("F1-10", "Halvferdig"), ("F1-05", "En annen")):
        quick = list_at(again, item, "question").quick
        assert quick is not None
        assert quick.text() == typed


def test_the_first_four_are_shown_and_lead_to_where_they_live(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for number in range(6):
        desk.workspace.add(Question(text=f"Nr. {number}", answered="" if number == 1 else "2026-11-02"))
    tool = list_at(fresh_school, "F1-10", "question")
    assert [one.title for one in tool.records] == ["Nr. 1", "Nr. 5", "Nr. 4", "Nr. 3"]
    press_line(tool, "Nr. 1")
    assert not fresh_school.window.current_key.startswith("phase")
    assert "Nr. 1" in said_on(fresh_school.window.page(fresh_school.window.current_key))


def test_show_all_leads_to_the_page_of_the_tool(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(ExistingGroup(name="Plangruppa"))
    tool = list_at(fresh_school, "F2-14", "existing_group")
    assert button_on(tool, "Vis alle (1)").accessibleName() == "Andre grupper på skolen: Vis alle (1)"
    press(tool, "Vis alle (1)")
    settle()
    assert fresh_school.window.current_key == "work_group"
    assert "Plangruppa" in said_on(fresh_school.window.page("work_group"))


def test_a_change_elsewhere_is_shown_and_the_cursor_is_not_lost(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    first, second = (desk.workspace.add(Need(text=one)) for one in ("Ro", "Tid"))
    tool = list_at(fresh_school, "F1-02", "need")
    bring_to_front(fresh_school.window)
    line_on(tool, "Tid").setFocus()
    desk.workspace.delete([second])
    settle()
    assert [one.title for one in tool.records] == ["Ro"]
    assert tool.records[0].hasFocus()
    desk.workspace.commit(first, changed(first, text="Arbeidsro"))
    assert [one.title for one in tool.records] == ["Arbeidsro"]


def test_fixed_records_are_written_at_the_item(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for item, noun, name, record in (
        ("F2-08", "work_group", "mandate", WorkGroup),
        ("F2-20", "balance", "effort", Balance),
        ("F1-16", "phase_frame", "time_frame", PhaseFrame),
        ("F2-04", "school_profile", "direction", SchoolProfile),
    ):
        fields = tools_at(fresh_school, item).fields[noun]
        editor = next(one for one in fields.editors if one.name == name)
        type_in(editor, "Skrevet ved punktet")
        assert desk.release()
        (written,) = desk.school.of(record)
        assert getattr(written, name) == "Skrevet ved punktet", item
    assert desk.school.get(Balance, "balance:2026H").effort
    assert desk.school.get(PhaseFrame, "phase_frame:F1").time_frame
    row = row_of(page_of(fresh_school, "F2"), "answer:F2-08")
    assert "Her: Mandat" in row.heading.accessibleName()


def test_what_another_noun_has_taken_the_place_of_is_shown_where_it_holds_something(fresh_school: Fosdesk) -> None:
    tools = tools_at(fresh_school, "F2-13")
    assert not tools.fields["work_group"].isVisible()
    assert tools.lists["involvement"].isVisible()
    desk_of(fresh_school).workspace.add(WorkGroup("work_group", union_dialogue="Drøftet i mai"))
    settle()
    assert tools.fields["work_group"].isVisible()


def test_private_questions_are_seen_only_when_the_item_is_opened(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(CriticalQuestion(text="Hvem tjener på dette?"))
    page = page_of(fresh_school, "F2")
    assert "Hvem tjener" not in said_on(page)
    assert "Her:" not in row_of(page, "answer:F2-12").heading.accessibleName()
    tool = list_at(fresh_school, "F2-12", "critical_question")
    said = said_on(tool)
    assert line_on(tool, "Hvem tjener på dette?").isVisible()
    assert "bare for ledergruppa" in said or "bare for lederteamet" in said


def test_shielded_people_are_neither_counted_nor_named(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    person = desk.workspace.add(Person(name="Kari", role="owner"))
    tool = list_at(fresh_school, "F0-04", "person")
    assert tool.quick is None, "no names are asked for at an item"
    assert [one.title for one in tool.records] == ["Kari"]
    desk.workspace.add(Restriction(f"restriction:{person.id}", person=person.id))
    settle()
    assert tool.records == []
    row = row_of(page_of(fresh_school, "F0"), "answer:F0-04")
    assert "Her:" not in row.heading.accessibleName()


def test_what_comes_to_the_gate_at_an_item_came_today(fresh_school: Fosdesk) -> None:
    write(list_at(fresh_school, "F3-03", "gate_entry"), "Kurs om mobbing", Qt.Key.Key_Return)
    (entry,) = desk_of(fresh_school).school.of(GateEntry)
    assert (entry.what, entry.came) == ("Kurs om mobbing", desk_of(fresh_school).day())


def test_a_colleagues_school_shows_what_is_there_and_takes_nothing(fresh_school: Fosdesk, example_store: Path) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    window.go("phase:F2", "answer:F2-14")
    page = window.page("phase:F2")
    assert isinstance(page, PhasePage)
    settle()
    details = row_of(page, "answer:F2-14").details
    assert details is not None
    assert details.tools is not None
    tool = details.tools.lists["existing_group"]
    assert tool.quick is None
    assert tool.records
    window.go("phase:F2", "answer:F2-08")
    settle()
    opened = row_of(page, "answer:F2-08").details
    assert opened is not None
    assert opened.tools is not None
    (mandate,) = opened.tools.fields["work_group"].editors
    assert as_widget(mandate.editor).property("readOnly")
    for item in window.desk.framework.items if window.desk is not None else ():
        if item.phase == "F2":
            window.go("phase:F2", f"answer:{item.id}")
            settle()
            opened = row_of(page, f"answer:{item.id}").details
            if opened is not None and opened.tools is not None:
                assert [one for one in opened.tools.lists.values() if one.isVisible() and not one.records] == []
    assert not has_button(page, "Gjør det under")


def test_every_tool_of_every_item_leads_somewhere(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    for item in desk_of(fresh_school).framework.items:
        tools = tools_at(fresh_school, item.id)
        for noun in tools.lists:
            before = window.current_key
            QTest.mouseClick(tools_at(fresh_school, item.id).lists[noun].whole, Qt.MouseButton.LeftButton)
            assert window.current_key != before, (item.id, noun)
            page_of(fresh_school, item.phase)
        for noun in tools.fields:
            there = tools_at(fresh_school, item.id).fields[noun].there
            if there is not None:
                there.click()
                assert window.current_key != f"phase:{item.phase}", (item.id, noun)
