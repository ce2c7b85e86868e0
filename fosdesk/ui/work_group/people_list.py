"""People of the work group: their list, and the form of one person with the part in the group."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.noun_words import choice_of, label_words, noun_one, option_words, options_words, seat_label
from fosdesk.display.people_in_group import (
    OPEN_SEATS,
    PEOPLE_IN_GROUP,
    PersonInGroup,
    membership_of,
    people_in_group,
    with_standing,
)
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import CriticalVoice, Membership, Person, SeatHolder, WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.rules import group_seats
from fosdesk.domain.school import School
from fosdesk.ui.controls.chips import ChipChoice, FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, framed, set_shown, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.list_acts import ListActs
from fosdesk.ui.lists.listing import Listing, group_key
from fosdesk.ui.lists.views.viewed_list import ViewedList
from fosdesk.words import Words
from fosdesk.workspace import new_id


def role_of(words: Words, person: Person) -> str:
    """The label of a person's role, with its note."""
    role = option_words(words, choice_of(Person, "role"), person.role)
    return ", ".join(part for part in (role, person.role_note) if part)


def called(words: Words, person: Person) -> str:
    """How to call a person: the name, or the role."""
    return person.name or role_of(words, person) or noun_one(words, noun_of(person))


def add_person(desk: Desk, *, role: str, name: str, standing: str) -> Person:
    """Create a person and a membership as one undo step; a principal leads, unless somebody does.

    Without a `standing`, only the person is created. FosdeskError when it cannot be stored.
    """
    person = Person(id=new_id(), name=name, role=role)
    if not standing:
        return desk.workspace.add(person)
    leads = role == "principal" and standing == "member" and not group_seats.leaders(desk.school, desk.day())
    blank = Membership(id=f"membership:{person.id}", person=person.id, mode="inside", leads=leads)
    desk.workspace.commit_all([(None, person), (None, with_standing(blank, standing, desk.day()))], "create")
    return person


def place(desk: Desk, part: Membership, standing: str) -> None:
    """Set a person's standing in the group; FosdeskError when it cannot be stored."""
    person_id = part.person or part.id.partition(":")[2]
    known = desk.school.find(part.id) is not None
    wanted = msgspec.structs.replace(with_standing(part, standing, desk.day()), person=person_id)
    desk.workspace.commit(part if known else None, wanted)


class PeopleActs(ListActs):
    """What is changed in a row is stored in the person, or in the part that they have in the group."""

    def __init__(self, desk: Desk, listing: Listing) -> None:
        super().__init__(desk, PEOPLE_IN_GROUP, listing)
        self._desk, self._listing = desk, listing
        self._rows: tuple[Sequence[Record], Mapping[str, Record]] = ((), {})

    def shown(self, record_id: str) -> Record | None:
        """The row of a person."""
        rows = self._listing.records
        if self._rows[0] is not rows:
            self._rows = rows, {one.id: one for one in rows}
        return self._rows[1].get(record_id)

    def stored(self, pairs: Sequence[tuple[Record, Record]]) -> Sequence[tuple[Record | None, Record]]:
        """The persons and parts behind some rows."""
        school, day = self._desk.school, self._desk.day()
        found: list[tuple[Record | None, Record]] = []
        for before, after in pairs:
            assert isinstance(before, PersonInGroup)
            assert isinstance(after, PersonInGroup)
            person, part = school.get(Person, before.id), membership_of(school, before.id)
            if (before.role, before.put_away) != (after.role, after.put_away):
                found.append((person, msgspec.structs.replace(person, role=after.role, put_away=after.put_away)))
            placed = msgspec.structs.replace(part, person=before.id, mode=after.mode)
            if before.standing != after.standing:
                placed = with_standing(placed, after.standing, day)
            if (before.standing, before.mode) != (after.standing, after.mode):
                found.append((part if school.find(part.id) is not None else None, placed))
        return found

    def removed(self, records: Sequence[Record]) -> Sequence[Record]:
        """Some people with all that refers to them, so that no private note is left."""
        return [one for record in records for one in with_what_points(self._desk.school, record)]


class PeopleList(ViewedList):
    """All people by their part in the group: as a list, or as a board on which a candidate becomes a member."""

    add_asked = Signal(str)  # with this part in the group

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, PEOPLE_IN_GROUP, noun_of(Person))
        self.nameless = self.listing.others = self.words("Others we have noted")
        self.listing.folded.add(group_key(self.words("Former members")))
        self.quick.hide()  # a person begins with the role, in the line above
        self.line_tools.first_row.insertStretch(0, 1)

    def records(self) -> Sequence[Record]:
        """A row for each person; those that say the same as before stay what they are, with what is known of them."""
        before = {one.id: one for one in self.listing.records}
        rows = people_in_group(self.words, self.desk.school, self.desk.day())
        return [before[one.id] if before.get(one.id) == one else one for one in rows]

    def make_acts(self) -> ListActs:
        """What stores a row in its person and part."""
        return PeopleActs(self.desk, self.listing)

    def _begin_in(self, number: int, column: int, typed: str) -> None:
        if not self.desk.read_only and self.desk.release(self):
            self.add_asked.emit(str(self._values_at(number, column)[self.noun.use.board]))

    def list_focus(self) -> QWidget:
        """The view that is shown, or the way to paste while there is nobody."""
        return self.paste if self.lanes is None and self.table.isHidden() else super().list_focus()

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> "PersonPanel":
        """The person with the part in the group."""
        return PersonPanel(self.desk, record_id, acts)


def with_what_points(school: School, person: Record) -> list[Record]:
    """A person, and all records that refer to them."""
    pointing: tuple[Membership | SeatHolder | CriticalVoice, ...] = (
        *school.of(Membership),
        *school.of(SeatHolder),
        *school.of(CriticalVoice),
    )
    return [person, *(one for one in pointing if one.person == person.id)]


class SeatChips(FlowBox):
    """The seats a person fills, as chips."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        super().__init__()
        self._desk, self._person = desk, person_id
        self._chips: dict[str, QPushButton] = {}
        for option in OPEN_SEATS:
            chip = button(seat_label(desk.words, option.key), "chip")
            chip.setCheckable(True)
            chip.setEnabled(not desk.read_only)
            chip.clicked.connect(lambda _=False, k=option.key: self._turn(k))
            self._chips[option.key] = chip
            self.add(chip)
        self.reload()

    def chip(self, seat: str) -> QPushButton:
        """The chip of one seat."""
        return self._chips[seat]

    def reload(self) -> None:
        """Show the stored seats."""
        held = {h.seat for h in self._desk.school.of(SeatHolder) if h.person == self._person}
        for key, chip in self._chips.items():
            chip.setChecked(key in held)

    def _turn(self, seat: str) -> None:
        held = [h for h in self._desk.school.of(SeatHolder) if h.person == self._person and h.seat == seat]
        workspace = self._desk.workspace
        self._desk.attempt(
            (lambda: workspace.delete(held))
            if held
            else (lambda: workspace.add(SeatHolder(seat=seat, person=self._person)))
        )
        self.reload()


class PersonPanel(QWidget):
    """Name, role, membership, seats, and the leadership team's private notes."""

    def __init__(self, desk: Desk, person_id: str, acts: Sequence[QPushButton] = ()) -> None:
        """`acts` are put at the foot."""
        super().__init__()
        self.desk, self.person_id = desk, person_id
        self._part_id = membership_of(desk.school, person_id).id
        words = desk.words
        self.editors: dict[str, FieldEditor] = {}
        layout = column(self, gap=12)
        layout.addWidget(self._pair("role", "name"))
        layout.addWidget(self._pair("role_note", "contact"))
        layout.addWidget(text(desk.framework.warning("W11").says(), "note"))

        standing, mode = choice_of(Membership, "standing"), choice_of(Membership, "mode")
        self.standing = ChipChoice(options_words(words, standing), name=label_words(words, standing))
        self.standing.chosen.connect(self._place)
        self.mode = ChipChoice(options_words(words, mode), name=label_words(words, mode))
        self.mode.chosen.connect(self._choose_mode)
        choices = SideBySide(desk.theme.px(560))
        for field, chips in ((standing, self.standing), (mode, self.mode)):
            chips.setEnabled(not desk.read_only)
            choices.add(_labelled(label_words(words, field), chips))
        layout.addWidget(choices)
        self._parts = QWidget()
        parts = column(self._parts, gap=12)
        parts.addWidget(self._pair("since", "until", record=Membership))
        parts.addWidget(self._editor("leads", Membership))
        parts.addWidget(self._leader_question())
        self.seats = SeatChips(desk, person_id)
        parts.addWidget(_labelled(words("Seats"), self.seats))
        self.by_role = text("", "note")
        parts.addWidget(self.by_role)
        parts.addWidget(self._private_notes())
        layout.addWidget(self._parts)
        foot = FlowBox(gap=8)
        history = button(words("History"), "text")
        history.clicked.connect(lambda: HistoryDialog(desk, person_id, self.window()).open())
        foot.add(history)
        self._part_history = button(words("History in the group"), "text")
        self._part_history.clicked.connect(lambda: HistoryDialog(desk, self._part_id, self.window()).open())
        foot.add(self._part_history)
        for act in acts:
            foot.add(act)
        self.delete = button(words("Delete"), "text")
        self.delete.clicked.connect(self._delete)
        set_shown(self.delete, not desk.read_only)
        foot.add(self.delete)
        layout.addWidget(foot)
        self._show()

    def _editor(self, name: str, record: type[Record] = Person, *, label: str | None = None) -> FieldEditor:
        record_id = self.person_id if record is Person else self._part_id
        hint = "" if record is Membership else None
        editor = FieldEditor(self.desk, record, record_id, name, label=label, hint=hint, lines=2, saved=self._show)
        self.editors[name] = editor
        return editor

    def _pair(self, *names: str, record: type[Record] = Person) -> SideBySide:
        pair = SideBySide(self.desk.theme.px(480))
        for name in names:
            pair.add(self._editor(name, record))
        return pair

    def _leader_question(self) -> QWidget:
        words = self.desk.words
        self.leader_question = framed("notice")
        body = column(self.leader_question, margins=(14, 10, 14, 12))
        question = words("The model gives this role to the principal. You may well do it another way: tell why.")
        body.addWidget(text(question))
        self.leader_reason = FieldEditor(self.desk, WorkGroup, WORK_GROUP_ID, "leader_reason", hint="", lines=2)
        body.addWidget(self.leader_reason)
        return self.leader_question

    def _private_notes(self) -> QWidget:
        words = self.desk.words
        box = framed("notice")
        body = column(box, gap=10, margins=(14, 10, 14, 12))
        body.addWidget(text(words("The leadership team's own notes"), "strong"))
        about = words("These notes stay out of documents, and out of files for others.")
        body.addWidget(text(about, "note"))
        notes = SideBySide(self.desk.theme.px(560))
        notes.add(self._editor("motivation", Membership, label=words("Motivation: do they want this?")))
        notes.add(self._editor("position", Membership, label=words("Position: who listens to them?")))
        body.addWidget(notes)
        body.addWidget(self._editor("why", Membership))
        body.addWidget(self._editor("why_left", Membership))
        body.addWidget(self._editor("union_appointed", Membership))
        self.union_note = text(self.desk.framework.warning("W14").says(), "note")
        body.addWidget(self.union_note)
        set_shown(box, not self.desk.read_only)  # a colleague's file never holds them
        return box

    def reload(self) -> None:
        """Show the stored person."""
        self._part_id = membership_of(self.desk.school, self.person_id).id
        for name, editor in self.editors.items():
            if editor.record is Membership and editor.record_id != self._part_id:
                editor.edit_record(self._part_id)
            self.editors[name].reload()
        self.leader_reason.reload()
        self.seats.reload()
        self._show()

    def _show(self) -> None:
        school = self.desk.school
        part = membership_of(school, self.person_id)
        self.standing.set_value(part.standing)
        self.mode.set_value(part.mode)
        known = school.find(part.id) is not None
        self._parts.setVisible(known)
        self._part_history.setVisible(known)
        leads = part.leads and school.get(Person, self.person_id).role != "principal"
        self.leader_question.setVisible(leads and group_seats.leads_otherwise(school, self.desk.day()))
        self.union_note.setVisible(part.union_appointed)
        has_left = part.standing == "former" or bool(part.until) or bool(part.why_left)
        self.editors["why_left"].setVisible(has_left)
        seat = group_seats.seat_of_role(school.get(Person, self.person_id).role)
        by_role = seat if part.standing == "member" else ""
        label = seat_label(self.desk.words, by_role) if by_role else ""
        self.by_role.setText(self.desk.words("Fills a seat by role: {seat}", seat=label))
        self.by_role.setVisible(bool(by_role))

    def _place(self, standing: str) -> None:
        part = membership_of(self.desk.school, self.person_id)
        self.desk.attempt(lambda: place(self.desk, part, standing))
        self._show()

    def _choose_mode(self, mode: str) -> None:
        part = membership_of(self.desk.school, self.person_id)
        known = self.desk.school.find(part.id) is not None
        after = msgspec.structs.replace(part, person=self.person_id, mode=mode)
        before, act = (part, "change") if known else (None, "create")
        self.desk.attempt(lambda: self.desk.workspace.commit(before, after, act))
        self._show()

    def _delete(self) -> None:
        """Delete the person and all records that refer to it, so that no private note is left."""
        self.desk.edits.save(self)  # so that what was typed comes back with them
        school, words = self.desk.school, self.desk.words
        person = school.find(self.person_id)
        if person is None:
            return
        thing = noun_one(words, noun_of(person)).lower()  # the name would stay at the foot of every page
        whole = with_what_points(school, person)
        if self.desk.attempt(lambda: self.desk.workspace.delete(whole)):
            self.desk.show_message(words("Deleted: {thing}. Ctrl+Z brings it back.", thing=thing))


def _labelled(label: str, widget: QWidget) -> QWidget:
    whole = QWidget()
    layout = column(whole, gap=3)
    layout.addWidget(text(label, "label"))
    layout.addWidget(widget)
    return whole
