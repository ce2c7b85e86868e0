"""The one way to change the open school: writing, undo, files that come in, erasing, and word of what changed."""

import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import Signal

from fosdesk.domain.changes.erasure import ChangeName, Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Record, Scalar, noun_of
from fosdesk.domain.journal import Edit, birth
from fosdesk.domain.records.privacy_decisions import EraseRequest, Restriction
from fosdesk.domain.rules import gate_rules
from fosdesk.domain.school import values_of
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.workspace.school_queries import Picture, SchoolQueries

if TYPE_CHECKING:
    from fosdesk.exchange.school_file import SchoolFile
    from fosdesk.privacy.subject_access import Held
    from fosdesk.store import TakenBack

_MANY = 50  # records that are not written while somebody waits
R = TypeVar("R", bound=Record)
Pair = tuple[R | None, R]


def new_id() -> str:
    """A short random id for a record that has no id of its own."""
    return secrets.token_hex(6)


class Merged(NamedTuple):
    """How many changes a file brought, and the school with them."""

    added: int
    picture: Picture


class Workspace(SchoolQueries):
    """Pages read `school` and write through `commit`; nobody else writes."""

    changed = Signal(frozenset)  # the ids of the records that are no longer as they were

    # -- writing

    def commit(self, before: R | None, after: R, act: str = "change") -> R:
        """Write what differs between `before`, as its editor last saw it, and `after`; one step of undo."""
        self.commit_all([(before, after)], act)
        return after

    def commit_all(self, pairs: Sequence[tuple[Record | None, Record]], act: str = "change") -> None:
        """Write several records as one step of undo; `act` is a key of `StepLabel` or an English sentence of ours."""
        self._refuse_when_read_only()
        edits: list[Edit] = []
        for before, after in pairs:
            seen = values_of(before if before is not None else type(after)(id=after.id))
            own = [Edit(after.id, f, seen[f], value) for f, value in values_of(after).items() if value != seen[f]]
            # A late editor of something that a merge deleted makes a conflict to be seen, not a new record.
            began_with_nothing = before is None or before == type(before)(id=before.id)
            if self._school.find(after.id) is None and began_with_nothing and (own or before is None):
                edits.append(birth(after.id, noun_of(after).key))
            edits += own
        if not edits:
            return
        label = self._label(act, pairs[0][1] if pairs else None, edits)
        self.store.append(self._school.id, edits, label, role=self.role, app=self._app, now=self._clock())
        self._refresh({edit.record for edit in edits})

    def add(self, record: R) -> R:
        """Bring a new record into being; it gets an id when it has none."""
        import msgspec

        made = record if record.id else msgspec.structs.replace(record, id=new_id())
        return self.commit(None, made, "create")

    def delete(self, records: Iterable[Record]) -> None:
        """Delete records as one step of undo; what somebody else writes in them meanwhile stays visible."""
        self._refuse_when_read_only()
        gone = list(records)
        if not gone:
            return
        label = StepLabel("delete", noun_of(gone[0]).key, "", gone[0].id)
        ids = [r.id for r in gone]
        self.store.delete(self._school.id, ids, label, role=self.role, app=self._app, now=self._clock())
        self._refresh(set(ids))

    def restore(self, records: Sequence[str]) -> None:
        """Bring deleted records back whole, with what they belong to, as one step of undo."""
        self.show(self.restored(records))

    def restored(self, records: Sequence[str], pace: Pace = NO_HURRY) -> Picture:
        """The same off the screen's thread; what is to be shown then."""
        self._refuse_when_read_only()
        gone = {record: noun for group in self.deleted() for record, noun in group.records}
        wanted: dict[str, str] = {}
        waiting = list(records)
        while waiting:
            record = waiting.pop(0)
            if record in gone and record not in wanted:
                wanted[record] = gone[record]
                waiting.append(str(self.last_values(record).get("parent", "")))
        if not wanted:
            return self._with(frozenset())
        first = next(iter(wanted))
        label = StepLabel("restore", wanted[first], "", first)
        self.store.restore(self._school.id, wanted, label, role=self.role, app=self._app, now=self._clock(), pace=pace)
        return self._with(wanted.keys())

    def settle(self, record: str, field: str, value: Scalar) -> None:
        """Choose one value for a field that two people wrote; the others stay in its history."""
        self._refuse_when_read_only()
        found = self._school.find(record)
        label = StepLabel("settle", noun_of(found).key if found else "", field, record)
        self.store.settle(
            self._school.id, record, field, value, label, role=self.role, app=self._app, now=self._clock()
        )
        self._refresh({record})

    def _refuse_when_read_only(self) -> None:
        if self.read_only:
            raise FosdeskError("This is a colleague's school. It can be read here, but not changed.")

    @staticmethod
    def _label(act: str, record: Record | None, edits: Sequence[Edit]) -> StepLabel:
        if record is None:
            return StepLabel(act)
        fields = {e.field for e in edits if e.record == record.id and e.field}
        return StepLabel(act, noun_of(record).key, fields.pop() if len(fields) == 1 else "", record.id)

    # -- undo and redo

    def is_wide(self, *, redo: bool = False) -> bool:
        """Whether undo, or redo, is so large that nobody should wait for it."""
        return self.store.is_wide(self._school.id, redo=redo)

    def undo(self) -> None:
        """Take back the latest step of this laptop; FosdeskError when somebody has changed the same since."""
        self.show(self.stepped())

    def redo(self) -> None:
        """Do again what was undone last."""
        self.show(self.stepped(redo=True))

    def stepped(self, *, redo: bool = False, pace: Pace = NO_HURRY) -> Picture:
        """Undo, or redo, off the screen's thread; what is to be shown then."""
        self._refuse_when_read_only()
        act = self.store.redo if redo else self.store.undo
        step = act(self._school.id, role=self.role, app=self._app, now=self._clock(), pace=pace)
        return self._with(self.store.records_of(self._school.id, step) if step is not None else ())

    # -- reading

    def reload(self) -> None:
        """Read the picture anew and tell which records differ."""
        self.show(self.look())

    def show(self, picture: Picture) -> None:
        """Go on with a picture that was read, and tell which records differ; nothing when it is the same."""
        if picture.school is not self._school:
            self._school = picture.school
            self.changed.emit(picture.changed)

    def _refresh(self, records: set[str]) -> None:
        self.show(self._with(records))

    def _with(self, records: Collection[str]) -> Picture:
        """The picture with some records read anew."""
        before = self._school
        if not records:
            return Picture(before, frozenset())
        after = before.replaced(self.store.snapshot_of(before.id, records), records)
        if len(records) > _MANY:
            gate_rules.preload(after)  # the page that is shown asks for it
        # Whoever is shielded now, or no longer, goes from all pages or comes back to them.
        return Picture(after, frozenset({*records, *(before.shielded.keys() ^ after.shielded.keys())}))

    # -- school files

    # What takes long is done off the screen's thread; `show` then shows it.

    def merge(self, file: "SchoolFile", backup_folder: Path, name: str = "", pace: Pace = NO_HURRY) -> "Merged":
        """Take in a copy of the same school, after a verified backup; with its name, it can be taken back."""
        self._refuse_when_read_only()
        backup = self.store.backup(backup_folder, self._clock(), "import", pace)
        added = self.store.merge(file.journal, own=True, now=self._clock(), file=name, backup=backup, pace=pace)
        return Merged(added, self.look())

    def take_back(self, arrival: int, backup_folder: Path, pace: Pace = NO_HURRY) -> "tuple[TakenBack, Picture]":
        """Take back what a file brought, after a verified backup; what was written since is kept."""
        self._refuse_when_read_only()
        self.store.backup(backup_folder, self._clock(), "import", pace)
        taken = self.store.take_back(
            self._school.id, arrival, role=self.role, app=self._app, now=self._clock(), pace=pace
        )
        return taken, self.look()

    def bring_again(self, arrival: int, pace: Pace = NO_HURRY) -> "tuple[TakenBack, Picture]":
        """Bring in again what was taken back by a step."""
        self._refuse_when_read_only()
        taken = self.store.bring_again(
            self._school.id, arrival, role=self.role, app=self._app, now=self._clock(), pace=pace
        )
        return taken, self.look()

    # -- people

    def erase(
        self,
        held: "Held",
        chosen: Collection[ChangeName],
        folders: Sequence[Path],
        pace: Pace = NO_HURRY,
        password: str = "",
    ) -> list[Path]:
        """Erase a person, and the chosen texts that mention them, here and in the copies in `folders`.

        The copies that could not be cleaned come back. It may be done in another thread; `reload` follows on this one.
        """
        from fosdesk.privacy.name_detector import Names
        from fosdesk.privacy.subject_access import plan

        erasure, edits = plan(held, chosen)
        return self._erase(erasure, edits, Names(held.names).stand_in, folders, pace, password)

    def redact(
        self, change: ChangeName, folders: Sequence[Path], pace: Pace = NO_HURRY, password: str = ""
    ) -> list[Path]:
        """Erase one value that is no longer shown, here and in the copies; as `erase` does for all of a person's."""
        return self._erase(Erasure(changes=frozenset({change})), (), lambda text: False, folders, pace, password)

    def clean_copies(self, folders: Sequence[Path], pace: Pace = NO_HURRY, password: str = "") -> list[Path]:
        """Erase in copies what was erased here, because some could not be reached then."""
        from fosdesk.exchange.erase_copies import Copies, clean_again

        copies = Copies(self.store.path, folders)
        return clean_again(self.store, copies, lambda text: False, self._clock(), pace, password)

    def _erase(
        self,
        erasure: Erasure,
        edits: Sequence[Edit],
        names_somebody: Callable[[str], bool],
        folders: Sequence[Path],
        pace: Pace,
        password: str,
    ) -> list[Path]:
        from fosdesk.exchange.erase_copies import Wanted, erase_everywhere

        self._refuse_when_read_only()
        wanted = Wanted(self._school.id, erasure, tuple(edits), names_somebody)
        return erase_everywhere(
            self.store, wanted, folders, pace, password, role=self.role, app=self._app, now=self._clock()
        )

    def shield(self, person: str, reason: str, day: str) -> None:
        """Keep a person and show them nowhere."""
        self.add(Restriction(f"restriction:{person}", person=person, reason=reason, since=day))

    def unshield(self, person: str) -> None:
        """Show a person again."""
        self.delete([self._school.get(Restriction, f"restriction:{person}")])

    def ask_to_erase(self, person: str, day: str) -> None:
        """Let colleagues who read our file know that somebody was erased here."""
        request = EraseRequest(f"erase_request:{person}", person=person, day=day, role=self.role)
        self.commit(None, request, "colleagues are asked to erase somebody")

    def keep(self, person: str) -> None:
        """Answer such a wish of a colleague's with no."""
        self.store.keep(self._school.id, person, self._clock())
        self.changed.emit(frozenset({f"erase_request:{person}"}))
