"""A core component with its versions word by word, examples written where it stands, and the entries behind it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgreedText, CoreComponent, GateEntry, Meeting, Practice, TranslationNote
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.direction.component_form import ComponentForm
from fosdesk.ui.forms.differing_text import DifferingText
from tests.ui.acts import desk_of, has_button, leave, press, put_in, said_on, settle
from tests.ui.noun_lists import ShownList

COMPONENT = CoreComponent("k" * 12, name="Vi møter hver elev", looks_like="En voksen står ved døren.")
ENTRY = GateEntry("e" * 12, what="Samtaler i friminuttet", decision="adapted", component=COMPONENT.id)
NOTE = TranslationNote(f"translation:{ENTRY.id}", our_words="To minutter ved døren")


def form_of(program: Fosdesk) -> ComponentForm:
    """The form of the one component."""
    desk_of(program)
    form = ShownList(program.window, "core_component").open(COMPONENT.id)
    assert isinstance(form, ComponentForm)
    settle()
    return form


def test_versions_are_kept_with_groups_and_meeting_and_differ_word_by_word(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, COMPONENT), (None, Meeting("m" * 12, what="Fellestid", day="2026-11-17"))])
    form = form_of(fresh_school)
    press(form, "Noter versjonen dere er enige om")
    settle()
    typed = QApplication.focusWidget()
    assert typed is not None
    QTest.keyClicks(typed, "Hele personalet")
    assert form.versions.groups is not None
    assert form.versions.meeting is not None
    leave(form.versions.groups)
    form.versions.meeting.editor.show_value("m" * 12)
    form.versions.meeting.commit()
    (kept,) = desk.school.of(AgreedText)
    assert (kept.about, kept.field, kept.groups, kept.meeting) == (COMPONENT.id, "", "Hele personalet", "m" * 12)
    assert kept.text == "Vi møter hver elev\n\nEn voksen står ved døren."
    assert "Hele personalet · Fellestid" in said_on(form)
    assert not has_button(form, "Noter versjonen dere er enige om")
    put_in(form.editors["looks_like"], "En voksen står ved porten.")
    leave(form.editors["looks_like"])
    settle()
    form.versions.changes.click()
    settle()
    assert "porten" in " ".join(one.toPlainText() for one in form.findChildren(DifferingText))
    assert has_button(form, "Noter versjonen dere er enige om")


def test_an_example_is_written_where_the_component_stands(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(COMPONENT)
    form = form_of(fresh_school)
    QTest.keyClicks(form.quick, "Den som går alene, blir spurt")
    QTest.keyClick(form.quick, Qt.Key.Key_Return)
    settle()
    (example,) = desk.school.of(Practice)
    assert (example.text, example.component) == ("Den som går alene, blir spurt", COMPONENT.id)
    assert "Den som går alene, blir spurt" in said_on(form)
    assert "Brukt i" not in said_on(form)


def test_the_entries_behind_a_component_lead_to_their_translation(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, COMPONENT), (None, ENTRY), (None, NOTE)])
    form = form_of(fresh_school)
    (line,) = [one for one in form.findChildren(LineButton) if one.title == ENTRY.what]
    assert "«To minutter ved døren»" in line.accessibleName()
    line.click()
    settle()
    page = fresh_school.window.page("gatekeeping")
    assert (fresh_school.window.current_key, page.part_shown) == ("gatekeeping", "translations")
