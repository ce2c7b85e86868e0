"""What the program uses of Qt is tried; a page or picture with nothing on it is no page."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from fosdesk.errors import FosdeskError
from fosdesk.ui.window.system import qt_check
from fosdesk.ui.window.system.qt_check import check_picture, check_printing, check_qt, draw_pages, has_drawing


def pdf(target: Path, texts: list[str]) -> bytes:
    writer = QPdfWriter(str(target))
    painter = QPainter(writer)
    for number, text in enumerate(texts):
        if number:
            writer.newPage()
        painter.drawText(500, 500, text)
    painter.end()
    return target.read_bytes()


def test_this_qt_is_whole(qapp: QApplication, tmp_path: Path) -> None:
    assert check_qt(sys.platform).startswith("6.")
    check_printing(tmp_path)


def test_a_plugin_that_is_not_there(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(qt_check._WINDOW_PLUGINS, sys.platform, "libqnever.so")
    with pytest.raises(FosdeskError, match=r"libqnever\.so"):
        check_qt(sys.platform)


def test_each_page_is_drawn_and_kept(qapp: QApplication, tmp_path: Path) -> None:
    content = pdf(tmp_path / "a.pdf", ["one", "two"])
    assert draw_pages(content, tmp_path, "a") == 2
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["a-01.png", "a-02.png"]
    check_picture(tmp_path / "a-02.png")


def test_an_empty_page_and_what_is_no_pdf_are_found(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(FosdeskError, match="a 2"):
        draw_pages(pdf(tmp_path / "a.pdf", ["one", ""]), name="a")
    with pytest.raises(FosdeskError):
        draw_pages(b"no PDF")


def test_a_picture_of_one_colour_shows_nothing(qapp: QApplication, tmp_path: Path) -> None:
    image = QImage(33, 9, QImage.Format.Format_RGB32)
    image.fill(QColor("#1f5c54"))
    assert not has_drawing(image)
    assert not has_drawing(QImage())
    image.setPixelColor(5, 5, QColor("#ffffff"))
    assert has_drawing(image)
    (tmp_path / "a.png").write_bytes(b"no picture")
    with pytest.raises(FosdeskError, match=r"a\.png"):
        check_picture(tmp_path / "a.png")
