"""The framework in one language: phases, checklist items, warnings, paces, milestones and the glossary."""

from collections.abc import Iterator

import msgspec

from fosdesk.domain.values.semester import Semester


class ChecklistItem(msgspec.Struct, frozen=True):
    """One suggestion in a phase; `kind` is S (the framework), A (our judgement), L (law or agreement) or S/L.

    `text` is the suggestion to the team. Documents have titles instead: `told` says in the past what the school did,
    `topic` what the item is about, whatever became of it.
    """

    id: str
    phase: str
    track: str
    kind: str
    key: bool
    text: str
    told: str
    topic: str
    why: str
    evidence: str
    responsible: str


class Track(msgspec.Struct, frozen=True):
    """One of two lines of work that run side by side in a phase."""

    id: str
    title: str


class Phase(msgspec.Struct, frozen=True):
    """One phase: what it is for, what to ask, and the signs that the school may move on (advice only).

    `aim` speaks to the team, `about` to those who read of the phase in a document.
    `plan_name` and `plan_number` are those of the phase in the milestone plan, which has three, that it belongs to;
    the number is empty for what comes before them.
    """

    id: str
    title: str
    plan_name: str
    plan_number: str
    aim: str
    about: str
    reflection: tuple[str, ...]
    signs: tuple[str, ...]
    tracks: tuple[Track, ...]
    items: tuple[ChecklistItem, ...]


class WarningText(msgspec.Struct, frozen=True):
    """The words of one gentle warning; `limit` sets it off, and the school can change it."""

    id: str
    risk: str
    text: str
    alternative: str
    limit: int | None
    standing: bool

    def says(self, n: int = 0, *, alternative: bool = False) -> str:
        """The sentence to show, with its number filled in."""
        return (self.alternative if alternative else self.text).format(n=n)


class PaceSpan(msgspec.Struct, frozen=True):
    """The semesters of one phase, counted from the start semester; `last` is None for a phase without end."""

    phase: str
    first: int
    last: int | None


class PaceTemplate(msgspec.Struct, frozen=True):
    """A suggested pace; every part of it can be changed, and none is the right one."""

    id: str
    title: str
    about: str
    suggested: bool
    spans: tuple[PaceSpan, ...]

    def span(self, phase: str) -> PaceSpan:
        """The semesters of a phase in this pace."""
        return next(span for span in self.spans if span.phase == phase)


class Milestone(msgspec.Struct, frozen=True):
    """A milestone of the plan; it follows its anchor phase when the pace or the start semester changes."""

    id: str
    phases: tuple[str, ...]
    anchor: str
    shift: int
    title: str
    about: str
    how: str
    content: str
    responsible: str

    def semester(self, start: Semester, pace: PaceTemplate) -> Semester:
        """When it falls for a school that starts phase 1 in `start`."""
        return start.plus(pace.span(self.anchor).first + self.shift)


class YearlyReminder(msgspec.Struct, frozen=True):
    """What comes back every school year, in these months; offered, never entered unasked.

    `ring` is the key of the wheel's ring that it belongs to.
    """

    id: str
    months: tuple[int, ...]
    ring: str
    item: str
    text: str


class Term(msgspec.Struct, frozen=True):
    """One word of the glossary; `meaning` is empty where the word speaks for itself."""

    key: str
    group: str
    word: str
    meaning: str


class TermGroup(msgspec.Struct, frozen=True):
    """Words of the glossary that belong together."""

    id: str
    title: str
    terms: tuple[Term, ...]


class Framework(msgspec.Struct, frozen=True):
    """Everything that the program suggests, in one language and one version."""

    version: str
    language: str
    title: str
    source: str
    phases: tuple[Phase, ...]
    warnings: tuple[WarningText, ...]
    first_run: tuple[str, ...]
    paces: tuple[PaceTemplate, ...]
    milestones: tuple[Milestone, ...]
    yearly: tuple[YearlyReminder, ...]
    glossary: tuple[TermGroup, ...]

    @property
    def items(self) -> Iterator[ChecklistItem]:
        """All items, phase by phase."""
        return (item for phase in self.phases for item in phase.items)

    def phase(self, phase_id: str) -> Phase | None:
        """The phase with this id; None for one that this version does not know."""
        return next((phase for phase in self.phases if phase.id == phase_id), None)

    def item(self, item_id: str) -> ChecklistItem | None:
        """The item with this id; None for the school's own items and for those of a newer version."""
        return next((item for item in self.items if item.id == item_id), None)

    def warning(self, warning_id: str) -> WarningText:
        """The warning with this id."""
        return next(warning for warning in self.warnings if warning.id == warning_id)

    def pace(self, pace_id: str) -> PaceTemplate | None:
        """The pace with this id; None for one that this version does not know."""
        return next((pace for pace in self.paces if pace.id == pace_id), None)

    @property
    def suggested_pace(self) -> PaceTemplate:
        """The pace to choose beforehand."""
        return next(pace for pace in self.paces if pace.suggested)

    def milestone(self, milestone_id: str) -> Milestone | None:
        """The milestone with this id; None for the school's own and for those of a newer version."""
        return next((one for one in self.milestones if one.id == milestone_id), None)

    def word(self, key: str) -> str:
        """The glossary's word for a key."""
        return next(term.word for group in self.glossary for term in group.terms if term.key == key)
