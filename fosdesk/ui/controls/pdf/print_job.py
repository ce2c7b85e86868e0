"""PrintJob: a button that prints a PDF and stops it again, and tells how far it has come."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.words import Words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from fosdesk.ui.controls.pdf.printing import Printing


class PrintJob(QObject):
    """One document at a time; `said` is told in sentences what happens."""

    def __init__(self, words: Words, act: QPushButton, said: Callable[[str], object], parent: QWidget) -> None:
        """`act` is named by it; who owns the button calls `press` when it is pressed, and `stop` before it goes."""
        super().__init__(parent)
        self._words, self._act, self._said, self._parent = words, act, said, parent
        self._printing: Printing | None = None
        self._name_act()

    @property
    def is_printing(self) -> bool:
        """Whether something is on its way to the printer."""
        return self._printing is not None

    def press(self, make: Callable[[Callable[[bytes], None]], object]) -> None:
        """What the button does: ask for a printer for the PDF that `make` hands over; while it prints, stop it."""
        if self.is_printing:
            self.stop()
        else:
            make(self.ask)

    def ask(self, content: bytes) -> None:
        """Ask for a printer, and print on it."""
        from fosdesk.ui.controls.pdf.pdf_loading import document_from
        from fosdesk.ui.controls.pdf.printing import ask_printer

        document = document_from(content, self)
        pages = document.pageCount()
        document.deleteLater()
        printer = ask_printer(self._parent, self._words("Print"), pages)
        if printer is not None:
            self.print_on(content, printer)

    def print_on(self, content: bytes, printer: "QPrinter") -> None:
        """Print page by page."""
        from fosdesk.ui.controls.pdf.printing import Printing

        words = self._words
        self._printing = Printing(content, printer, self)
        self._printing.reached.connect(
            lambda at, of: self._said(
                words("Printing page {page} of {pages} …", page=words.number(at), pages=words.number(of))
            )
        )
        self._printing.ended.connect(self._ended)
        self._name_act()
        self._printing.begin()

    def stop(self) -> None:
        """Stop what is on its way, if anything is."""
        if self._printing is not None:
            self._printing.stop()

    def _ended(self, whole: bool) -> None:
        words = self._words
        self._printing = None
        self._name_act()
        trouble = words("Not all of it was printed. See to the printer, or open the document in your PDF reader.")
        self._said(words("All of it has gone to the printer.") if whole else trouble)

    def _name_act(self) -> None:
        self._act.setText(self._words("Stop printing") if self.is_printing else self._words("Print …"))
