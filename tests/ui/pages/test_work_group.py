"""The work group page, in the real window: what a leadership team does there, and what it sees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Privacy, Record, fields_of
from fosdesk.domain.privacy import Audience, may_show
from fosdesk.domain.records import (
    CriticalVoice,
    ExistingGroup,
    Membership,
    Partner,
    Person,
    Seat,
    SeatHolder,
    WorkGroup,
)
from fosdesk.figures.coverage import seat_state
from fosdesk.ui.desk import Desk
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.pages.work_group import WorkGroupPage
from fosdesk.ui.widgets.fields_panel import FieldsPanel
from fosdesk.ui.widgets.group_parts import GroupsPart, MandatePart, PartnersPart, PeoplePart, SeatsPart
from fosdesk.ui.widgets.people_list import PersonPanel
from fosdesk.ui.widgets.seat_view import SeatPanel
from tests.reading import words_on


def page_of(program: Fosdesk) -> WorkGroupPage:
    """The page, shown."""
    program.window.go("work_group", "")
    page = program.window.page("work_group")
    assert isinstance(page, WorkGroupPage)
    return page


def desk_of(program: Fosdesk) -> Desk:
    """What the pages are handed."""
    assert program.window.desk is not None
    return program.window.desk


def people_of(page: WorkGroupPage) -> PeoplePart:
    """The part with members and candidates, shown."""
    page.tabs.show_tab("people")
    part = page.part("people")
    assert isinstance(part, PeoplePart)
    return part


def type_into(editor: FieldEditor, typed: str) -> None:
    """Write over what stands there, and leave the field."""
    widget = as_widget(editor.editor)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, typed)
    editor.commit()


def choose(editor: FieldEditor, value: str) -> None:
    """Pick one answer of a closed list."""
    editor.editor.show_value(value)
    editor.commit()


def tick(editor: FieldEditor) -> None:
    """Click a box."""
    assert isinstance(editor.editor, QCheckBox)
    editor.editor.click()


def said_on(widget: QWidget) -> str:
    """All words that can be read on a widget."""
    return "\n".join(words_on(widget))


def opened(part: PeoplePart, person_id: str) -> PersonPanel:
    """The panel of one person, opened by a click on the row."""
    QTest.mouseClick(part.list.row(person_id).line, Qt.MouseButton.LeftButton)
    assert isinstance(part.list.panel, PersonPanel)
    return part.list.panel


def add(page: WorkGroupPage, role: str, name: str = "", *, candidate: bool = False) -> Person:
    """Add somebody through the line at the top."""
    part = people_of(page)
    before = {p.id for p in page.desk.school.of(Person)}
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    part.line.role.show_value(role)
    part.line.name.setText(name)
    QTest.mouseClick(part.line.candidate if candidate else part.line.member, Qt.MouseButton.LeftButton)
    (made,) = [p for p in page.desk.school.of(Person) if p.id not in before]
    return made


def part_of(desk: Desk, person: Person) -> Membership:
    """The only part a person has in the group."""
    (found,) = [m for m in desk.school.of(Membership) if m.person == person.id]
    return found


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
    assert any(words.startswith(role) for words in words_on(part.list.row(made.id)))
    assert desk.words("leads the group") in said_on(part.list.row(made.id))
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
    QTest.keyClicks(line.name, "Berit 12345678901")
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    assert [p.name for p in desk.school.of(Person)] == ["Berit 12345678901"]
    warning = desk.words("This looks like a personal identity number. Please leave it out here.")
    assert warning in words_on(line)


def test_a_candidate_becomes_a_member_in_one_click_and_can_leave(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    made = add(page, "teacher", "Aud", candidate=True)
    assert part_of(desk, made).standing == "candidate"
    assert desk.words("Candidates") in said_on(part.list)
    QTest.mouseClick(part.list.row(made.id).act, Qt.MouseButton.LeftButton)
    assert (part_of(desk, made).standing, part_of(desk, made).since) == ("member", "2026-11-23")
    assert desk.words("Candidates") not in said_on(part.list)
    assert not part.list.row(made.id).act.isVisible()

    panel = opened(part, made.id)
    QTest.mouseClick(panel.standing.chip("former"), Qt.MouseButton.LeftButton)
    assert (part_of(desk, made).standing, part_of(desk, made).until) == ("former", "2026-11-23")
    assert desk.words("Former members") in said_on(part.list)
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
    assert mandate.leader_box.isVisible()


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
    assert part.list.panel is None
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


# -- seats


def seats_of(page: WorkGroupPage) -> SeatsPart:
    """The part with the seats, shown."""
    page.tabs.show_tab("seats")
    part = page.part("seats")
    assert isinstance(part, SeatsPart)
    return part


def seat_panel(part: SeatsPart, seat: str) -> SeatPanel:
    """The panel of one seat, opened by a click on the row."""
    QTest.mouseClick(part.list.row(seat).line, Qt.MouseButton.LeftButton)
    assert isinstance(part.list.panel, SeatPanel)
    return part.list.panel


def test_a_seat_is_filled_from_the_people_there_are(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    aud = add(page, "teacher", "Aud")
    add(page, "fau", "Even", candidate=True)
    part = seats_of(page)
    panel = seat_panel(part, "camps")
    assert panel.holders is not None
    panel.holders.choose.setCurrentIndex(panel.holders.choose.findData(aud.id))
    panel.holders.choose.activated.emit(panel.holders.choose.currentIndex())
    assert [(h.seat, h.person) for h in desk.school.of(SeatHolder)] == [("camps", aud.id)]
    assert "Aud" in said_on(part.list.row("camps"))
    assert seat_state("filled", desk.words) in said_on(part.list.row("camps"))
    assert f"{desk.words('Different camps')}: {seat_state('filled', desk.words)}" in part.coverage.accessibleName()
    (out,) = [w for w in panel.holders.findChildren(QWidget) if w.accessibleName().startswith(out_of(desk, "Aud"))]
    QTest.mouseClick(out, Qt.MouseButton.LeftButton)
    assert desk.school.of(SeatHolder) == ()

    # a role fills its seat by itself
    assert "Aud" in said_on(part.list.row("teachers"))


def out_of(desk: Desk, name: str) -> str:
    """What the button that takes somebody out of a seat is called."""
    return desk.words("Take {name} out of the seat", name=name)


def test_yes_no_and_later_are_all_complete_answers(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = seats_of(page)
    panel = seat_panel(part, "fau")
    QTest.mouseClick(panel.considered.chip("no"), Qt.MouseButton.LeftButton)
    type_into(panel.reason, "De får egne treffpunkt.")
    assert desk.school.get(Seat, "seat:fau") == Seat("seat:fau", "no", "De får egne treffpunkt.")
    row = said_on(part.list.row("fau"))
    assert seat_state("declined", desk.words) in row
    assert "De får egne treffpunkt." in row
    assert "%" not in said_on(page)


def test_the_critical_voice_is_decided_openly_and_held_privately(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    aud = add(page, "teacher", "Aud")
    part = seats_of(page)
    panel = seat_panel(part, "critical_voice")
    QTest.mouseClick(panel.considered.chip("yes"), Qt.MouseButton.LeftButton)
    type_into(panel.reason, "Rollen går på omgang.")
    assert desk.school.get(Seat, "seat:critical_voice").considered == "yes"
    assert desk.school.of(CriticalVoice) == (), "the decision is complete without anybody"
    assert may_show(fields_of(Seat)["considered"], Audience.NETWORK)
    assert may_show(fields_of(Seat)["reason"], Audience.NETWORK)

    assert panel.voices is not None
    assert desk.words("only for the leadership team") in said_on(panel.voices)
    QTest.mouseClick(panel.voices.new, Qt.MouseButton.LeftButton)
    (form,) = panel.voices.forms.values()
    choose(form.editors["person"], aud.id)
    type_into(form.editors["until"], "19.6.2027")
    (voice,) = desk.school.of(CriticalVoice)
    assert (voice.person, voice.since, voice.until) == (aud.id, "2026-11-23", "2027-06-19")
    for name in fields_of(CriticalVoice):
        for audience in Audience:
            assert not may_show(fields_of(CriticalVoice)[name], audience)
    assert desk.school.of(SeatHolder) == ()
    assert "Aud" not in said_on(part.list.row("critical_voice")), "the row says that it is filled, never by whom"
    page.tabs.show_tab("people")
    people = people_of(page)
    assert desk.words("Critical voice («sceptic»)") not in said_on(people)


def test_whom_the_unions_appointed_is_kept_as_a_private_answer(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    aud = add(page, "teacher", "Aud")
    part = seats_of(page)
    panel = seat_panel(part, "union")
    assert desk.framework.warning("W14").says() in words_on(panel)
    assert panel.holders is not None
    panel.holders.choose.setCurrentIndex(panel.holders.choose.findData(aud.id))
    panel.holders.choose.activated.emit(panel.holders.choose.currentIndex())
    assert part_of(desk, aud).union_appointed
    assert desk.school.of(SeatHolder) == ()
    assert "Aud" not in said_on(part.list.row("union"))
    assert desk.framework.warning("W14").says() in page.advice.sentences
    teachers = seat_panel(part, "teachers")
    assert out_of(desk, "Aud") not in said_on(teachers)


# -- mandate, groups and partners


def test_the_mandate_is_written_and_the_size_is_told(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    for name in ("Aud", "Per"):
        add(page, "teacher", name)
    page.tabs.show_tab("mandate")
    part = page.part("mandate")
    assert isinstance(part, MandatePart)
    type_into(part.editors["mandate"], "Gruppen foreslår, rektor avgjør.")
    type_into(part.editors["size_reason"], "To er få, men vi begynner slik.")
    type_into(part.editors["union_dialogue"], "Drøftet i dag.")
    kept = desk.school.get(WorkGroup, "work_group")
    assert kept.mandate == "Gruppen foreslår, rektor avgjør."
    assert kept.size_reason == "To er få, men vi begynner slik."
    assert kept.union_dialogue == "Drøftet i dag."
    said = desk.words.plural("There is {n} in the group now", "There are {n} in the group now", 2)
    assert f"{said}." in words_on(part)


def test_a_group_that_gives_time_shows_in_the_list(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    page.tabs.show_tab("groups")
    part = page.part("groups")
    assert isinstance(part, GroupsPart)
    chip = part.chips.findChildren(QWidget)[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert isinstance(part.list.panel, FieldsPanel)
    choose(part.list.panel.editors["decision"], "gives_time")
    type_into(part.list.panel.editors["freed"], "1:30")
    (group,) = desk.school.of(ExistingGroup)
    assert (group.name, group.decision, group.freed) == (desk.words("Plan group"), "gives_time", 90)
    row = said_on(part.list.row(group.id))
    assert desk.words("frees {time} each semester", time=desk.words.minutes(90)) in row
    assert desk.words("Gives up some time") in row
    assert not part.chips.isVisible()


def test_partners_with_their_touchpoints(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    page.tabs.show_tab("partners")
    part = page.part("partners")
    assert isinstance(part, PartnersPart)
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert isinstance(part.list.panel, FieldsPanel)
    type_into(part.list.panel.editors["name"], "Kysthøgskolen")
    choose(part.list.panel.editors["kind"], "university")
    choose(part.list.panel.editors["mode"], "close")
    type_into(part.list.panel.editors["touchpoints"], "Hver femte torsdag")
    type_into(part.list.panel.editors["withdraws"], "16.6.2028")
    (partner,) = desk.school.of(Partner)
    assert (partner.name, partner.kind, partner.mode, partner.withdraws) == (
        "Kysthøgskolen",
        "university",
        "close",
        "2028-06-16",
    )
    assert "Hver femte torsdag" in said_on(part.list.row(partner.id))


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
        assert isinstance(shown, PeoplePart | SeatsPart | GroupsPart | PartnersPart)
        assert shown.list.panel is not None


def test_tab_goes_the_way_the_eye_goes(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school)
    part = people_of(page)
    for name in ("Per", "Aud"):
        add(page, "teacher", name)
    QApplication.processEvents()
    page.main.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(14):
        QTest.keyClick(fresh_school.window, Qt.Key.Key_Tab)
        seen.append(fresh_school.window.focusWidget())
    wanted = [
        page.tabs.name_of("people"),
        part.line.role,
        part.line.name,
        part.line.member,
        part.line.candidate,
        *(part.list.row(i).line for i in part.list.shown_ids),
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
    panel.commit()
    assert desk.school.get(Person, aud.id).name == "Aud Marie"


def test_markup_and_long_names_are_shown_as_they_stand(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = people_of(page)
    made = add(page, "teacher", "<b>Å&amp;se</b> 🦘")
    assert made.name == "<b>Å&amp;se</b> 🦘"
    assert "<b>Å&amp;se</b> 🦘" in said_on(part.list.row(made.id))
    panel = opened(part, made.id)
    as_widget(panel.editors["name"].editor).setText("x" * 200_001)  # type: ignore[attr-defined]
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
    assert not any(f"{name}." in shown for name in former), "those who have left wait behind a button"
