"""A story: eight answers found by Ctrl+K alone in a school of three years, each read in the hit, and one followed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.ui.window.go_to_dialog import GoToDialog
from tests.ui.acts import bring_to_front, desk_of, settle
from tests.ui.window.search_hands import search_of

# What is asked, the beginning of the right hit's title, and what of the answer stands in the hit.
ASKED = (
    ("Hva bestemte vi om leksefri?", "Leksefri på mellomtrinnet", "ses på igjen 2. november 2026"),
    ("neste møte", "Hva er åpent i fase 2?", "tirsdag 24. november 2026"),
    ("Hvorfor sa vi nei til trivselsmålingen?", "Ukentlig trivselsmåling", "flere tall enn vi bruker"),
    ("lesevener på tvers", "Lesevenner på tvers", "Tatt inn"),
    ("plangruppen", "Plangruppen", "Erstattes av arbeidsgruppen"),
    ("hva fikk vi til svar om vikarer fra kommunalsjefen", "Vikar til tre samlinger", "Ja, fra høsten"),
    ("når slutter støtten fra Kysthogskolen", "Kysthøgskolen", "16. juni 2028"),
    ("hvorfor har ikke FAU fast plass", "FAU får egne", "egne treffpunkt"),
)


def test_eight_questions_are_answered_where_they_are_asked(with_example: Fosdesk) -> None:
    window = with_example.window
    search_of(desk_of(with_example))  # all that was written is indexed by now
    for asked, title, answer in ASKED:
        bring_to_front(window)
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, GoToDialog), asked
        QTest.keyClicks(dialog.typed, asked)
        settle()
        first = dialog.found[:3]
        right = [one for one in first if one.title.startswith(title)]
        assert right, (asked, [one.title for one in first])
        one = right[0]
        read = " ".join((one.title, one.state, one.day, one.coming, one.line.text))
        assert answer in read, (asked, read)
        QTest.keyClick(dialog.typed, Qt.Key.Key_Escape)
        QTest.keyClick(dialog.typed, Qt.Key.Key_Escape)
        settle()
        assert QApplication.activeModalWidget() is None
    bring_to_front(window)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, GoToDialog)
    QTest.keyClicks(dialog.typed, "Hva bestemte vi om leksefri?")
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    settle()
    assert window.current_key == "gatekeeping"
