"""Every place with a list, a panel or a standard form, as a person comes to write in it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import GateEntry, Membership, Person, TransitionNote
from fosdesk.domain.values.fractional_index import at_the_end
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.forms.editors import LongEditor, ShortEditor, as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.forms.special_editors import DayEditor, NumberEditor
from fosdesk.ui.lists.record_part import RecordPart
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.phase.phase_page import PhasePage
from fosdesk.ui.phase.phase_talk import QuestionsPanel
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.settings.settings_page import SettingsPage
from fosdesk.ui.time.time_page import TimePage
from fosdesk.ui.work_group.group_parts import PeoplePart
from fosdesk.ui.work_group.people_list import PersonPanel
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.ui.acts import bring_to_front, desk_of, page_of
from tests.ui.gate_log import gate_log
from tests.ui.noun_lists import IN_LISTS, ShownList
from tests.ui.window.lists import LISTS, TOO_LONG, VAGUE_DAY, VAGUE_SPAN, click, shown


class Place(NamedTuple):
    """Where somebody writes just now: the page, the field, and what would close it."""

    page: str
    editor: FieldEditor
    closers: Mapping[str, Callable[[], object]]  # by what a person does

    @property
    def bad(self) -> str:
        """Something that cannot be kept in this field."""
        kept = self.editor.editor
        return VAGUE_DAY if isinstance(kept, DayEditor) else VAGUE_SPAN if isinstance(kept, NumberEditor) else TOO_LONG

    def good(self, number: int) -> str:
        """Something that can be kept, another one for each number."""
        kept = self.editor.editor
        if isinstance(kept, DayEditor):
            return f"{number}.12.2026"
        return str(number) if isinstance(kept, NumberEditor) else f"Tekst {number}"


def _in_list(name: str, program: Fosdesk) -> Place:
    rows = shown(program, name)
    page = LISTS[name].page
    tab = {"work_group": "mandate", "meetings": "methods"}.get(page, "agreements")
    whole = program.window.page(page)
    assert isinstance(whole, MeetingsPage | WorkGroupPage | TimePage)
    closers: dict[str, Callable[[], object]] = {
        "other row": partial(rows.open, rows.second),
        "Escape": rows.list.close_row,
        "other part": lambda: click(whole.tabs.name_of(tab)),
        "record in another part": lambda: whole.open_in(tab, ""),
    }
    if name == "meetings":
        closers["new one"] = whole.main.click
    return Place(page, rows.editor(LISTS[name].typed.field), closers)


def _in_form(noun: str, program: Fosdesk) -> Place:
    there = ShownList(program.window, noun)
    page, desk = there.page, there.desk
    first, other = (desk.workspace.add(at_the_end(desk.school, NOUNS[noun])).id for _ in range(2))
    form = there.open(first)
    another = next(one.key for one in page._tools if one.key != page.part_shown)
    closers = {
        "other row": lambda: page.show_record(other),
        "close button": lambda: click(there.panel.close_button),
        "Escape": there.list.close_row,
        "new one": lambda: click(there.new),
        "other list": lambda: page.turn_to_part(another),
    }
    return Place(page.place, _typed_field(form), closers)


def _typed_field(form: RecordForm) -> FieldEditor:
    """The field of a form that is easiest to mistype: a day or a number, else a text."""
    texts = [one for one in form.editors.values() if isinstance(one.editor, ShortEditor | LongEditor)]
    return next((one for one in texts if isinstance(one.editor, DayEditor | NumberEditor)), texts[0])


def _in_people(program: Fosdesk) -> Place:
    desk = desk_of(program)
    for one in ("anna", "bo"):
        if desk.school.find(one) is None:
            pair = Person(one, name=one, role="teacher"), Membership(f"membership:{one}", one, "member")
            desk.workspace.commit_all([(None, record) for record in pair])
    page = page_of(program.window, "work_group", WorkGroupPage)
    page.show_record("anna")
    part = page.part("people")
    assert isinstance(part, PeoplePart)
    assert isinstance(part.list.panel, PersonPanel)
    closers: dict[str, Callable[[], object]] = {
        "other row": lambda: page.show_record("bo"),
        "close button": lambda: click(part.list.frame.close_button),
        "Escape": part.list.close_row,
        "other part": lambda: click(page.tabs.name_of("mandate")),
    }
    return Place("work_group", part.list.panel.editors["since"], closers)


def _in_log(program: Fosdesk, *, field: str = "revisit") -> Place:
    desk = desk_of(program)
    first, second = desk.workspace.add(GateEntry(what="Kurs")).id, desk.workspace.add(GateEntry(what="Bok")).id
    page = gate_log(program.window)
    page.show_record(first)
    closers = {
        "other row": lambda: page.show_record(second),
        "close button": lambda: click(page.close_button),
        "Escape": page.close_panel,
        "new entry": lambda: page.new.click(),
    }
    editor = page.editor(field)
    return Place("gatekeeping", editor, closers)


def _phase(program: Fosdesk, key: str = "F1") -> PhasePage:
    program.window.go(f"phase:{key}", "")
    page = program.window.page(f"phase:{key}")
    assert isinstance(page, PhasePage)
    bring_to_front(program.window)
    return page


def _in_checklist(program: Fosdesk, *, own: bool = False) -> Place:
    page = _phase(program)
    first, second = list(page.lists[0].rows)[:2]
    if own:
        click(page.lists[0].add)
        first = next(i for i, one in page.lists[0].rows.items() if one.is_open)
    else:
        page.show_record(first)
    row = page.lists[0].rows[first]
    assert row.details is not None
    closers = {
        "other row": lambda: click(page.lists[0].rows[second].heading),
        "same row": lambda: click(row.heading),
        "Escape": lambda: row._asked("close"),
        "Alt+Down": lambda: page.lists[0].act("down", first),
        "hide": lambda: page.lists[0].act("hide", first),
        "new item": lambda: page.lists[0].add.click(),
    }
    return Place("phase:F1", row.details.editors["own_text" if own else "due"], closers)


def _in_note(program: Fosdesk) -> Place:
    desk = desk_of(program)
    first, second = (
        desk.workspace.add(TransitionNote(phase="F1", occasion="opens", written=day, why=day)).id
        for day in ("2026-10-01", "2026-10-02")
    )
    page = _phase(program)
    page.show_record(first)
    assert page.notes.form is not None
    closers = {
        "other row": lambda: click(page.notes._lines[second]),
        "same row": lambda: click(page.notes._lines[first]),
    }
    return Place("phase:F1", page.notes.form.editors["written"], closers)


def _in_questions(program: Fosdesk) -> Place:
    page = _phase(program)
    page.questions.unfold()
    assert isinstance(page.questions.inside, QuestionsPanel)
    return Place("phase:F1", next(iter(page.questions.inside.editors.values())), {"fold": page.questions.click})


def _in_phase_name(program: Fosdesk) -> Place:
    page = _phase(program)
    if page._naming is None or page._naming.isHidden():
        click(page.rename)
    assert page._naming is not None
    return Place("phase:F1", page._naming.title, {"fold": page.rename.click})


def _in_part(page: type[WorkGroupPage] | type[TimePage], tab: str, field: str, other: str, program: Fosdesk) -> Place:
    whole = page_of(program.window, page.key, page)
    whole.tabs.show_tab(tab)
    part = whole.part(tab)
    assert isinstance(part, RecordPart)
    return Place(page.key, part.editors[field], {"other part": lambda: click(whole.tabs.name_of(other))})


def _in_description(program: Fosdesk) -> Place:
    page = page_of(program.window, "documents", DocumentsPage)
    page.choose("description")
    other = next(key for key in page.list.shown_ids if key != "description")
    closers: dict[str, Callable[[], object]] = {
        "other row": lambda: click(page.list.row(other).line),
        "Escape": page.list.close_row,
    }
    return Place("documents", page.descriptions["anchoring"], closers)


def _in_direction(program: Fosdesk) -> Place:
    page = page_of(program.window, "overview", OverviewPage)
    page.show_record("school")
    editor = page.direction.editor
    assert editor is not None
    closers = {
        "Escape": lambda: QTest.keyClick(as_widget(editor.editor), Qt.Key.Key_Escape),
        "Enter": lambda: QTest.keyClick(as_widget(editor.editor), Qt.Key.Key_Return),
    }
    return Place("overview", editor, closers)


def _in_settings(program: Fosdesk) -> Place:
    return Place("settings", page_of(program.window, "settings", SettingsPage).form.editors["name"], {})


def _in_privacy(program: Fosdesk) -> Place:
    if desk_of(program).school.find("a") is None:
        desk_of(program).workspace.add(Person("a", name="Anna Lie"))
    return Place("storage", page_of(program.window, "privacy", PrivacyPage).months, {})


PAGES: dict[str, Callable[[Fosdesk], Place]] = {
    **{name: partial(_in_list, name) for name in LISTS},
    **{key: partial(_in_form, key) for key in IN_LISTS},
    "people": _in_people,
    "entry": _in_log,
    "reply": partial(_in_log, field="reply"),
    "item": _in_checklist,
    "own item": partial(_in_checklist, own=True),
    "note": _in_note,
    "questions": _in_questions,
    "name of a phase": _in_phase_name,
    "mandate": partial(_in_part, WorkGroupPage, "mandate", "mandate", "groups"),
    "agreements": partial(_in_part, TimePage, "agreements", "gap_weeks", "balance"),
    "description": _in_description,
    "direction": _in_direction,
    "settings": _in_settings,
    "privacy": _in_privacy,
}


def cursor_in(editor: FieldEditor) -> bool:
    """Whether the cursor is in a field."""
    widget = as_widget(editor.editor)
    return widget.window().focusWidget() is widget
