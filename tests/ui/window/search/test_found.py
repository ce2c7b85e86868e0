"""Results as rows: worked out when first shown, read aloud whole, and headings that cannot be chosen."""

from PySide6.QtCore import QObject, Qt

from fosdesk.display.answer_words import Line
from fosdesk.ui.window.search.found import Found, FoundRows, Row


def test_a_result_is_worked_out_once_and_only_when_it_is_shown() -> None:
    made: list[str] = []

    def make() -> Found:
        made.append("one")
        return Found(
            "Leksefri", "Innspill", lambda: None, Line("Hvorfor: Nei"), "Parkert", "12. mars 2025", "ses på igjen"
        )

    parent = QObject()
    rows = FoundRows(parent)
    rows.set_rows([Row("Gjør"), Row(make=make)])
    assert made == []
    index = rows.index(1)
    assert rows.data(index) == "Leksefri · Innspill · Parkert 12. mars 2025 · ses på igjen · Hvorfor: Nei"
    assert rows.found(1) is rows.found(1)
    assert made == ["one"]
    assert rows.rowCount() == 2
    assert rows.rowCount(index) == 0


def test_a_heading_is_read_and_not_chosen() -> None:
    parent = QObject()
    rows = FoundRows(parent)
    rows.set_rows([Row("Gjør"), Row(make=lambda: Found("a", "b", lambda: None))])
    assert rows.data(rows.index(0)) == "Gjør"
    assert not rows.flags(rows.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert rows.flags(rows.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert rows.found(0) is rows.found(7) is None
    assert [one.title for one in rows.all_found()] == ["a"]
