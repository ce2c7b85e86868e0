"""The gatekeeping page: the log, its filters, the entry beside it, and what comes of a decision."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, GateReason, TranslationNote
from fosdesk.domain.rules.gate_rules import decide, decision_of, sign_as_principal
from fosdesk.domain.values.collation import sort_key
from fosdesk.exchange.file_loading import load_school_file
from tests.ui.acts import (
    changed,
    desk_of,
    from_colleague,
    has_button,
    leave,
    press,
    put_in,
    said_on,
    take_cursor,
    type_in,
)
from tests.ui.gate_log import GateLog, gate_log


def gate(program: Fosdesk) -> GateLog:
    return gate_log(program.window)


def new_entry(page: GateLog, what: str, decision: str = "") -> str:
    """Make an entry as people do, and decide on it."""
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    type_in(page.panel.what, what)
    leave(page.panel.what)
    if decision:
        QTest.mouseClick(page.panel.decision.chip(decision), Qt.MouseButton.LeftButton)
    return page.panel.entry_id


def is_open(page: GateLog) -> bool:
    """Whether an entry is open; asked anew each time."""
    return page.panel_open


def titles(page: GateLog) -> list[str]:
    return [entry.what for entry in page.entries]


def test_an_empty_log_says_what_to_do_and_shows_nothing_else(fresh_school: Fosdesk) -> None:
    page = gate(fresh_school)
    assert "Ingenting har kommet inn ennå." in said_on(page.page)
    for widget in (page.wanted, page.list.chips, page.table, page.flow):
        assert not widget.isVisible()
    new_entry(page, "Leseløftet")
    page.close_panel()
    for widget in (page.wanted, page.list.chips, page.table, page.flow):
        assert widget.isVisible()
    assert titles(page) == ["Leseløftet"]


def test_a_decision_is_signed_and_taking_it_back_takes_the_signature_back(fresh_school: Fosdesk) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    entry_id = new_entry(page, "Leseløftet", "parked")
    assert "Rektor, 23. november 2026" in said_on(page.panel)
    entry = desk.school.get(GateEntry, entry_id)
    assert (entry.decision, entry.signed_by, entry.signed) == ("parked", "principal", "2026-11-23")
    QTest.mouseClick(page.panel.decision.chip("parked"), Qt.MouseButton.LeftButton)
    entry = desk.school.get(GateEntry, entry_id)
    assert (decision_of(entry), entry.signed_by, entry.signed) == ("undecided", "", "")
    assert "Rektor, 23. november 2026" not in said_on(page.panel)


def test_the_principal_signs_what_another_role_decided(fresh_school: Fosdesk) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    entry_id = new_entry(page, "Leseløftet", "parked")
    said = said_on(page.panel)
    assert "Rektor har ikke signert" not in said, "the principal's own decision is the principal's signature"
    assert "Rektor signerer" not in said
    entry = desk.school.get(GateEntry, entry_id)
    theirs = changed(entry, decision="kept_out", signed_by="deputy", signed="2026-11-20")
    desk.workspace.commit(entry, theirs)
    assert "Rektor har ikke signert." in said_on(page.panel)
    press(page.panel, "Rektor signerer")
    entry = desk.school.get(GateEntry, entry_id)
    assert (entry.signed_by, entry.signed) == ("deputy", "2026-11-20"), "who decided, and when, keeps its meaning"
    assert (entry.principal_signed, entry.principal_signed_decision) == ("2026-11-23", "kept_out")
    assert "Inspektør, 20. november 2026" in said_on(page.panel)
    assert "Signert av rektor 23. november 2026." in said_on(page.panel)
    assert not has_button(page.panel, "Rektor signerer")
    fresh_school.window.undo()
    assert desk.school.get(GateEntry, entry_id) == theirs
    press(page.panel, "Rektor signerer")
    press(page.panel, "Trekk signaturen tilbake")
    assert desk.school.get(GateEntry, entry_id) == theirs
    press(page.panel, "Rektor signerer")
    entry = desk.school.get(GateEntry, entry_id)
    desk.workspace.commit(entry, decide(entry, "admitted", "deputy", "2026-11-23"))
    said = said_on(page.panel)
    assert "Rektor signerte «Holdt utenfor» 23. november 2026. Det er avgjort på nytt etter det." in said
    assert has_button(page.panel, "Rektor signerer")


def test_on_another_computer_a_decision_is_no_signature_of_the_principal(fresh_school: Fosdesk) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    desk.workspace.role = "deputy"
    entry_id = new_entry(page, "Leseløftet", "parked")
    said = said_on(page.panel)
    assert "Inspektør, 23. november 2026" in said
    assert "Rektor har ikke signert. Det gjøres på rektors maskin." in said
    assert not has_button(page.panel, "Rektor signerer")
    desk.workspace.role = "principal"
    page.panel.reload()
    press(page.panel, "Rektor signerer")
    desk.workspace.role = "deputy"
    page.panel.reload()
    assert "Signert av rektor 23. november 2026." in said_on(page.panel)
    assert not has_button(page.panel, "Trekk signaturen tilbake"), "nobody else takes it back"
    entry = desk.school.get(GateEntry, entry_id)
    assert (entry.signed_by, entry.principal_signed) == ("deputy", "2026-11-23")


def test_two_days_of_a_signature_are_a_conflict_to_settle(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    desk.workspace.role = "deputy"
    entry_id = new_entry(page, "Leseløftet", "parked")
    entry = desk.school.get(GateEntry, entry_id)
    file = from_colleague(desk, tmp_path, lambda there: there.commit(entry, sign_as_principal(entry, "2026-11-24")))
    desk.workspace.role = "principal"
    page.panel.reload()
    press(page.panel, "Rektor signerer")
    desk.workspace.adopt(desk.workspace.merge(load_school_file(file), tmp_path / "backups").update)
    assert (entry_id, "principal_signed") in desk.school.conflicts
    assert "24. november 2026" in said_on(page.panel.signing_conflict)
    next(b for b in page.panel.signing_conflict.findChildren(type(page.new)) if "24." in b.accessibleName()).click()
    assert not desk.school.conflicts
    assert "Signert av rektor 24. november 2026." in said_on(page.panel)


def test_a_revisit_date_comes_up_on_the_overview(fresh_school: Fosdesk) -> None:
    page = gate(fresh_school)
    new_entry(page, "Leseløftet", "parked")
    revisit = page.editor("revisit")
    type_in(revisit, "20.11.2026")
    leave(revisit)
    fresh_school.window.go("overview", "")
    assert "Leseløftet" in said_on(fresh_school.window.page("overview"))


def test_reasons_are_learned_and_offered_again(fresh_school: Fosdesk) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    first = new_entry(page, "Leseløftet", "kept_out")
    QTest.keyClicks(page.panel.reasons.typed, "Ikke i vår retning & <b>nå</b>")
    QTest.keyClick(page.panel.reasons.typed, Qt.Key.Key_Return)
    assert [(r.text, r.parent) for r in desk.school.of(GateReason)] == [("Ikke i vår retning & <b>nå</b>", first)]
    second = new_entry(page, "Et kurs", "kept_out")
    press(page.panel.reasons, "+ Ikke i vår retning && <b>nå</b>")
    assert {r.parent for r in desk.school.of(GateReason)} == {first, second}
    press(page.panel.reasons, "Ikke i vår retning && <b>nå</b>")
    assert [r.parent for r in desk.school.of(GateReason)] == [first]


def test_what_is_let_in_gets_a_translation_note_and_what_is_kept_out_does_not(fresh_school: Fosdesk) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    entry_id = new_entry(page, "Leseløftet", "kept_out")
    assert "Oversettelsesnotat" not in said_on(page.panel)
    QTest.mouseClick(page.panel.decision.chip("adapted"), Qt.MouseButton.LeftButton)
    assert "Oversettelsesnotat" in said_on(page.panel)
    for note, words in zip(page.panel.notes, ("Ideen", "Ro", "Poengene", "Kortere økter"), strict=False):
        type_in(note, words)
        leave(note)
    written = desk.school.get(TranslationNote, f"translation:{entry_id}")
    assert (written.kept, written.added, written.left_out, written.reshaped) == (
        "Ideen",
        "Ro",
        "Poengene",
        "Kortere økter",
    )
    QTest.mouseClick(page.panel.decision.chip("kept_out"), Qt.MouseButton.LeftButton)
    assert "Oversettelsesnotat" in said_on(page.panel), "what is written must not vanish"


def test_a_reply_is_suggested_edited_and_copied(fresh_school: Fosdesk) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    entry_id = new_entry(page, "Leseløftet {navn}", "parked")
    press(page.panel, "Foreslå et svar")
    reply = desk.school.get(GateEntry, entry_id).reply
    assert "«Leseløftet {navn}»" in reply
    assert not has_button(page.panel, "Foreslå et svar"), "a suggestion must never replace what is written"
    put_in(page.panel.reply, "Takk, vi ser på det i januar.")
    leave(page.panel.reply)
    press(page.panel, "Kopier svaret")
    assert QGuiApplication.clipboard().text() == "Takk, vi ser på det i januar."


def test_the_filters_narrow_together_and_show_all_takes_them_away(with_example: Fosdesk) -> None:
    page = gate(with_example)
    everything = desk_of(with_example).school.of(GateEntry)
    sought = next(entry for entry in everything if entry.decision == "kept_out" and entry.points_to and entry.kind)
    word = sought.what.split()[0].lower()
    QTest.keyClicks(page.wanted, word)
    QTest.mouseClick(page.list.chips.more, Qt.MouseButton.LeftButton)
    for name in ("kind", "points_to", "decision"):
        QTest.mouseClick(page.list.chips.chip(name, getattr(sought, name)), Qt.MouseButton.LeftButton)
    assert sought in page.entries
    alike = [e for e in everything if (e.kind, e.points_to) == (sought.kind, sought.points_to)]
    assert set(page.entries) <= {e for e in alike if e.decision == "kept_out"}
    assert f"{len(page.entries)} av {len(everything)}" in said_on(page.page)
    QTest.keyClicks(page.wanted, " qqxx")
    assert not page.entries
    assert "Ingenting i listen passer." in said_on(page.page)
    press(page.page, "Vis alle")
    assert len(page.entries) == len(everything)


def test_the_flow_filters_and_the_columns_sort(with_example: Fosdesk) -> None:
    page = gate(with_example)
    spot = page.flow.centre_of("parked").toPoint()
    QTest.mouseClick(page.flow, Qt.MouseButton.LeftButton, pos=spot)
    assert {entry.decision for entry in page.entries} == {"parked"}
    QTest.mouseClick(page.flow, Qt.MouseButton.LeftButton, pos=spot)
    assert len({entry.decision for entry in page.entries}) > 3
    came = [entry.came for entry in page.entries]
    assert came == sorted(came, reverse=True)
    header = page.table.horizontalHeader()
    for _ in range(2):
        place = header.sectionViewportPosition(0) + 20
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
    names = [sort_key(entry.what) for entry in page.entries]
    assert names == sorted(names, reverse=True)
    QTest.keyClicks(page.wanted, "les")
    names = [sort_key(entry.what) for entry in page.entries]
    assert names == sorted(names, reverse=True)
    assert len(names) < len(came)


def test_the_keyboard_goes_from_search_to_row_to_entry_and_back(with_example: Fosdesk) -> None:
    page = gate(with_example)
    take_cursor(page.wanted)
    QTest.keyClicks(page.wanted, "les")
    QTest.keyClick(page.wanted, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert is_open(page)
    first = page.panel.entry_id
    cursor = QApplication.focusWidget()
    assert cursor is not None
    assert page.panel.what.isAncestorOf(cursor)
    QTest.keyClick(cursor, Qt.Key.Key_Escape)
    assert not is_open(page)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    take_cursor(page.table)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.panel.entry_id not in ("", first)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert not is_open(page)
    take_cursor(page.wanted)
    QTest.keyClick(page.wanted, Qt.Key.Key_Escape)
    assert page.wanted.text() == ""


def test_what_is_typed_is_saved_when_another_entry_is_opened(with_example: Fosdesk) -> None:
    page, desk = gate(with_example), desk_of(with_example)
    one, other = (entry.id for entry in page.entries[:2])
    page.show_record(one)
    type_in(page.panel.what, "Nytt navn på innspillet")
    page.show_record(other)
    assert desk.school.get(GateEntry, one).what == "Nytt navn på innspillet"
    assert page.panel.entry_id == other
    # what cannot be saved stays where it is, with the cursor in it
    came = page.editor("came")
    type_in(came, "en gang i fjor")
    page.show_record(one)
    assert page.panel.entry_id == other
    assert "Skriv datoen" in said_on(page.panel)
    page.close_panel()
    assert is_open(page)
    type_in(came, "1.10.2026")
    page.close_panel()
    assert not is_open(page)
    assert desk.school.get(GateEntry, other).came == "2026-10-01"


def test_two_who_decided_differently_are_both_shown_and_whoever_settles_it_signs(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    entry_id = new_entry(page, "Leseløftet")
    entry = desk.school.get(GateEntry, entry_id)
    theirs = changed(entry, decision="parked", signed_by="deputy", signed="2026-11-20")
    file = from_colleague(desk, tmp_path, lambda there: there.commit(entry, theirs))
    QTest.mouseClick(page.panel.decision.chip("kept_out"), Qt.MouseButton.LeftButton)
    desk.workspace.adopt(desk.workspace.merge(load_school_file(file), tmp_path / "backups").update)
    said = said_on(page.panel.conflict)
    assert "Parkert" in said
    assert "Holdt utenfor" in said
    parked = next(b for b in page.panel.conflict.findChildren(type(page.new)) if "Parkert" in b.accessibleName())
    parked.click()
    settled = desk.school.get(GateEntry, entry_id)
    assert (settled.decision, settled.signed_by, settled.signed) == ("parked", "principal", "2026-11-23")
    assert not desk.school.conflicts
    assert not page.panel.conflict.isVisibleTo(page.panel)


def test_deleting_takes_reasons_and_note_along_and_undo_brings_all_back(fresh_school: Fosdesk) -> None:
    page, desk = gate(fresh_school), desk_of(fresh_school)
    entry_id = new_entry(page, "Leseløftet", "admitted")
    press(page.panel.reasons, "+ Passer med det vi alt gjør")
    type_in(page.panel.notes[0], "Alt")
    leave(page.panel.notes[0])
    press(page.panel, "Fjern")
    assert desk.school.find(entry_id) is None
    assert not desk.school.of(GateReason)
    assert not is_open(page)
    assert "Fjernet. Ctrl+Z henter det tilbake." in said_on(fresh_school.window)
    fresh_school.window.undo()
    assert desk.school.get(GateEntry, entry_id).what == "Leseløftet"
    assert len(desk.school.of(GateReason)) == 1
    assert desk.school.get(TranslationNote, f"translation:{entry_id}").kept == "Alt"


def test_the_components_are_asked_for_where_something_points_to_one(fresh_school: Fosdesk) -> None:
    page = gate(fresh_school)
    new_entry(page, "Leseløftet")
    assert not page.panel.component.isVisible()
    points = page.editor("points_to")
    points.editor.show_value("component")
    points.commit()
    assert page.panel.component.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (910, 512)])
def test_nothing_is_cut_and_nothing_scrolls_inside_something_that_scrolls(
    with_example: Fosdesk, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = with_example.window
    window.resize(*size)
    page = gate(with_example)
    whole = page.page.scroller
    qtbot.waitUntil(lambda: whole.verticalScrollBar().maximum() == 0 or size[1] < 600)
    assert whole.horizontalScrollBar().maximum() == 0
    header = page.table.horizontalHeader()
    assert header.length() <= page.table.viewport().width()
    longest = max((e for e in page.entries if e.decision == "adapted"), key=lambda e: len(e.what))
    words = page.list.listing.cells.of(longest, "decision")
    assert header.sectionSize(1) >= page.table.fontMetrics().horizontalAdvance(words) + page.table.iconSize().width()
    page.show_record(longest.id)
    assert page.list.side.isHidden() is (size[0] < 1000)
    assert page.list.frame.scroller.horizontalScrollBar().maximum() == 0
    if size[1] < 600:
        page.close_panel()
        assert not page.flow.isVisible()
        press(page.page, "Vis figuren")
        assert page.flow.isVisible()
        assert not page.table.isVisible()
        press(page.page, "Vis listen")
        assert page.table.isVisible()
