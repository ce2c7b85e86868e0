"""Read access to the open school: snapshot, history, merge previews, and what is stored about people."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import NOUNS, Scalar, child_nouns
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.domain.rules.children import owner_of
from fosdesk.domain.school import School, compare
from fosdesk.domain.values.moments import local_day_text
from fosdesk.pace import NO_HURRY, Pace, let_go

if TYPE_CHECKING:
    from fosdesk.domain.changes.change_history import History
    from fosdesk.domain.changes.merge_preview import Preview
    from fosdesk.domain.changes.written_value import WrittenValue
    from fosdesk.domain.rules.calendar_revisions import Revision
    from fosdesk.exchange.school_file import SchoolFile
    from fosdesk.privacy.name_detector import NameDetector
    from fosdesk.privacy.subject_access import SubjectAccessReport
    from fosdesk.store import Arrival, Deleted, Past, RecentChange, Step, Store, Version


class SchoolUpdate(NamedTuple):
    """A newly read School, and the ids of the records that differ from the one before."""

    school: School
    changed: frozenset[str]


class SchoolQueries(QObject):
    """The reading half of the workspace."""

    def __init__(
        self,
        store: "Store",
        school: str,
        *,
        role: str,
        app: str,
        clock: Callable[[], int],
        read_only: bool = False,
        known: School | None = None,
    ) -> None:
        """Open one school of the store; `clock` gives milliseconds since 1970; a colleague's school is read-only.

        `known` is its snapshot, where that has been read already.
        """
        super().__init__()
        self.store = store
        self.role = role
        self.read_only = read_only
        self._app = app
        self._clock = clock
        self._school = known if known is not None else store.snapshot(school)
        self._history: tuple[School, History] | None = None  # worked out once for each picture of the school

    @property
    def school(self) -> School:
        """The current snapshot."""
        return self._school

    # -- now

    def read_update(self) -> SchoolUpdate:
        """Read the school anew, for `Workspace.adopt`; may be called off the GUI thread."""
        from fosdesk.domain.rules.preloading import preload

        before = self._school
        after = self.store.snapshot(before.id).with_shared_records(before)
        different = compare(before, after)
        disputed = {key for key, _ in set(before.conflicts.items()) ^ set(after.conflicts.items())}
        touched = {record for record, _ in disputed}
        self.store.preload(before.id)
        preload(after)  # the page that is shown asks for it
        return SchoolUpdate(after, frozenset((*different.new, *different.changed, *different.gone, *touched)))

    def now(self) -> int:
        """The current time of this workspace's clock, in milliseconds since 1970."""
        return self._clock()

    # -- the past

    def undo_label(self) -> StepLabel | None:
        """The label of the step that undo would take back; None when there is none."""
        return None if self.read_only else self.store.undo_label(self._school.id)

    def redo_label(self) -> StepLabel | None:
        """The label of the step that redo would repeat; None when there is none."""
        return None if self.read_only else self.store.redo_label(self._school.id)

    def step_counts(self) -> tuple[int, int]:
        """How many steps can be undone, and how many can be redone."""
        return (0, 0) if self.read_only else self.store.step_counts(self._school.id)

    def noted_on(self, record: str) -> str:
        """The day on which a record was first written (YYYY-MM-DD), the same on every laptop; empty where unknown."""
        births = self.history(record, BIRTH)
        return local_day_text(births[-1].at) if births else ""

    def history(self, record: str, field: str | None = None) -> "tuple[Version, ...]":
        """The earlier and current values of a record, or of one field of it; newest first."""
        return self.store.history(self._school.id, record, field)

    def history_of_all(self) -> "History":
        """The history of the whole school, oldest first, for documents; cached for the current snapshot."""
        from fosdesk.domain.changes.change_history import history_of
        from fosdesk.domain.values.moments import local_day_text

        if self._history is None or self._history[0] is not self._school:
            journal = self.store.journal(self._school.id)
            self._history = (self._school, history_of(journal, local_day_text))
        return self._history[1]

    def changed_since(self, moment: int, day_of: Callable[[int], object]) -> "Past":
        """What was written since a time (ms), or came with a file since; `day_of` gives the day of a time."""
        return self._without_hidden(self.store.changed_since(self._school.id, moment, day_of))

    def changes_from_arrival(self, arrival: int, day_of: Callable[[int], object]) -> "Past":
        """The changes that one merged file brought."""
        return self._without_hidden(self.store.changes_from_arrival(self._school.id, arrival, day_of))

    def _without_hidden(self, past: "Past") -> "Past":
        """The same without records that were erased, or that are about shielded people."""
        from fosdesk.privacy.hidden_records import hidden_now

        unseen = hidden_now(self._school, self.store.erased(self._school.id).records)
        if self._school.shielded:
            unseen |= self._hidden_of(_all_of(self.store.deleted(self._school.id)))
        return past._replace(lines=tuple(line for line in past.lines if line.record not in unseen)) if unseen else past

    def ancestor_value(self, record: str, field: str) -> tuple[Scalar, ...]:
        """The value that all conflicting values of a field descend from, in a tuple; empty when there is none."""
        return self.store.ancestor_value(self._school.id, record, field)

    def deleted(self) -> "tuple[Deleted, ...]":
        """The deleted records, step by step, the latest first; without erased and shielded ones."""
        found = self.store.deleted(self._school.id)
        hidden = self._hidden_of(_all_of(found))
        if not hidden:
            return found
        seen = (one._replace(records=tuple(r for r in one.records if r[0] not in hidden)) for one in found)
        return tuple(one for one in seen if one.records)

    def _hidden_of(self, deleted: Iterable[tuple[str, str]]) -> frozenset[str]:
        """Those of some deleted records, given with their nouns, that were erased, or are about shielded people."""
        from fosdesk.privacy.hidden_records import is_deleted_hidden, shielded_people

        erased = self.store.erased(self._school.id).records
        shielded = shielded_people(self._school)
        if not erased and not shielded:
            return frozenset()

        def is_hidden(record: str, noun: str) -> bool:
            return is_deleted_hidden(record, noun, erased=erased, shielded=shielded, last_values=self.last_values)

        return frozenset(record for record, noun in deleted if is_hidden(record, noun))

    def _restored_with(self, records: Iterable[str]) -> dict[str, str]:
        """Deleted records with what they belong to, and what belongs to them and was deleted in the same step.

        The noun of each, by id; without erased and shielded ones.
        """
        deletion = cache(self._deletion)  # asked for each record, however many go together
        owner = cache(lambda one: self._owner_before(one, deletion(one)[0]))
        wanted: dict[str, str] = {}
        waiting = deque(records)
        in_steps: dict[Step, dict[str, list[str]]] = {}
        while waiting:
            record = waiting.popleft()
            noun, steps = deletion(record)
            if record in wanted or not noun:
                continue
            wanted[record] = noun
            waiting.append(owner(record))
            for step in steps if noun in NOUNS and child_nouns(NOUNS[noun]) else ():
                if step not in in_steps:
                    in_steps[step] = {}
                    for one in sorted(self.store.records_of(self._school.id, step)):
                        in_steps[step].setdefault(owner(one), []).append(one)
                waiting += in_steps[step].get(record, ())
        hidden = self._hidden_of(wanted.items())
        return {record: noun for record, noun in wanted.items() if record not in hidden}

    def _deletion(self, record: str) -> "tuple[str, list[Step]]":
        """The noun of a deleted record, and the steps that deleted it; an empty noun where it is not deleted."""
        births = self.history(record, BIRTH)
        gone = [one for one in births if one.current and str(one.value).startswith(GONE)]
        # Those before them, too, as when it was deleted once more and that was undone.
        before = takewhile(lambda one: str(one.value).startswith(GONE), births)
        steps = dict.fromkeys(one.step for one in (*gone, *before))
        return (str(gone[0].value).removeprefix(GONE), list(steps)) if gone else ("", [])

    def _owner_before(self, record: str, noun: str) -> str:
        """What a deleted record belonged to; empty where it belonged to nothing."""
        if noun not in NOUNS:
            return ""
        name = NOUNS[noun].parent
        last = {name: str(self.last_values(record).get(name, ""))} if name else {}
        return owner_of(NOUNS[noun].record(record, **last))[0]

    def last_values(self, record: str) -> dict[str, Scalar]:
        """The values that the fields of a deleted record had when it was deleted."""
        return self.store.last_values(self._school.id, record)

    def recent(self, limit: int) -> "tuple[RecentChange, ...]":
        """The last `limit` records that were written, newest first."""
        return self.store.recent(self._school.id, limit)

    def calendar_revisions(self) -> "dict[str, Revision]":
        """How far each meeting has come for calendar programs, by the record's id; also from another thread."""
        return self.store.calendar_revisions(self._school.id)

    # -- school files

    def preview(self, file: "SchoolFile", pace: Pace = NO_HURRY) -> "Preview":
        """What merging a copy of this school would change; nothing is written."""
        from fosdesk.domain.changes.merge_preview import new_changes, preview
        from fosdesk.domain.rules.lost_parents import last_values_after, with_lost_parents

        erased = self.store.erased(self._school.id)
        journal = erased.strip(file.journal)
        new = [
            c
            for c in new_changes(journal, self.store.version_vector(self._school.id), pace)
            if c.record not in erased.records
        ]
        standing = self.store.heads_of(self._school.id, (change.record for change in new))
        brings = {(change.record, change.field) for change in new}
        last = last_values_after(self._school, self.last_values, journal, brings)
        found = preview(self._school, standing, journal, new, pace, complete=lambda one: with_lost_parents(one, last))
        let_go(standing)
        return found

    def arrivals(self) -> "tuple[Arrival, ...]":
        """The files merged into this school, the latest first."""
        return self.store.arrivals(self._school.id)

    # -- people

    def names(self, pace: Pace = NO_HURRY) -> "NameDetector":
        """Every name that was ever written here and is not erased; also from another thread.

        Computed when first asked for, and again after a change of a record that holds names.
        """
        from fosdesk.privacy.known_names import name_records

        pace()
        return self._school.cached(self._known_names, *name_records())

    def _known_names(self, school: School) -> "NameDetector":
        from fosdesk.privacy.known_names import name_records, names_written

        return names_written(school.cached(self._names_written, *name_records()), school)

    def _names_written(self, school: School) -> "tuple[WrittenValue, ...]":
        from fosdesk.privacy.known_names import name_fields

        return tuple(self.store.values_in_fields(school.id, name_fields()))

    def held(self, person: str, stand_in: Callable[[str], str], pace: Pace = NO_HURRY) -> "SubjectAccessReport":
        """Everything that is known of a person, now and in the history; also from another thread."""
        from fosdesk.privacy.known_names import name_records, names_of_others, place_names
        from fosdesk.privacy.subject_access import subject_access_report

        store, school = self.store, self._school
        written = school.cached(self._names_written, *name_records())
        return subject_access_report(
            person,
            lambda record: store.values_in_record(school.id, record),
            lambda is_wanted: store.all_texts(school.id, is_wanted, pace),
            stand_in,
            others=names_of_others(person, written, school),
            places=place_names(school),
        )


def _all_of(deleted: "Iterable[Deleted]") -> list[tuple[str, str]]:
    return [pair for one in deleted for pair in one.records]
