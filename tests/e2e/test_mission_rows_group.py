"""The rows on the work group, those outside it, and time: written in the window, and found again in three places."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.records import Membership, Person
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record, page_of
from tests.e2e.labels import fields, press_label
from tests.e2e.mission_rows_group import GROUP_ROWS, PERSON_ROWS, SENTENCE, Chosen, GroupRow, PersonRow
from tests.e2e.test_mission_rows import MOST_CLICKS, WORDS, anew, document, found_by_search
from tests.program import Start
from tests.reports.word.word_reading import words_of
from tests.ui.acts import (
    bring_to_front,
    desk_of,
    has_button,
    leave,
    page_in,
    said_on,
    type_in,
    wait_for_work,
)
from tests.ui.hands import choose, opened, people_of
from tests.ui.hands import page_of as group_page


def walk(program: Fosdesk, clicks: tuple[str, ...]) -> QWidget:
    """Click one visible label after the other, from the overview on; the page that one has come to."""
    window = program.window
    window.go("overview", "")
    bring_to_front(window)
    for place, label in enumerate(clicks):
        press_label(window.page(window.current_key) if place else window.navigation, label)
    return window.page(window.current_key)


def sentence(row: GroupRow, field: str) -> str:
    """What is written in a field: words that stand nowhere else, others in each field."""
    return f"{WORDS[row.sentences.index(field)]} på veggen"


def write(page: QWidget, row: GroupRow) -> None:
    """Press what is to be pressed, and write in the fields that are seen."""
    for label in row.presses:
        press_label(page, label)
    kind = NOUNS[noun_key(row)].record
    seen = {one.name for one in fields(page) if one.record is kind}
    if not seen.issuperset(row.writes):
        press_label(page, "Mer")
    for name, value in row.writes.items():
        (editor,) = (one for one in fields(page) if one.name == name and one.record is kind)
        if isinstance(value, Chosen):
            choose(editor, value.key)
        else:
            type_in(editor, str(value) if value != SENTENCE else sentence(row, name))
            leave(editor)


def word_document(program: Fosdesk, key: str, place: Path) -> str:
    """The words of a document as a Word file, made as a person makes it."""
    page_in(program.window, "documents", DocumentsPage).choose(key).make_at(place)
    wait_for_work(desk_of(program))
    return words_of(place.read_bytes()).replace("\u00a0", " ")


def noun_key(row: GroupRow) -> str:
    """The noun of what the row holds."""
    kind = row.record.partition(":")[0]
    return {"school": "school_profile"}.get(kind, kind)


def kept(desk: Desk, row: GroupRow) -> Record:
    """The one record that was written."""
    noun = NOUNS[noun_key(row)]
    if row.record != noun.key or row.record in ("time_plan",):
        found = desk.school.find(row.record)
        assert found is not None
        return found
    (one,) = desk.school.of(noun.record)
    return one


@pytest.mark.parametrize("row", [*GROUP_ROWS, *PERSON_ROWS], ids=lambda row: "-".join(row.rows))
def test_the_way_is_short_and_its_last_label_says_a_word_of_the_row(row: GroupRow | PersonRow) -> None:
    assert len(row.clicks) <= MOST_CLICKS
    for name, word in row.rows.items():
        assert word.lower() in row.clicks[-1].lower(), name


@pytest.mark.parametrize("row", GROUP_ROWS, ids=lambda row: "-".join(row.rows))
def test_what_a_row_asks_for_is_found_again(
    row: GroupRow, fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    for one in row.before:
        desk_of(fresh_school).workspace.add(one)
    write(walk(fresh_school, row.clicks), row)
    program = anew(fresh_school, started)
    desk = desk_of(program)
    record = kept(desk, row)
    assert {name: getattr(record, name) for name in row.given} == row.given
    for name, value in row.writes.items():
        if isinstance(value, Chosen | int):
            assert getattr(record, name) == (value.key if isinstance(value, Chosen) else value)
    go_to_record(desk, record.id)
    shown = said_on(program.window.page(page_of(desk.school, record.id)))
    for name in row.sentences:
        assert sentence(row, name) in shown, name
    if row.sentences:
        first = sentence(row, row.sentences[0])
        assert first in found_by_search(desk, first, private=False)
    told = (*(sentence(row, name) for name in row.sentences), *row.told)
    written = document(program, row.document, tmp_path / "dokument.pdf").replace("\u00a0", " ")
    assert [said for said in told if said not in written] == []
    in_word = word_document(program, row.document, tmp_path / "dokument.docx")
    assert [said for said in told if said not in in_word] == []
    assert noun_of(record).key == noun_key(row)


def person_row(row: str) -> PersonRow:
    """The row of that name."""
    return next(one for one in PERSON_ROWS if row in one.rows)


def test_the_principal_leads_the_group_and_the_mandate_says_so(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    row = person_row("A1")
    walk(fresh_school, row.clicks)
    line = people_of(group_page(fresh_school)).line
    QTest.keyClicks(line.name, "Kvernstein")
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    program = anew(fresh_school, started)
    (part,) = desk_of(program).school.of(Membership)
    assert part.leads
    assert "Kvernstein" in said_on(people_of(group_page(program)))
    assert "Kvernstein" in found_by_search(desk_of(program), "Kvernstein", private=True)
    written = document(program, "mandate", tmp_path / "mandat.pdf")
    assert "Leder gruppen" in written
    assert "Kvernstein (rektor)" in written or "Kvernstein" in written


def test_a_candidate_becomes_a_member_and_why_stays_private(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    walk(fresh_school, person_row("S15").clicks)
    page = group_page(fresh_school)
    part = people_of(page)
    part.line.role.show_value("teacher")
    QTest.keyClicks(part.line.name, "Kvernstein")
    press_label(page, "Legg til kandidat")
    (person,) = page.desk.school.of(Person)
    form = opened(part, person.id)
    type_in(form.editors["why"], "Bjørnunge på veggen")
    leave(form.editors["why"])
    press_label(form, "Medlem")
    program = anew(fresh_school, started)
    desk = desk_of(program)
    (part_now,) = desk.school.of(Membership)
    assert (part_now.standing, part_now.why) == ("member", "Bjørnunge på veggen")
    assert "Bjørnunge på veggen" in said_on(opened(people_of(group_page(program)), person.id))
    assert "Bjørnunge" in found_by_search(desk, "Bjørnunge", private=True)
    assert "Bjørnunge" not in found_by_search(desk, "Bjørnunge", private=False)
    for key in ("mandate", "description"):
        written = document(program, key, tmp_path / f"{key}.pdf")
        assert "Kvernstein" in written
        assert "Bjørnunge" not in written


def test_what_drives_a_candidate_is_noted_privately_and_goes_with_them(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    desk_of(fresh_school).workspace.add(Person(id="p", role="teacher"))
    desk_of(fresh_school).workspace.add(Membership(person="p", standing="candidate"))
    page = walk(fresh_school, person_row("A28").clicks)
    for name, said in (("motivation", "Kvernstein på veggen"), ("position", "Bjørnunge på veggen")):
        (editor,) = (one for one in fields(page) if one.name == name)
        type_in(editor, said)
        leave(editor)
    program = anew(fresh_school, started)
    desk = desk_of(program)
    said = said_on(opened(people_of(group_page(program)), "p"))
    assert "Kvernstein på veggen" in said
    assert "Bjørnunge på veggen" in said
    assert "Kvernstein" not in found_by_search(desk, "Kvernstein", private=False)
    assert "Kvernstein" not in document(program, "description", tmp_path / "valg.pdf")
    form = opened(people_of(group_page(program)), "p")
    press_label(form, "Fjern")
    assert not desk.school.of(Membership)
    assert not has_button(page, "Motivasjon")
