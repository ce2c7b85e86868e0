"""A label that has the room stands on one line, whatever its words, size and weight."""

import pytest
from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.plain_widgets import column, row
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.style.theme import Theme, load_fonts
from fosdesk.words import read_words
from tests.ui.acts import settle
from tests.ui.controls.conftest import Show

WORDS = ("Til oss selv", "Til andre skoler", "Til eier og tillitsvalgte", "På papir", "Til forskning", "Ny")


@pytest.mark.parametrize("look", ["heading", "label", "strong", "quiet"])
def test_no_label_wraps_where_there_is_room(qapp: object, show: Show, theme: Theme, look: str) -> None:
    load_fonts()
    whole = QWidget()
    whole.setStyleSheet(theme.style_sheet())
    body = column(whole, gap=0)
    said = [*WORDS, *(read_words("nb")(f"{one}") for one in ("Time", "Members", "Candidates", "People"))]
    said += [" ".join(WORDS[:n]) for n in range(2, 6)] + [f"{n} innspill · {n * 7} t" for n in range(1, 60)]
    labels = [WrappingLabel(one, look) for one in said]
    for label in labels:
        line = row(gap=8)
        line.addWidget(label)
        line.addStretch(1)
        body.addLayout(line)
    show(whole, 1366, 3000)
    settle()
    lines = {label.text(): label.heightForWidth(label.width()) for label in labels}
    one = labels[0].fontMetrics().lineSpacing()
    assert {words for words, height in lines.items() if height > 1.5 * one} == set()
