"""The parts of the page Work group: people, seats, mandate, existing groups and partners."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from fosdesk.display.figures.coverage_figure import coverage_figure
from fosdesk.display.noun_words import seat_label
from fosdesk.display.record_words import short
from fosdesk.display.rows.seats_in_group import SEATS_IN_GROUP, seats_in_group
from fosdesk.domain.fields import Begin
from fosdesk.domain.records import (
    Camp,
    CriticalVoice,
    ExistingGroup,
    Membership,
    Partner,
    Person,
    Seat,
    SeatHolder,
    Theme,
    WorkGroup,
)
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.rules import group_seats
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.fitted_figure import FittedFigure
from fosdesk.ui.controls.plain_widgets import button, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.fixed_list import FixedList
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.record_part import RecordPart
from fosdesk.ui.work_group.add_person import AddPersonLine
from fosdesk.ui.work_group.people_list import PeopleList, called
from fosdesk.ui.work_group.seat_view import SeatPanel
from fosdesk.ui.work_group.suggested_partners import SuggestedPartners

_LOW = 900  # px at 100 %; in a lower window, picture and list take turns
_LONG = 240  # letters of the criteria that are shown above the candidates


class PeoplePart(NounPart):
    """Everybody who is in the group, may be or was, and which voices are not heard in it yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Person)
        self.nouns = (Person, Membership, SeatHolder, WorkGroup, Seat, CriticalVoice, Camp)  # type: ignore[misc]
        self.purpose.setText(self.words("Nobody yet. Begin with the principal, who leads the group; a role is enough."))
        self.line = AddPersonLine(desk)
        self.line.closed.connect(self._close_line)
        self.line.hide()
        self.add_above(self.line)
        self.criteria, self.unheard = text("", "quiet"), text("", "quiet")
        self.add_above(self.criteria)
        self.add_above(self.unheard)

    def make_list(self) -> NounList:
        """People with their part in the group."""
        people = PeopleList(self.desk)
        people.add_asked.connect(self._begin_as)
        return people

    def begin(self) -> None:
        """Show the line that adds a person."""
        self._begin_as("member")

    def begin_with(self, given: Begin | None = None) -> None:
        """Show the line that adds a person, with the role that is known already."""
        self._begin_as("member", str(dict(given.values).get("role", "")) if given is not None else "")

    def _begin_as(self, standing: str, role: str = "") -> None:
        self.line.show()
        self.laid.emit()
        self.line.begin(standing, role)

    def open_record(self, record_id: str) -> None:
        """Open a person, also by the id of a record about them."""
        record = self.desk.school.find(record_id)
        super().open_record(record.person if isinstance(record, Membership) else record_id)

    def refresh(self) -> None:
        """Show all people, and the seats and views that nobody in the group stands for."""
        super().refresh()
        words, school = self.words, self.desk.school
        if not school.of(Person) and not self.desk.read_only and self.line.isHidden():
            self.line.show()
        wanted = " ".join(school.get(WorkGroup, WORK_GROUP_ID).criteria.split())
        self.criteria.setText(words("You look for: {criteria}", criteria=short(wanted, _LONG)))
        self.criteria.setVisible(bool(wanted) and bool(school.of(Person)))
        views = group_seats.coverage(school, self.desk.day())
        unheard = [seat_label(words, one.seat) for one in views if one.state in ("open", "wanted")]
        unheard += [camp.name for camp in school.of(Camp) if camp.name and not camp.voiced]
        self.unheard.setText(words("Not heard in the group yet: {voices}.", voices=", ".join(unheard)))
        self.unheard.setVisible(bool(unheard) and bool(school.of(Person)))

    def _close_line(self) -> None:
        if self.desk.school.of(Person):
            self.line.hide()
            self.laid.emit()


class SeatsPart(NounPart):
    """The coverage figure, and each seat as a row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Seat)
        self.nouns = (Seat, SeatHolder, CriticalVoice, Person, Membership)  # type: ignore[misc]  # of this one part
        self.begins = None
        about = self.words("Which voices should be in the group? Yes and no are both good answers.")
        self._views: Sequence[group_seats.SeatView] = ()
        self.coverage = FittedFigure(
            desk.theme, lambda w: coverage_figure(self._views, self.words, w), least=560, most=1040
        )
        self.coverage.picked.connect(self.open_record)
        self.add_above(text(about, "quiet"))
        turn = FlowBox(gap=8)
        self.add_above(turn)
        turn.add(self.add_picture(self.coverage, _LOW))

    @property
    def act(self) -> str:
        """None: each seat has its row."""
        return ""

    def make_list(self) -> NounList:
        """A row for each seat, in the framework's order."""
        desk = self.desk
        return SeatList(desk, SEATS_IN_GROUP, self.noun, lambda: seats_in_group(desk.words, desk.school, desk.day()))

    def open_record(self, record_id: str) -> None:
        """Open a seat, by its id or that of a record about it."""
        record = self.desk.school.find(record_id)
        if isinstance(record, SeatHolder):
            record_id = record.seat
        elif isinstance(record, CriticalVoice):
            record_id = "critical_voice"
        super().open_record(f"seat:{record_id.removeprefix('seat:')}")

    def refresh(self) -> None:
        """All seats, and the figure of them."""
        self._views = group_seats.coverage(self.desk.school, self.desk.day())
        self.coverage.redraw()
        self.show_picture(shown=True)
        super().refresh()


class SeatList(FixedList):
    """The form of a seat is more than its fields: those who fill it, too."""

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> SeatPanel:
        """The decision on the seat, its reason, and the holders."""
        return SeatPanel(self.desk, record_id.partition(":")[2])

    def heading_of(self, record_id: str) -> str:
        """Which seat it is."""
        return seat_label(self.words, record_id.partition(":")[2])


class MandatePart(RecordPart):
    """What the school says of the group itself, with what follows from its members."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, WorkGroup, WORK_GROUP_ID)
        self.nouns = (WorkGroup, Membership, Person)  # type: ignore[misc]  # of this one part
        self.leader, self.size_words = text(""), text("", "quiet")
        for place, one in enumerate((text(self.words("Leader"), "label"), self.leader, self.size_words)):
            self.body.insertWidget(place, one)
        core = self.words("Research on implementation (NIRN) reckons with a core of three to five. It is no rule.")
        self.body.insertWidget(3, text(core, "note"))
        self.body.addWidget(text(desk.framework.warning("W14").says(), "note"))

    def refresh(self) -> None:
        """Show the texts, and what follows from the members."""
        super().refresh()
        words, school, day = self.words, self.desk.school, self.desk.day()
        names = [called(words, school.get(Person, m.person)) for m in group_seats.leaders(school, day)]
        nobody = words("Nobody is noted as leader yet. The model gives this role to the principal.")
        self.leader.setText(words.joined(names) if names else nobody)
        asks_reason = group_seats.leads_otherwise(school, day) or bool(group_seats.leader_reason(school))
        self.editors["leader_reason"].setVisible(asks_reason)
        members = group_seats.members(school, day)
        inside = sum(1 for m in members if m.mode != "close")
        close = len(members) - inside
        said = words.plural("There is {n} in the group now", "There are {n} in the group now", inside)
        beside = words.plural("{n} in close cooperation", "{n} in close cooperation", close)
        self.size_words.setText(f"{said}, {beside}." if close else f"{said}.")
        self.size_words.setVisible(bool(members))


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
        self.nouns = (*self.nouns, Theme)  # type: ignore[misc]  # of this one part
        self.suggested = SuggestedPartners(desk)
        self.suggested.made.connect(self.open_record)
        self.add_above(self.suggested)
        self.hours = text("", "quiet")
        self.add_above(self.hours)

    def refresh(self) -> None:
        """Show the partners, those that may be asked, and the hours that are asked for beside those that are given."""
        super().refresh()
        self.suggested.refresh()
        here = [one for one in self.desk.school.of(Partner) if not one.put_away and not self._has_withdrawn(one)]
        both = [one for one in here if one.hours_asked is not None and one.hours_possible is not None]
        words, number = self.words, self.words.number
        asked, given = (sum(getattr(one, name) or 0 for one in both) for name in ("hours_asked", "hours_possible"))
        said = words(
            "Hours each semester: {asked} asked for, {given} they can give.", asked=number(asked), given=number(given)
        )
        self.hours.setText(said)
        self.hours.setVisible(bool(both))

    def _has_withdrawn(self, partner: Partner) -> bool:
        return "" < partner.withdraws <= self.desk.day()

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """Making meetings from the touchpoints."""
        if self.desk.read_only:
            return ()
        meetings = button(self.words("Make meetings"), "text")
        meetings.clicked.connect(lambda: self.desk.go("meetings", record_id))
        return (meetings,)
