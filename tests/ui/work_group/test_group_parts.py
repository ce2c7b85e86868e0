"""Seats, mandate, groups and partners of the work group, in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.app import Fosdesk
from fosdesk.display.figures.coverage_figure import seat_state
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import (
    CriticalVoice,
    ExistingGroup,
    Partner,
    Seat,
    SeatHolder,
    WorkGroup,
)
from fosdesk.privacy.audience import Audience, may_show
from fosdesk.ui.lists.listing import FINISHED
from fosdesk.ui.work_group.group_parts import MandatePart
from tests.reading import words_on
from tests.ui.acts import desk_of, has_button, press, said_on, settle
from tests.ui.hands import (
    add,
    choose,
    out_of,
    page_of,
    part_of,
    people_of,
    row_of,
    seat_panel,
    seats_of,
    type_into,
)
from tests.ui.noun_lists import ShownList

# -- seats


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
    assert "Aud" in row_of(part, "seat:camps")
    assert seat_state("filled", desk.words) in row_of(part, "seat:camps")
    assert f"{desk.words('Different camps')}: {seat_state('filled', desk.words)}" in part.coverage.accessibleName()
    (out,) = [w for w in panel.holders.findChildren(QWidget) if w.accessibleName().startswith(out_of(desk, "Aud"))]
    QTest.mouseClick(out, Qt.MouseButton.LeftButton)
    assert desk.school.of(SeatHolder) == ()

    # a role fills its seat by itself
    assert "Aud" in row_of(part, "seat:teachers")


def test_yes_no_and_later_are_all_complete_answers(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = seats_of(page)
    panel = seat_panel(part, "fau")
    QTest.mouseClick(panel.considered.chip("no"), Qt.MouseButton.LeftButton)
    type_into(panel.reason, "De får egne treffpunkt.")
    assert desk.school.get(Seat, "seat:fau") == Seat("seat:fau", "no", "De får egne treffpunkt.")
    row = row_of(part, "seat:fau")
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
    assert "Aud" not in row_of(part, "seat:critical_voice"), "the row says that it is filled, never by whom"
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
    assert "Aud" not in row_of(part, "seat:union")
    desk.workspace.add(SeatHolder(seat="union", person=aud.id))  # as an older file may have it
    assert "Aud" not in row_of(part, "seat:union")
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
    shown = ShownList(fresh_school.window, "existing_group")
    desk, part = shown.desk, shown.part
    chip = part.starters.findChildren(QPushButton)[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    choose(shown.form.editors["decision"], "gives_time")
    type_into(shown.form.editors["freed"], "1:30")
    (group,) = desk.school.of(ExistingGroup)
    assert (group.name, group.decision, group.freed) == (desk.words("Plan group"), "gives_time", 90)
    row = [said for said in words_on(shown.table) if said]
    assert {desk.words("Plan group"), desk.words("Gives up some time"), desk.words.minutes(90)} <= set(row)
    assert not part.starters.isVisible()


def test_partners_with_their_touchpoints_and_those_who_have_withdrawn(fresh_school: Fosdesk) -> None:
    shown = ShownList(fresh_school.window, "partner")
    desk, form = shown.desk, shown.begin()
    type_into(form.editors["name"], "Kysthøgskolen")
    choose(form.editors["kind"], "university")
    choose(form.editors["mode"], "close")
    type_into(form.editors["touchpoints"], "Hver femte torsdag")
    type_into(form.editors["withdraws"], "16.6.2028")
    (partner,) = desk.school.of(Partner)
    assert (partner.name, partner.kind, partner.mode, partner.touchpoints, partner.withdraws) == (
        "Kysthøgskolen",
        "university",
        "close",
        "Hver femte torsdag",
        "2028-06-16",
    )
    assert shown.list.shown_ids == [partner.id], "a day to come leaves it among the others"
    type_into(form.editors["withdraws"], "20.11.2026")
    assert shown.list.listing.count_under(FINISHED) == 1
    assert any(desk.words("Have withdrawn") in said for said in words_on(shown.table))


def test_the_way_to_the_picture_of_time_is_there_once_a_group_is(fresh_school: Fosdesk) -> None:
    shown = ShownList(fresh_school.window, "existing_group")
    assert not has_button(shown.page, "Se hva det gir av tid"), "there is nothing to see"
    group = shown.desk.workspace.add(ExistingGroup(name="Plangruppa"))
    settle()
    press(shown.open(group.id), "Se hva det gir av tid")
    assert fresh_school.window.current_key == "time"
