"""A store in which something was said of somebody, and what is left of it."""

import json
from pathlib import Path
from typing import Any

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.journal import Journal
from tests.store.store_copies import SCHOOL, Copy

SECRETS = ("Ola Planteskog", "motivert for oppgaven")


def erase(copy: Copy, *records: str, changes: frozenset[tuple[str, int]] = frozenset()) -> None:
    copy.store.erase(SCHOOL, Erasure(frozenset(records), changes), **copy.by())


def copy_in(folder: Path, name: str) -> Copy:
    return Copy(folder / f"{name}.db")


def planted(copy: Copy) -> None:
    """A record with a history, and another that stays."""
    copy.write("member", "motivation", "usikker")
    copy.write("member", "motivation", SECRETS[1])
    copy.write("member", "leads", True)
    copy.write("entry", "what", f"{SECRETS[0]} foreslo dette")
    copy.write("entry", "what", "foreslått i møtet")
    copy.write("group", "name", "Plangruppa")


def bytes_of(copy: Copy) -> bytes:
    beside = [path for path in copy.path.parent.iterdir() if path.name.startswith(copy.path.name)]
    return b"".join(path.read_bytes() for path in beside)


def said(journal: Journal) -> dict[tuple[str, int], Any]:
    """Everything but what was erased."""
    uids = [writer.uid for writer in journal.writers]
    return {
        (uids[c.writer], c.number): (c.order, c.at, c.step, c.record, c.field, json.dumps(c.value))
        for c in journal.changes
        if (c.writer, c.number) not in journal.blanked
    }


def shape(journal: Journal) -> dict[tuple[str, int], Any]:
    """Who wrote where and what replaces what."""
    uids = [writer.uid for writer in journal.writers]
    return {
        (uids[c.writer], c.number): (c.order, c.record, c.field, frozenset((uids[w], n) for w, n in c.replaces))
        for c in journal.changes
    }


def changes_saying(copy: Copy, words: str) -> frozenset[tuple[str, int]]:
    journal = copy.journal()
    return frozenset((journal.writers[c.writer].uid, c.number) for c in journal.changes if words in str(c.value))
