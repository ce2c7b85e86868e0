"""Two laptops with the program of commit 730ab01 on them, for `write_files.py`; rooms go by their old names."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any


def old(room: str) -> Any:
    """A room of the program that is to write these files."""
    return import_module(f"fosdesk.{room}")


class Clock:
    """A second later each time somebody asks."""

    def __init__(self) -> None:
        self.now = 0

    def turn_to(self, day: int, hour: int) -> None:
        """Go on at a full hour of a day in October 2026."""
        self.now = int(datetime(2026, 10, day, hour, tzinfo=UTC).timestamp() * 1000)

    def __call__(self) -> int:
        """The moment, in milliseconds since 1970."""
        self.now += 1000
        return self.now

    def today(self) -> date:
        """The day."""
        return datetime.fromtimestamp(self.now / 1000, UTC).date()


class Laptop:
    """The principal's laptop: the real program in a data folder."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock = folder, clock
        self.app = old("app")
        self.start()

    def start(self) -> None:
        """Open the window, which begins a new writer."""
        self.program = self.app.build(self.folder, None, clock=self.clock, today=self.clock.today)
        ready: list[bool] = []
        self.program.opened.connect(lambda: ready.append(True))
        self.program.window.show()
        until(lambda: ready)

    def close(self) -> None:
        """Close the window as a person does, with the last backup."""
        self.program.window.close()
        self.program.close()

    @property
    def desk(self) -> Any:
        """What the pages are handed."""
        return self.program.window.desk

    @property
    def work(self) -> Any:
        """The open school."""
        return self.desk.workspace

    def file(self) -> bytes:
        """One's own school as a school file."""
        journal = self.work.store.journal(self.work.school.id)
        return bytes(
            old("exchange.school_file").write_school_file(journal, app="0.1.0", made=self.clock(), reference=False)
        )

    def merge(self, packed: bytes, name: str) -> None:
        """Read a colleague's file."""
        read = old("exchange.school_file").read_school_file(packed)
        self.work.show(self.work.merge(read, self.folder / "backups", name).picture)


class Deputy:
    """The deputy's laptop, of which only its files matter here."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.clock, self.place = clock, folder / "deputy.db"

    def go_on(self, packed: bytes, act: Callable[[Any], object]) -> bytes:
        """Read the principal's file, do something, and hand back a file."""
        files = old("exchange.school_file")
        store = old("store").Store.open(self.place)
        journal = files.read_school_file(packed).journal
        store.merge(journal, own=True, now=self.clock())
        act(old("workspace").Workspace(store, journal.school, role="deputy", app="0.1.0", clock=self.clock))
        out = files.write_school_file(store.journal(journal.school), app="0.1.0", made=self.clock(), reference=False)
        store.close()
        return bytes(out)


def until(holds: Callable[[], object]) -> None:
    """Let the window work until something holds."""
    from PySide6.QtWidgets import QApplication

    while not holds():
        QApplication.processEvents()
