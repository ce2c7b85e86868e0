"""What is typed in forms with a button of their own, and in lines to add something, outlives whatever closes them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import (
    AdviceReply,
    CoreComponent,
    GateEntry,
    GateReason,
    Meeting,
    Membership,
    Person,
    Restriction,
)
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.forms.name_dialog import NameDialog
from fosdesk.ui.forms.special_editors import ReferenceEditor
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.meetings_part import MeetingsPart
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.phase.phase_page import PhasePage
from fosdesk.ui.phase.transition_dialog import TransitionDialog
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.settings.settings_page import SettingsPage
from fosdesk.ui.work_group.group_parts import PeoplePart
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.ui.acts import desk_of, page_of, press, said_on, settle, take_cursor, wait_for_work
from tests.ui.gate_log import GateLog, gate_log
from tests.ui.window.lists import TOO_LONG, click, fill_disk


def speak(program: Fosdesk, language: str) -> None:
    """Choose another language on the page of settings."""
    page_of(program.window, "settings", SettingsPage).languages.chosen.emit(language)
    settle()
    assert program.window.words.language == language


def type_here(widget: QWidget, typed: str) -> None:
    """Type where nothing stands yet."""
    take_cursor(widget)
    QTest.keyClicks(widget, typed)


def transition(program: Fosdesk) -> TransitionDialog:
    """The dialog that opens the first phase."""
    program.window.go("phase:F1", "")
    page = program.window.page("phase:F1")
    assert isinstance(page, PhasePage)
    click(page.transition)
    assert isinstance(page.dialog, TransitionDialog)
    return page.dialog


# -- forms with a button of their own


def test_what_was_written_about_a_transition_is_there_again(fresh_school: Fosdesk) -> None:
    dialog = transition(fresh_school)
    dialog.texts["why"].setPlainText("Vi er klare.")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    speak(fresh_school, "nn")
    window = fresh_school.window
    window.go("overview", "")
    assert not window.close()
    assert window.current_key == "phase:F1"
    assert "ikkje er lagra" in said_on(window)
    again = transition(fresh_school)
    assert again.texts["why"].toPlainText() == "Vi er klare."
    again.accept()
    assert window.close()


def test_a_draft_that_nobody_wants_is_told_once(fresh_school: Fosdesk) -> None:
    transition(fresh_school).texts["why"].setPlainText("Vi er klare.")
    QTest.keyClick(fresh_school.window.page("phase:F1").dialog, Qt.Key.Key_Escape)  # type: ignore[attr-defined]
    settle()
    assert not fresh_school.window.close()
    assert fresh_school.window.close()


def test_several_meetings_that_were_begun_are_there_again(fresh_school: Fosdesk) -> None:
    def series(program: Fosdesk) -> MeetingsPart:
        page = page_of(program.window, "meetings", MeetingsPage)
        part = page.part("all")
        assert isinstance(part, MeetingsPart)
        part.begin_series()
        return part

    part = series(fresh_school)
    assert part.series is not None
    type_here(part.series.what, "Lesekvarter")
    QTest.keyClick(part.series, Qt.Key.Key_Escape)
    assert "Lesekvarter" not in said_on(part)
    speak(fresh_school, "nn")
    part = series(fresh_school)
    assert part.series is not None
    assert part.series.what.text() == "Lesekvarter"
    assert not fresh_school.window.close()
    click(part.series.add)
    assert {meeting.what for meeting in desk_of(fresh_school).school.of(Meeting)} == {"Lesekvarter"}
    assert fresh_school.window.close()


def test_meetings_that_find_no_room_stay_in_their_form(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school.window, "meetings", MeetingsPage)
    part = page.part("all")
    assert isinstance(part, MeetingsPart)
    part.begin_series()
    assert part.series is not None
    part.series.what.setText("x" * 150_000)
    fill_disk(page.desk)
    click(part.series.add)
    assert part.series is not None
    assert len(part.series.what.text()) == 150_000
    assert "ikke mer plass på disken" in said_on(part.series)
    fill_disk(page.desk, full=False)


def test_why_somebody_is_shielded_is_there_again(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Person("a", name="Anna Lie"))
    desk.workspace.add(Person("b", name="Bo Vik"))
    page = page_of(fresh_school.window, "privacy", PrivacyPage)

    def reason(person: str) -> QLineEdit:
        page.open_person(person)
        wait_for_work(desk)
        assert page.view is not None
        page.view.shield.unfold()
        return page.view.reason

    reason("a").setText("Klagesak")
    assert reason("b").text() == ""
    assert reason("a").text() == "Klagesak"
    press(page, "Skjerm")
    wait_for_work(desk)
    assert [one.reason for one in desk.school.of(Restriction)] == ["Klagesak"]
    assert fresh_school.window.close()


def test_the_reference_of_the_archive_is_there_again(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school.window, "documents", DocumentsPage)
    first, second = page.list.shown_ids[:2]
    page.choose(first).reference.setText("2026/117")
    page.choose(second)
    assert page.choose(second).reference.text() == ""
    assert page.choose(first).reference.text() == "2026/117"
    assert fresh_school.window.close(), "it is not worth asking about"


# -- lines and texts that save by themselves


def people_of(program: Fosdesk) -> PeoplePart:
    """The people, with the line for somebody new."""
    page = page_of(program.window, "work_group", WorkGroupPage)
    part = page.part("people")
    assert isinstance(part, PeoplePart)
    part.begin()
    settle()
    return part


@pytest.mark.parametrize("way", ["page", "tab", "Escape", "window"])
def test_somebody_whose_name_was_typed_is_noted(fresh_school: Fosdesk, way: str) -> None:
    part, desk, window = people_of(fresh_school), desk_of(fresh_school), fresh_school.window
    type_here(part.line.name, "Kari Nordmann")
    if way == "Escape":
        QTest.keyClick(part.line.name, Qt.Key.Key_Escape)
        assert "Andre vi har notert" in said_on(window)
    elif way == "tab":
        window.page("work_group").tabs.show_tab("groups")  # type: ignore[attr-defined]
    elif way == "page":
        window.go("time", "")
    else:
        assert window.close()
    assert [person.name for person in desk.school.of(Person)] == ["Kari Nordmann"]
    assert desk.school.of(Membership) == ()
    assert part.line.name.text() == ""


def test_a_name_that_cannot_be_kept_stays_in_its_line(fresh_school: Fosdesk) -> None:
    part, window = people_of(fresh_school), fresh_school.window
    part.line.name.setText(TOO_LONG)
    window.go("time", "")
    assert window.current_key == "work_group"
    assert part.line.name.text() == TOO_LONG
    assert window.focusWidget() is part.line.name
    assert "tegn lang" in said_on(part.line)
    part.line.name.setText("x" * 150_000)
    fill_disk(part.desk)
    click(part.line.member)
    assert part.line.name.text() == "x" * 150_000
    assert "ikke mer plass på disken" in said_on(part.line)
    fill_disk(part.desk, full=False)


def entries(program: Fosdesk) -> tuple[GateLog, str, str]:
    """The log with two entries, the first of which is open."""
    desk = desk_of(program)
    first, second = desk.workspace.add(GateEntry(what="Kurs")).id, desk.workspace.add(GateEntry(what="Bok")).id
    page = gate_log(program.window)
    page.show_record(first)
    return page, first, second


def test_a_reason_that_was_typed_is_kept_with_its_entry(fresh_school: Fosdesk) -> None:
    page, first, second = entries(fresh_school)
    type_here(page.panel.reasons.typed, "For mye på en gang nå")
    page.show_record(second)
    assert page.list.open_id == second
    assert [(one.parent, one.text) for one in page.desk.school.of(GateReason)] == [(first, "For mye på en gang nå")]
    assert page.panel.reasons.typed.text() == ""


def test_a_reason_that_cannot_be_stored_stays_with_its_entry(fresh_school: Fosdesk) -> None:
    page, first, second = entries(fresh_school)
    connection = page.desk.workspace.store._connection
    connection.execute("PRAGMA query_only = 1")
    type_here(page.panel.reasons.typed, "For mye nå")
    page.show_record(second)
    assert page.list.open_id == first
    assert page.panel.reasons.typed.text() == "For mye nå"
    assert fresh_school.window.focusWidget() is page.panel.reasons.typed
    connection.execute("PRAGMA query_only = 0")
    page.show_record(second)
    assert [one.parent for one in page.desk.school.of(GateReason)] == [first]


def test_an_answer_to_advice_is_kept_by_whatever_comes_next(with_example: Fosdesk) -> None:
    page = page_of(with_example.window, "overview", OverviewPage)
    card = page.cards[0]
    card.ask_for_reason()
    type_here(card.because, "Vi har avtalt det.")
    with_example.window.go("time", "")
    assert [one.because for one in page.desk.school.of(AdviceReply) if one.because == "Vi har avtalt det."]


def test_an_answer_to_advice_that_cannot_be_kept_stays(with_example: Fosdesk) -> None:
    window = with_example.window
    page = page_of(window, "overview", OverviewPage)
    card = page.cards[0]
    card.ask_for_reason()
    card.because.setPlainText(TOO_LONG)
    page._show_all_cards()
    window.go("time", "")
    assert window.current_key == "overview"
    assert card.isVisible()
    assert card.because.toPlainText() == TOO_LONG
    assert window.focusWidget() is card.because
    assert "tegn lang" in said_on(card)
    card.because.setPlainText("Vi vet det.")
    click(card.no)  # type: ignore[arg-type]
    replies = {one.id: (one.stance, one.because) for one in page.desk.school.of(AdviceReply)}
    assert replies[card.advice.reply_id] == ("dismissed", "Vi vet det.")


@pytest.fixture
def answered(fresh_school: Fosdesk) -> Iterator[list[tuple[str, Qt.Key]]]:
    """Answers to be typed in the next dialogs that ask for a name: what is typed, and the key after it."""
    answers: list[tuple[str, Qt.Key]] = []
    timer = QTimer(fresh_school)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, NameDialog):
            typed, key = answers.pop(0)
            line = dialog.findChild(QLineEdit)
            assert line is not None
            QTest.keyClicks(line, typed)
            QTest.keyClick(line, key)

    timer.timeout.connect(answer)
    timer.start(20)
    yield answers
    timer.stop()


def choose_new(page: GateLog) -> None:
    """Choose «Ny …» for the component that an entry points to."""
    box = page.panel.component.editor
    assert isinstance(box, ReferenceEditor)
    box.setCurrentIndex(box.findData(ReferenceEditor.NEW))
    box.committed.emit()


def test_a_choice_of_a_new_record_asks_for_its_name_once(
    fresh_school: Fosdesk, answered: list[tuple[str, Qt.Key]]
) -> None:
    page, first, second = entries(fresh_school)
    connection = page.desk.workspace.store._connection
    connection.execute("PRAGMA query_only = 1")
    answered.append(("Voksne som ser", Qt.Key.Key_Return))
    choose_new(page)
    page.show_record(second)
    assert page.list.open_id == first
    connection.execute("PRAGMA query_only = 0")
    page.show_record(second)
    assert page.list.open_id == second
    component = page.desk.school.get(GateEntry, first).component
    assert page.desk.school.get(CoreComponent, component).name == "Voksne som ser"


def test_a_name_that_was_given_up_stands_there_again(fresh_school: Fosdesk, answered: list[tuple[str, Qt.Key]]) -> None:
    page, first, _ = entries(fresh_school)
    answered.append(("Voksne som", Qt.Key.Key_Escape))
    choose_new(page)
    assert page.desk.school.of(CoreComponent) == ()
    answered.append(("", Qt.Key.Key_Return))
    choose_new(page)
    assert [one.name for one in page.desk.school.of(CoreComponent)] == ["Voksne som"]
    assert page.desk.school.get(GateEntry, first).component
