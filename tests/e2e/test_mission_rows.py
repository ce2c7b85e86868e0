"""Each row of the mission that holds: found within three clicks, written, and found again in three places."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Choice
from fosdesk.domain.records import Meeting
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.field_fold import FieldFold
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.quick_add import QuickAdd
from fosdesk.ui.meetings.meeting_panel import MeetingPanel
from fosdesk.ui.phase.phase_page import PhasePage
from tests.e2e.labels import press_label
from tests.e2e.mission_rows import FieldRow, ToolRow
from tests.e2e.mission_rows_together import rows_of
from tests.e2e.mission_rows_translation import CARD_ROWS, CardRow
from tests.e2e.mission_rows_views import ViewRow
from tests.program import Start
from tests.reading import text_of
from tests.ui.acts import (
    bring_to_front,
    desk_of,
    leave,
    page_of,
    press,
    said_on,
    settle,
    type_in,
    wait_for_work,
)
from tests.ui.hands import choose
from tests.ui.noun_lists import ShownList
from tests.ui.window.search_hands import search_of

MOST_CLICKS = 3
TOOLS, FIELDS, VIEWS = rows_of(ToolRow), rows_of(FieldRow), rows_of(ViewRow)
WORDS = ("Kvernstein", "Bjørnunge", "Seilmaker", "Trollbær")


def walk(program: Fosdesk, clicks: Sequence[str]) -> None:
    """Click one visible label after the other, from the overview on."""
    window = program.window
    window.go("overview", "")
    bring_to_front(window)
    for place, label in enumerate(clicks):
        within = window.page(window.current_key) if place else window.navigation
        press_label(within, label)


def unfold(program: Fosdesk) -> None:
    """Show the fields of a form that are folded while they are empty."""
    page = program.window.page(program.window.current_key)
    for one in page.findChildren(FieldFold):
        if one.isVisible() and not one.is_open:
            one.unfold()
    settle()


def sentence(row: ToolRow | FieldRow, field: str) -> str:
    """What is written in a field: words that stand nowhere else, others in each field."""
    return f"{WORDS[row.fields.index(field)]} på veggen"


def write(editors: Iterable[FieldEditor], row: ToolRow | FieldRow) -> None:
    """Write a sentence of its own in each field."""
    found = {one.name: one for one in editors}
    for field in row.fields:
        type_in(found[field], sentence(row, field))
        leave(found[field])


def anew(program: Fosdesk, started: Start) -> Fosdesk:
    """The program, ended and started again."""
    program.window.close()
    program.close()
    return started(program.folder)


def found_by_search(desk: Desk, typed: str, *, private: bool) -> str:
    """The titles and lines that Ctrl+K shows."""
    search = search_of(desk)
    search.begin()
    shown = [row.make() for row in search.rows(typed, private=private) if row.make is not None]
    return "\n".join(f"{one.title} {one.line.text}" for one in shown)


def document(program: Fosdesk, key: str, place: Path) -> str:
    """The words of a document, made as a person makes it."""
    panel = page_of(program.window, "documents", DocumentsPage).choose(key)
    panel.make_at(place)
    wait_for_work(desk_of(program))
    return text_of(place)


def editors_of(program: Fosdesk, record: str) -> list[FieldEditor]:
    """The visible fields of a record on the page that is shown."""
    page = program.window.page(program.window.current_key)
    return [one for one in page.findChildren(FieldEditor) if one.record_id == record and one.isVisible()]


@pytest.mark.parametrize("row", [*TOOLS, *FIELDS, *VIEWS, *CARD_ROWS], ids=lambda row: "-".join(row.rows))
def test_the_way_is_short_and_its_last_label_says_a_word_of_the_row(
    row: ToolRow | FieldRow | ViewRow | CardRow,
) -> None:
    assert len(row.clicks) <= MOST_CLICKS
    for name, word in row.rows.items():
        assert word.lower() in row.clicks[-1].lower(), name


@pytest.mark.parametrize("row", TOOLS, ids=lambda row: "-".join(row.rows))
def test_what_a_tool_holds_is_found_again(row: ToolRow, fresh_school: Fosdesk, started: Start, tmp_path: Path) -> None:
    walk(fresh_school, (*row.clicks, *filter(None, (row.begin,))))
    write(ShownList(fresh_school.window, row.noun).form.editors.values(), row)
    program = anew(fresh_school, started)
    desk, title = desk_of(program), sentence(row, NOUNS[row.noun].title)
    (kept,) = desk.school.of(NOUNS[row.noun].record)
    shown = ShownList(program.window, row.noun)
    assert title in said_on(shown.part)
    form = shown.open(kept.id)
    for field in row.fields:
        assert sentence(row, field) in said_on(form), field
    assert title in found_by_search(desk, title, private=row.private)
    if row.private:
        assert title not in found_by_search(desk, title, private=False)
    if row.document:
        written = document(program, row.document, tmp_path / "dokument.pdf")
        for field in row.fields:
            assert sentence(row, field) in written, field


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: "-".join(row.rows))
def test_what_a_field_holds_is_found_again(
    row: FieldRow, fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    walk(fresh_school, row.clicks)
    unfold(fresh_school)
    write(editors_of(fresh_school, row.record), row)
    program = anew(fresh_school, started)
    walk(program, row.clicks)
    shown = {one.name: said_on(one) for one in editors_of(program, row.record)}
    for field in row.fields:
        assert sentence(row, field) in shown[field]
        assert sentence(row, field) in found_by_search(desk_of(program), sentence(row, field), private=False)
    if row.document:
        written = document(program, row.document, tmp_path / "dokument.pdf")
        for field in row.fields:
            assert sentence(row, field) in written, field


def editors_for(program: Fosdesk, record: str) -> dict[str, FieldEditor]:
    """The visible fields of a record by its id, or of the one of a noun by its key."""
    page = program.window.page(program.window.current_key)
    noun = NOUNS[record].record if record in NOUNS and NOUNS[record].use.new or record == "own_item" else None
    found = [one for one in page.findChildren(FieldEditor) if one.isVisible()]
    fit = [one for one in found if (one.record is noun if noun is not None else one.record_id == record)]
    return {one.name: one for one in fit}


def fill(editors: Mapping[str, FieldEditor], written: Mapping[str, str]) -> None:
    """Type, or choose where the field is a choice."""
    for field, value in written.items():
        if isinstance(editors[field].field, Choice):
            choose(editors[field], value)
        else:
            type_in(editors[field], value)
            leave(editors[field])


@pytest.mark.parametrize("row", VIEWS, ids=lambda row: "-".join(row.rows))
def test_what_is_seen_elsewhere_or_chosen_is_found_again(
    row: ViewRow, fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    walk(fresh_school, (*(row.at or row.clicks), *filter(None, (row.begin,)), *row.then))
    unfold(fresh_school)
    fill(editors_for(fresh_school, row.record), row.written)
    program = anew(fresh_school, started)
    desk, noun = desk_of(program), NOUNS.get(row.record)
    if row.at or noun is None:
        walk(program, (*row.clicks, *filter(None, (row.begin if not row.at else "",))))
    else:
        (kept,) = desk.school.of(noun.record)
        go_to_record(desk, kept.id)
    said = said_on(program.window.page(program.window.current_key))
    for word in row.said:
        assert word in said, word
    first = next(value for field, value in row.written.items() if value.endswith("veggen"))
    assert first in found_by_search(desk, first, private=row.private)
    if row.private:
        assert first not in found_by_search(desk, first, private=False)
    if row.document:
        written = document(program, row.document, tmp_path / "dokument.pdf")
        for word in row.told:
            assert word in written, word


def test_f13_and_f14_time_and_what_is_open_are_seen_together_and_the_reason_for_going_on_stays(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    walk(fresh_school, ("1", "Åpne fasen"))
    page = fresh_school.window.page("phase:F1")
    assert isinstance(page, PhasePage)
    page.dialog.texts["why"].setPlainText("Kvernstein på veggen")
    press(page.dialog, "Åpne fasen")
    program = anew(fresh_school, started)
    walk(program, ("1", "Tid, og tegn til å gå videre"))
    said = said_on(program.window.page("phase:F1"))
    assert "Skoleuker til nå" in said
    assert "Åpent av det som er foreslått først" in said
    assert "Kvernstein på veggen" in said
    assert "Kvernstein på veggen" in found_by_search(desk_of(program), "Kvernstein", private=False)
    written = document(program, "transition_note", tmp_path / "dokument.pdf")
    for word in ("Kvernstein på veggen", "Skoleuker til nå", "Hvorfor skolen er med"):
        assert word in written, word


def test_s32_a_meeting_says_what_it_builds_on_and_what_it_leads_to(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    walk(fresh_school, ("Møter", "Alle møter", "Nytt møte"))
    fill(editors_for(fresh_school, "meeting"), {"what": "Kvernstein på veggen", "day": "16.11.2026"})
    walk(fresh_school, ("Møter", "Alle møter", "Nytt møte"))
    fill(editors_for(fresh_school, "meeting"), {"what": "Bjørnunge på veggen", "day": "23.11.2026"})
    desk = desk_of(fresh_school)
    first, second = sorted(desk.school.of(Meeting), key=lambda one: one.day)
    unfold(fresh_school)
    choose(editors_for(fresh_school, "meeting")["builds_on"], first.id)
    program = anew(fresh_school, started)
    for meeting, beside in ((second, "Kvernstein på veggen"), (first, "Bjørnunge på veggen")):
        go_to_record(desk_of(program), meeting.id)
        settle()
        page = program.window.page("meetings")
        said = [said_on(one) for one in page.findChildren(MeetingPanel) if one.isVisible()]
        assert beside in "".join(said), "what it builds on, and what it leads to"
    written = document(program, "minutes", tmp_path / "dokument.pdf")
    assert "Kvernstein på veggen" in written
    panel = page_of(program.window, "documents", DocumentsPage).choose("minutes")
    panel.choose_meeting(first.id)
    panel.make_at(tmp_path / "før.pdf")
    wait_for_work(desk_of(program))
    assert "Fører til Bjørnunge på veggen" in " ".join(text_of(tmp_path / "før.pdf").split())


def test_f3_the_culture_is_described_at_its_item_and_lies_where_it_belongs(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    way = ("Før", "Snakk om hvordan dere kan bygge en kultur for forbedringsarbeid")
    walk(fresh_school, way)
    page = fresh_school.window.page("phase:F0")
    (line,) = [one for one in page.findChildren(QuickAdd) if one.isVisible()]
    QTest.keyClicks(line, "Kvernstein på veggen")
    QTest.keyClick(line, Qt.Key.Key_Return)
    program = anew(fresh_school, started)
    walk(program, way)
    assert "Kvernstein på veggen" in said_on(program.window.page("phase:F0"))
    assert "Kvernstein på veggen" in found_by_search(desk_of(program), "Kvernstein", private=False)
    written = document(program, "gains", tmp_path / "dokument.pdf")
    assert "Kulturen" in written
    assert "Kvernstein på veggen" in written[written.index("Kulturen") :]
