"""OwnerWindow: the schools of a folder, read-only, in a window of its own; nothing of them is stored anywhere."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QWidget

from fosdesk import __version__
from fosdesk.content import read_framework
from fosdesk.domain.rules.owner.told_choices import told_choices
from fosdesk.errors import FosdeskError
from fosdesk.exchange.owner.owner_file import OwnerFile
from fosdesk.exchange.owner.school_folder import read_folder
from fosdesk.pace import Pace
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import ElidedLabel, button, column, row, text
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.controls.tabs import Tabs
from fosdesk.ui.focus.announcing import LiveLabel
from fosdesk.ui.frame.long_work import LongWork
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.schools.owner.document_dialog import OwnerDocumentDialog
from fosdesk.ui.schools.owner.opened_topic import OpenedTopic, ReadFolder
from fosdesk.ui.schools.owner.own_text_part import OwnTextPart
from fosdesk.ui.schools.owner.owner_part import OwnerPart, labelled
from fosdesk.ui.schools.owner.schools_part import SchoolsPart
from fosdesk.ui.schools.owner.told_parts import ChoicesPart, FilesPart, NetworksPart, RequestsPart
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

WAITING = "owner"  # the folder, in the data folder, with what could not be written beside a folder of schools
SCHOOLS, NETWORKS, CHOICES, REQUESTS, OWN, FILES = "schools", "networks", "choices", "requests", "own", "files"


class OwnerWindow(QMainWindow):
    """Goes with the window that it was opened from; what is typed in it is saved before that."""

    def __init__(
        self,
        folder: Path,
        words: Words,
        theme: Theme,
        settings: SettingsFile,
        clock: Callable[[], int],
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.folder, self.words, self.theme = folder, words, theme
        self._settings, self._today = settings, today
        role = settings.value.role or "owner"
        own = OwnerFile(folder, settings.folder / WAITING, app=__version__, role=role, clock=clock)
        self.topic = OpenedTopic(read_framework(words.language), own)
        self.long_work = LongWork(self, words, self.show_message)
        self._parts: dict[str, OwnerPart] = {}
        self._stale: set[str] = set()
        self.setWindowTitle(words("{folder} – many schools", folder=folder.name or str(folder)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1366, 728)
        self.setMinimumSize(640, 420)
        whole = QWidget()
        whole.setObjectName("page")
        body = column(whole, gap=12, margins=(32, 20, 32, 12))
        body.addLayout(self._head())
        self.place = DropDown()
        self.place.setAccessibleName(words("Municipality"))
        self.place.activated.connect(lambda _: self._choose_place())
        body.addLayout(labelled(theme, words("Municipality"), self.place, 320))
        names = [
            (SCHOOLS, words("Schools")),
            (NETWORKS, words("Networks")),
            (CHOICES, words("Choices side by side")),
            (REQUESTS, words("Asked of the owner")),
            (OWN, words("Your own description")),
            (FILES, words("Files that are not shown")),
        ]
        self.tabs = Tabs(names, self._make, self._may_leave, name=words("Parts of the window"))
        self.tabs.shown.connect(self._show_part)
        body.addWidget(self.tabs, 1)
        self._said = LiveLabel("", "quiet")
        self._said.setWordWrap(True)
        body.addWidget(self._said)
        self.setCentralWidget(whole)
        self.tabs.show_tab(SCHOOLS)
        self._offer_places()
        parent.window().installEventFilter(self)

    def _head(self) -> QHBoxLayout:
        words = self.words
        head = row(gap=12)
        titles = column(gap=2)
        self.title = text(words("Many schools"), "title")
        titles.addWidget(self.title)
        self.lead = ElidedLabel("", "lead")
        self.lead.set_words(str(self.folder))
        titles.addWidget(self.lead)
        head.addLayout(titles, 1)
        self.again = button(words("Read the folder again"))
        self.again.clicked.connect(self.read)
        self.make = button(words("Make a document"), "main")
        self.make.clicked.connect(self.ask_for_document)
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.make, 0, Qt.AlignmentFlag.AlignTop)
        return head

    # -- reading

    def read(self) -> None:
        """Read the folder, and what the owner wrote, in the background; Cancel leaves what is shown."""
        self._save_own_text()
        topic, folder = self.topic, self.folder

        def act(pace: Pace) -> ReadFolder:
            trouble: FosdeskError | None = None
            try:
                topic.own.read()  # the window takes no input meanwhile
            except FosdeskError as why:
                trouble = why
            read = read_folder(folder, topic.framework, pace)
            return ReadFolder(read, told_choices(topic.framework, topic.own.school, read.schools, pace), trouble)

        self.show_message("")
        self.long_work.begin(self.words("Reading the schools in the folder"), act, self._show)

    def _show(self, read: ReadFolder) -> None:
        self.topic.take(read)
        self._offer_places()
        self._refresh()
        if read.trouble is not None:
            self.show_message(self.words(read.trouble.sentence, **read.trouble.arguments))
        elif read.folder.unread:
            said = self.words.plural(
                "{n} file is not shown; see why under “{part}”.",
                "{n} files are not shown; see why under “{part}”.",
                len(read.folder.unread),
                part=self.words("Files that are not shown"),
            )
            self.show_message(said)

    def _offer_places(self) -> None:
        words, chosen = self.words, self.topic.municipality
        self.place.clear()
        self.place.addItem(words("All, across municipalities"), "")
        for one in self.topic.municipalities():
            self.place.addItem(words("Within {municipality}", municipality=one), one)
        self.place.setCurrentIndex(max(self.place.findData(chosen), 0))

    def _choose_place(self) -> None:
        self.topic.municipality = self.place.currentData()
        self._refresh()

    # -- parts

    def part(self, key: str) -> OwnerPart:
        """One of the parts; built when first asked for."""
        self.tabs.build(key)
        return self._parts[key]

    def _make(self, key: str) -> QWidget:
        given = self.topic, self.words, self.theme
        made: OwnerPart
        if key == OWN:
            made = OwnTextPart(*given, self.show_message)
        else:
            kinds = {
                SCHOOLS: SchoolsPart,
                NETWORKS: NetworksPart,
                CHOICES: ChoicesPart,
                REQUESTS: RequestsPart,
                FILES: FilesPart,
            }
            made = kinds[key](*given)
        self._parts[key] = made
        self._stale.add(key)
        return made

    def _may_leave(self, part: QWidget) -> bool:
        if isinstance(part, OwnTextPart):
            part.save()
        return True

    def _show_part(self, key: str) -> None:
        if key in self._stale:
            self._stale.discard(key)
            self._parts[key].refresh()
        QTimer.singleShot(0, self, lambda: follow_layout(self))

    def _refresh(self) -> None:
        self._stale.update(self._parts)
        self._show_part(self.tabs.key)

    # -- documents and messages

    def ask_for_document(self) -> None:
        """Ask which document to make."""
        self._save_own_text()
        OwnerDocumentDialog(
            self.topic,
            self.words,
            self.theme,
            self._settings,
            self.long_work,
            self._today,
            self.show_message,
            self,
        ).open()

    def show_message(self, sentence: str) -> None:
        """Show a sentence at the foot, and tell it to a screen reader."""
        self._said.setText(sentence)

    # -- the end

    def _save_own_text(self) -> None:
        own_text = self._parts.get(OWN)
        if isinstance(own_text, OwnTextPart):
            own_text.save()

    def save(self) -> None:
        """Save what is typed, and stop what is being read."""
        self.long_work.end_now(lambda: True)
        self._save_own_text()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed."""
        self.save()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close with the window that it was opened from."""
        if event.type() == QEvent.Type.Close and watched is self.parentWidget():
            self.save()
        return super().eventFilter(watched, event)


def open_folder_of_schools(
    parent: QWidget,
    words: Words,
    theme: Theme,
    settings: SettingsFile,
    clock: Callable[[], int],
    today: Callable[[], date],
) -> OwnerWindow | None:
    """Ask for a folder with school files, and show it in a window of its own, in front and reading.

    The one that is open already is read again. None where none was chosen.
    """
    chosen = QFileDialog.getExistingDirectory(parent, words("Open a folder of school files"), settings.start_folder)
    if not chosen:
        return None
    with suppress(FosdeskError):  # only where to begin the next time
        settings.change(folder=chosen)
    top, folder = parent.window(), Path(chosen)
    window = next((one for one in top.findChildren(OwnerWindow) if one.folder == folder), None)
    if window is None:
        window = OwnerWindow(folder, words, theme, settings, clock, today, top)
    window.show()
    window.raise_()
    window.activateWindow()
    window.read()
    return window
