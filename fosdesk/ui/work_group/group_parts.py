"""The parts of the page Work group: people, seats, mandate, existing groups and partners."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QPushButton

from fosdesk.display.figures.coverage_figure import coverage_figure
from fosdesk.display.noun_words import choice_of
from fosdesk.domain.fields import Record
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
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.rules import group_seats
from fosdesk.domain.values.collation import SortKey, sort_key
from fosdesk.ui.controls.fitted_figure import FittedFigure
from fosdesk.ui.controls.plain_widgets import button, column, framed, text
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.row_list import RowList, Section
from fosdesk.ui.work_group.add_person import AddPersonLine
from fosdesk.ui.work_group.people_list import PersonPanel, called, membership_of, place, words_of
from fosdesk.ui.work_group.seat_view import SeatPanel, seat_words


class PeoplePart(Part):
    """Members and candidates; former members behind a button."""

    nouns: ClassVar[tuple[type[Record], ...]] = (Person, Membership, SeatHolder, WorkGroup)
    begins = Person

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        body = column(self, gap=12)
        self.line = AddPersonLine(desk)
        self.line.closed.connect(self._close_line)
        self.line.hide()
        body.addWidget(self.line)
        self.list = RowList(desk, lambda i: words_of(desk, i), lambda i: PersonPanel(desk, i))
        self.list.act_asked.connect(self._step_up)
        self.list.laid.connect(self.laid)
        body.addWidget(self.list)

    @property
    def act(self) -> str:
        """The text of the main button."""
        return self.words("Add somebody")

    def begin(self) -> None:
        """Show the line that adds a person."""
        self.line.show()
        self.laid.emit()
        self.line.begin()

    def open_record(self, record_id: str) -> None:
        """Open a person, also by the id of a record about them."""
        record = self.desk.school.find(record_id)
        self.list.open_row(record.person if isinstance(record, Membership) else record_id)

    def refresh(self) -> None:
        """Show all people by their part in the group."""
        words, school = self.words, self.desk.school
        day = self.desk.day()
        told: set[str] = set()
        sections = []
        for key, title, people in (
            ("member", words("Members"), [m.person for m in group_seats.members(school, day)]),
            ("candidate", words("Candidates"), [m.person for m in group_seats.candidates(school, day)]),
            ("others", words("Others we have noted"), self._without_part()),
            ("former", words("Former members"), [m.person for m in group_seats.former_members(school, day)]),
        ):
            here = [i for i in dict.fromkeys(people) if i not in told and isinstance(school.find(i), Person)]
            told.update(here)
            if here:
                ids = sorted(here, key=self._place)
                sections.append(Section(key, f"{title} · {len(ids)}", ids, most=0 if key == "former" else 40))
        if not sections:
            nobody = words("Nobody yet. Begin with the principal, who leads the group; a role is enough.")
            sections = [Section("nobody", "", (), empty=nobody)]
            if not self.desk.read_only and self.line.isHidden():
                self.line.show()
        self.list.show_sections(sections)

    def _without_part(self) -> Sequence[str]:
        known = {m.person for m in self.desk.school.of(Membership)}
        return [person.id for person in self.desk.school.of(Person) if person.id not in known]

    def _place(self, person_id: str) -> tuple[bool, int, SortKey]:
        person = self.desk.school.get(Person, person_id)
        keys = [option.key for option in choice_of(Person, "role").options]
        part = membership_of(self.desk.school, person.id)
        role = keys.index(person.role) if person.role in keys else len(keys)
        return not part.leads, role, sort_key(called(self.words, person))

    def _step_up(self, person_id: str) -> None:
        self.desk.attempt(lambda: place(self.desk, membership_of(self.desk.school, person_id), "member"))

    def _close_line(self) -> None:
        if self.desk.school.of(Person):
            self.line.hide()
            self.laid.emit()


class SeatsPart(Part):
    """The coverage figure, and each seat as a row."""

    nouns: ClassVar[tuple[type[Record], ...]] = (Seat, SeatHolder, CriticalVoice, Person, Membership)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        body = column(self, gap=12)
        about = self.words("Which voices should be in the group? Yes and no are both good answers.")
        body.addWidget(text(about, "quiet"))
        self._views: Mapping[str, group_seats.SeatView] = {}
        self.coverage = FittedFigure(
            desk.theme, lambda w: coverage_figure(tuple(self._views.values()), self.words, w), least=560, most=1040
        )
        self.coverage.picked.connect(self.open_record)
        body.addWidget(self.coverage)
        self.list = RowList(desk, lambda i: seat_words(desk, self._views[i]), lambda i: SeatPanel(desk, i))
        self.list.laid.connect(self.laid)
        body.addWidget(self.list)

    def open_record(self, record_id: str) -> None:
        """Open a seat, by its id or that of a record about it."""
        record = self.desk.school.find(record_id)
        if isinstance(record, SeatHolder):
            record_id = record.seat
        elif isinstance(record, CriticalVoice):
            record_id = "critical_voice"
        self.list.open_row(record_id.removeprefix("seat:"))

    def refresh(self) -> None:
        """All seats, in the framework's order."""
        self._views = {view.seat: view for view in group_seats.coverage(self.desk.school, self.desk.day())}
        self.coverage.redraw()
        self.list.show_sections([Section("seats", "", list(self._views))])


class MandatePart(Part):
    """Mandate, leader, number of members, and the dialogue with the unions."""

    nouns: ClassVar[tuple[type[Record], ...]] = (WorkGroup, Membership, Person)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.words
        body = column(self, gap=14)
        self.editors = {
            name: FieldEditor(desk, WorkGroup, WORK_GROUP_ID, name, hint=hint, lines=lines)
            for name, hint, lines in (
                ("mandate", words("What the group is to do, and what it may decide"), 5),
                ("leader_reason", None, 2),
                ("size_reason", words("Large enough for breadth, small enough to meet often"), 3),
                ("union_dialogue", words("When, with whom, and what came out of it"), 3),
            )
        }
        body.addWidget(self.editors["mandate"])
        leader = column(gap=3)
        leader.addWidget(text(words("Leader"), "label"))
        self.leader = text("")
        leader.addWidget(self.leader)
        body.addLayout(leader)
        self.leader_box = framed("notice")
        column(self.leader_box, margins=(14, 10, 14, 12)).addWidget(self.editors["leader_reason"])
        body.addWidget(self.leader_box)
        self.size_words = text("", "quiet")
        body.addWidget(self.editors["size_reason"])
        body.addWidget(self.size_words)
        body.addWidget(self.editors["union_dialogue"])
        body.addWidget(text(desk.framework.warning("W14").says(), "note"))

    def refresh(self) -> None:
        """Show the texts, and what follows from the members."""
        words, school = self.words, self.desk.school
        for editor in self.editors.values():
            editor.reload()
        day = self.desk.day()
        names = [called(words, school.get(Person, m.person)) for m in group_seats.leaders(school, day)]
        nobody = words("Nobody is noted as leader yet. The model gives this role to the principal.")
        self.leader.setText(words.joined(names) if names else nobody)
        reason = group_seats.leader_reason(school)
        self.leader_box.setVisible(group_seats.leads_otherwise(school, day) or bool(reason))
        members = group_seats.members(school, day)
        inside = sum(1 for m in members if m.mode != "close")
        close = len(members) - inside
        said = words.plural("There is {n} in the group now", "There are {n} in the group now", inside)
        beside = words.plural("{n} in close cooperation", "{n} in close cooperation", close)
        self.size_words.setText(f"{said}, {beside}." if close else f"{said}.")
        self.size_words.setVisible(bool(members))

    def open_record(self, record_id: str) -> None:
        """Set the focus to the mandate."""
        as_widget(self.editors["mandate"].editor).setFocus()


class GroupsPart(NounPart):
    """The school's existing groups, with a way from each to the time that it frees."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ExistingGroup)

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """The way to the picture of time."""
        to_time = button(self.words("See the picture of time"), "text")
        to_time.clicked.connect(lambda: self.desk.go("time", ""))
        return (to_time,)


class PartnersPart(NounPart):
    """External partners, with the meetings that one has with each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Partner)

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """Making meetings from the touchpoints."""
        if self.desk.read_only:
            return ()
        meetings = button(self.words("Make meetings"), "text")
        meetings.clicked.connect(lambda: self.desk.go("meetings", record_id))
        return (meetings,)
