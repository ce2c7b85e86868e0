"""The search that answers: questions, names and acts, by keyboard alone, with private things only when asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Decision, GateEntry, GateReason, Meeting, Person, Reflection, Restriction
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.window.go_to_dialog import GoToDialog
from tests.program import Start
from tests.ui.acts import desk_of, said_on, take_cursor, window_of
from tests.ui.window.search_hands import opened


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    desk = desk_of(fresh_school)
    desk.workspace.add(
        GateEntry("g", what="Leseløftet <b>nå</b>", decision="parked", signed="2026-10-01", revisit="2027-01-15")
    )
    for number in range(3):
        desk.workspace.add(GateReason(f"r{number}", text=f"lese mer {number}", parent="g", pos=str(number)))
    return desk


def private(dialog: GoToDialog) -> None:
    QTest.keyClick(dialog.typed, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_pages_are_offered_before_anything_is_typed(desk: Desk) -> None:
    names = [one.title for one in opened(desk).found]
    assert {"Oversikt", "Grensevokting", "Skoler og nettverk", "Før start"} <= {*names}


def test_a_page_is_found_by_the_beginning_of_its_name_and_enter_goes_there(desk: Desk) -> None:
    dialog = opened(desk, "GRENSEV")
    first = dialog.found[0]
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert (first.kind, first.title) == ("Side", "Grensevokting")
    assert window_of(desk).current_key == first.page == "gatekeeping"


def test_arrow_keys_move_over_headings_while_the_cursor_stays(desk: Desk) -> None:
    dialog = opened(desk, "lese")
    headings = [place for place, row in enumerate(dialog.rows.rows) if row.heading]
    assert headings
    steps = [dialog.list.currentIndex().row()]
    for _ in dialog.rows.rows:
        QTest.keyClick(dialog.typed, Qt.Key.Key_Down)
        steps.append(dialog.list.currentIndex().row())
    assert not {*headings} & {*steps}
    assert steps[-1] == len(dialog.rows.rows) - 1
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        QTest.keyClick(dialog.typed, key)
    assert dialog.list.currentIndex().row() == steps[0]
    assert dialog.typed.hasFocus()


def test_a_hit_says_state_day_and_what_comes_and_is_read_aloud_whole(desk: Desk) -> None:
    dialog = opened(desk, "hva bestemte vi om leseløftet?")
    first = dialog.found[0]
    assert (first.title, first.state, first.day) == ("Leseløftet <b>nå</b>", "Parkert", "1. oktober 2026")
    assert first.coming == "ses på igjen 15. januar 2027"
    spoken = dialog.rows.data(dialog.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Leseløftet <b>nå</b> · Innspill · Parkert 1. oktober 2026 · ses på igjen 15. januar 2027"


def test_what_somebody_wrote_is_found_once_for_each_place_it_leads_to(desk: Desk) -> None:
    entries = [one for one in opened(desk, "lese").found if one.record]
    assert [one.record for one in entries if one.page == "gatekeeping"] == ["g"]


def test_the_next_meeting_is_the_first_hit(desk: Desk) -> None:
    for key, day in (("past", "2026-11-02"), ("late", "2027-02-01"), ("next", "2026-11-24")):
        desk.workspace.add(Meeting(key, what=f"Møte {key}", day=day, start="14:30"))
    first = opened(desk, "neste møte").found[0]
    assert first.record == "next"
    assert first.day == "tirsdag 24. november 2026 kl. 14.30"


@pytest.mark.parametrize(
    ("typed", "title", "kind"),
    [
        ("styringsgruppe", "Møtenotat til styringsgruppen", "Dokument"),
        ("styringsgrupen", "Møtenotat til styringsgruppen", "Dokument"),
        ("kjernekomponenter", "Kjernekomponenter", "Retning"),
        ("oppfølging", "Oppfølging", "Møter"),
        ("skriv ut", "Skriv ut et dokument", "Gjør"),
        ("ny avgjørelse", "Ny avgjørelse", "Gjør"),
        ("nytt møte", "Nytt møte", "Gjør"),
        ("mørkt", "Mørke farger", "Gjør"),
        ("angre", "Angre den siste endringen", "Gjør"),
        ("nynorsk", "Språk: Nynorsk", "Gjør"),
        ("fase 2", "2 Retning og rigging", "Side"),
    ],
)
def test_tools_documents_and_acts_are_found_by_name(desk: Desk, typed: str, title: str, kind: str) -> None:
    found = [(one.title, one.kind) for one in opened(desk, typed).found[:3]]
    assert [one for one in found if one[1] == kind and (one[0] == title or kind == "Side")], found


def test_a_document_is_opened_and_not_only_its_page(desk: Desk) -> None:
    dialog = opened(desk, "styringsgruppe")
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    page = window_of(desk).page("documents")
    assert isinstance(page, DocumentsPage)
    assert page.panel is not None
    assert page.list.open_id == "steering_brief"


def test_an_act_is_done_with_enter(desk: Desk) -> None:
    entry = desk.workspace.add(GateEntry("extra", what="Noe nytt"))
    dialog = opened(desk, "angre")
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert desk.school.find(entry.id) is None


def test_what_is_found_nowhere_can_be_made_but_not_with_one_enter(desk: Desk) -> None:
    window_of(desk).go("overview", "")
    dialog = opened(desk, "xyzzy og kaker")
    assert "Fant ingenting. Prøv med færre bokstaver." in said_on(dialog)
    offers = [one.title for one in dialog.found]
    assert {"Ny avgjørelse: xyzzy og kaker", "Nytt innspill: xyzzy og kaker", "Nytt møte: xyzzy og kaker"} <= {*offers}
    assert not any("person" in one.lower() for one in offers), "a name is not kept by mistake"
    assert dialog.chosen is None
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert window_of(desk).current_key == "overview"
    for _ in range([one.startswith("Ny avgjørelse") for one in offers].index(True)):
        chosen_before = dialog.list.currentIndex().row()
        QTest.keyClick(dialog.typed, Qt.Key.Key_Down)
        assert dialog.list.currentIndex().row() == min(chosen_before + 1, len(offers) - 1)
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    (made,) = desk.school.of(Decision)
    assert made.what == "xyzzy og kaker"
    assert window_of(desk).current_key == "meetings"
    window_of(desk).undo()
    assert desk.school.of(Decision) == ()


def test_nothing_is_offered_to_be_made_in_the_school_of_a_colleague(with_example: Fosdesk) -> None:
    own = desk_of(with_example)
    with_example.open_school(own.school.id)
    window = with_example.school_window(own.school.id)
    assert window is not None
    assert window.desk is not None
    dialog = opened(window.desk, "xyzzy og kaker")
    assert dialog.found == []
    assert "Fant ingenting. Prøv med færre bokstaver." in said_on(dialog)
    dialog.typed.setText("angre")
    assert [one for one in dialog.found if one.kind == "Gjør"] == []
    dialog.typed.setText("skriv ut")
    assert dialog.found[0].title == "Skriv ut et dokument"


def test_private_things_are_found_only_when_asked_for_each_time(desk: Desk) -> None:
    desk.workspace.add(Person("p", name="Turid Testad"))
    desk.workspace.add(Reflection("reflection:F1-1", text="Vi tviler på kvernsteinen"))
    for typed, record in (("Turid", "p"), ("kvernsteinen", "reflection:F1-1")):
        dialog = opened(desk, typed)
        assert not [one for one in dialog.found if one.record]
        private(dialog)
        assert dialog.private.isChecked()
        assert [one.record for one in dialog.found if one.record][:1] == [record]
        private(dialog)
        assert not [one for one in dialog.found if one.record]
        dialog.private.setChecked(True)
        dialog.reject()
        assert not opened(desk).private.isChecked()


def test_whoever_is_shielded_is_not_found(desk: Desk) -> None:
    desk.workspace.add(Person("p", name="Turid Testad"))
    dialog = opened(desk, "Turid")
    private(dialog)
    assert [one.record for one in dialog.found] == ["p"]
    dialog.reject()
    desk.workspace.add(Restriction("restriction:p", person="p", reason="", since=""))
    dialog = opened(desk, "Turid")
    private(dialog)
    assert not [one for one in dialog.found if one.record]


def test_what_is_written_is_found_while_the_dialog_is_open(desk: Desk) -> None:
    dialog = opened(desk, "kvernstein")
    assert not [one for one in dialog.found if one.record]
    desk.workspace.add(GateEntry("k", what="Kvernstein"))
    building = dialog._search_desk.records
    while not building.is_whole:
        QApplication.processEvents()
    assert [one.record for one in dialog.found if one.record] == ["k"]


def test_every_part_can_be_reached_and_says_what_it_is(desk: Desk) -> None:
    dialog = opened(desk, "lese")
    take_cursor(dialog.typed)
    seen = []
    for _ in range(4):
        there = QApplication.focusWidget()
        assert there is not None
        QTest.keyClick(there, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert {dialog.list, dialog.private} <= {*seen}
    assert dialog.list.accessibleName() == "Dette ble funnet"
    assert dialog.private.text() == "Ta med private notater og personer (Ctrl+P)"


@pytest.mark.parametrize(("theme", "size"), [("light", 100), ("dark", 150)])
def test_rows_are_painted_in_each_look(started: Start, theme: str, size: int) -> None:
    program = started()
    first = program.window
    assert isinstance(first.alone, FirstStartPage)
    program.settings.change(theme=theme, text_size=size)
    first.alone.start_school()
    desk = desk_of(program)
    desk.workspace.add(GateEntry("g", what="Leksefri", decision="parked", signed="2026-10-01", reason="Lekser " * 60))
    dialog = opened(desk, "lekser")
    picture = dialog.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(60, 200, 2)}
    assert desk.theme.colour("accent_faint").name() in colours
    assert len(colours) > 20
