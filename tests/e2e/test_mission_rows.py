"""Each row of the mission that holds: found within three clicks, written, and found again in three places."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from tests.e2e.mission_rows import FIELD_ROWS, TOOL_ROWS, FieldRow, ToolRow
from tests.e2e.mission_rows_translation import CARD_ROWS, TRANSLATION_TOOL_ROWS, CardRow
from tests.program import Start
from tests.reading import text_of
from tests.ui.acts import bring_to_front, button_on, desk_of, leave, page_of, said_on, settle, type_in, wait_for_work
from tests.ui.noun_lists import ShownList
from tests.ui.window.search_hands import search_of

MOST_CLICKS = 3
TOOLS = (*TOOL_ROWS, *TRANSLATION_TOOL_ROWS)
WORDS = ("Kvernstein", "Bjørnunge", "Seilmaker", "Trollbær")


def walk(program: Fosdesk, clicks: Sequence[str]) -> None:
    """Click one visible label after the other, from the overview on."""
    window = program.window
    window.go("overview", "")
    bring_to_front(window)
    for place, label in enumerate(clicks):
        within = window.page(window.current_key) if place else window.navigation
        QTest.mouseClick(button_on(within, label), Qt.MouseButton.LeftButton)
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


@pytest.mark.parametrize("row", [*TOOLS, *FIELD_ROWS, *CARD_ROWS], ids=lambda row: "-".join(row.rows))
def test_the_way_is_short_and_its_last_label_says_a_word_of_the_row(row: ToolRow | FieldRow | CardRow) -> None:
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


@pytest.mark.parametrize("row", FIELD_ROWS, ids=lambda row: "-".join(row.rows))
def test_what_a_field_holds_is_found_again(
    row: FieldRow, fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    walk(fresh_school, row.clicks)
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
