"""The overview, in the real window: what it shows, where its lines lead, and how advice is answered."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from fosdesk.app import Fosdesk
from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import (
    AdviceReply,
    Answer,
    FollowUp,
    GateEntry,
    Membership,
    OwnItem,
    Person,
    PhaseState,
    Reflection,
    TimeSlot,
)
from fosdesk.domain.rules.advice import put_off_until
from fosdesk.ui.overview.advice_card import AnsweredAdvice
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.phase.phase_page import PhasePage
from tests.program import Start
from tests.reading import words_on
from tests.ui import acts
from tests.ui.acts import bring_to_front, desk_of, journal_in, open_beside, settle


def page_of(program: Fosdesk) -> OverviewPage:
    """The overview, shown in a window that has the keyboard."""
    return acts.page_of(program.window, "overview", OverviewPage)


def seen_on(widget: QWidget) -> str:
    """Everything that can be read on it."""
    return "\n".join(words_on(widget))


def open_phase(program: Fosdesk, phase: str, day: str = "2026-08-17") -> None:
    """Open a phase, as its page would."""
    workspace = desk_of(program).workspace
    before = workspace.school.get(PhaseState, f"phase:{phase}")
    workspace.commit(before, msgspec.structs.replace(before, opened=day))


def on_top_of_everything(program: Fosdesk) -> OverviewPage:
    """A school that has set off time and listed nothing that gives way."""
    desk_of(program).workspace.add(TimeSlot(what="Møtetid", minutes=60, times=4, semester="2026H"))
    page = page_of(program)
    assert [card.advice.key for card in page.cards] == ["W2"]
    return page


def test_an_empty_school_is_met_with_first_acts(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school)
    assert page.first is not None
    assert not page.steps.isVisible()
    assert not page.advice.isVisible()
    page.write_direction.click()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, "Alle skal bli savnet")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert desk_of(fresh_school).school.profile.direction == "Alle skal bli savnet"
    page.begin.click()
    assert fresh_school.window.current_key == "phase:F1"
    open_phase(fresh_school, "F1")
    page = page_of(fresh_school)
    assert page.first is None
    assert page.steps.isVisible()


def test_the_overview_of_a_new_school_is_calm(fresh_school: Fosdesk) -> None:
    """However many tools there are: the cycle, two first acts, and the next meeting to set up, and nothing else."""
    page = page_of(fresh_school)
    bring_to_front(fresh_school.window)
    acts = [one.text() for one in page.findChildren(QPushButton) if one.isVisible() and one.text()]
    assert len(acts) <= 6, acts
    headings = [
        one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.property("look") == "heading"
    ]
    assert len(headings) <= 2, headings
    nouns = {noun_many(page.words, noun) for noun in NOUNS.values() if noun.use.part and noun.page != "overview"}
    assert not nouns & set(words_on(page)), "no tool is named before it is used"
    assert page.sizeHint().height() <= page.desk.theme.px(900)


def test_the_figure_shows_both_namings_and_leads_to_the_phases(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school)
    for phase in desk_of(fresh_school).framework.phases:
        shown = "".join(getattr(shape, "text", "") + " " for shape in page.figure.figure.shapes)
        for word in f"{phase.title} {phase.plan_name}".split():
            assert word in shown
        page = page_of(fresh_school)
        spot = page.figure.centre_of(phase.id).toPoint()
        QTest.mouseClick(page.figure, Qt.MouseButton.LeftButton, pos=QPoint(spot.x(), spot.y()))
        if phase.id != "F0":
            assert fresh_school.window.current_key == f"phase:{phase.id}"


def test_the_direction_is_edited_where_it_stands(started: Start, fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school)
    QTest.mouseClick(page.direction.sentence, Qt.MouseButton.LeftButton)
    assert not page.direction.sentence.isVisible()
    assert desk_of(fresh_school).framework.warning("W13").says() in seen_on(page.direction)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    focus.insert("<b>Alle</b> & noen 🎈")
    fresh_school.window.go("settings", "")
    folder = fresh_school.folder
    fresh_school.window.close()
    again = page_of(started(folder))
    assert "<b>Alle</b> & noen 🎈" in seen_on(again.direction)
    assert again.direction.sentence.isVisible()


@pytest.mark.parametrize("kind", ["key", "due", "own", "follow_up", "revisit"])
def test_each_next_step_leads_to_its_place(fresh_school: Fosdesk, kind: str) -> None:
    workspace = desk_of(fresh_school).workspace
    page_of(fresh_school)
    open_phase(fresh_school, "F1")
    records = {
        "due": Answer("answer:F3-12", due="2026-11-30"),
        "own": OwnItem(phase="F2", track="A", own_text="Ring kommunen", due="2026-11-20", pos="zz"),
        "follow_up": FollowUp(what="Åpne boden", responsible="vaktmester", due="2026-11-30"),
        "revisit": GateEntry(what="Leseløftet", decision="parked", came="2026-09-01", revisit="2026-11-20"),
    }
    made = workspace.add(records[kind]) if kind in records else None
    page = page_of(fresh_school)
    word = {
        "key": "hvorfor skolen er med",
        "due": "Prøv ut i liten skala",
        "own": "Ring kommunen",
        "follow_up": "Åpne boden",
        "revisit": "Leseløftet",
    }[kind]
    (line,) = [one for one in page.steps.buttons if word in one.title]
    line.click()
    QApplication.processEvents()
    window = fresh_school.window
    pages = {
        "key": "phase:F1",
        "due": "phase:F3",
        "own": "phase:F2",
        "follow_up": "meetings",
        "revisit": "gatekeeping",
    }
    assert window.current_key == pages[kind]
    there = window.page(window.current_key)
    if isinstance(there, PhasePage):
        wanted = made.id if made is not None else "answer:F1-01"
        opened = [row.line.record_id for one in there.lists for row in one.rows.values() if row.is_open]
        assert opened == [wanted]


def test_what_changed_lately_says_what_who_and_when_and_leads_there(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(Answer("answer:F1-06", how="Vi regnet på det", status="done"))
    page = page_of(fresh_school)
    line = page.changes.buttons[0]
    said = line.accessibleName()
    assert "Vis hva arbeidet vil kreve" in said
    assert "Rektor" in said
    assert desk_of(fresh_school).words("today") in said
    line.click()
    assert fresh_school.window.current_key == "phase:F1"


def test_nothing_private_and_no_names_stand_among_the_changes(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    person = workspace.add(Person(name="Kari Nordmann", role="teacher"))
    workspace.add(Membership(person=person.id, standing="candidate", motivation="Vil gjerne"))
    workspace.add(Reflection("reflection:F1-1", text="Bare to av ti tror på dette"))
    page = page_of(fresh_school)
    said = "\n".join(line.accessibleName() for line in page.changes.buttons)
    assert len(page.changes.buttons) >= 3
    for secret in ("Kari", "Nordmann", "Vil gjerne", "to av ti"):
        assert secret not in said


def test_advice_can_be_answered_with_a_reason(fresh_school: Fosdesk) -> None:
    page = on_top_of_everything(fresh_school)
    assert desk_of(fresh_school).framework.warning("W2").says() in seen_on(page.advice)
    (card,) = page.cards
    assert card.known is not None
    card.known.click()
    assert QApplication.focusWidget() is card.because
    QTest.keyClicks(card.because, "Vi har frigjort tid i fjor.")
    card.keep.click()
    reply = desk_of(fresh_school).school.get(AdviceReply, "advice:W2")
    assert (reply.stance, reply.because) == ("known", "Vi har frigjort tid i fjor.")
    assert page.cards == []
    page.answered.click()
    assert isinstance(page.answered.inside, AnsweredAdvice)
    assert "Vi har frigjort tid i fjor." in seen_on(page.answered.inside)
    fresh_school.window.undo()
    assert [card.advice.key for card in page.cards] == ["W2"]


def test_advice_can_be_put_off_or_turned_down(fresh_school: Fosdesk) -> None:
    page = on_top_of_everything(fresh_school)
    assert page.cards[0].later is not None
    page.cards[0].later.click()
    reply = desk_of(fresh_school).school.get(AdviceReply, "advice:W2")
    assert (reply.stance, reply.until) == ("snoozed", put_off_until(desk_of(fresh_school).day()))
    assert page.cards == []
    desk_of(fresh_school).workspace.delete([reply])
    assert page.cards[0].no is not None
    page.cards[0].no.click()
    assert desk_of(fresh_school).school.get(AdviceReply, "advice:W2").stance == "dismissed"
    assert page.cards == []


def test_an_answer_that_was_begun_is_saved_when_the_page_is_left(fresh_school: Fosdesk) -> None:
    page = on_top_of_everything(fresh_school)
    page.cards[0].ask_for_reason()
    QTest.keyClicks(page.cards[0].because, "Halvveis")
    desk_of(fresh_school).workspace.add(Answer("answer:F1-01", status="done"))
    assert page.cards[0].because.toPlainText() == "Halvveis", "others' changes leave what is typed alone"
    fresh_school.window.go("phase:F1", "")
    assert desk_of(fresh_school).school.get(AdviceReply, "advice:W2").because == "Halvveis"


def test_one_thing_to_do_leads_to_where_it_is_done(fresh_school: Fosdesk) -> None:
    page = on_top_of_everything(fresh_school)
    page.cards[0].look.click()
    assert fresh_school.window.current_key == "time"


def test_nothing_counts_or_scores_the_work(with_example: Fosdesk) -> None:
    said = seen_on(page_of(with_example))
    assert "%" not in said
    assert "prosent" not in said


def test_columns_follow_the_width_and_nothing_is_cut(with_example: Fosdesk) -> None:
    page = page_of(with_example)
    window = with_example.window
    for width, height in ((1366, 728), (910, 512), (1366, 728)):
        window.resize(width, height)
        settle()
        left, right = page.figure.mapTo(page, QPoint(0, 0)), page.steps.mapTo(page, QPoint(0, 0))
        assert (left.x() < right.x()) == (width > 1000)
        sheet = page.scroller.widget()
        assert sheet is not None
        assert sheet.width() == page.scroller.viewport().width()


def test_a_colleagues_overview_is_only_read(fresh_school: Fosdesk, example_store: Path) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    page = window.page("overview")
    assert isinstance(page, OverviewPage)
    assert page.first is None
    assert page.steps.buttons
    assert all(card.known is None for card in page.cards)
    QTest.mouseClick(page.direction.sentence, Qt.MouseButton.LeftButton)
    assert page.direction.editor is None
    page.steps.buttons[0].click()
    assert window.current_key != "overview"
    assert fresh_school.window.current_key == "overview"
