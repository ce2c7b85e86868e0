"""Translations as a person works with them: from the list to a card, written beside the source, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.display.rows.entry_translations import EntryTranslation
from fosdesk.domain.records import GateEntry, SchoolProfile, TranslationNote
from fosdesk.ui.gate.gate_parts_page import GatePartsPage
from fosdesk.ui.gate.translation.translation_card import TranslationCard
from fosdesk.ui.gate.translation.translations_part import TranslationsPart
from fosdesk.ui.lists.listing import Heading
from tests.reading import text_of
from tests.ui.acts import bring_to_front, changed, desk_of, leave, press, said_on, settle, type_in, wait_until

ENTRY = GateEntry("e" * 12, what="Leseløftet", came="2026-09-03", decision="adapted", brought_by="UH-partner")
NOTE = f"translation:{ENTRY.id}"


def part_of(program: Fosdesk) -> TranslationsPart:
    """The part, shown."""
    program.window.go("gatekeeping", "translation_note")
    page = program.window.page("gatekeeping")
    assert isinstance(page, GatePartsPage)
    part = page.part("translations")
    assert isinstance(part, TranslationsPart)
    bring_to_front(program.window)
    settle()
    return part


def row_of(part: TranslationsPart, record_id: str) -> EntryTranslation:
    """A row of the list."""
    (row,) = [one for one in part.list.rows.rows if isinstance(one, EntryTranslation) and one.id == record_id]
    return row


def click_row(part: TranslationsPart, record_id: str) -> None:
    """Click a row of the list."""
    table = part.list.table
    part.list.mark_open(record_id)
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def headings(part: TranslationsPart) -> list[str]:
    return [one.title for one in part.list.rows.rows if isinstance(one, Heading)]


def card_of(part: TranslationsPart) -> TranslationCard:
    assert part.card is not None
    assert part.card.isVisible()
    return part.card


def test_a_card_is_written_beside_the_source_and_found_again(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(ENTRY)
    part = part_of(fresh_school)
    assert row_of(part, NOTE).standing == "waiting"
    click_row(part, NOTE)
    card = card_of(part)
    assert not part.list.isVisible()
    assert desk.school.find(NOTE) is None
    for name in ("essential_source", "our_words", "monday", "kept"):
        type_in(card.texts[name].editor, f"{name} skrevet")
        leave(card.texts[name].editor)
    card.choices["way"].choice.chip("replaces").click()  # type: ignore[union-attr]
    card.choices["balance"].choice.places["both"].click()  # type: ignore[union-attr]
    note = desk.school.get(TranslationNote, NOTE)
    assert (note.our_words, note.way, note.balance) == ("our_words skrevet", "replaces", "both")
    assert "Gjør begge deler" in said_on(card)
    press(part, "‹ Alle oversettelser")
    assert part.list.isVisible()
    assert row_of(part, NOTE).our_words == "our_words skrevet"
    assert part.list.table.hasFocus()
    assert part.list.table.selected_ids() == [NOTE]


def test_the_scale_is_chosen_and_cleared_by_keyboard(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, ENTRY), (None, TranslationNote(NOTE, balance="both"))])
    part = part_of(fresh_school)
    part.open_record(NOTE)
    scale = card_of(part).choices["balance"].choice
    scale.places["both"].setFocus()  # type: ignore[union-attr]
    QTest.keyClick(scale.places["both"], Qt.Key.Key_Right)  # type: ignore[union-attr]
    assert desk.school.get(TranslationNote, NOTE).balance == "more_optimism"
    QTest.keyClick(scale.places["more_optimism"], Qt.Key.Key_Delete)  # type: ignore[union-attr]
    assert desk.school.get(TranslationNote, NOTE).balance == ""
    fresh_school.window.undo()
    assert desk.school.get(TranslationNote, NOTE).balance == "more_optimism"


def test_one_line_begins_a_card(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    part = part_of(fresh_school)
    assert "Ingenting er sluppet inn ennå." in said_on(part)
    part.begin()
    QTest.keyClicks(part.list.quick, "Samtaler i friminuttet")
    QTest.keyClick(part.list.quick, Qt.Key.Key_Return)
    (entry,) = desk.school.of(GateEntry)
    assert (entry.what, entry.decision) == ("Samtaler i friminuttet", "")
    assert card_of(part).texts["essential_source"].editor.isAncestorOf(fresh_school.window.focusWidget())
    assert "Samtaler i friminuttet" in said_on(part)


@pytest.mark.parametrize("balance", ["challenge", "more_optimism"])
def test_a_gentle_note_where_all_stand_at_one_end(fresh_school: Fosdesk, balance: str) -> None:
    desk = desk_of(fresh_school)
    entries = [changed(ENTRY, id=letter * 12) for letter in "abc"]
    notes = [TranslationNote(f"translation:{one.id}", balance=balance) for one in entries]
    desk.workspace.commit_all([(None, one) for one in (*entries, *notes)])
    part = part_of(fresh_school)
    asked = "Hva kan gi tro på at det går?" if balance == "challenge" else "noe som bør utfordre litt mer?"
    assert asked in said_on(part)
    part.open_entry(entries[0].id)
    assert asked in said_on(part)
    card_of(part).choices["balance"].choice.places["both"].click()  # type: ignore[union-attr]
    assert asked not in said_on(part)


def test_how_the_school_thinks_stands_beside_the_card(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(ENTRY)
    part = part_of(fresh_school)
    part.open_entry(ENTRY.id)
    card = card_of(part)
    type_in(card.how_we_think, "Små ting hver dag.")
    leave(card.how_we_think)
    assert desk.school.get(SchoolProfile, "school").how_we_think == "Små ting hver dag."
    press(card, "Til innspillet i loggen")
    assert fresh_school.window.page("gatekeeping").part_shown == "log"
    fresh_school.window.go("gatekeeping", NOTE)
    assert fresh_school.window.page("gatekeeping").part_shown == "translations"
    assert card_of(part).isVisible()


def test_ticks_of_earlier_versions_stay_readable_and_begin_the_scale(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, ENTRY), (None, TranslationNote(NOTE, challenges=True, encourages=True))])
    part = part_of(fresh_school)
    part.open_entry(ENTRY.id)
    assert "Slik sto det før" in said_on(part)
    press(part, "Begynn med dette")
    note = desk.school.get(TranslationNote, NOTE)
    assert (note.balance, note.challenges) == ("both", True)
    assert "Begynn med dette" not in said_on(part)
    press(part, "Slett oversettelsen")
    assert desk.school.find(NOTE) is None
    assert part.list.isVisible()


def test_in_a_narrow_window_each_text_says_what_it_is(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, ENTRY), (None, TranslationNote(NOTE, our_words="Ro"))])
    part = part_of(fresh_school)
    part.open_entry(ENTRY.id)
    assert "Våre egne ord" not in said_on(part)
    fresh_school.window.resize(700, 700)
    settle()
    assert "Våre egne ord" in said_on(part)


def test_a_colleague_reads_what_is_written_and_nothing_else(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    waits = changed(ENTRY, id="w" * 12, what="Venter")
    note = TranslationNote(NOTE, our_words="Ro", way="integrated")
    desk.workspace.commit_all([(None, ENTRY), (None, waits), (None, note)])
    desk.workspace.read_only = True
    part = part_of(fresh_school)
    assert part.list.shown_ids == [NOTE]
    assert not part.list.quick.isVisible()
    part.open_entry(ENTRY.id)
    card = card_of(part)
    assert "Bygges inn i det" in said_on(card)
    assert not card.choices["way"].choice.isVisible()
    assert not card.texts["monday"].editor.isVisible()
    assert not card.delete.isVisible()


def test_a_long_list_is_filtered_by_what_stands_on_the_cards(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    entries = [changed(ENTRY, id=letter * 12, what=f"Innspill {letter}") for letter in "abcdefgh"]
    note = TranslationNote(f"translation:{entries[2].id}", our_words="To minutter ved døren")
    desk.workspace.commit_all([(None, one) for one in (*entries, note)])
    part = part_of(fresh_school)
    assert part.search()
    assert part.list.wanted.hasFocus()
    QTest.keyClicks(part.list.wanted, "DØREN minutter")
    settle()
    assert part.list.shown_ids == [note.id]
    part.list.wanted.setText("finnes ikke")
    settle()
    assert "Ingenting i listen passer." in said_on(part)
    part.list.wanted.clear()
    settle()
    assert len(part.list.shown_ids) == 8


def test_the_list_is_the_standard_one_grouped_by_where_each_stands(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    entries = [changed(ENTRY, id=letter * 12, what=f"Innspill {letter}") for letter in "abcd"]
    drafted = TranslationNote(f"translation:{entries[0].id}", our_words="Ro", standing="draft")
    written = TranslationNote(f"translation:{entries[1].id}", our_words="Uro")
    desk.workspace.commit_all([(None, one) for one in (*entries, drafted, written)])
    part = part_of(fresh_school)
    assert headings(part) == ["Skrives", "Skrevet", "Sluppet inn, og ikke oversatt"]
    chosen = [f"translation:{one.id}" for one in entries[1:3]]
    part.list.acts.set_choice(chosen, "standing", "trying")
    settle()
    assert [desk.school.get(TranslationNote, one).standing for one in chosen] == ["trying", "trying"]
    assert headings(part) == ["Skrives", "Prøves ut", "Sluppet inn, og ikke oversatt"]
    part.list.acts.set_choice(chosen, "standing", "waiting")
    assert {desk.school.get(TranslationNote, one).standing for one in chosen} == {""}
    fresh_school.window.undo()
    part.list.choose("standing", "waiting")
    settle()
    assert part.list.shown_ids == [f"translation:{entries[3].id}"]


def test_one_card_is_printed_alone(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    other = changed(ENTRY, id="o" * 12, what="Kuratorisk")
    notes = [TranslationNote(f"translation:{one.id}", our_words=f"Ord om {one.what}") for one in (ENTRY, other)]
    desk.workspace.commit_all([(None, one) for one in (ENTRY, other, *notes)])
    part = part_of(fresh_school)
    part.open_entry(ENTRY.id)
    assert part.to_paper.isVisible()
    made: list[bytes] = []
    part.make_paper(made.append)
    wait_until(lambda: bool(made))
    paper = tmp_path / "card.pdf"
    paper.write_bytes(made[0])
    said = text_of(paper)
    assert "Ord om Leseløftet" in said
    assert "Kuratorisk" not in said
