"""The icons: each name is a shipped drawing in one colour, and no other file lies there."""

import pytest
from PySide6.QtWidgets import QApplication

from fosdesk import paths
from fosdesk.ui.style.icons import ICON_NAMES, coloured_icon, icon_picture


def test_the_names_are_the_drawings_that_are_shipped() -> None:
    assert {path.stem for path in paths.resource("icons").glob("*.svg")} == ICON_NAMES
    for name in ICON_NAMES:
        drawing = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        assert 'stroke="currentColor"' in drawing
        assert "lucide-static" in drawing, "as it was published"


@pytest.mark.parametrize("name", sorted(ICON_NAMES))
def test_each_is_drawn(qapp: QApplication, name: str) -> None:
    assert not icon_picture(name, "#1f5c54", 16, 1.5).isNull()
    assert icon_picture(name, "#1f5c54", 16, 1.5).width() == 24


def test_an_icon_that_is_not_shipped_is_a_fault(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        coloured_icon("nothing", 16, "#000000", "#000000", "#000000")
