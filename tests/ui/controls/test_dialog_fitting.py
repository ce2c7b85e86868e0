"""A dialog is as large as wished for, and never larger than the window it belongs to."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from fosdesk.ui.controls.dialog_fitting import fit_to_window
from tests.ui.controls.conftest import Show


@pytest.mark.parametrize(
    ("window", "wished", "size"),
    [
        ((1200, 900), (600, 500), (600, 500)),
        ((500, 400), (600, 500), (468, 368)),
        ((1200, 400), (600, 500), (600, 368)),
    ],
)
def test_a_dialog_keeps_within_its_window(
    show: Show, window: tuple[int, int], wished: tuple[int, int], size: tuple[int, int]
) -> None:
    around = QWidget()
    inside = QLabel("noe på en side", around)
    show(around, *window)
    dialog = QDialog(around)
    fit_to_window(dialog, inside, *wished)
    assert (dialog.width(), dialog.height()) == size


def test_without_a_window_it_is_as_large_as_wished_for(show: Show) -> None:
    dialog = QDialog()
    fit_to_window(dialog, None, 600, 500)
    show(dialog, dialog.width(), dialog.height())
    assert (dialog.width(), dialog.height()) == (600, 500)
