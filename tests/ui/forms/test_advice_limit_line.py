"""A limit says whose it is and is changed where it is met; an advice that was answered comes back after a year."""

from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AdviceLimit, AdviceReply, CoreComponent, Meeting, TimePlan
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.overview.advice_card import AdviceCard
from fosdesk.ui.overview.overview_page import OverviewPage
from tests.ui.acts import desk_of, page_of, press, said_on


def card(page: OverviewPage, warning: str) -> AdviceCard:
    (found,) = [one for one in page.cards if one.advice.warning == warning]
    return found


def with_components(program: Fosdesk) -> OverviewPage:
    desk = desk_of(program)
    for number in range(6):
        desk.workspace.add(CoreComponent(f"c{number}", name=f"Kjerne {number}"))
    return page_of(program.window, "overview", OverviewPage)


def test_the_limit_is_told_as_ours_and_changed_on_the_card(fresh_school: Fosdesk) -> None:
    page = with_components(fresh_school)
    one = card(page, "W5")
    assert one.limit is not None
    assert "Grensen på 5 er programmets egen, ikke modellens. Dere kan endre den." in said_on(one)
    press(one, "Endre grensen")
    assert one.limit.editor is not None
    field = as_widget(one.limit.editor.editor)
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "4")
    one.limit.editor.commit()
    desk_of(fresh_school).workspace.add(Meeting("m", what="Noe annet"))
    assert card(page, "W5") is one, "the card stays while somebody writes on it"
    press(one, "Ferdig")
    assert desk_of(fresh_school).school.get(AdviceLimit, "advice_limit:W5").number == 4
    assert "Grensen på 4 har dere valgt selv." in said_on(card(page, "W5"))
    press(card(page, "W5"), "Endre grensen")
    limit = card(page, "W5").limit
    assert limit is not None
    assert limit.editor is not None
    limit.editor.editor.show_value(6)
    press(card(page, "W5"), "Ferdig")
    assert [one.advice.warning for one in page.cards if one.advice.warning == "W5"] == []
    fresh_school.window.undo()
    assert card(page, "W5").limit is not None


def test_a_number_that_is_none_stays_with_its_sentence(fresh_school: Fosdesk) -> None:
    page = with_components(fresh_school)
    one = card(page, "W5")
    press(one, "Endre grensen")
    assert one.limit is not None
    assert one.limit.editor is not None
    QTest.keyClicks(as_widget(one.limit.editor.editor), "mange")
    press(one, "Ferdig")
    assert one.limit.is_open
    assert desk_of(fresh_school).school.get(AdviceLimit, "advice_limit:W5").number is None
    one.limit.editor.drop(one.limit.editor.record_id)


def test_the_weeks_between_meetings_are_the_field_of_the_time_plan(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("a", what="Første", day="2026-12-01", who="work_group"))
    desk.workspace.add(Meeting("b", what="Neste", day="2027-03-15", who="work_group"))
    page = page_of(fresh_school.window, "overview", OverviewPage)
    one = card(page, "W9")
    press(one, "Endre grensen")
    assert one.limit is not None
    assert one.limit.editor is not None
    QTest.keyClicks(as_widget(one.limit.editor.editor), "20")
    press(one, "Ferdig")
    assert desk.school.get(TimePlan, "time_plan").gap_weeks == 20
    assert "W9" not in [other.advice.warning for other in page.cards]


def test_an_advice_without_a_number_has_no_limit(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(Meeting("m", what="Møte", day="2026-12-01", who="work_group"))
    page = page_of(fresh_school.window, "overview", OverviewPage)
    assert card(page, "W2").limit is None


def test_what_was_turned_down_is_shown_again_in_another_school_year(
    fresh_school: Fosdesk,
) -> None:
    page = with_components(fresh_school)
    press(card(page, "W5"), "Ikke for oss")
    assert desk_of(fresh_school).school.get(AdviceReply, "advice:W5").stance == "dismissed"
    assert "W5" not in [one.advice.warning for one in page.cards]
    page.answered.click()
    assert "Vises igjen fra 1. august 2027, hvis det fortsatt passer da." in said_on(page)
    fresh_school._today = lambda: date(2027, 8, 2)
    fresh_school.restart()
    page = page_of(fresh_school.window, "overview", OverviewPage)
    assert card(page, "W5").advice.n == 6
