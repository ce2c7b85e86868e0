"""Builds every part and joins them; nothing global anywhere."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from fosdesk import __version__, paths
from fosdesk.errors import FosdeskError
from fosdesk.ui import quick_start
from fosdesk.ui.main_window import MainWindow
from fosdesk.ui.settings import SettingsFile
from fosdesk.ui.theme import chosen_theme, dress
from fosdesk.words import read_words

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from fosdesk.store import Store
    from fosdesk.store.lock import Lock
    from fosdesk.ui.desk import Desk
    from fosdesk.ui.pages.first_start import Answers, FirstStartPage

STORE_NAME = "fosdesk.db"
BACKUPS = "backups"  # the folder beside the store


def moment() -> int:
    """Now, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class Fosdesk(QObject):
    """The running program: one data folder, one store, and a window for each school that is open."""

    opened = Signal()  # the window shows a school, or asks for one

    def __init__(
        self,
        folder: Path,
        language: str | None,
        *,
        clock: Callable[[], int] = moment,
        today: Callable[[], date] = date.today,
        more_words: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._more_words = more_words or {}
        self.folder = folder
        self.settings = self._usual = SettingsFile(folder)
        self._moved = bool(self.settings.value.elsewhere)
        if self._moved:
            self.folder = Path(self.settings.value.elsewhere)
            self.settings = SettingsFile(self.folder)
        if language is not None:
            self.settings.speak(language)
        self._clock, self._today = clock, today
        self._lock: Lock | None = None
        self.store: Store | None = None
        self._others: dict[str, MainWindow] = {}
        self._translator: QTranslator | None = None
        self._answers: Answers | None = None
        self.window = self._new_window()

    # -- windows

    def _new_window(self) -> MainWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        language = self.settings.value.language
        self.words = read_words(language).extended(self._more_words)
        self.theme = chosen_theme(app, self.settings.value.theme, self.settings.value.text_size)
        dress(app, self.theme)
        window = MainWindow(self.words, self.theme)
        window.navigation.setEnabled(False)
        window.painted.connect(self.start)
        window.closing.connect(self._window_closed)
        return window

    def _speak(self) -> None:
        """Let Qt's own buttons and dialogs speak the language."""
        from PySide6.QtCore import QLocale, QTranslator

        app, language = QApplication.instance(), self.words.language
        assert app is not None
        if self._translator is not None:
            app.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        if self._translator.load(str(paths.resource("translations", f"qtbase_{language}.qm"))):
            app.installTranslator(self._translator)
        QLocale.setDefault(QLocale({"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}[language]))

    def restart(self) -> None:
        """Build the window anew where it stands, after language, theme or school changed; nothing typed is lost."""
        old = self.window
        if not old.release():
            return
        key, place, filled = old.current_key, old.geometry(), old.isMaximized()
        for other in list(self._others.values()):
            other.close()
        self.window = self._new_window()
        self.window.painted.disconnect(self.start)
        self.window.setGeometry(place)
        (self.window.showMaximized if filled else self.window.show)()
        self._speak()
        self._show_school()
        if key:
            self.window.go(key, "")
        old.closing.disconnect(self._window_closed)
        old.close()
        old.deleteLater()
        self.window.activateWindow()

    # -- the store

    def start(self) -> None:
        """Open the store, once the shell has been painted; trouble is met with a sentence and a way on."""
        from fosdesk.ui.constants import keep_constants

        keep_constants()
        if self.store is None:
            self._speak()
            try:
                self._open_store()
            except FosdeskError as trouble:
                self._show_trouble(trouble)
                return
        self._show_school()
        quick_start.end()

    def _open_store(self) -> None:
        from fosdesk.store import Store
        from fosdesk.store.lock import Lock

        try:
            if self._moved and not self.folder.is_dir():
                raise FosdeskError(
                    "The folder {folder} is not there now. If it is on a disk or a stick, connect it and try again.",
                    folder=str(self.folder),
                )
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as why:
            raise FosdeskError(
                "The folder {folder} cannot be used. Choose another one.", folder=str(self.folder)
            ) from why
        lock = Lock(self.folder / STORE_NAME)
        lock.acquire()
        try:
            self.store = Store.open(self.folder / STORE_NAME)
        except FosdeskError:
            lock.release()
            raise
        self._lock = lock

    def _show_school(self) -> None:
        assert self.store is not None
        own = next((s for s in self.store.schools() if s.own), None)
        if own is None:
            from fosdesk.ui.pages.first_start import FirstStartPage

            page = FirstStartPage(self.words, self.theme, self.store, self.settings, self._today, self._clock)
            page.finished.connect(self.restart)
            page.language_chosen.connect(lambda language: self._change_language(language, page))
            if self._answers is not None:
                page.fill(self._answers)
            self.window.show_alone(page)
        else:
            self.window.open_desk(self._desk_for(own.id, self.window, read_only=False))
        self.opened.emit()

    def _change_language(self, language: str, page: "FirstStartPage") -> None:
        self._answers = page.answers()
        try:
            self.settings.change(language=language)
        except FosdeskError:
            self.settings.speak(language)
        self.restart()
        self._answers = None

    def _show_trouble(self, trouble: FosdeskError) -> None:
        from fosdesk.store.backups import newest_backup
        from fosdesk.store.database import DamagedStore
        from fosdesk.ui.pages.trouble import TroublePage

        damaged = isinstance(trouble, DamagedStore)
        backup = newest_backup(self.folder / BACKUPS, Path(STORE_NAME).stem) if damaged else None
        day = date.fromtimestamp(backup.stat().st_mtime).isoformat() if backup else ""
        sentence = self.words(trouble.sentence, **trouble.arguments)
        page = TroublePage(self.words, self.theme, self.folder, sentence, backup=day)
        page.again_requested.connect(self.start)
        page.folder_chosen.connect(self._use_folder)
        page.backup_wanted.connect(self._use_backup)
        self.window.show_alone(page)
        self.opened.emit()

    def _use_folder(self, folder: str) -> None:
        """Go on in another folder, and remember it in the usual one where that can be written."""
        usual, self.folder, self._moved = self._usual, Path(folder), False
        self.settings = SettingsFile(self.folder)
        with suppress(FosdeskError):
            usual.change(elsewhere=folder if folder != str(usual.folder) else "")
        self.start()
        if self.store is not None:
            self.restart()  # language and look as they are chosen there

    def _use_backup(self) -> None:
        """Let the newest backup take the place of a damaged store, which stays beside it."""
        from fosdesk.store.backups import newest_backup, put_back

        store = self.folder / STORE_NAME
        backup = newest_backup(self.folder / BACKUPS, store.stem)
        try:
            if backup is not None:
                put_back(backup, store, self._clock())
        except FosdeskError as trouble:
            self._show_trouble(trouble)
        else:
            self.start()

    def _desk_for(self, school: str, window: MainWindow, *, read_only: bool) -> "Desk":
        from fosdesk.content import read_framework
        from fosdesk.ui.desk import Desk
        from fosdesk.workspace import Workspace

        assert self.store is not None
        role = self.settings.value.role or "principal"
        workspace = Workspace(self.store, school, role=role, app=__version__, clock=self._clock, read_only=read_only)
        workspace.setParent(window)
        return Desk(
            workspace=workspace,
            framework=read_framework(self.words.language),
            words=self.words,
            theme=self.theme,
            settings=self.settings,
            folder=self.folder,
            today=self._today,
            go=window.go,
            say=window.say,
            open_school=self.open_school,
            window=window,
            restart=self.restart,
        )

    def open_school(self, school: str) -> None:
        """Show a colleague's school, to read, in a window beside one's own."""
        window = self._others.get(school)
        if window is None:
            window = MainWindow(self.words, self.theme)
            window.resize(self.window.size())
            self._others[school] = window
            window.closing.connect(lambda: self._others.pop(school, None))
            window.open_desk(self._desk_for(school, window, read_only=True))
        window.show()
        window.raise_()
        window.activateWindow()

    def school_window(self, school: str) -> MainWindow | None:
        """The window that shows a colleague's school, when one is open."""
        return self._others.get(school)

    # -- the end

    def _window_closed(self) -> None:
        self.close()

    def close(self) -> None:
        """Close the other windows and the store, and let the next start have the folder."""
        for window in (self.window, *self._others.values()):
            if window.desk is not None:
                window.desk.end_work()
        for other in list(self._others.values()):
            other.close()
        if self.store is not None:
            self.store.close()
            self.store = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def build(
    folder: Path,
    language: str | None = None,
    *,
    clock: Callable[[], int] = moment,
    today: Callable[[], date] = date.today,
    more_words: Mapping[str, str] | None = None,
) -> Fosdesk:
    """Everything but the QApplication and its event loop; show `.window` to begin.

    `more_words` are the words of nouns declared outside fosdesk, as in `Words.extended`.
    """
    return Fosdesk(folder, language, clock=clock, today=today, more_words=more_words)


def main(folder: Path | None, language: str | None) -> int:
    """Start the program and run until its window is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("fosdesk")
    app.setApplicationDisplayName("fosdesk")
    program = build(folder or paths.user_folder(), language)
    from fosdesk.ui.crash import catch_exceptions

    catch_exceptions(program.words, lambda: program.folder, lambda: program.window)
    program.window.show()
    code = app.exec()
    program.close()
    return code


def screenshots(folder: Path, language: str, theme: str, scale: float) -> list[Path]:
    """Each page of the example school as a picture of a 1366×768 screen at a scale; the files that were written."""
    from tempfile import TemporaryDirectory

    from PySide6.QtTest import QTest

    from fosdesk.exchange.example import example_journal
    from fosdesk.exchange.example_calendar import TODAY
    from fosdesk.store import Store
    from fosdesk.ui.navigation import PLACES

    os.environ["QT_SCALE_FACTOR"] = str(scale)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    noon = int(datetime.combine(TODAY, datetime.min.time(), UTC).timestamp() * 1000) + 12 * 3_600_000
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise FosdeskError("The folder {folder} cannot be used. Choose another one.", folder=str(folder)) from why
    with TemporaryDirectory(prefix="fosdesk-") as place:
        store = Store.open(Path(place) / STORE_NAME)
        store.merge(example_journal(language="nn" if language == "nn" else "nb"), own=True, now=noon)
        store.close()
        SettingsFile(Path(place)).change(language=language, theme=theme, welcomed=True, role="principal")
        program = build(Path(place), clock=lambda: noon, today=lambda: TODAY)
        program.window.resize(round(1366 / scale), round(768 / scale))
        program.window.show()
        while program.window.desk is None:
            QTest.qWait(20)
        for number, key in enumerate((place.key for place in PLACES), start=1):
            program.window.go(key, "")
            app.processEvents()
            QTest.qWait(20)
            picture = folder / f"{number:02}-{key.replace(':', '-')}-{language}-{theme}.png"
            if not program.window.grab().save(str(picture)):
                raise FosdeskError("{file} could not be written.", file=str(picture))
            written.append(picture)
        program.window.close()
        program.close()
    return written
