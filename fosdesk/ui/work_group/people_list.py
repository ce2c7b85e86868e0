"""People of the work group: the texts of their rows, and the panel that opens below."""

import msgspec
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.noun_words import choice_of, label_words, noun_one, option_words, options_words, seat_label
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import CriticalVoice, Membership, Person, SeatHolder, WorkGroup
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS, WORK_GROUP_ID
from fosdesk.domain.rules import group_seats
from fosdesk.domain.school import School
from fosdesk.ui.controls.chips import ChipChoice, FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, framed, row, set_shown, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.row_list import RowWords
from fosdesk.words import Words
from fosdesk.workspace import new_id

_STANDINGS = ("member", "candidate", "former")
# Whom the unions appointed and who has the critical task are private, so these two seats are filled elsewhere.
OPEN_SEATS = tuple(o for o in SEAT_OPTIONS if o.key not in ("critical_voice", "union"))


def membership_of(school: School, person_id: str) -> Membership:
    """A person's membership; the most relevant when there are several, blank when there is none."""
    found = [m for m in school.of(Membership) if m.person == person_id]
    if not found:
        return Membership(id=f"membership:{person_id}")
    return min(found, key=lambda m: (_STANDINGS.index(m.standing) if m.standing in _STANDINGS else 3, m.id))


def role_of(words: Words, person: Person) -> str:
    """The label of a person's role, with its note."""
    role = option_words(words, choice_of(Person, "role"), person.role)
    return ", ".join(part for part in (role, person.role_note) if part)


def called(words: Words, person: Person) -> str:
    """How to call a person: the name, or the role."""
    return person.name or role_of(words, person) or noun_one(words, noun_of(person))


def with_standing(part: Membership, standing: str, day: str) -> Membership:
    """The membership with another standing; first and last day are set where empty."""
    since = day if standing == "member" and not part.since else part.since
    until = day if standing == "former" and part.standing == "member" and not part.until else part.until
    if standing == "member" and part.standing == "former":
        until = ""
    return msgspec.structs.replace(part, standing=standing, since=since, until=until)


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


def words_of(desk: Desk, person_id: str) -> RowWords:
    """The texts of a person's row."""
    words, school = desk.words, desk.school
    person, part = school.get(Person, person_id), membership_of(school, person_id)
    notes = [role_of(words, person)] if person.name else []
    if part.leads and part.standing in ("", "member"):
        notes.append(words("leads the group"))
    if part.mode == "close":
        notes.append(words("in close cooperation"))
    held = {h.seat for h in school.of(SeatHolder) if h.person == person_id}
    filled = [seat_label(words, o.key) for o in OPEN_SEATS if o.key in held]
    if filled and part.standing != "former":
        notes.append(words("seats: {seats}", seats=", ".join(filled)))
    if person.left:
        notes.append(words("no longer with us from {date}", date=words.short_date(person.left)))
    aside = ""
    if part.standing == "former" and part.until:
        aside = words("to {date}", date=words.short_date(part.until))
    elif part.standing == "member" and part.since:
        aside = words("from {date}", date=words.short_date(part.since))
    act = "" if part.standing in ("member", "former") else words("Make member")
    return RowWords(called(words, person), " · ".join(n for n in notes if n), aside, act)


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

    def __init__(self, desk: Desk, person_id: str) -> None:
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
        parts.addWidget(self._private_notes())
        layout.addWidget(self._parts)
        foot = row(gap=8)
        history = button(words("History"), "text")
        history.clicked.connect(lambda: HistoryDialog(desk, person_id, self.window()).open())
        foot.addWidget(history)
        self._part_history = button(words("History in the group"), "text")
        self._part_history.clicked.connect(lambda: HistoryDialog(desk, self._part_id, self.window()).open())
        foot.addWidget(self._part_history)
        self.delete = button(words("Delete"), "text")
        self.delete.clicked.connect(self._delete)
        set_shown(self.delete, not desk.read_only)
        foot.addWidget(self.delete)
        foot.addStretch(1)
        layout.addLayout(foot)
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
        pointing: tuple[Membership | SeatHolder | CriticalVoice, ...] = (
            *school.of(Membership),
            *school.of(SeatHolder),
            *school.of(CriticalVoice),
        )
        thing = noun_one(words, noun_of(person)).lower()  # the name would stay at the foot of every page
        whole = [person, *(r for r in pointing if r.person == person.id)]
        if self.desk.attempt(lambda: self.desk.workspace.delete(whole)):
            self.desk.show_message(words("Deleted: {thing}. Ctrl+Z brings it back.", thing=thing))


def _labelled(label: str, widget: QWidget) -> QWidget:
    whole = QWidget()
    layout = column(whole, gap=3)
    layout.addWidget(text(label, "label"))
    layout.addWidget(widget)
    return whole
