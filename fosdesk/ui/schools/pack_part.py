"""PackPart: what the school offers one that begins, what goes into the pack, and writing it as a file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog

from fosdesk import __version__
from fosdesk.display.sharing.pack_words import topic_words
from fosdesk.domain.records import ExperiencePack
from fosdesk.domain.records.networks import PACK_ID
from fosdesk.pace import Pace
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.disclosure_offer import offer_to_note
from fosdesk.ui.lists.record_part import RecordPart

_ENDING = ".fosdesk"


class PackPart(RecordPart):
    """All topics are chosen at first; nothing is chosen that names a person or is private."""

    def __init__(self, desk: Desk) -> None:
        about = desk.words("What you offer a school that begins, and what you let it read.")
        super().__init__(desk, ExperiencePack, PACK_ID, "" if desk.read_only else about)
        self.topics: dict[str, QCheckBox] = {}
        self.document = button(self.words("See it as a document"), "text")
        self.document.clicked.connect(lambda: desk.go("documents", "experience_pack"))
        if not desk.read_only:
            self._lay_contents()
        self.body.addWidget(self.document, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _lay_contents(self) -> None:
        self.body.addWidget(text(self.words("What goes into the file"), "heading"))
        never = self.words(
            "People, private notes, meetings, history, and texts that mention somebody by name are never in it. "
            "What you got from other schools is theirs to share."
        )
        self.body.addWidget(text(never, "quiet"))
        choices = column(gap=6)
        for key, said in topic_words(self.words).items():
            box = self.topics[key] = QCheckBox(said)
            box.setChecked(True)
            choices.addWidget(box)
        self.body.addLayout(choices)

    @property
    def act(self) -> str:
        """The main button: writing the file."""
        return self.words("Write the experience pack")

    def begin(self) -> None:
        """Ask where to write the file."""
        if not self.desk.release(self):
            return
        proposed = str(Path(self.desk.settings.start_folder) / self._proposed())
        chosen, _ = QFileDialog.getSaveFileName(self, self.act, proposed, "fosdesk (*.fosdesk)")
        if chosen:
            self.write(Path(chosen))

    def _proposed(self) -> str:
        name = "".join(c if c.isalnum() or c in " -" else "" for c in self.desk.school.profile.name).strip()
        said = self.words("Experiences from {school}", school=name) if name else self.words("Experience pack")
        return f"{said} {self.desk.day()}{_ENDING}"

    def write(self, path: Path) -> None:
        """Write the file; an error is told at the foot of the window, and an earlier file stays."""
        from fosdesk.exchange.experience_pack import pack_journal
        from fosdesk.exchange.school_file import save_bytes, write_school_file

        desk, words = self.desk, self.words
        workspace, school, now = desk.workspace, desk.school, desk.workspace.now()
        topics = [key for key, box in self.topics.items() if box.isChecked()]
        path = path if path.suffix == _ENDING else path.with_name(path.name + _ENDING)

        def write(pace: Pace) -> None:
            journal = pack_journal(school, topics, names=workspace.names(pace), now=now)
            pace()
            save_bytes(path, write_school_file(journal, app=__version__, made=now, reference=True))

        def written(_: None) -> None:
            desk.attempt(lambda: desk.settings.change(folder=str(path.parent)))
            desk.show_message(words("Written: {file}", file=str(path)))
            offer_to_note(desk, f"{words('Experience pack')} ({path.name})", words("Another school that begins"))

        desk.long_work.begin(
            words("Writing the experience pack"),
            write,
            written,
            failed=lambda trouble: desk.show_message(words(trouble.sentence, **trouble.arguments)),
        )
