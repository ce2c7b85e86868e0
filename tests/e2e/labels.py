"""What is clicked on by the label that one sees: a button, a line or a row of a list, or a field."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from tests.ui.acts import settle


def press_label(within: QWidget, label: str) -> None:
    """Click on what bears a visible label: a button, a row of a list, or a field."""
    settle()
    named = [one for one in buttons(within) if (one.text() or one.accessibleName()).startswith(label)]
    if named:
        exact = [one for one in named if one.text() == label]
        QTest.mouseClick((exact or named)[0], Qt.MouseButton.LeftButton)
    elif (cell := cell_that_says(within, label)) is not None:
        table, index = cell
        QTest.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            table.visualRect(index).center(),
        )
    else:
        found = [one for one in fields(within) if as_widget(one.editor).accessibleName() == label]
        assert len(found) == 1, f"nothing says {label!r}"
        (field,) = found
        as_widget(field.editor).setFocus()
    settle()


def buttons(within: QWidget) -> list[QAbstractButton]:
    """The buttons that are seen, also those that are a line of a list."""
    return [one for one in within.findChildren(QAbstractButton) if one.isVisible()]


def fields(within: QWidget) -> list[FieldEditor]:
    """The fields that are seen."""
    return [one for one in within.findChildren(FieldEditor) if one.isVisible()]


def cell_that_says(within: QWidget, label: str) -> tuple[QTableView, QModelIndex] | None:
    """The cell of a visible list that says this."""
    for table in within.findChildren(QTableView):
        rows = table.model()
        for row in range(rows.rowCount() if table.isVisible() else 0):
            for column in range(rows.columnCount()):
                if rows.index(row, column).data() == label:
                    return table, rows.index(row, column)
    return None
