"""Three people who do whatever comes to mind: the laws driven by chance alone, which is quicker than searching."""

from random import Random
from typing import Any

from tests.store.machine import Copies
from tests.store.store_copies import FIELDS, LINES, RECORDS

_ACTS = (
    *("write", "write", "write_from_a_stale_editor", "delete", "settle", "settle_whether_it_is_there", "undo", "redo"),
    *("do_and_undo", "do_and_undo", "do_and_undo", "undo_what_somebody_changed_since", "write_on_a_full_disk"),
    *("reopen", "copy_the_file", "back_up", "put_a_backup_back", "merge_and_take_back", "write_at_the_same_time"),
    *("delete_a_parent_while_a_line_is_written", "delete_a_parent_and_undo", "move", "move"),
    *("write_at_the_same_time", "write_at_the_same_time", "merge", "merge", "merge", "merge", "merge", "merge"),
)
_RARE = ("erase_a_person", "erase_a_value")


def wander(seed: int, steps: int) -> int:
    """Let three people do whatever comes to mind, with all laws looked after; how many merges there were."""
    chance, copies = Random(seed), Copies()
    try:
        copies.start(times=[chance.randrange(4_000_000_000_000) for _ in range(3)])
        for _ in range(steps):
            name = chance.choice(_RARE) if chance.random() < 0.01 else chance.choice(_ACTS)
            getattr(copies, name)(**_drawn(chance, name))
            copies.the_laws_hold()
        return copies.merges
    finally:
        copies.teardown()


def _drawn(chance: Random, name: str) -> dict[str, Any]:
    """What an act is told."""
    record = chance.choice(sorted(RECORDS))
    field = chance.choice(sorted(FIELDS[RECORDS[record]]))
    what = record, field, chance.choice(FIELDS[RECORDS[record]][field])
    given: dict[str, Any] = {
        "place": chance.randrange(3),
        "other": chance.randrange(3),
        "giver": chance.randrange(3),
        "taker": chance.randrange(3),
        "what": what,
        "then": what,
        "record": record,
        "line": chance.choice(LINES),
        "before": chance.choice(("", *LINES)),
        "seen": chance.randrange(10),
        "which": chance.randrange(1000),
        "stays": chance.random() < 0.5,
        "ends": chance.random() < 0.5,
        "value": chance.choice("abc"),
    }
    asked = getattr(Copies, name).hypothesis_stateful_rule.arguments
    return {key: value for key, value in given.items() if key in asked}
