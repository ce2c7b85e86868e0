"""Every page, every tool with a purpose and every document is an entry, and leads where it says."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Noun
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.places import home_of
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.window.search.place_entries import document_entries, page_entries, part_entries, tool_entries
from tests.sampling import sampled
from tests.ui.acts import desk_of, window_of
from tests.ui.window.search_hands import search_of

PURPOSES = [noun.key for noun in NOUNS.values() if noun.use.purpose]


def test_all_pages_and_documents_are_there(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    assert [one.found.page for one in page_entries(desk)] == [place.key for place in PAGES]
    assert len(list(document_entries(desk))) == len(DOCUMENTS)
    shown: list[Noun] = []
    tools = list(tool_entries(desk, shown.append))
    assert {noun.key for noun in NOUNS.values() if noun.use.purpose} <= {n.key for n in NOUNS.values()}
    for one in tools:
        one.found.act()
    assert {noun.key for noun in shown} >= {*PURPOSES}


def test_a_colleague_s_school_has_only_what_can_be_read(with_example: Fosdesk) -> None:
    own = desk_of(with_example)
    with_example.open_school(own.school.id)
    window = with_example.school_window(own.school.id)
    assert window is not None
    assert window.desk is not None
    pages = [one.found.page for one in page_entries(window.desk)]
    assert pages == [place.key for place in PAGES], "each has something to read"
    titles = {one.found.title for one in part_entries(window.desk)}
    parts = ("Gaps in the plan", "Time line", "Year wheel", "The model", "Choices")
    named = ("History", *parts, "Consultation (drøfting)", "Talks with the owner")
    assert titles == {window.desk.words(one) for one in named}
    assert len(list(document_entries(window.desk))) == len(DOCUMENTS) - 1


@pytest.mark.parametrize("key", sampled(PURPOSES))
def test_a_tool_is_shown_where_its_records_are(fresh_school: Fosdesk, key: str) -> None:
    desk, noun = desk_of(fresh_school), NOUNS[key]
    search_of(desk).show_tool(noun)
    window = window_of(desk)
    assert window.current_key == home_of(noun)
    page = window.page(window.current_key)
    if isinstance(page, TabbedPage) and noun.use.part:
        assert page.part_shown == noun.use.part
