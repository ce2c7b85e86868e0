"""Puts a store together again whose file others overwrote, replaced or removed while it was open."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path

from fosdesk import paths
from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.journal import Edit, Head, birth, heads_by_record
from fosdesk.domain.school import School, values_of
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.pace import NO_HURRY, Pace, let_go
from fosdesk.store.arrival_acts import ArrivalActs
from fosdesk.store.atomic_file import replace, sync_folder
from fosdesk.store.copies.backups import backups_in, copy_database, file_timestamp, newest_first
from fosdesk.store.copies.damaged_rows import readable_rows
from fosdesk.store.copies.row_check import is_good
from fosdesk.store.database import damage_told, file_moved_error, open_database, sqlite_errors_translated
from fosdesk.store.editing import Editing
from fosdesk.store.erasing import erase_in_backup
from fosdesk.store.gap_mending import causally_closed, mend_school, moved
from fosdesk.store.known_content import KnownContent, SchoolChanges, by_global_key, journal_of
from fosdesk.store.known_schema import has_our_schema
from fosdesk.store.lookups.current_queries import Queries
from fosdesk.store.lookups.person_queries import PersonQueries
from fosdesk.store.schools import Schools
from fosdesk.store.sqlite_dialect import integrity_error, open_copy, open_reader, replace_content
from fosdesk.store.step_writer import Author, StepWriter
from fosdesk.store.steps import UndoStacks
from fosdesk.store.transactions import Transactions
from fosdesk.system.locked_files import copy_file, remove

_MOST_BACKUPS = 5  # that are looked through for what is missing
_TEMPORARY = ".rebuilt"


def take_up(
    transactions: Transactions,
    shown: School | None,
    by: Author,
    pace: Pace = NO_HURRY,
    newer: KnownContent | None = None,
) -> FosdeskError | None:
    """Make the file at the store's path hold all that is known, and what others put there; the connection goes on.

    What is missing comes from the file that is still open, from backups and from memory, and what is found nowhere
    is written anew from the snapshot `shown`, signed by `by`. Where the file was older when it was opened, `newer` is
    what a backup holds. Returns what is to be told about it, if anything. FosdeskError when it cannot be done; the
    file is unchanged then.
    """
    path, known = transactions.path, transactions.known
    if not path.parent.is_dir():
        raise file_moved_error(path)
    with transactions.alone(), sqlite_errors_translated(path), _known_too(transactions, newer):
        if transactions.has_same_file():
            transactions.forget_cache()
        found = _known_content_in(path, known, is_only_touched=transactions.is_only_touched())
        if found is not None:
            if not transactions.has_same_file():
                transactions.go_on_with(open_database(path))
            transactions.look_again()
            return None if found == "equal" else _told("more", path)
        with _temporary(path) as target:
            was_removed = not path.exists()
            missing, is_kept = _rebuild(transactions, target, shown, by, pace)
            aside = None if is_kept else _set_aside(path, known, by.now)
            _put_in_place(transactions, target)
        transactions.look_again()
    if newer is not None:
        return _told("older", path)
    return _told("removed" if was_removed else "missing" if missing else "aside" if aside else "whole", path)


@contextmanager
def _known_too(transactions: Transactions, newer: KnownContent | None) -> Iterator[None]:
    """Count what is in `newer` as known; where the block raises, only what the file says is known again."""
    if newer is None:
        yield
        return
    transactions.known.unite(newer)
    try:
        yield
    except BaseException:
        transactions.look_again()
        raise


def _told(what: str, path: Path) -> FosdeskError:
    match what:
        case "more":
            return FosdeskError(
                "Another program has written in the file {file} while fosdesk had it open; what is new there is shown.",
                file=path.name,
            )
        case "older":
            return FosdeskError(
                "The file {file} was older than the newest backup when fosdesk started, so what was missing was "
                "brought from the backup. To go back to an earlier day, use the page Backups.",
                file=path.name,
            )
        case "removed":
            return FosdeskError(
                "The file {file} was moved or removed while fosdesk had it open, so it was written again; "
                "nothing that was written is lost.",
                file=path.name,
            )
        case "missing":
            return FosdeskError(
                "Another program has changed the file {file} while fosdesk had it open, so your school was put "
                "together again as it was shown; some earlier versions of texts are gone.",
                file=path.name,
            )
        case "aside":
            return FosdeskError(
                "Another program has changed the file {file} while fosdesk had it open, so your school was put "
                "together again; nothing that was written is lost, and what lay there is kept in the folder {folder}.",
                file=path.name,
                folder=str(path.parent),
            )
    return FosdeskError(
        "Another program has changed the file {file} while fosdesk had it open, so your school was put together again; "
        "nothing that was written is lost.",
        file=path.name,
    )


def _known_content_in(path: Path, known: KnownContent, *, is_only_touched: bool) -> str | None:
    """«equal» or «more» where a file is intact and holds all that is known; None otherwise."""
    try:
        with closing(open_reader(path)) as fresh:
            if not has_our_schema(fresh) or not known.is_complete_in(fresh):
                return None
            if not is_only_touched and integrity_error(fresh):  # large files take long to look through
                return None
            return "equal" if known.is_equal_in(fresh) else "more"
    except (sqlite3.Error, UnicodeError):
        return None


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """The place for a file beside the store, which is removed at the end with all that belongs to it."""
    target = path.with_name(f"{path.stem}{_TEMPORARY}{path.suffix}")
    try:
        _remove(target)
        yield target
    finally:
        _remove(target)


def _remove(path: Path) -> None:
    for ending in ("", "-journal", ".whole", ".part"):
        with suppress(OSError):
            remove(path.with_name(path.name + ending))


# -- putting together


def _rebuild(
    transactions: Transactions, target: Path, shown: School | None, by: Author, pace: Pace
) -> tuple[int, bool]:
    """Build a store in `target`; returns how many changes are missing, and whether all of what lay there is in it."""
    path, known = transactions.path, transactions.known
    backups = []
    if transactions.has_same_file():
        there = newest_first(backups_in(path.parent / paths.BACKUP_FOLDER, path.stem), by.now)
        good = (one.path for one in there if not one.sealed and is_good(one.path, pace))
        backups = list(islice(good, _MOST_BACKUPS))
        first = next((backup for backup in backups if _holds_nothing_else(backup, known)), None)
        if first is not None:
            backups.remove(first)
            with closing(open_copy(first)) as source:
                copy_database(source, target, pace)
    else:
        copy_database(transactions.connection, target, pace)  # it was put elsewhere, and is still open
    if target.exists() and known.erasures:
        erase_in_backup(target, known.erasures, by.now, pace)
    put, is_readable = _content_of(path, pace)
    others = put.keys() - known.own_schools.keys()  # what is another school's does not belong into this store
    for school in others:
        del put[school]
    store = _Parts(target)
    try:
        for one in store.schools.all():
            if one.own:
                mend_school(store.transactions, store.schools, store.queries, one.id, pace)
        content = store.content(pace)
        _unite(content, put)
        _unite(content, known.written())
        for backup in backups:
            if not known.missing(_tops_in(content)):
                break
            _unite(content, _known_part(_content_of(backup, pace)[0], known))
        for school, changes in sorted(content.items(), key=lambda item: not known.own_schools.get(item[0], False)):
            own = known.own_schools.get(school, changes.own)
            own = own and all(there.id == school for there in store.schools.all() if there.own)
            _write_changes(
                store, school, changes, known.erasures.get(school, Erasure()), own=own, now=by.now, pace=pace
            )
        for school, own in known.own_schools.items():
            if own and not any(there.own for there in store.schools.all()):
                store.schools.begin(school, own=True, now=by.now)
        missing = known.missing(_tops_in(content))
        if missing and shown is not None and any(one.id == shown.id for one in store.schools.all()):
            _write_shown(store, shown, known, by)
    finally:
        store.transactions.close(look=False)
    if known.erasures:
        erase_in_backup(target, known.erasures, by.now, pace)
    let_go(*(changes.rows for some in (content, put) for changes in some.values()))
    return missing, is_readable and not others


def _write_changes(
    store: "_Parts", school: str, changes: SchoolChanges, erasure: Erasure, *, own: bool, now: int, pace: Pace
) -> None:
    """Write what can be written of a school's changes; in one's own, the rest comes as changes of new writers."""
    rows = {key: row.stripped(erasure) for key, row in changes.rows.items()}
    kept = causally_closed({key: row for key, row in rows.items() if key[0] in changes.writers})
    left = {key: row for key, row in rows.items() if key not in kept}
    again = moved(kept, left if own else {}, changes.writers)
    all_writers = {**changes.writers, **again.writers}
    journal = journal_of(school, all_writers, [*kept.values(), *again.rows.values()])
    store.arrivals.merge(journal, own=own, now=now, pace=pace)
    written = list(journal.changes)
    del journal
    let_go(written)


def _content_of(file: Path, pace: Pace) -> tuple[dict[str, SchoolChanges], bool]:
    """What can be read in a file, by school id, and whether that is all."""
    if not file.is_file() or not file.stat().st_size:
        return {}, True
    part = file.with_name(f"{file.stem}{_TEMPORARY}-source{file.suffix}")
    try:
        copy_file(file, part)
        store = _Parts(part)
        try:
            with damage_told(part):
                return store.content(pace), True
        finally:
            store.transactions.close(look=False)
    except FosdeskError:
        return readable_rows(file, pace), False
    except OSError as why:
        raise unusable_folder_error(file.parent) from why
    finally:
        _remove(part)


class _Parts:
    """The parts of another store that are needed here; its file is opened, and created when missing."""

    def __init__(self, path: Path) -> None:
        connection = open_database(path)
        try:
            with sqlite_errors_translated(path), damage_told(path):
                self.transactions = Transactions(connection, path)
        except BaseException:
            connection.close()
            raise
        self.schools = Schools(self.transactions)
        self.queries = Queries(self.transactions, self.schools)
        people, writer = PersonQueries(self.transactions, self.schools), StepWriter(self.transactions)
        undo_stacks = UndoStacks(self.transactions)
        self.editing = Editing(self.transactions, self.schools, people, writer, undo_stacks)
        self.arrivals = ArrivalActs(self.transactions, self.schools, people, writer, undo_stacks)

    def content(self, pace: Pace) -> dict[str, SchoolChanges]:
        """All that is in it, by school id."""
        found = {}
        for school in self.schools.all():
            journal = self.queries.journal(school.id, pace)
            writers = {writer.uid: writer for writer in journal.writers}
            found[school.id] = SchoolChanges(school.own, writers, by_global_key(journal), {})
            read = list(journal.changes)
            del journal
            let_go(read)
        return found


def _holds_nothing_else(backup: Path, known: KnownContent) -> bool:
    """Whether a backup holds nothing that was left by going back, or taken back, or removed."""
    try:
        with closing(open_copy(backup)) as copy:
            return known.has_all_in(copy)
    except sqlite3.Error:
        return False


def _known_part(content: Mapping[str, SchoolChanges], known: KnownContent) -> dict[str, SchoolChanges]:
    """Of the content of a backup what is known; the rest was left by going back, or taken back, or removed."""
    return {
        school: changes._replace(rows={key: row for key, row in changes.rows.items() if known.has(key)})
        for school, changes in content.items()
        if school in known.own_schools
    }


def _unite(content: dict[str, SchoolChanges], more: Mapping[str, SchoolChanges]) -> None:
    """Add what is new; of a change that both have, what was there stays."""
    for school, changes in more.items():
        there = content.setdefault(school, SchoolChanges(changes.own, {}, {}, {}))
        for uid, writer in changes.writers.items():
            there.writers.setdefault(uid, writer)
        for key, row in changes.rows.items():  # one by one, so that the screen's thread gets its turn in between
            there.rows.setdefault(key, row)


def _tops_in(content: Mapping[str, SchoolChanges]) -> Counter[str]:
    """How many changes each writer has."""
    return Counter(uid for changes in content.values() for uid, _ in changes.rows)


# -- from memory


def _write_shown(store: _Parts, shown: School, known: KnownContent, by: Author) -> None:
    """Write what the snapshot shows and the store does not, beside what others wrote in the same fields."""
    erased = known.erasures[shown.id].records if shown.id in known.erasures else frozenset()
    records = [one for one in (*shown.records.values(), *shown.shielded.values()) if one.id not in erased]
    there = heads_by_record(store.queries.heads_of(shown.id, [record.id for record in records]))
    now = store.queries.snapshot(shown.id)
    edits: list[Edit] = []
    for record in records:
        edits += _edits(record, now.find(record.id) or now.shielded.get(record.id), there.get(record.id, {}), known)
    if edits:
        label = StepLabel("saved from a damaged file")
        store.editing.append(shown.id, edits, label, role=by.role, app=by.app, now=by.now)


def _edits(
    record: Record, stored: Record | None, heads: Mapping[str, list[Head]], known: KnownContent
) -> Iterator[Edit]:
    blank = values_of(type(record)(id=record.id))
    if type(stored) is not type(record):
        yield birth(record.id, noun_of(record).key)
        stored = None
    before = blank if stored is None else values_of(stored)
    for field, value in values_of(record).items():
        if value == before[field]:
            continue
        # What this opening has seen before is replaced by what came after it; what it has not stays beside it.
        seen = [head for head in heads.get(field, ()) if known.has((head.rank[1], head.rank[2]))]
        yield Edit(record.id, field, seen[0].value if seen else blank[field], value)


# -- putting in place


def _set_aside(path: Path, known: KnownContent, now: int) -> Path | None:
    """A copy of what others put there, without what was erased here; None when there is nothing."""
    stem = f"{path.stem} overwritten {file_timestamp(now)}"
    aside, count = path.with_name(stem + path.suffix), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{stem} ({count}){path.suffix}")
    try:
        copy_file(path, aside)
    except OSError as why:
        raise unusable_folder_error(path.parent) from why
    if known.erasures:
        with suppress(FosdeskError):  # what is no database holds nothing that could be found in it
            erase_in_backup(aside, known.erasures, now)
    return aside


def _put_in_place(transactions: Transactions, target: Path) -> None:
    path = transactions.path
    transactions.known.forget_numbers()
    if transactions.has_same_file():
        # Not by renaming: Windows refuses that while the file is open.
        with closing(open_copy(target)) as source:
            replace_content(source, transactions.connection, path)
        return
    try:
        replace(target, path)
        sync_folder(path.parent)
    except OSError as why:
        raise unusable_folder_error(path.parent) from why
    transactions.go_on_with(open_database(path))
