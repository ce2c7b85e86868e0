"""Whoever asks what fosdesk is made of finds each part, its licence and the text of it, in the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk import paths
from fosdesk.app import Fosdesk
from fosdesk.ui.settings.parts_dialog import PartsDialog, bundled_parts
from fosdesk.ui.settings.settings_page import SettingsPage
from tests.ui.acts import page_of, said_on, settle
from tests.ui.test_accessibility import nameless


@pytest.fixture
def dialog(fresh_school: Fosdesk) -> PartsDialog:
    """The dialog, opened from the page Settings and help."""
    page = page_of(fresh_school.window, "settings", SettingsPage)
    QTest.mouseClick(page.parts, Qt.MouseButton.LeftButton)
    settle()
    found = fresh_school.window.findChild(PartsDialog)
    assert found is not None
    assert found.isVisible()
    return found


def test_it_says_that_no_licence_is_chosen_and_that_qt_can_be_replaced(dialog: PartsDialog) -> None:
    said = said_on(dialog)
    assert "fosdesk selv har ingen lisens ennå" in said
    assert "Qt og PySide6 brukes under GNU LGPL 3" in said
    assert "kan byttes ut" in said
    assert nameless(dialog) == []


def test_every_part_shows_its_licence_and_the_text_of_it(dialog: PartsDialog) -> None:
    lines = [dialog.list.item(place).text() for place in range(dialog.list.count())]
    assert len(lines) == len(bundled_parts()) > 25
    for wanted in ("pyside6-essentials", "python-bidi", "Source Sans 3", "Bokmålsordboka"):
        assert any(line.startswith(wanted) for line in lines), wanted
    dialog.list.setFocus()
    seen = set()
    for part in bundled_parts():
        shown = dialog.text.toPlainText()
        assert shown.startswith(part.address)
        assert len(shown) > 400
        seen.add(dialog.list.currentRow())
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert len(seen) == len(lines), "the arrow keys lead from each to the next"
    assert dialog.text.isReadOnly()


def test_a_text_is_shown_as_it_is_and_the_gnu_licences_are_whole() -> None:
    by_name = {part.name.split()[0]: part for part in bundled_parts()}
    qt = by_name["pyside6-essentials"].read()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt
    assert "GNU GENERAL PUBLIC LICENSE" in qt
    assert "SIL OPEN FONT LICENSE" in by_name["Source"].read()
    assert paths.resource("licences", "parts.toml").is_file()
