"""The parts about others: networks, experiences that are given and harvested, groups that begin, and studies."""

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.domain.fields import Record
from fosdesk.domain.records import AgendaLine, Cohort, ExperienceCard, GateEntry, Meeting, Network, PhaseState, Study
from fosdesk.domain.rules.sharing.network_matches import Match, network_matches
from fosdesk.domain.values.derived_ids import derived_id
from fosdesk.domain.values.fractional_index import between
from fosdesk.domain.values.pack_ids import is_pack
from fosdesk.pace import Pace
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.workspace import new_id

LAST_PHASE = "phase:F4"


class NetworksPart(NounPart):
    """Networks, meetings with them, and schools with which one would fit, as far as files of theirs were read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Network)
        self.found = QWidget()
        self._lines = column(self.found, gap=6)
        self.found.hide()
        self.look = button(self.words("Look for schools that fit"), "text")
        self.look.clicked.connect(self.look_for_schools)
        set_shown(self.look, not desk.read_only)
        acts = FlowBox(gap=8)  # which keeps it at the left
        acts.add(self.look)
        self.add_above(acts)
        self.add_above(self.found)

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """Making a meeting with the network."""
        if self.desk.read_only:
            return ()
        meet = button(self.words("Make a meeting"), "text")
        meet.clicked.connect(lambda: self.make_meeting(record_id))
        return (meet,)

    def make_meeting(self, record_id: str) -> None:
        """Make a meeting with a network, in a series with its name, and go there."""
        if not self.desk.release(self):
            return
        name = self.desk.school.get(Network, record_id).name
        meeting = Meeting(new_id(), what=name, who="network", series=name)
        about = AgendaLine(new_id(), meeting=meeting.id, what=name, about=record_id, pos=between("", ""))
        if self.desk.attempt(lambda: self.desk.workspace.commit_all([(None, meeting), (None, about)], "create")):
            go_to_record(self.desk, meeting.id)

    def look_for_schools(self) -> None:
        """Read the schools whose files are here, in the background, and show with which a network would fit."""
        store, own = self.desk.workspace.store, self.desk.school

        def read(_: Pace) -> tuple[Match, ...]:
            ids = [one.id for one in store.schools() if not one.own and not is_pack(one.id)]
            return network_matches(own, (store.snapshot(one) for one in ids))

        self.desk.long_work.begin(self.words("Reading the other schools"), read, self._show_matches)

    def _show_matches(self, matches: tuple[Match, ...]) -> None:
        clear(self._lines)
        if not matches:
            self._lines.addWidget(
                text(self.words("No school file that was read here tells of the same place or the same theme."), "note")
            )
        for one in matches:
            beside = row(gap=8)
            beside.addWidget(text(self._said(one)), 1)
            make = button(self.words("Make a network"), name=self.words("Make a network: {topic}", topic=one.topic))
            make.clicked.connect(lambda _=False, match=one: self._make(match))
            beside.addWidget(make)
            self._lines.addLayout(beside)
        self.found.show()
        self.laid.emit()

    def _said(self, match: Match) -> str:
        schools = self.words.joined(match.schools)
        if match.basis == "theme":
            return self.words("{schools} work on the same: {topic}.", schools=schools, topic=match.topic)
        return self.words("{schools} belong to the same place: {topic}.", schools=schools, topic=match.topic)

    def _make(self, match: Match) -> None:
        made = Network(
            new_id(),
            name=match.topic,
            basis=match.basis,
            reach=match.reach,
            topic=match.topic,
            schools="\n".join(match.schools),
        )
        if self.desk.release(self) and self.desk.attempt(lambda: self.desk.workspace.add(made)):
            self.found.hide()
            self.list.open_row(made.id)


class ExperiencesPart(NounPart):
    """Experiences; one that was got from others can be sent to the gatekeeping log, once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ExperienceCard)
        self.nouns = (*self.nouns, GateEntry)  # type: ignore[misc]  # of this one part

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """The way to the gatekeeping log."""
        if self.desk.read_only:
            return ()
        send = button(self.words("Send to gatekeeping"), "text")
        send.clicked.connect(lambda: self.send_to_gate(record_id))
        return (send,)

    def send_to_gate(self, record_id: str) -> None:
        """Make the entry of a card that was got from others, linked both ways, and go there.

        Sent twice, here or on two laptops, it is one entry.
        """
        desk = self.desk
        if not desk.release(self):
            return
        card = desk.school.get(ExperienceCard, record_id)
        if not card.what.strip():
            desk.show_message(self.words("Write what it was first."))
            return
        if card.kind not in ("", "harvested"):
            desk.show_message(self.words("Only what you got from others goes through gatekeeping."))
            return
        entry_id = card.entry or derived_id("gate_entry", record_id)
        if desk.school.find(entry_id) is None:
            entry_id = derived_id("gate_entry", record_id)
            sent = _sent(desk, card, entry_id)
            if not desk.attempt(lambda: desk.workspace.commit_all(sent, "an experience was sent to gatekeeping")):
                return
        go_to_record(desk, entry_id)


def _sent(desk: Desk, card: ExperienceCard, entry_id: str) -> list[tuple[Record | None, Record]]:
    """The entry, and the card that is linked with it."""
    entry = GateEntry(
        entry_id,
        what=card.what,
        kind="perspective",
        source=card.with_whom,
        brought_by=desk.words("Another school"),
        came=desk.day(),
        decision="undecided",
    )
    linked = msgspec.structs.replace(card, entry=entry_id, kind="harvested")
    return [(None, entry), (card, linked)]


class StudiesPart(NounPart):
    """Studies of the work; never what they collect."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Study)

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """The way to the sheet with the guide, to be printed."""
        sheet = button(self.words("Print the guide"), "text")
        sheet.clicked.connect(lambda: self.desk.go("documents", "research_sheet"))
        return () if self.desk.read_only else (sheet,)


class CohortsPart(NounPart):
    """Groups of schools that begin together; when the next may begin is suggested, and never decided here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Cohort)
        self.nouns = (*self.nouns, PhaseState)  # type: ignore[misc]  # of this one part
        self.suggestion = text("", "note")
        self.add_above(self.suggestion)

    def refresh(self) -> None:
        """Show the list, and what the framework says of the next group."""
        super().refresh()
        self.suggestion.setText(next_start_words(self.desk))

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """Writing the framework's condition, while none is written."""
        if self.desk.read_only or self.desk.new_records.school.get(Cohort, record_id).condition.strip():
            return ()
        suggest = button(self.words("Suggest a condition"), "text")
        suggest.clicked.connect(lambda: self.suggest_condition(record_id))
        return (suggest,)

    def suggest_condition(self, record_id: str) -> None:
        """Write the framework's condition where there is none; it can be changed like any text."""
        if not self.desk.release(self):
            return
        before = self.desk.new_records.school.get(Cohort, record_id)
        if before.condition.strip():
            return
        after = msgspec.structs.replace(before, condition=self.words("When the first schools are in phase 4."))
        self.desk.attempt(lambda: self.desk.workspace.commit(before, after))


def next_start_words(desk: Desk) -> str:
    """When new schools may begin, as the framework says it, and how one's own school stands to that."""
    words = desk.words
    said = words("In the framework, new schools begin when the first ones are in phase 4.")
    state = desk.school.get(PhaseState, LAST_PHASE)
    if not state.opened:
        return said
    return f"{said} {words('Your school opened phase 4 on {day}.', day=words.date(state.opened))}"
