"""The work group page, in the real window: what a leadership team does there, and what it sees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Privacy, Record, fields_of
from fosdesk.domain.records import (
    Camp,
    CriticalVoice,
    ExistingGroup,
    Membership,
    Partner,
    Person,
    Seat,
    SeatHolder,
    WorkGroup,
)
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.work_group.group_parts import MandatePart, PeoplePart, SeatsPart
from fosdesk.ui.work_group.people_list import PeopleList
from tests.reading import words_on
from tests.ui.acts import desk_of, said_on, wait_until
from tests.ui.hands import (
    add,
    headings,
    opened,
    page_of,
    part_of,
    people_of,
    row_of,
    seat_panel,
    seats_of,
    tick,
    type_into,
)

# -- people


def test_a_role_is_enough_to_add_somebody(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    assert part.line.isVisible(), "an empty group begins with the line to add somebody"
    made = add(page, "principal")
    assert (made.role, made.name) == ("principal", "")
    assert part_of(desk, made).standing == "member"
    assert part_of(desk, made).since == "2026-11-23"
    assert part_of(desk, made).leads, "a principal who joins leads the group"
    role = desk.words("Principal")
    assert row_of(part, made.id).startswith(role)
    assert desk.words("leads the group") in row_of(part, made.id)
    fresh_school.window.undo()
    assert desk.school.of(Person) == ()
    assert desk.school.of(Membership) == (), "one undo takes back the person and the part in the group"


def test_nothing_at_all_is_met_with_a_kind_word(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    line = people_of(page).line
    QTest.mouseClick(line.member, Qt.MouseButton.LeftButton)
    assert desk.school.of(Person) == ()
    assert desk.words("Choose a role first. A name is not needed.") in words_on(line)
    line.name.setFocus()
    QTest.keyClicks(line.name, "Berit 010190 12345")
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    assert [p.name for p in desk.school.of(Person)] == ["Berit 010190 12345"]
    warning = desk.words("This looks like a personal identity number. Please leave it out here.")
    assert warning in words_on(line)


def test_a_candidate_becomes_a_member_in_one_click_and_can_leave(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    made = add(page, "teacher", "Aud", candidate=True)
    assert part_of(desk, made).standing == "candidate"
    assert headings(part) == [desk.words("Candidates")]
    panel = opened(part, made.id)
    QTest.mouseClick(panel.standing.chip("member"), Qt.MouseButton.LeftButton)
    assert (part_of(desk, made).standing, part_of(desk, made).since) == ("member", "2026-11-23")
    assert headings(part) == [desk.words("Members")]
    QTest.mouseClick(panel.standing.chip("former"), Qt.MouseButton.LeftButton)
    assert (part_of(desk, made).standing, part_of(desk, made).until) == ("former", "2026-11-23")
    assert headings(part) == [desk.words("Former members")]
    QTest.mouseClick(panel.standing.chip("member"), Qt.MouseButton.LeftButton)
    assert (part_of(desk, made).standing, part_of(desk, made).until) == ("member", "")


def test_several_are_added_one_after_the_other(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    line = people_of(page).line
    line.role.show_value("teacher")
    line.name.setFocus()
    for name in ("Aud", "Per", "Kim"):
        QTest.keyClicks(line.name, name)
        QTest.keyClick(line.name, Qt.Key.Key_Return)
    assert [(p.name, p.role) for p in desk.school.of(Person)] == [(n, "teacher") for n in ("Aud", "Per", "Kim")]
    assert line.name.text() == ""


def test_another_leader_is_asked_kindly_for_a_reason_and_never_stopped(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    add(page, "principal", "Rita")
    deputy = add(page, "leadership", "Dag")
    panel = opened(part, deputy.id)
    assert not panel.leader_question.isVisible()
    tick(panel.editors["leads"])
    assert not panel.leader_question.isVisible(), "two who lead together, one of them the principal, need no reason"
    (principal,) = [p for p in desk.school.of(Person) if p.role == "principal"]
    rita = part_of(desk, principal)
    desk.workspace.commit(rita, Membership(rita.id, rita.person, rita.standing, False, rita.mode, rita.since))
    assert part_of(desk, deputy).leads
    assert panel.leader_question.isVisible()
    assert page.advice.sentences == [desk.framework.warning("W6").says(alternative=True)]
    type_into(panel.leader_reason, "Rektor er ny, og Dag kjenner gruppen.")
    assert desk.school.get(WorkGroup, "work_group").leader_reason == "Rektor er ny, og Dag kjenner gruppen."
    assert page.advice.sentences == [], "a reason is a complete answer"

    page.tabs.show_tab("mandate")
    mandate = page.part("mandate")
    assert isinstance(mandate, MandatePart)
    assert mandate.leader.text() == "Dag"
    assert mandate.editors["leader_reason"].isVisible()


def test_notes_on_candidates_are_private_and_stand_apart(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    made = add(page, "teacher", "Aud", candidate=True)
    panel = opened(part, made.id)
    type_into(panel.editors["motivation"], "Vil gjerne.")
    type_into(panel.editors["position"], "Mange spør henne.")
    tick(panel.editors["union_appointed"])
    kept = part_of(desk, made)
    assert (kept.motivation, kept.position, kept.union_appointed) == ("Vil gjerne.", "Mange spør henne.", True)
    assert desk.words("only for the leadership team") in said_on(panel)
    assert desk.framework.warning("W11").says() in words_on(panel)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not part.list.is_open
    assert "Vil gjerne." not in said_on(page), "a closed row tells nothing of them"
    for name in ("motivation", "position", "union_appointed"):
        assert fields_of(Membership)[name].privacy is Privacy.PRIVATE


def test_dates_out_of_order_are_kept_with_a_kind_word(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    made = add(page, "teacher", "Aud")
    panel = opened(part, made.id)
    type_into(panel.editors["until"], "1.2.2020")
    assert part_of(desk, made).until == "2020-02-01"
    sentence = desk.words("This date comes before “{other}”. That is fine if it is meant so.", other=desk.words("From"))
    assert sentence in words_on(panel)


def test_deleting_somebody_leaves_no_private_note_behind(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    made = add(page, "teacher", "Aud")
    desk.workspace.add(CriticalVoice(person=made.id, note="Modig"))
    desk.workspace.add(SeatHolder(seat="camps", person=made.id))
    panel = opened(part, made.id)
    QTest.mouseClick(panel.delete, Qt.MouseButton.LeftButton)
    for kind in (Person, Membership, CriticalVoice, SeatHolder):
        assert desk.school.of(kind) == ()
    assert part.list.panel is None
    fresh_school.window.undo()
    assert len(desk.school.of(Membership)) == len(desk.school.of(CriticalVoice)) == 1


def test_a_candidate_becomes_a_member_on_the_board_by_one_key(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    made = add(page, "assistant", "Aud", candidate=True)
    assert isinstance(part.list, PeopleList)
    part.list.show_view("board")
    lanes = part.list.lanes
    assert lanes is not None
    assert [lane.title for lane in lanes.slots.columns] == [
        desk.words(title) for title in ("Others we have noted", "Members", "Candidates", "Former members")
    ]
    lanes.setFocus()
    lanes.show_record(made.id)
    QTest.keyClick(lanes, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (part_of(desk, made).standing, part_of(desk, made).since) == ("member", "2026-11-23")
    fresh_school.window.undo()
    assert part_of(desk, made).standing == "candidate"


def test_a_column_of_the_board_asks_for_somebody_of_its_own(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    assert isinstance(part.list, PeopleList)
    add(page, "principal")
    part.list.show_view("board")
    for column, standing in ((2, "candidate"), (1, "member")):
        part.list._begin_in(0, column, "")
        part.line.role.show_value("assistant")
        QTest.keyClicks(part.line.name, standing)
        QTest.keyClick(part.line.name, Qt.Key.Key_Return)
        made = next(one for one in desk.school.of(Person) if one.name == standing)
        assert part_of(desk, made).standing == standing


def test_a_staff_list_is_pasted_and_several_become_candidates_at_once(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    QApplication.clipboard().setText("Navn\tRolle\nAud\tLærer\nPer\tAssistent\nSiv\tRektor\n")
    QTest.mouseClick(part.list.paste, Qt.MouseButton.LeftButton)
    wait_until(lambda: part.list.pasting.dialog is not None)
    assert part.list.pasting.dialog is not None
    QTest.mouseClick(part.list.pasting.dialog.make, Qt.MouseButton.LeftButton)
    wait_until(lambda: len(desk.school.of(Person)) == 3)
    people = {one.name: one for one in desk.school.of(Person)}
    assert {name: one.role for name, one in people.items()} == {
        "Aud": "teacher",
        "Per": "assistant",
        "Siv": "principal",
    }
    part.list.acts.set_choice([people["Aud"].id, people["Per"].id], "standing", "candidate")
    assert {part_of(desk, people[name]).standing for name in ("Aud", "Per")} == {"candidate"}
    part.list.wanted.setText("assistent")
    assert part.list.shown_ids == [people["Per"].id], "found by the role, though nobody named it"
    part.list.acts.remove([people["Per"].id])
    assert len(desk.school.of(Membership)) == 1, "the part in the group goes with the person"


def test_the_voices_that_are_not_heard_are_told_without_naming_anybody(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    add(page, "teacher", "Aud")
    desk.workspace.add(Camp(name="De som har sett satsinger komme og gå", who="Per"))
    said = part.unheard.text()
    assert desk.words("Assistants and skilled workers") in said
    assert "De som har sett satsinger" in said
    assert f"{desk.words('Teachers')}," not in said
    assert "Per" not in said


# -- the page as a whole


@pytest.mark.parametrize(
    ("record", "tab"),
    [
        (Person(id="p1", name="Aud"), "people"),
        (Membership(id="m1", person="p0", standing="former"), "people"),
        (Seat(id="seat:fau", considered="no"), "seats"),
        (SeatHolder(id="h1", seat="camps", person="p0"), "seats"),
        (CriticalVoice(id="v1", person="p0"), "seats"),
        (WorkGroup(id="work_group", mandate="Foreslår"), "mandate"),
        (ExistingGroup(id="g1", name="Plangruppen"), "groups"),
        (Partner(id="o1", name="PPT"), "partners"),
    ],
)
def test_search_leads_to_the_record_itself(fresh_school: Fosdesk, record: Record, tab: str) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    desk.workspace.commit_all([(None, Person(id="p0", name="Per")), (None, record)])
    fresh_school.window.go("work_group", record.id)
    assert page.tabs.key == tab
    assert page.tabs.name_of(tab).isChecked()
    shown = page.part(tab)
    if not isinstance(shown, MandatePart):
        assert isinstance(shown, PeoplePart | SeatsPart | NounPart)
        assert shown.list.panel is not None


def test_tab_goes_the_way_the_eye_goes(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school)
    part = people_of(page)
    for name in ("Per", "Aud"):
        add(page, "teacher", name)
    QApplication.processEvents()
    page.main.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(18):
        QTest.keyClick(fresh_school.window, Qt.Key.Key_Tab)
        seen.append(fresh_school.window.focusWidget())
    wanted = [
        page.tabs.name_of("people"),
        part.line.role,
        part.line.name,
        part.line.member,
        part.line.candidate,
        part.list.paste,
        part.list.table,
    ]
    assert [w for w in seen if w in wanted][: len(wanted)] == wanted


def test_a_panel_stays_open_while_others_change_things(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    aud = add(page, "teacher", "Aud")
    panel = opened(part, aud.id)
    name = as_widget(panel.editors["name"].editor)
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, " Marie")
    desk.workspace.add(Partner(name="PPT"))
    desk.workspace.commit(part_of(desk, aud), Membership(part_of(desk, aud).id, aud.id, "candidate"))
    assert part.list.panel is panel
    assert panel.editors["name"].editor.dirty, "what is being typed is left alone"
    assert fresh_school.window.focusWidget() is name
    assert desk.release(panel)
    assert desk.school.get(Person, aud.id).name == "Aud Marie"


def test_markup_and_long_names_are_shown_as_they_stand(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    made = add(page, "teacher", "<b>Å&amp;se</b> 🦘")
    assert made.name == "<b>Å&amp;se</b> 🦘"
    assert "<b>Å&amp;se</b> 🦘" in row_of(part, made.id)
    panel = opened(part, made.id)
    name = as_widget(panel.editors["name"].editor)
    QApplication.clipboard().setText("x" * 200_001)
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    panel.editors["name"].commit()
    assert desk.school.get(Person, made.id).name == "<b>Å&amp;se</b> 🦘"
    assert "200" in said_on(panel)


def test_a_colleagues_school_shows_no_act_and_no_private_box(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    desk.workspace.read_only = True
    page = page_of(with_example)
    part = people_of(page)
    assert not page.main.isVisible()
    panel = opened(part, part.list.shown_ids[0])
    assert not panel.delete.isVisible()
    assert not any(e.isVisible() for e in (panel.editors["motivation"], panel.editors["union_appointed"]))
    seats = seats_of(page)
    voice = seat_panel(seats, "critical_voice")
    assert voice.voices is not None
    assert not voice.voices.isVisible()


def test_the_example_school_fills_every_part(with_example: Fosdesk) -> None:
    page, desk = page_of(with_example), desk_of(with_example)
    for key in ("people", "seats", "mandate", "groups", "partners"):
        page.tabs.show_tab(key)
        assert page.part(key).isVisible()
        assert len(said_on(page.part(key))) > 200
    names = {p.name for p in desk.school.of(Person)}
    page.tabs.show_tab("people")
    shown = said_on(page.part("people"))
    former = {desk.school.get(Person, m.person).name for m in desk.school.of(Membership) if m.standing == "former"}
    assert all(name in shown for name in names - former)
    assert not any(f"{name}." in shown for name in former), "those who have left wait under a folded heading"
