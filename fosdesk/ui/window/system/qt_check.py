"""Tries the parts of Qt that the program uses: plugins, drawings, fonts, translations, printing and QtPdf."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLibraryInfo, QObject, QPluginLoader, QSize, QTranslator, qVersion
from PySide6.QtGui import QFontDatabase, QImage, QImageReader, QPainter
from PySide6.QtWidgets import QApplication, QStyleFactory

from fosdesk import paths
from fosdesk.errors import FosdeskError
from fosdesk.ui.style.icons import ICON_NAMES, icon_picture
from fosdesk.ui.window.qt_translation import install_translation

_WINDOW_PLUGINS = {"linux": "libqxcb.so", "win32": "qwindows.dll", "darwin": "libqcocoa.dylib"}
_WITHOUT_SCREEN = {"linux": "libqoffscreen.so", "win32": "qoffscreen.dll", "darwin": "libqoffscreen.dylib"}
_THEMES = ("light", "dark", "contrast")
_DRAWING_FORMATS = ("svg", "png")
_STYLE = "Fusion"
_WIDTH = 420  # px of a page of a document: enough to see that there is something on it


def qt_application() -> QApplication:
    """The program's QApplication, made where there is none yet: without a screen, unless QT_QPA_PLATFORM says more."""
    import os
    import sys

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(sys.argv[:1])


def check_qt(system: str) -> str:
    """Qt's version, after all that the program uses was tried. `system` as sys.platform.

    FosdeskError names what is missing or does not work.
    """
    application = qt_application()
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    for plugins in (_WINDOW_PLUGINS, _WITHOUT_SCREEN):
        if system in plugins:
            _load(folder / plugins[system])
    if _STYLE not in QStyleFactory.keys():  # noqa: SIM118  # no mapping
        raise _faulty(_STYLE)
    readable = {one.toStdString() for one in QImageReader.supportedImageFormats()}
    for wanted in _DRAWING_FORMATS:
        if wanted not in readable:
            raise _faulty(wanted)
    _check_drawings()
    _check_fonts()
    owner = QObject(application)
    try:
        for language in ("nb", "nn"):
            install_translation(owner, language)
            if not owner.findChildren(QTranslator)[-1].language():
                raise _faulty(f"qtbase_{language}.qm")
    finally:
        for translator in owner.findChildren(QTranslator):
            application.removeTranslator(translator)
        owner.deleteLater()
    return qVersion()


def draw_pages(content: bytes, folder: Path | None = None, name: str = "") -> int:
    """Draw each page of a PDF; returns how many there are. With a `folder`, they are kept there as `name`-N.png.

    FosdeskError for a page that cannot be drawn or has nothing on it.
    """
    from fosdesk.ui.controls.pdf.pdf_loading import document_from

    owner = QObject()
    document = document_from(content, owner)
    if not document.pageCount():
        raise _faulty(name or "PDF")
    for number in range(document.pageCount()):
        size = document.pagePointSize(number)
        drawn = document.render(number, QSize(_WIDTH, round(_WIDTH * size.height() / size.width())))
        if not has_drawing(drawn):
            raise _faulty(f"{name} {number + 1}")
        if folder is not None:
            _save(drawn, folder / f"{name}-{number + 1:02}.png")
    pages = document.pageCount()
    document.close()
    return pages


def check_picture(path: Path) -> None:
    """FosdeskError for a file that is no picture, or one of a single colour."""
    if not has_drawing(QImage(str(path))):
        raise _faulty(path.name)


def has_drawing(image: QImage) -> bool:
    """Whether a picture shows more than one shade."""
    if image.isNull():
        return False
    on_paper = QImage(image.size(), QImage.Format.Format_RGB32)
    on_paper.fill(0xFFFFFFFF)
    painter = QPainter(on_paper)
    painter.drawImage(0, 0, image)
    painter.end()
    shades = on_paper.convertToFormat(QImage.Format.Format_Grayscale8)
    first = shades.copy(0, 0, 1, 1).scaled(shades.size())  # all of it as its first pixel is
    return shades != first


def check_printing(folder: Path) -> None:
    """Print a page into a file in a folder, as far as that goes without a printer; FosdeskError where it does not."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = folder / "printed.pdf"
    printer.setOutputFileName(str(target))
    painter = QPainter()
    if not painter.begin(printer):
        raise _faulty("QtPrintSupport")
    painter.drawText(100, 100, "fosdesk")
    painter.end()
    if draw_pages(target.read_bytes(), name="QtPrintSupport") != 1:
        raise _faulty("QtPrintSupport")


def _load(plugin: Path) -> None:
    loader = QPluginLoader(str(plugin))
    if not loader.load():
        raise FosdeskError("{name} cannot be loaded: {why}", name=plugin.name, why=loader.errorString())


def _check_drawings() -> None:
    for name in sorted(ICON_NAMES):
        if not has_drawing(icon_picture(name, "#000000", 24, 1.0).toImage()):
            raise _faulty(f"{name}.svg")
    for theme in _THEMES:
        shapes = sorted(paths.resource("icons", theme).glob("*.svg"))
        if not shapes:
            raise _faulty(f"icons/{theme}")
        for shape in shapes:
            if QImageReader(str(shape), QByteArray(b"svg")).read().isNull():
                raise _faulty(f"{theme}/{shape.name}")


def _check_fonts() -> None:
    fonts = sorted(paths.resource("fonts").glob("*.ttf"))
    if not fonts:
        raise _faulty("fonts")
    for font in fonts:
        number = QFontDatabase.addApplicationFontFromData(QByteArray(font.read_bytes()))
        if number < 0 or not QFontDatabase.applicationFontFamilies(number):
            raise _faulty(font.name)
        QFontDatabase.removeApplicationFont(number)


def _save(drawn: QImage, target: Path) -> None:
    if not drawn.save(str(target)):
        raise FosdeskError("{file} could not be written.", file=str(target))


def _faulty(name: str) -> FosdeskError:
    return FosdeskError("{name} is missing or does not work.", name=name)
