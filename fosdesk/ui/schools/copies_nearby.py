"""Finds copies of one's own school left by sync programs or people, and offers to merge them."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFrame

from fosdesk.domain.values.file_copies import copies_among
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.plain_widgets import button, clear, column, line, row, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.worker import Worker
from fosdesk.ui.schools.reading_file import ReadingPanel

_SUFFIX = ".fosdesk"
_STORE = "fosdesk.db"
_MOST = 12  # files that are looked into


class Copy(NamedTuple):
    """A copy, and how many of its changes are not here."""

    path: Path
    changes: int


class _Content(NamedTuple):
    """What a file held: its school, and how many changes by each writer.

    `erased` are the numbers of changes in records that were erased here, which are not offered.
    """

    state: tuple[int, int, int]
    school: str
    writers: dict[str, int]
    erased: dict[str, list[int]]

    def new(self, known: Mapping[str, int]) -> int:
        """The number of changes not covered by the version vector `known`."""
        more = sum(max(top - known.get(uid, 0), 0) for uid, top in self.writers.items())
        return more - sum(number > known.get(uid, 0) for uid, numbers in self.erased.items() for number in numbers)


class CopiesNearby(QFrame):
    """Hidden when there are none; copies without new changes are not shown."""

    def __init__(self, desk: Desk, panel: ReadingPanel) -> None:
        super().__init__()
        self.desk, self.panel = desk, panel
        self.found: list[Copy] = []
        self._put_off: set[Path] = set()
        self._seen: dict[Path, _Content] = {}
        self._beside: Path | None = None
        self._again = False
        self.setProperty("look", "notice")
        self._body = column(self, gap=6, margins=(16, 12, 12, 12))
        self.hide()
        panel.looked.connect(self.search)
        self._worker: Worker[list[Copy]] = Worker(self, "copies nearby", self._ended, daemon=True)

    def search(self, beside: Path | None = None) -> None:
        """Search in the background, beside a file and in the folder that was used last."""
        desk = self.desk
        if beside not in [copy.path for copy in self.found]:  # a copy that is looked at stays one to offer
            self._beside = beside or self._beside
        if desk.read_only:
            return
        if self._worker.under_way:
            self._again = True
            return
        folders = [f for f in (self._beside and self._beside.parent, desk.choices.folder) if f]
        school, known = desk.school.id, desk.workspace.store.version_vector(desk.school.id)
        places = [(Path(folder), _SUFFIX, self._beside) for folder in dict.fromkeys(map(Path, folders))]
        places.append((desk.folder, Path(_STORE).suffix, desk.folder / _STORE))
        self._worker.start(lambda: self._copies(places, school, known))

    def _ended(self) -> None:
        self._show([copy for copy in self._worker.result() if copy.path not in self._put_off])
        if self._again:
            self._again = False
            self.search()

    @property
    def under_way(self) -> bool:
        """Whether the search is running."""
        return self._worker.under_way

    def _show(self, found: list[Copy]) -> None:
        words = self.desk.words
        self.found = found
        clear(self._body)
        set_shown(self, bool(found))
        if not found:
            return
        said = words.plural(
            "A copy of your school lies nearby, with something in it that you do not have.",
            "{n} copies of your school lie nearby, with something in them that you do not have.",
            len(found),
        )
        self._body.addWidget(text(said, "strong"))
        for place, copy in enumerate(found):
            if place:
                self._body.addWidget(line())
            self._show_one(copy)

    def _show_one(self, copy: Copy) -> None:
        words, name = self.desk.words, copy.path.name
        one = row(gap=8)
        names = column(gap=0)
        names.addWidget(text(name))
        changes = words.plural("{n} change that is not here", "{n} changes that are not here", copy.changes)
        names.addWidget(text(changes, "quiet"))
        one.addLayout(names, 1)
        for said, act in (
            (words("Merge"), lambda: self.panel.read(copy.path, at_once=True)),
            (words("See what is in it"), lambda: self.panel.read(copy.path)),
            (words("Not now"), lambda: self._put_away(copy)),
        ):
            made = button(said, "" if said == words("Merge") else "text", name=f"{said}: {name}")
            made.clicked.connect(lambda _=False, a=act: a())
            one.addWidget(made)
        self._body.addLayout(one)

    def _put_away(self, copy: Copy) -> None:
        self._put_off.add(copy.path)
        self._show([one for one in self.found if one != copy])

    def _copies(self, places: list[tuple[Path, str, Path | None]], school: str, known: dict[str, int]) -> list[Copy]:
        """The copies with new changes; files that cannot be read are skipped."""
        found: dict[Path, Copy] = {}
        for folder, suffix, beside in places:
            own = beside.stem if beside is not None and beside.parent == folder else ""
            for path in _copies_in(folder, suffix, own):
                content = self._content(path)
                if content is not None and content.school == school:
                    new = content.new(known)
                    if new:
                        found[path] = Copy(path, new)
        return list(found.values())

    def _content(self, path: Path) -> _Content | None:
        from fosdesk.exchange.file_loading import load_school_file

        try:
            there, gone = path.stat(), self.desk.workspace.store.erased(self.desk.school.id).records
            state = there.st_mtime_ns, there.st_size, len(gone)
            known = self._seen.get(path)
            if known is None or known.state != state:
                file = load_school_file(path, data=self.desk.folder)
                uids = [writer.uid for writer in file.journal.writers]
                writers = Counter(uids[change.writer] for change in file.journal.changes)
                erased: dict[str, list[int]] = {}
                for change in file.journal.changes:
                    if change.record in gone:
                        erased.setdefault(uids[change.writer], []).append(change.number)
                school = "" if file.reference else file.journal.school
                known = self._seen[path] = _Content(state, school, dict(writers), erased)
        except (OSError, FosdeskError):
            return None
        return known


def _copies_in(folder: Path, suffix: str, own: str) -> list[Path]:
    try:
        there = {path.stem: path for path in folder.glob(f"*{suffix}") if path.is_file()}
    except OSError:
        return []
    stems = copies_among(there, own)
    if suffix != _SUFFIX:  # of the store itself, not of whatever else lies in its folder
        stems = [stem for stem in stems if stem.casefold().startswith(own.casefold())]
    return [there[stem] for stem in stems[:_MOST]]
