"""The panel of a document: the way to what the school asks for, and what goes in as it truly does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, GateEntry, OwnerRequest, Partner
from fosdesk.ui.documents.document_panel import DocumentPanel
from fosdesk.ui.documents.documents_page import DocumentsPage
from tests.ui.acts import desk_of, leave, page_of, said_on, type_in
from tests.ui.noun_lists import ShownList


def opened(program: Fosdesk, key: str) -> DocumentPanel:
    return page_of(program.window, "documents", DocumentsPage).choose(key)


@pytest.mark.parametrize("key", ["status", "steering_brief"])
def test_what_is_asked_for_is_written_by_the_school_one_click_away(key: str, fresh_school: Fosdesk) -> None:
    panel = opened(fresh_school, key)
    assert panel.requests is not None
    QTest.mouseClick(panel.requests, Qt.MouseButton.LeftButton)
    assert fresh_school.window.current_key == "schools"
    assert fresh_school.window.page("schools").part_shown == "owner"
    form = ShownList(fresh_school.window, "owner_request").begin()
    type_in(form.editors["what"], "To timer i uken")
    leave(form.editors["what"])
    assert [one.what for one in desk_of(fresh_school).school.of(OwnerRequest)] == ["To timer i uken"]


def test_other_documents_have_no_such_way(fresh_school: Fosdesk) -> None:
    for key in ("description", "time_sheet", "union_facts", "share_card"):
        assert opened(fresh_school, key).requests is None


def test_what_goes_in_as_a_number_alone_is_told(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    nothing = said_on(opened(fresh_school, "status").holds)
    assert "Ingenting som skolen har skrevet." in nothing
    workspace.add(GateEntry(what="Et kurs", decision="kept_out"))
    assert "Grensevoktingslogg, bare i tall og figurer" in said_on(opened(fresh_school, "status").holds)


def test_what_is_shortened_is_told_before_the_document_is_made(fresh_school: Fosdesk) -> None:
    workspace, sentence = desk_of(fresh_school).workspace, "Vi skriver en setning til. "
    for number in range(9):
        workspace.add(CoreComponent(name=f"Grep {number}"))
    workspace.add(Partner(kind="owner", name="Kommunen", support=sentence * 260))
    workspace.add(OwnerRequest(what=sentence * 90))
    said = said_on(opened(fresh_school, "status").holds)
    assert "Forkortet for å få plass på siden: Eksterne samarbeidspartnere: hva de hjelper til med (1)." in said
    assert "Ikke tatt med i listene, fordi det er flere: Kjernekomponenter (" in said
    assert "hva vi ber om" not in said, "what is asked for is never cut"
