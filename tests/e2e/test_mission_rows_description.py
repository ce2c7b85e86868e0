"""The rows of the mission about the description of choices: its four headings, «osv.», and for whom it is made."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Description, DescriptionSection, Person
from fosdesk.privacy.audience import Audience
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.documents.documents_page import DocumentsPage
from tests.program import Start
from tests.reading import text_of
from tests.ui.acts import (
    bring_to_front,
    button_on,
    desk_of,
    leave,
    page_in,
    press,
    said_on,
    settle,
    type_in,
    wait_for_work,
)
from tests.ui.window.search_hands import search_of

# The row of the mission, the heading that one sees, the part of the description, and what is written there.
ROWS = (
    ("D2", "Forankring", "anchoring", "Kvernstein ved porten"),
    ("D3", "Læringsaktiviteter", "learning", "Bjørnunge ved porten"),
    ("D4", "Ekstern støtte", "support", "Seilmaker ved porten"),
    ("D5", "Ressursbruk", "resources", "Trollbær ved porten"),
)
OWN = ("Nytt avsnitt", "Skolebåten", "Fiskesnøre ved porten")


def described(program: Fosdesk) -> DocumentsPage:
    """The description, opened by what one sees: Dokumenter, Valgbeskrivelse."""
    window = program.window
    window.go("overview", "")
    bring_to_front(window)
    QTest.mouseClick(button_on(window.navigation, "Dokumenter"), Qt.MouseButton.LeftButton)
    settle()
    page = page_in(window, "documents", DocumentsPage)
    (row,) = [
        one
        for one in page.findChildren(LineButton)
        if one.isVisible() and one.accessibleName().startswith("Valgbeskrivelse")
    ]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    settle()
    return page


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_d1_to_d7_and_d9(ending: str, fresh_school: Fosdesk, started: Start, tmp_path: Path) -> None:
    page = described(fresh_school)
    for _, heading, key, text in ROWS:
        assert heading in said_on(page)
        type_in(page.descriptions[key], text)
        leave(page.descriptions[key])
    panel = page.panel
    assert panel is not None
    assert panel.descriptions is not None
    own = panel.descriptions.own
    press(own, OWN[0])
    settle()
    (form,) = own.forms.values()
    for name, text in zip(("heading", "text"), OWN[1:], strict=True):
        type_in(form.editors[name], text)
        leave(form.editors[name])
    fresh_school.window.close()
    fresh_school.close()
    program = started(fresh_school.folder)
    desk = desk_of(program)
    assert {one.text for one in desk.school.of(Description)} == {text for *_, text in ROWS}
    page = described(program)
    search = search_of(desk)
    search.begin()
    for text in (*(text for *_, text in ROWS), OWN[2]):
        assert text in said_on(page)
        shown = [row.make() for row in search.rows(text, private=False) if row.make is not None]
        assert any(text in f"{one.title} {one.line.text}" for one in shown), text
    panel = page.panel
    assert panel is not None
    # For one's own school, the municipality, and schools elsewhere (D7, the owner's reading of D8, D9).
    for audience in (Audience.SCHOOL, Audience.OWNER, Audience.NETWORK):
        panel.audience.chip(audience.value).click()
        place = tmp_path / f"{audience.value}.{ending}"
        panel.make_at(place)
        wait_for_work(desk)
        if ending == "pdf":
            said = text_of(place)
            for text in (*(text for *_, text in ROWS), *OWN[1:]):
                assert text in said, (audience, text)
        else:
            assert place.stat().st_size > 5_000


def test_d9_a_section_that_names_somebody_stays_at_the_school(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Person(name="Turid Testad"))
    desk.workspace.add(DescriptionSection(heading="Takk til Turid Testad", text="Fiskesnøre", pos="i"))
    panel = described(fresh_school).panel
    assert panel is not None
    for audience, is_told in ((Audience.SCHOOL, True), (Audience.NETWORK, False)):
        panel.audience.chip(audience.value).click()
        place = tmp_path / f"{audience.value}.pdf"
        panel.make_at(place)
        wait_for_work(desk)
        assert ("Testad" in text_of(place)) is is_told
        assert "Fiskesnøre" in text_of(place)
