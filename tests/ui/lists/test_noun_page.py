"""The page of nouns: each tool has its tab by its definition; unused ones stand together until they are used."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Order, Privacy, Record, Short, Use, noun
from fosdesk.domain.records import CoreComponent, Decision, Initiative, Milestone, Need, OwnerRequest, Theme
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.page_registry import PAGES, page_entry
from fosdesk.ui.lists.more_tools_part import MoreToolsPart
from fosdesk.ui.lists.noun_page import MORE, NounPage
from tests.ui.acts import (
    desk_of,
    journal_in,
    leave,
    open_beside,
    page_of,
    press,
    put_in,
    said_on,
    settle,
    take_cursor,
    type_in,
)
from tests.ui.noun_lists import IN_LISTS, ShownList

KEYS = [place.key for place in PAGES if place.parts]


def page(program: Fosdesk, key: str) -> NounPage:
    return page_of(program.window, key, NounPage)


def tabs(page: NounPage) -> list[str]:
    """The keys of the tabs that are seen, in their order."""
    names = page.tabs._names
    return [key for key, one in names.items() if one.isVisibleTo(page)]


def tools(page: NounPage) -> list[str]:
    """The names and purposes of the tools that nobody has used, as they stand below «More tools»."""
    page.tabs.show_tab(MORE)
    part = page.part(MORE)
    assert isinstance(part, MoreToolsPart)
    return said_on(part).split("\n")


@pytest.fixture
def visit() -> Iterator[type[Record]]:
    """A noun that names a page and a part of it, and says no more than that."""

    @noun(
        "visit",
        one="Visit",
        many="Visits",
        page="plan",
        use=Use(part="visits", purpose="What other schools showed.", new="New visit"),
    )
    class Visit(Record, frozen=True):
        """A visit to another school."""

        where: Annotated[str, Short("Where to", privacy=Privacy.OPEN)] = ""
        pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""

    yield Visit
    del NOUNS["visit"]


def new_component(shown: ShownList, name: str) -> str:
    """Make a core component as people do."""
    form = shown.begin()
    type_in(form.editors["name"], name)
    leave(form.editors["name"])
    return form.record_id


# -- which tabs there are


def test_a_noun_that_names_page_and_part_has_its_tab(visit: type[Record], fresh_school: Fosdesk) -> None:
    shown = page(fresh_school, "plan")
    assert [one.key for one in shown._tools] == [
        *("timeline", "wheel", "evaluations", "gaps", "areas", "visits"),
    ]
    assert "What other schools showed." in tools(shown)
    press(shown, "New visit")
    form = ShownList(fresh_school.window, "visit").form
    type_in(form.editors["where"], "Solvik skole")
    leave(form.editors["where"])
    assert [getattr(one, "where", "") for one in desk_of(fresh_school).school.of(visit)] == ["Solvik skole"]


@pytest.mark.parametrize("key", KEYS)
def test_tabs_have_a_settled_order_that_names_every_part(key: str, fresh_school: Fosdesk) -> None:
    shown = page(fresh_school, key)
    settled = page_entry(key).parts
    assert [one.key for one in shown._tools] == [part for part in settled if part in shown._makers]
    within = {view.key for tool in shown._tools for view in tool.views}  # parts that share a tab
    assert {*settled} == {*shown._makers, *within} - {MORE}


@pytest.mark.parametrize("key", IN_LISTS)
def test_each_noun_with_a_list_has_it_on_its_page(key: str, fresh_school: Fosdesk) -> None:
    shown = ShownList(fresh_school.window, key)
    assert fresh_school.window.current_key == NOUNS[key].page
    assert shown.page.part_shown == NOUNS[key].use.part
    tab = shown.page._tab_of.get(shown.page.part_shown, shown.page.part_shown)
    assert shown.page.tabs.name_of(tab).isVisible()


@pytest.mark.parametrize("key", KEYS)
def test_a_page_shows_few_tabs_at_first_sight(key: str, fresh_school: Fosdesk) -> None:
    shown = page(fresh_school, key)
    first = page_entry(key).parts[0]
    assert shown.part_shown == first
    assert tabs(shown)[0] == first
    own = [one.key for one in shown._tools if one.noun is None or one.key == first]
    if MORE in shown._makers and shown.unused():
        assert tabs(shown) == [*own, MORE]
    else:
        assert len(tabs(shown)) <= 4 or not any(one.noun for one in shown._tools)


# -- unused tools


def test_an_unused_tool_stands_below_more_tools_and_has_its_tab_once_it_is_used(fresh_school: Fosdesk) -> None:
    shown, desk = page(fresh_school, "direction"), desk_of(fresh_school)
    assert tabs(shown) == ["understanding", "decisions", MORE]
    assert shown.tabs.name_of(MORE).text() == "Flere verktøy (5)"
    said = tools(shown)
    assert "Kjernekomponenter" in said
    assert desk.words(NOUNS["core_component"].use.purpose) in said
    press(shown, "Ny kjernekomponent")
    assert shown.part_shown == "components"
    cursor = QApplication.focusWidget()
    form = ShownList(fresh_school.window, "core_component").form
    assert cursor is not None
    assert form.editors["name"].isAncestorOf(cursor)
    type_in(form.editors["name"], "Voksne som ser")
    leave(form.editors["name"])
    assert tabs(shown) == ["understanding", "components", "decisions", MORE]
    assert shown.tabs.name_of(MORE).text() == "Flere verktøy (4)"
    assert "Kjernekomponenter" not in tools(shown)


def test_a_tool_that_was_only_looked_into_is_gone_from_the_tabs_when_one_comes_back(fresh_school: Fosdesk) -> None:
    shown, window = page(fresh_school, "direction"), fresh_school.window
    press_new(shown)
    ShownList(window, "core_component").list.close_row()
    assert "components" in tabs(shown)
    window.go("overview", "")
    window.go("direction", "")
    shown.tabs.show_tab("understanding")
    window.go("overview", "")
    window.go("direction", "")
    assert tabs(shown) == ["understanding", "decisions", MORE]
    assert not desk_of(fresh_school).school.of(CoreComponent)


def press_new(shown: NounPage) -> None:
    """Begin a core component from «More tools»."""
    shown.tabs.show_tab(MORE)
    press(shown, "Ny kjernekomponent")


def test_what_is_written_elsewhere_brings_the_tab_and_undo_takes_it_away(fresh_school: Fosdesk) -> None:
    shown, desk = page(fresh_school, "direction"), desk_of(fresh_school)
    desk.workspace.add(Theme(name="Overganger"))
    assert tabs(shown) == ["understanding", "decisions", "themes", MORE]
    fresh_school.window.undo()
    assert tabs(shown) == ["understanding", "decisions", MORE]


def test_with_every_tool_in_use_there_are_no_more_tools(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    own = {one.key for one in page(fresh_school, "time")._tools if one.noun is None}
    for key, one in NOUNS.items():
        if one.page == "time" and one.use.new and one.use.part not in own:
            desk.workspace.add(NOUNS[key].record())
    assert tabs(page(fresh_school, "time")) == list(page_entry("time").parts)
    assert desk.school.of(Initiative)


def test_decisions_are_shown_as_choices_too(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    made = desk.workspace.add(Decision(what="Leksefri på mellomtrinnet"))
    shown = page(fresh_school, "direction")
    QTest.mouseClick(shown.tabs.name_of("decisions"), Qt.MouseButton.LeftButton)
    assert "Leksefri på mellomtrinnet" in said_on(shown)
    assert shown.tabs.name_of("decisions").text() == "Valg"
    fresh_school.window.go("meetings", made.id)
    assert fresh_school.window.page("meetings").part_shown == "decisions"


def test_a_school_that_is_only_read_is_offered_nothing_to_begin(fresh_school: Fosdesk, example_store: Path) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    for key in KEYS:
        shown = page_of(window, key, NounPage)
        assert MORE not in tabs(shown)
        assert not shown.main.isVisible()
    window.close()


# -- the list and the form of a tool


def test_an_empty_list_says_what_it_is_good_for(fresh_school: Fosdesk) -> None:
    shown = ShownList(fresh_school.window, "need")
    said = said_on(shown.page)
    assert "Ingenting her ennå." in said
    assert desk_of(fresh_school).words(NOUNS["need"].use.purpose) in said
    assert not shown.table.isVisible()
    desk_of(fresh_school).workspace.add(Need(text="Ro i timene"))
    assert shown.table.isVisible()
    assert "Ro i timene" in said_on(shown.table)


def test_going_from_row_to_row_saves_and_shows(fresh_school: Fosdesk) -> None:
    shown, desk = ShownList(fresh_school.window, "core_component"), desk_of(fresh_school)
    first, second = new_component(shown, "Voksne som ser"), new_component(shown, "Rom for ro")
    QTest.mouseClick(
        shown.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=shown.table.visualRect(shown.list.rows.index(0, 0)).center(),
    )
    assert shown.form.record_id == first
    type_in(shown.form.editors["why"], "Fordi noen må se.")
    take_cursor(shown.table)
    QTest.keyClick(shown.table, Qt.Key.Key_Down)
    assert shown.form.record_id == second
    assert desk.school.get(CoreComponent, first).why == "Fordi noen må se."
    QTest.keyClick(shown.table, Qt.Key.Key_Escape)
    assert not shown.panel.isVisible()


def test_another_part_opens_only_once_everything_is_saved(fresh_school: Fosdesk) -> None:
    shown = ShownList(fresh_school.window, "core_component")
    made = new_component(shown, "Voksne som ser")
    put_in(shown.form.editors["why"], "x" * 200_001)
    shown.turn_to("understanding")
    assert shown.page.part_shown == "components"
    assert shown.form.record_id == made
    put_in(shown.form.editors["why"], "Kort")
    shown.turn_to("understanding")
    assert shown.page.part_shown == "understanding"
    assert desk_of(fresh_school).school.get(CoreComponent, made).why == "Kort"


def test_deleting_is_undone_and_the_record_stands_where_it_stood(fresh_school: Fosdesk) -> None:
    shown, desk = ShownList(fresh_school.window, "core_component"), desk_of(fresh_school)
    made = new_component(shown, "Voksne som ser")
    press(shown.panel, "Fjern")
    assert desk.school.find(made) is None
    assert shown.panel.isHidden()
    assert "henter" in said_on(fresh_school.window)
    fresh_school.window.undo()
    assert "Voksne som ser" in said_on(shown.table)


def test_the_history_tells_who_and_when_and_brings_back(fresh_school: Fosdesk) -> None:
    shown, desk = ShownList(fresh_school.window, "core_component"), desk_of(fresh_school)
    made = new_component(shown, "Voksne som ser")
    type_in(shown.form.editors["name"], "Voksne <b>som</b> bryr seg")
    leave(shown.form.editors["name"])
    press(shown.panel, "Historikk")
    dialog = next(d for d in fresh_school.window.findChildren(HistoryDialog) if d.isVisible())
    said = said_on(dialog)
    assert "Voksne som ser" in said
    assert "Voksne <b>som</b> bryr seg" in said
    assert "Rektor" in said
    assert "23. nov. 2026" in said
    assert "slik det er nå" in said
    assert "Opprettet" in said
    press(dialog, "Hent tilbake")
    assert desk.school.get(CoreComponent, made).name == "Voksne som ser"
    assert not any(d.isVisible() for d in fresh_school.window.findChildren(HistoryDialog))


@pytest.mark.parametrize("record", [CoreComponent(name="Ro"), OwnerRequest(what="Timer"), Milestone(what="Oppstart")])
def test_a_record_is_opened_from_elsewhere_in_the_part_where_it_lives(record: Record, fresh_school: Fosdesk) -> None:
    desk, window = desk_of(fresh_school), fresh_school.window
    made = desk.workspace.add(record)
    key = next(key for key, noun in NOUNS.items() if noun.record is type(record))
    window.go(NOUNS[key].page, made.id)
    settle()
    part = window.page(NOUNS[key].page).part_shown
    assert part == NOUNS[key].use.part
    shown = ShownList(window, key)
    assert shown.form.record_id == made.id
    assert shown.table.selectionModel().hasSelection()


def test_the_lists_are_sorted_in_norwegian_order(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for what in ("Ås skole", "Zebra", "Aasen", "Øvre", "Ärlig"):
        desk.workspace.add(OwnerRequest(what=what))
    shown = ShownList(fresh_school.window, "owner_request")
    shown.list.table.header.chosen.emit(0)
    names = [row.what for row in shown.list.rows.rows if isinstance(row, OwnerRequest)]
    assert names in (
        ["Zebra", "Ärlig", "Øvre", "Ås skole", "Aasen"],
        ["Aasen", "Ås skole", "Øvre", "Ärlig", "Zebra"][::-1],
    )


def test_each_button_of_more_tools_says_what_it_begins(fresh_school: Fosdesk) -> None:
    for key in KEYS:
        shown = page(fresh_school, key)
        if MORE not in shown._makers or MORE not in tabs(shown):
            continue
        shown.tabs.show_tab(MORE)
        part = shown.part(MORE)
        buttons = part.findChildren(QPushButton)
        said = [one.text() for one in buttons]
        ways = sum(len(one.noun.use.begins) for one in shown.unused() if one.noun is not None and not one.sub_list)
        assert len(said) == len({*said}) == len(shown.unused()) + ways, key
        assert "Ny" not in said, key
