"""Makes a document off the GUI thread; what is only looked at is kept in memory, and not on the disk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from weakref import finalize

from fosdesk.content import read_framework
from fosdesk.display.record_words import role_words
from fosdesk.domain.school import School
from fosdesk.domain.values.period import Period
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.private_folder import make_folder, remove_folder, temporary_folder
from fosdesk.pace import Pace
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS, PDF, WORD, document_period, file_name, make_document
from fosdesk.reports.meeting_choice import meeting_of
from fosdesk.system.locked_files import remove, wait_for
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import Words, read_words

if TYPE_CHECKING:
    from fosdesk.reports.writer import WriteResult


class DocumentRequest(NamedTuple):
    """What is wanted: document, audience, language, draft or not, the withheld parts to include, and the period."""

    key: str
    audience: Audience
    language: str
    draft: bool
    ticked: frozenset[str]
    within: Period | None = None  # all of it
    meeting: str = ""  # the id of the meeting that it is about
    paper: str = ""  # one of those that its kind offers


class Ready(NamedTuple):
    """A finished PDF in memory, its proposed file name, and the school it was made from."""

    order: DocumentRequest
    school: School
    name: str
    content: bytes
    made: "WriteResult"


class Saved(NamedTuple):
    """A document at the chosen path, and what it was made for."""

    path: Path
    made: "WriteResult"
    order: DocumentRequest


class DocumentJob:
    """One document at a time; it is kept in memory until another request."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._remove: finalize[..., DocumentJob] | None = None  # also when the program ends
        self._file: Path | None = None  # written for another program to read
        self._ready: Ready | None = None

    def make(
        self, order: DocumentRequest, done: Callable[[Ready], None], failed: Callable[[FosdeskError], None]
    ) -> None:
        """Make the PDF for viewing; does nothing new when it exists for the same request and school."""
        self._begin(lambda pace: self._pdf(order, pace), done, failed)

    def save(
        self,
        order: DocumentRequest,
        path: Path,
        done: Callable[[Saved], None],
        failed: Callable[[FosdeskError], None],
        *,
        reference: str | None = None,
    ) -> None:
        """Save a PDF, or a Word file where the suffix says so; with `reference`, an archive note beside it.

        A PDF that was viewed is saved unchanged. `reference` is the archive's own reference; None makes no
        note.
        """

        def act(pace: Pace) -> Saved:
            if path.suffix.lower() == WORD:
                return Saved(path, self._written(order, path, pace)[1], order)
            ready = self._pdf(order, pace)
            pace(pace.done, pace.of)
            note = path.with_name(path.stem + _note_ending()) if reference is not None else None
            with _undone(note):
                if note is not None:
                    _put(note, self._note(ready, path, reference or ""), path)
                _put(path, ready.content, path)
            return Saved(path, ready.made, order)

        self._begin(act, done, failed)

    def file_to_read(self) -> Path:
        """The document as a file in a private folder, for another program; removed by `drop`.

        FosdeskError when it cannot be written.
        """
        ready = self._ready
        assert ready is not None
        if self._file is None or not self._file.exists():
            self._remove_file()
            wanted = Path(ready.name)
            try:
                folder = make_folder(self._desk.folder)
            except OSError as why:
                raise _unwritable(wanted) from why
            # Windows keeps what a reader has open; it is swept at the end, at the next start, and when somebody erases.
            self._remove = finalize(self, remove_folder, folder)
            _put(folder / ready.name, ready.content, wanted)
            self._file = folder / ready.name
        return self._file

    def drop(self) -> None:
        """Forget the document, and remove what was written for another program to read."""
        self._ready = None
        self._remove_file()

    def _remove_file(self) -> None:
        self._file = None
        if self._remove is not None:
            self._remove()
            self._remove = None

    def proposed_name(self, order: DocumentRequest, ending: str = PDF) -> Path:
        """A proposed file name in the folder that was used last."""
        desk = self._desk
        folder = Path(desk.settings.start_folder)
        audience = None if desk.read_only else order.audience  # a colleague's school is for nobody but oneself
        words, day = self.words(order), desk.today()
        return folder / file_name(
            order.key, desk.school, words, day, ending, audience=audience, within=order.within, meeting=order.meeting
        )

    def words(self, order: DocumentRequest) -> Words:
        """The texts in the document's language."""
        desk = self._desk
        return desk.words if order.language == desk.words.language else read_words(order.language)

    def _begin(
        self, act: Callable[[Pace], "Ready | Saved"], done: Callable[..., None], failed: Callable[[FosdeskError], None]
    ) -> None:
        self._desk.long_work.begin(self._desk.words("Making the document"), act, done, failed=failed)

    def _pdf(self, order: DocumentRequest, pace: Pace) -> Ready:
        there = self._ready
        if there is not None and (there.order, there.school) == (order, self._desk.school):
            return there
        self.drop()
        words, day = self.words(order), self._desk.today()
        name = file_name(order.key, self._desk.school, words, day, meeting=order.meeting)
        try:
            with temporary_folder(self._desk.folder) as folder:
                school, made = self._written(order, folder / name, pace)
                content = wait_for((folder / name).read_bytes)
        except OSError as why:
            raise _unwritable(Path(name)) from why
        self._ready = Ready(order, school, name, content, made)
        return self._ready

    def _written(self, order: DocumentRequest, path: Path, pace: Pace) -> "tuple[School, WriteResult]":
        desk, school = self._desk, self._desk.school
        try:
            made = make_document(
                order.key,
                school,
                read_framework(order.language),
                self.words(order),
                order.audience,
                desk.today(),
                path,
                names=desk.workspace.names(pace),
                ticked=order.ticked,
                draft=order.draft,
                within=order.within,
                meeting=order.meeting,
                paper=order.paper,
                history=desk.workspace.history_of_all() if DOCUMENTS[order.key].history else (),
                pace=pace,
                is_example=school.id in offered_examples(),
            )
        except OSError as why:
            raise _unwritable(path) from why
        return school, made

    def _note(self, ready: Ready, path: Path, reference: str) -> bytes:
        from fosdesk.reports.pdf.archive_metadata import ArchiveNote

        desk, order, words = self._desk, ready.order, self.words(ready.order)
        note = ArchiveNote.about(
            ready.content,
            title=words(DOCUMENTS[order.key].title),
            school=ready.school.profile.name,
            author_role=role_words(words, desk.choices.role),
            date=desk.today(),
            version="draft" if order.draft else "final",
            period=document_period(
                ready.school,
                read_framework(order.language),
                words,
                order.audience,
                desk.today(),
                names=desk.workspace.names(),
                within=order.within,
                meeting=meeting_of(DOCUMENTS[order.key], ready.school, desk.today(), order.meeting),
            ),
            audience=order.audience.value,
            language=words.pdf_language,
            archive_reference=" ".join(reference.split()),
            file=path.name,
            pages=ready.made.pages,
        )
        return note.to_bytes()


@contextmanager
def _undone(note: Path | None) -> Iterator[None]:
    """Take away a note that was not there before, when the PDF that it belongs to does not come about."""
    new = note if note is not None and not note.exists() else None
    try:
        yield
    except FosdeskError:
        if new is not None:
            with suppress(OSError):
                remove(new)
        raise


def _note_ending() -> str:
    from fosdesk.reports.pdf.archive_metadata import ENDING

    return ENDING


def _put(path: Path, written: bytes, wanted: Path) -> None:
    """Trouble is told by the name that was chosen."""
    try:
        save_bytes(path, written)
    except FosdeskError as why:
        raise _unwritable(wanted) from why


def _unwritable(path: Path) -> FosdeskError:
    return FosdeskError(
        "{file} could not be written. It may be open in another program, or the folder is full or closed to you. "
        "Try another name or place.",
        file=path.name,
    )
