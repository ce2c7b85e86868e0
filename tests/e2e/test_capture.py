"""A story: ten thoughts in a meeting, noted and sorted by keyboard alone; and nothing of them gets out unsorted."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, Captured, Decision, FollowUp, GateEntry, Meeting
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.ui.capture.capture_dialog import CaptureDialog
from fosdesk.ui.overview.overview_page import OverviewPage
from tests.program import NOON, TODAY
from tests.reading import text_of
from tests.ui.acts import bring_to_front, desk_of, page_of, settle

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
THOUGHTS = (
    ("Ring PPT neste tirsdag", "o"),
    ("Leksefri tas opp igjen uke 50", "b"),
    ("Kurs om vurdering fra kommunen", "g"),
    ("Hvordan møter vi de stille elevene", "s"),
    ("Takk renholderne før jul", "o"),
    ("Vi kutter onsdagsmøtet", "b"),
    ("Boka om tilhørighet", "g"),
    ("Fellestid på mellomtrinnet", "s"),
    ("Svar til FAU innen 15.12", "o"),
    ("Kladd som ingen trenger", ""),
)


def test_ten_thoughts_are_captured_and_sorted_by_keyboard(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    desk.workspace.add(Meeting("coming", what="Ledermøte", day="2026-12-08"))
    window.go("time", "")
    bring_to_front(window)
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL | SHIFT)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CaptureDialog)
    bring_to_front(dialog)
    for thought, _ in THOUGHTS[:-1]:
        QTest.keyClicks(dialog.line, thought)
        QTest.keyClick(dialog.line, Qt.Key.Key_Return, CONTROL)
    QTest.keyClicks(dialog.line, THOUGHTS[-1][0])
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    settle()
    assert window.current_key == "time"
    assert [one.text for one in desk.school.of(Captured)] == [thought for thought, _ in THOUGHTS]

    page = page_of(window, "overview", OverviewPage)
    settle()
    assert page.unsorted is not None
    for _ in range(60):  # to the first line, by Tab alone
        there = QApplication.focusWidget()
        if there is not None and there.property("unsorted"):
            break
        QTest.keyClick(there or page, Qt.Key.Key_Tab)
        settle()
    for _, letter in THOUGHTS:
        there = QApplication.focusWidget()
        assert there is not None
        assert there.property("unsorted"), "the cursor is on the next line"
        if letter:
            QTest.keyClicks(there, letter)
        else:
            QTest.keyClick(there, Qt.Key.Key_Delete)
        settle()

    school = desk.school
    assert school.of(Captured) == ()
    assert page.unsorted.isHidden()
    assert {(one.what, one.due) for one in school.of(FollowUp)} == {
        ("Ring PPT neste tirsdag", "2026-12-01"),
        ("Takk renholderne før jul", "2026-12-18"),
        ("Svar til FAU innen 15.12", "2026-12-15"),
    }
    assert {(one.what, one.revisit) for one in school.of(Decision)} == {
        ("Leksefri tas opp igjen uke 50", "2026-12-11"),
        ("Vi kutter onsdagsmøtet", ""),
    }
    assert {one.what for one in school.of(GateEntry)} == {"Kurs om vurdering fra kommunen", "Boka om tilhørighet"}
    lines = school.of(AgendaLine)
    assert [(one.what, one.meeting) for one in lines] == [
        ("Hvordan møter vi de stille elevene", "coming"),
        ("Fellestid på mellomtrinnet", "coming"),
    ]
    for _ in THOUGHTS:  # and each was one step
        window.undo()
    assert {one.text for one in desk.school.of(Captured)} == {thought for thought, _ in THOUGHTS}
    assert [*desk.school.of(FollowUp), *desk.school.of(Decision), *desk.school.of(AgendaLine)] == []


def test_no_file_and_no_document_for_anybody_holds_an_unsorted_line(with_example: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(with_example)
    line = Captured("line", text="Hvalrossene i gangen", day="2026-12-01")
    desk.workspace.add(line)
    desk.workspace.add(Captured("other", text="Hvalrossene i trappen"))
    desk.workspace.delete([line])
    journal = desk.workspace.store.journal(desk.school.id)
    assert "Hvalrossene" in repr(journal), "the leadership's own file holds everything"
    names = NameDetector(())
    for audience in Audience:
        theirs = reference_journal(desk.school, names=names, name="", audience=audience, now=NOON)
        assert "captured" not in repr(theirs)
        assert "Hvalrossene" not in repr(theirs)
    history = desk.workspace.history_of_all()
    for key, kind in DOCUMENTS.items():
        for audience in {kind.audiences[0], kind.audiences[-1]}:  # who sees most, and who sees least
            path = tmp_path / f"{key}-{audience}.pdf"
            make_document(
                key,
                desk.school,
                desk.framework,
                desk.words,
                audience,
                TODAY,
                path,
                names=names,
                history=history if kind.history else (),
            )
            said = text_of(path)
            assert "Hvalrossene" not in said, (key, audience)
            assert "sortert linje" not in said, (key, audience)
