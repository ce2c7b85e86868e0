"""The name of a new record is asked for in a field like all others: it takes no path of a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.ui.forms.name_dialog import NameDialog, ask_name
from tests.ui.acts import desk_of, press, said_on

Act = Callable[[NameDialog], object]


def asked(program: Fosdesk, act: Act) -> str:
    """What comes of an act in the dialog."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NameDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():  # a fault would leave it open for ever
                dialog.reject()

    QTimer.singleShot(0, program.window, run)
    return ask_name(program.window, desk_of(program), "kjerneelement")


def paste(dialog: NameDialog) -> None:
    QTest.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_file_is_no_name(fresh_school: Fosdesk, tmp_path: Path) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(tmp_path / "Ola Nordmann.docx"))])
    copied.setText(str(tmp_path / "Ola Nordmann.docx"))
    QApplication.clipboard().setMimeData(copied)

    def act(dialog: NameDialog) -> None:
        paste(dialog)
        assert dialog.field.text() == ""
        QTest.keyClicks(dialog.field, "Voksne som ser")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    assert asked(fresh_school, act) == "Voksne som ser"
    assert "En fil kan ikke limes inn her" in said_on(fresh_school.window)


@pytest.mark.parametrize(
    ("act", "name"),
    [
        (lambda dialog: press(dialog, "Behold navnet"), "Ett navn"),
        (lambda dialog: press(dialog, "Avbryt"), ""),
        (lambda dialog: QTest.keyClick(dialog.field, Qt.Key.Key_Escape), ""),
    ],
)
def test_a_name_is_kept_or_given_up_and_proposed_again(fresh_school: Fosdesk, act: Act, name: str) -> None:
    def first(dialog: NameDialog) -> None:
        assert "Hva skal det hete?" in said_on(dialog)
        QTest.keyClicks(dialog.field, "Ett navn")
        act(dialog)

    assert asked(fresh_school, first) == name
    proposed = list[str]()

    def again(dialog: NameDialog) -> None:
        proposed.append(dialog.field.text())
        dialog.reject()

    assert asked(fresh_school, again) == ""
    assert proposed == ["" if name else "Ett navn"]
