"""The navigation: all places are seen at once in the window's usual size."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.frame.page_registry import PAGES
from tests.ui.acts import bring_to_front, desk_of, settle


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_all_places_are_seen_at_once(language: str, fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).settings.change(language=language)
    desk_of(fresh_school).workspace.add(GateEntry(what="Leseløftet"))
    fresh_school.restart()
    window = fresh_school.window
    window.resize(1366, 728)
    bring_to_front(window)
    settle()
    navigation = window.navigation
    assert len(PAGES) == 17
    assert navigation.verticalScrollBar().maximum() == 0
    for place in PAGES:
        button = navigation.button_of(place.key)
        assert button.isVisible()
        seen = button.visibleRegion().boundingRect()
        assert (seen.width(), seen.height()) == (button.width(), button.height()), place.key
        assert button.height() >= 32, place.key
