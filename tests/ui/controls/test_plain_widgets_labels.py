"""Somebody's text is shown as it stands: in labels, in tips and on buttons."""

from PySide6.QtCore import Qt

from fosdesk.ui.controls.plain_widgets import ElidedLabel, button, plain_tip, text

WRITTEN = "<b>Lese & skrive</b> <img src=x>"


def test_no_label_takes_a_text_for_markup(qapp: object) -> None:
    for label in (text(WRITTEN), text(WRITTEN, selectable=True), ElidedLabel(WRITTEN)):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert text(WRITTEN).text() == WRITTEN
    assert ElidedLabel(WRITTEN).accessibleName() == WRITTEN


def test_no_tip_takes_a_text_for_markup() -> None:
    assert plain_tip(WRITTEN) == "<qt>&lt;b&gt;Lese &amp; skrive&lt;/b&gt; &lt;img src=x&gt;</qt>"


def test_an_ampersand_on_a_button_is_no_shortcut(qapp: object) -> None:
    assert button("Lese & skrive").text() == "Lese && skrive"
