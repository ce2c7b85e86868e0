"""Phases and checklists: what the school did, decided and wrote."""

from typing import Annotated

from fosdesk.domain.fields import (
    AtItem,
    Choice,
    Date,
    Kroner,
    Long,
    Option,
    Order,
    Privacy,
    Record,
    Short,
    Use,
    YesNo,
    noun,
)

PHASE_OPTIONS = (
    Option("F0", "Before the start"),
    Option("F1", "Phase 1"),
    Option("F2", "Phase 2"),
    Option("F3", "Phase 3"),
    Option("F4", "Phase 4"),
)
STATUS_OPTIONS = (
    Option("not_started", "Not started"),
    Option("in_progress", "In progress"),
    Option("done", "Done"),
    Option("other_way", "Done another way"),
    Option("not_applicable", "Not applicable"),
)


class ChecklistAnswer(Record, frozen=True):
    """What suggested and own checklist items have alike; never declared as a noun itself."""

    status: Annotated[str, Choice("Status", STATUS_OPTIONS, privacy=Privacy.OPEN)] = ""
    reason: Annotated[str, Short("Why", hint="A few words are enough", privacy=Privacy.OPEN)] = ""
    how: Annotated[str, Long("This is how we did it", privacy=Privacy.OPEN)] = ""
    responsible: Annotated[str, Short("Responsible", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    due: Annotated[str, Date("Due", expects="ahead", privacy=Privacy.OPEN)] = ""
    own_text: Annotated[str, Short("Our wording", privacy=Privacy.OPEN)] = ""
    put_away: Annotated[bool, YesNo("Hidden from the list", hidden=True, privacy=Privacy.OPEN)] = False
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""
    adapted_why: Annotated[
        str, Short("Why the item was changed", hint="A few words are enough", privacy=Privacy.OPEN)
    ] = ""


@noun("answer", one="Checklist item", many="Checklist", page="phase", title="how")
class Answer(ChecklistAnswer, frozen=True):
    """The school's answer to a suggested item; id «answer:F1-06»."""

    answered: Annotated[str, Short("Version of the text answered", hidden=True, privacy=Privacy.OPEN)] = ""
    moved_to: Annotated[str, Choice("Moved to phase", PHASE_OPTIONS, hidden=True, privacy=Privacy.OPEN)] = ""

    @property
    def item_id(self) -> str:
        """The framework's id of the item."""
        return self.id.partition(":")[2]


@noun("own_item", one="Own item", many="Own items", page="phase", title="own_text")
class OwnItem(ChecklistAnswer, frozen=True):
    """An item that the school added, with the same rights as the suggested ones."""

    phase: Annotated[str, Choice("Phase", PHASE_OPTIONS, hidden=True, privacy=Privacy.OPEN)] = ""
    track: Annotated[str, Short("Track", hidden=True, privacy=Privacy.OPEN)] = ""
    why: Annotated[str, Long("Why it matters", privacy=Privacy.OPEN)] = ""


@noun("phase", one="Phase", many="Phases", page="phase", title="own_title")
class PhaseState(Record, frozen=True):
    """When the school opened and closed a phase, and what it calls it; id «phase:F2». Several may be open at once."""

    own_title: Annotated[str, Short("Our name for the phase", privacy=Privacy.OPEN)] = ""
    opened: Annotated[str, Date("Opened", expects="past", privacy=Privacy.OPEN)] = ""
    closed: Annotated[str, Date("Closed", after="opened", expects="past", privacy=Privacy.OPEN)] = ""
    own_title_why: Annotated[
        str, Short("Why the phase has another name", hint="A few words are enough", privacy=Privacy.OPEN)
    ] = ""

    @property
    def is_open(self) -> bool:
        """Opened, and not closed since."""
        return bool(self.opened) and not self.closed


@noun(
    "phase_frame",
    one="Frame of a phase",
    many="Frames of phases",
    page="phase",
    title="time_frame",
    use=Use(
        items=("F1-01", "F1-16"),
        at_items=(
            AtItem("F1-01", "phase_frame:{phase}", ("joined", "decided_by")),
            AtItem("F1-16", "phase_frame:{phase}", ("time_frame", "budget", "ground_rules", "conditions")),
        ),
    ),
)
class PhaseFrame(Record, frozen=True):
    """What a phase may take of time and money, and what was agreed for it; id «phase_frame:F1»."""

    time_frame: Annotated[str, Long("Time frame, and why", privacy=Privacy.OPEN)] = ""
    budget: Annotated[int | None, Kroner("Budget in kroner", privacy=Privacy.OPEN)] = None
    ground_rules: Annotated[str, Long("Ground rules", privacy=Privacy.OPEN)] = ""
    joined: Annotated[str, Date("Joined on", expects="past", privacy=Privacy.OPEN)] = ""
    decided_by: Annotated[str, Short("Decided by", hint="Groups rather than names", privacy=Privacy.OPEN)] = ""
    conditions: Annotated[str, Long("Conditions", privacy=Privacy.OPEN)] = ""


@noun("transition_note", one="Transition note", many="Transition notes", page="phase", title="why")
class TransitionNote(Record, frozen=True):
    """Written when a phase opens, closes or is opened again; a retrospective when a school starts late in the model."""

    phase: Annotated[str, Choice("Phase", PHASE_OPTIONS, privacy=Privacy.OPEN)] = ""
    occasion: Annotated[
        str,
        Choice(
            "Occasion",
            (
                Option("opens", "The phase opens"),
                Option("closes", "The phase closes"),
                Option("reopens", "The phase opens again"),
                Option("retrospective", "Looking back"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    written: Annotated[str, Date("Date", expects="past", privacy=Privacy.OPEN)] = ""
    why: Annotated[str, Long("Why now", privacy=Privacy.OPEN)] = ""
    carried_on: Annotated[str, Long("What we take with us", privacy=Privacy.OPEN)] = ""
    still_open: Annotated[str, Long("What is still open", privacy=Privacy.OPEN)] = ""


@noun("reflection", one="Reflection", many="Reflections", page="phase", title="text")
class Reflection(Record, frozen=True):
    """The leadership team's own thoughts on a reflection question; id «reflection:F1-1»; private."""

    text: Annotated[str, Long("Our thoughts", privacy=Privacy.PRIVATE)] = ""
