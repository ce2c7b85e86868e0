"""In whatever order people act and others change the file: nothing that was written is lost."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from tests.store.copies.test_overwrite_repair import NOW, overwrite, replace, shown, texts, truncate
from tests.store.store_copies import Copy, assert_sound, workplace


def acts_on(copy: Copy, folder: Path) -> dict[str, Callable[[], object]]:
    """What a person does, and what happens to the file, which is as it was at the beginning or before the last act."""
    old = copy.path.read_bytes()
    last = [old]

    def kept(act: Callable[[], object]) -> Callable[[], object]:
        def done() -> None:
            now = copy.path.read_bytes()
            act()
            last[0] = now

        return done

    def closed_and_opened() -> None:
        copy.store.backup(folder / "backups", next(moments), "close")
        copy.reopen()

    texts_to_write = iter(range(1_000))
    moments = iter(range(NOW, NOW + 10**9, 60_000))
    return {
        "write": kept(lambda: copy.write("entry", "what", f"text {next(texts_to_write)}")),
        "write another": kept(lambda: copy.write("group", "name", f"name {next(texts_to_write)}")),
        "delete": kept(lambda: copy.delete("entry")),
        "undo": kept(lambda: copy.undo()),
        "back up": lambda: copy.store.backup(folder / "backups", next(moments), "time"),
        "reopen": closed_and_opened,
        "older": lambda: overwrite(copy.path, old),
        "a little older": lambda: overwrite(copy.path, last[0]),
        "emptied": lambda: truncate(copy.path, old),
        "replaced": lambda: replace(copy.path, last[0]),
    }


def walk(length: int) -> int:
    """Every sequence of so many acts after a first text, with a backup of it, as every start makes one."""
    names = ("write", "write another", "delete", "undo", "back up", "reopen", "older", "a little older", "emptied")
    walked = 0
    for sequence in product((*names, "replaced"), repeat=length):
        if not {"older", "a little older", "emptied", "replaced"} & set(sequence[1:]):
            continue
        with workplace() as folder:
            copy = Copy(folder / "a.db")
            copy.write("entry", "what", "first")
            copy.store.backup(folder / "backups", NOW - 60_000, "start")
            acts = acts_on(copy, folder)
            for name in sequence:
                before, everything = shown(copy), texts(copy)
                acts[name]()
                if name in ("back up", "reopen", "older", "a little older", "emptied", "replaced"):
                    assert shown(copy) == before, sequence
                assert texts(copy) >= everything, sequence
            assert copy.write("member", "motivation", "m"), sequence
            assert_sound(copy)
            assert copy.file()
            copy.close()
            walked += 1
    return walked


def test_in_whatever_order_it_happens_nothing_is_lost() -> None:
    assert walk(2) == 40


@pytest.mark.long
def test_in_whatever_order_of_three_acts_it_happens_nothing_is_lost() -> None:
    assert walk(3) == 640
