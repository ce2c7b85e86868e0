"""Workspace: the only way to change the open school: commits, undo, merging, erasing, and the signal `changed`."""

import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import Signal

from fosdesk.domain.changes.erasure import ChangeName, Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Record, Scalar, noun_of
from fosdesk.domain.journal import BIRTH, GONE, Edit, birth
from fosdesk.domain.records.privacy_decisions import EraseRequest, Restriction
from fosdesk.domain.rules.children import with_children
from fosdesk.domain.school import values_of
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.workspace.school_queries import SchoolQueries, SchoolUpdate

if TYPE_CHECKING:
    from fosdesk.exchange.school_file import SchoolFile
    from fosdesk.privacy.subject_access import SubjectAccessReport
    from fosdesk.store import TakenBack

_MANY = 50  # records that are not written while somebody waits
R = TypeVar("R", bound=Record)
Pair = tuple[R | None, R]


def new_id() -> str:
    """A random id of 12 hexadecimal digits for a record without a fixed id."""
    return secrets.token_hex(6)


class MergeResult(NamedTuple):
    """How many changes a merged file brought, and the school afterwards."""

    added: int
    update: SchoolUpdate


class Workspace(SchoolQueries):
    """Pages read `school` and write through `commit`; every change is announced by `changed`.

    Writing raises FosdeskError when the school is read-only or the store cannot be written.
    """

    changed = Signal(frozenset)  # the ids of the records that are no longer as they were

    def stand_in_for_the_file(self) -> None:
        """Let the store fall back on what is shown here, should others overwrite its file."""
        from fosdesk.store.step_writer import Author

        self.store.keep_in_mind(lambda: self._school, lambda: Author(self.role, self._app, self._clock()))

    # -- writing

    def commit(self, before: R | None, after: R, act: str = "change") -> R:
        """Write the fields that differ between `before`, as its editor last saw it, and `after`, as one undo step."""
        self.commit_all([(before, after)], act)
        return after

    def commit_all(
        self, pairs: Sequence[tuple[Record | None, Record]], act: str = "change", gone: Sequence[Record] = ()
    ) -> None:
        """Write several records, and delete those in `gone`, as one step of undo, labelled by the first of these.

        `act` is a key of `StepLabel` or an English sentence of ours.
        """
        update = self.apply_all(pairs, act, gone)
        if update.changed:
            self.adopt(update)

    def apply_all(
        self, pairs: Sequence[tuple[Record | None, Record]], act: str = "change", gone: Sequence[Record] = ()
    ) -> SchoolUpdate:
        """The same off the GUI thread; pass the result to `adopt` on the GUI thread."""
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
        if not edits and not gone:
            return self._update_for(())
        label = self._label(act, gone[0] if gone else pairs[0][1], edits)
        ids = [record.id for record in gone]
        self.store.append(self._school.id, edits, label, gone=ids, role=self.role, app=self._app, now=self._clock())
        return self._update_for(dict.fromkeys([*ids, *(edit.record for edit in edits)]))

    def add(self, record: R) -> R:
        """Create a record, with a random id when it has none; returns it."""
        import msgspec

        made = record if record.id else msgspec.structs.replace(record, id=new_id())
        return self.commit(None, made, "create")

    def delete(self, records: Iterable[Record]) -> None:
        """Delete records and what belongs to them, as one undo step.

        What somebody else writes in them meanwhile stays visible after a merge.
        """
        update = self.apply_delete(records)
        if update.changed:
            self.adopt(update)

    def apply_delete(self, records: Iterable[Record]) -> SchoolUpdate:
        """The same off the GUI thread; pass the result to `adopt` on the GUI thread."""
        self._refuse_when_read_only()
        gone = with_children(self._school, records)
        if not gone:
            return self._update_for(())
        label = StepLabel("delete", noun_of(gone[0]).key, "", gone[0].id)
        ids = [r.id for r in gone if r.id not in self._school.brought_back]  # which are deleted already
        self.store.delete(self._school.id, ids, label, role=self.role, app=self._app, now=self._clock())
        return self._update_for({r.id for r in gone})

    def restore(self, records: Sequence[str]) -> None:
        """Restore deleted records as one undo step, with what they belong to and what was deleted along with them."""
        self.adopt(self.apply_restore(records))

    def apply_restore(self, records: Sequence[str], pace: Pace = NO_HURRY) -> SchoolUpdate:
        """The same off the GUI thread; pass the result to `adopt` on the GUI thread."""
        self._refuse_when_read_only()
        wanted = self._restored_with(records)
        if not wanted:
            return self._update_for(frozenset())
        first = next(iter(wanted))
        label = StepLabel("restore", wanted[first], "", first)
        self.store.restore(self._school.id, wanted, label, role=self.role, app=self._app, now=self._clock(), pace=pace)
        return self._update_for(wanted.keys())

    def settle(self, record: str, field: str, value: Scalar) -> None:
        """Settle a conflict: choose one value for a field; the others stay in its history.

        A record that stays is restored as `restore` does, with what it belongs to.
        """
        self._refuse_when_read_only()
        found = self._school.find(record)
        label = StepLabel("settle", noun_of(found).key if found else "", field, record)
        stays = field == BIRTH and not str(value).startswith(GONE)
        wanted = self._restored_with([record]) if stays else {}
        school, role, app, now = self._school.id, self.role, self._app, self._clock()
        if wanted:
            self.store.restore(school, wanted, label, role=role, app=app, now=now)
        elif stays and record in self._school.brought_back:  # nobody here has ever seen it
            self.store.append(school, [birth(record, str(value))], label, role=role, app=app, now=now)
        else:
            self.store.settle(school, record, field, value, label, role=role, app=app, now=now)
        self._refresh({record, *wanted})

    def _refuse_when_read_only(self) -> None:
        if self.read_only:
            raise FosdeskError("This is another school. It can be read here, but not changed.")

    @staticmethod
    def _label(act: str, record: Record, edits: Sequence[Edit]) -> StepLabel:
        fields = {e.field for e in edits if e.record == record.id and e.field}
        return StepLabel(act, noun_of(record).key, fields.pop() if len(fields) == 1 else "", record.id)

    # -- undo and redo

    def is_wide(self, *, redo: bool = False) -> bool:
        """Whether undo (or redo) touches so much that it must run off the GUI thread."""
        return self.store.is_wide(self._school.id, redo=redo)

    def undo(self) -> None:
        """Undo the latest step of this laptop; FosdeskError when the same fields were written since."""
        self.adopt(self.apply_undo())

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self.adopt(self.apply_undo(redo=True))

    def apply_undo(self, *, redo: bool = False, pace: Pace = NO_HURRY) -> SchoolUpdate:
        """Undo or redo off the GUI thread; pass the result to `adopt` on the GUI thread."""
        self._refuse_when_read_only()
        act = self.store.redo if redo else self.store.undo
        step = act(self._school.id, role=self.role, app=self._app, now=self._clock(), pace=pace)
        return self._update_for(self.store.records_of(self._school.id, step) if step is not None else ())

    # -- reading

    def reload(self) -> None:
        """Read the school anew and emit `changed` for the records that differ."""
        self.adopt(self.read_update())

    def adopt(self, update: SchoolUpdate) -> None:
        """Make an update the current snapshot and emit `changed`; does nothing when the School is the same."""
        if update.school is not self._school:
            self._school = update.school
            self.changed.emit(update.changed)

    def _refresh(self, records: Collection[str]) -> None:
        self.adopt(self._update_for(records))

    def _update_for(self, records: Collection[str]) -> SchoolUpdate:
        """The update after writing in `records`, which are read anew."""
        before = self._school
        if not records:
            return SchoolUpdate(before, frozenset())
        after = self.store.with_lost_parents(before.replaced(self.store.snapshot_of(before.id, records), records))
        if len(records) > _MANY:
            from fosdesk.domain.rules.preloading import preload

            preload(after)  # the page that is shown asks for it
        # Whoever is shielded now, or no longer, goes from all pages or comes back to them.
        appeared = (before.shielded.keys() ^ after.shielded.keys()) | before.brought_back | after.brought_back
        return SchoolUpdate(after, frozenset({*records, *appeared}))

    # -- school files

    # What takes long is done off the screen's thread; `show` then shows it.

    def merge(self, file: "SchoolFile", backup_folder: Path, name: str = "", pace: Pace = NO_HURRY) -> "MergeResult":
        """Merge a copy of the same school, after a verified backup; with `name`, it can be taken back. Any thread."""
        self._refuse_when_read_only()
        backup = self.store.backup(backup_folder, self._clock(), "import", pace)
        added = self.store.merge(file.journal, own=True, now=self._clock(), file=name, backup=backup, pace=pace)
        return MergeResult(added, self.read_update())

    def take_back(self, arrival: int, backup_folder: Path, pace: Pace = NO_HURRY) -> "tuple[TakenBack, SchoolUpdate]":
        """Take back what a file brought, after a verified backup; what was written since is kept. Any thread."""
        self._refuse_when_read_only()
        self.store.backup(backup_folder, self._clock(), "import", pace)
        taken = self.store.take_back(
            self._school.id, arrival, role=self.role, app=self._app, now=self._clock(), pace=pace
        )
        return taken, self.read_update()

    def bring_again(self, arrival: int, pace: Pace = NO_HURRY) -> "tuple[TakenBack, SchoolUpdate]":
        """Write again what an undo step of `take_back` took out. Any thread."""
        self._refuse_when_read_only()
        taken = self.store.bring_again(
            self._school.id, arrival, role=self.role, app=self._app, now=self._clock(), pace=pace
        )
        return taken, self.read_update()

    # -- people

    def erase(
        self,
        held: "SubjectAccessReport",
        chosen: Collection[ChangeName],
        folders: Sequence[Path],
        pace: Pace = NO_HURRY,
        password: str = "",
    ) -> list[Path]:
        """Erase a person, and the `chosen` texts that mention them, here and in the backups in `folders`.

        Returns the backups that could not be cleaned. May be called off the GUI thread; call `reload` on the
        GUI thread afterwards.
        """
        from fosdesk.privacy.name_detector import NameDetector
        from fosdesk.privacy.subject_access import plan_erasure

        erasure, edits = plan_erasure(held, chosen)
        return self._erase(erasure, edits, NameDetector(held.names).found_in, folders, pace, password)

    def redact(
        self, changes: Collection[ChangeName], folders: Sequence[Path], pace: Pace = NO_HURRY, password: str = ""
    ) -> list[Path]:
        """Erase past values, here and in the backups; otherwise as `erase`."""
        return self._erase(Erasure(changes=frozenset(changes)), (), lambda text: False, folders, pace, password)

    def clean_copies(self, folders: Sequence[Path], pace: Pace = NO_HURRY, password: str = "") -> list[Path]:
        """Erase in copies what was erased here, because some could not be reached then."""
        from fosdesk.exchange.erase_copies import StoreCopies, erase_again

        copies = StoreCopies(self.store.path, folders)
        return erase_again(self.store, copies, lambda text: False, self._clock(), pace, password)

    def _erase(
        self,
        erasure: Erasure,
        edits: Sequence[Edit],
        names_somebody: Callable[[str], bool],
        folders: Sequence[Path],
        pace: Pace,
        password: str,
    ) -> list[Path]:
        from fosdesk.exchange.erase_copies import ErasureRequest, erase_everywhere

        self._refuse_when_read_only()
        wanted = ErasureRequest(self._school.id, erasure, tuple(edits), names_somebody)
        return erase_everywhere(
            self.store, wanted, folders, pace, password, role=self.role, app=self._app, now=self._clock()
        )

    def shield(self, person: str, reason: str, day: str) -> None:
        """Shield a person: the records are kept but shown nowhere."""
        self.add(Restriction(f"restriction:{person}", person=person, reason=reason, since=day))

    def unshield(self, person: str) -> None:
        """End the shielding of a person."""
        self.delete([self._school.get(Restriction, f"restriction:{person}")])

    def ask_to_erase(self, person: str, day: str) -> None:
        """Record a request that colleagues who merge this school erase the person as well."""
        request = EraseRequest(f"erase_request:{person}", person=person, day=day, role=self.role)
        self.commit(None, request, "colleagues are asked to erase somebody")

    def decline_erasure(self, person: str) -> None:
        """Decline a colleague's request to erase a person."""
        self.store.decline_erasure(self._school.id, person, self._clock())
        self.changed.emit(frozenset({f"erase_request:{person}"}))
