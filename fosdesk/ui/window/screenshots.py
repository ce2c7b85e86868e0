"""Saves an image of every page of the example school."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.style.theme import application

_BETWEEN, _PATIENCE = 60, 3_000  # ms between two looks, and in all


def take_screenshots(
    build: Callable[..., Any], store_name: str, folder: Path, language: str, theme: str, scale: float
) -> list[Path]:
    """Build the program at 1366×768 and `scale`, and save a PNG of each page; returns the paths.

    FosdeskError when a page cannot be shown; the picture shows what stands in its place.
    """
    from tempfile import TemporaryDirectory

    from PySide6.QtTest import QTest

    from fosdesk.exchange.example.example_school import example_journal
    from fosdesk.exchange.example.school_days import TODAY, milliseconds
    from fosdesk.store import Store
    from fosdesk.ui.frame.page_registry import PAGES
    from fosdesk.ui.window.page_host import FailedPage

    os.environ["QT_SCALE_FACTOR"] = str(scale)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    noon = milliseconds(TODAY, 12 * 3_600)
    written: list[Path] = []
    failed: list[str] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise unusable_folder_error(folder) from why
    with TemporaryDirectory(prefix="fosdesk-") as place:
        store = Store.open(Path(place) / store_name)
        store.merge(example_journal(language="nn" if language == "nn" else "nb"), own=True, now=noon)
        store.close()
        SettingsFile(Path(place)).change(language=language, theme=theme, welcomed=True, role="principal")
        program = build(Path(place), clock=lambda: noon, today=lambda: TODAY)
        program.window.resize(round(1366 / scale), round(768 / scale))
        program.window.show()
        while program.window.desk is None:
            QTest.qWait(20)
        for number, key in enumerate((place.key for place in PAGES), start=1):
            program.window.go(key, "")
            app.processEvents()
            grabbed = _settled(program.window)
            picture = folder / f"{number:02}-{key.replace(':', '-')}-{language}-{theme}.png"
            if not grabbed.save(str(picture)):
                raise FosdeskError("{file} could not be written.", file=str(picture))
            written.append(picture)
            if isinstance(program.window.page(key), FailedPage):
                failed.append(picture.name)
        program.window.close()
        program.close()
    if failed:
        raise FosdeskError("These pages could not be shown: {pages}", pages=", ".join(failed))
    return written


def _settled(window: QWidget) -> QPixmap:
    """A picture of a window once it no longer changes, as some pages are filled in several strokes."""
    from PySide6.QtTest import QTest

    before = window.grab()
    for _ in range(_PATIENCE // _BETWEEN):
        QTest.qWait(_BETWEEN)
        now = window.grab()
        if now.toImage() == before.toImage():
            break
        before = now
    return before
