"""Words stand on one line where there is room, and wrap where there is not; nothing of them is cut."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, row
from fosdesk.ui.controls.wrapping import Button, WrappingButton, WrappingLabel
from tests.ui.acts import settle
from tests.ui.controls.conftest import Show

LONG = "Grupper dere har endret, frigjør 16 t hver uke && mer"


def drawn(made: WrappingButton) -> list[str]:
    """The lines as Qt has them."""
    return Button.text(made).split("\n")


def test_a_button_breaks_its_words_where_it_is_narrow_and_joins_them_again(qapp: object, show: Show) -> None:
    whole, made = QWidget(), WrappingButton(LONG)
    column(whole).addWidget(made)
    show(whole, 700, 60)
    assert drawn(made) == [LONG]
    low = made.sizeHint().height()
    whole.resize(190, 160)
    settle()
    assert len(drawn(made)) >= 2
    assert " ".join(drawn(made)) == made.text() == LONG
    assert made.height() > low
    assert made.width() == 190
    wide = made.fontMetrics().horizontalAdvance
    assert max(wide(line.replace("&&", "&")) for line in drawn(made)) < 190
    whole.resize(700, 160)
    settle()
    assert drawn(made) == [LONG]
    assert made.height() <= low + 2


def test_new_words_wrap_too(qapp: object, show: Show) -> None:
    whole, made = QWidget(), button("Kort")
    column(whole).addWidget(made)
    show(whole, 160, 200)
    made.setText(LONG)
    settle()
    assert isinstance(made, WrappingButton)
    assert len(drawn(made)) >= 2
    made.setText("Kort")
    assert drawn(made) == ["Kort"]


def test_a_button_is_never_narrower_than_its_longest_word(qapp: object) -> None:
    made = WrappingButton("Ta vare på skolemiljøarbeidet")
    least = made.minimumSizeHint().width()
    assert made.fontMetrics().horizontalAdvance("skolemiljøarbeidet") < least < made.sizeHint().width()


def test_enter_presses_a_button(qapp: object, show: Show) -> None:
    made, pressed = WrappingButton("Lagre"), []
    made.clicked.connect(lambda: pressed.append(1))
    show(made, 160, 60)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert pressed == [1]


def test_a_label_in_a_row_uses_the_room_that_is_there(qapp: object, show: Show) -> None:
    whole = QWidget()
    line, said = row(whole), WrappingLabel("Ingenting har kommet inn ennå. Skriv ned den neste ideen.", "quiet")
    line.addWidget(said)
    line.addStretch(1)
    show(whole, 700, 100)
    one = said.fontMetrics().lineSpacing()
    assert said.heightForWidth(said.width()) < 2 * one
    whole.resize(160, 300)
    settle()
    assert said.width() <= 160
    assert said.heightForWidth(said.width()) >= 2 * one


def test_what_flows_in_lines_is_narrower_where_there_is_no_room(qapp: object, show: Show) -> None:
    flow, field, said = FlowBox(), QWidget(), WrappingLabel("et langt ord til " * 6)
    flow.add(field, 300)
    flow.add(said)
    show(flow, 900, 200)
    assert field.width() == 300
    flow.resize(200, 400)
    QApplication.processEvents()
    assert field.width() == said.width() == 200
    assert said.height() >= said.heightForWidth(200)
