"""Icons: the shipped Lucide drawings as pixmaps in the colours of a theme; nothing of SVG is loaded before one is."""

from functools import cache

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from fosdesk import paths

ICON_NAMES = frozenset(
    [
        "calendar",
        "check",
        "chevron-down",
        "chevron-left",
        "chevron-right",
        "chevron-up",
        "circle-alert",
        "history",
        "lightbulb",
        "notebook-pen",
        "plus",
        "printer",
        "redo-2",
        "search",
        "shield",
        "split",
        "trash-2",
        "undo-2",
        "x",
    ]
)


@cache
def _drawing(name: str) -> str:
    if name not in ICON_NAMES:
        raise KeyError(name)
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def icon_picture(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    """An icon of `side` px in a colour such as «#1f5c54», for a screen with `ratio` dots a pixel.

    KeyError for an icon that is not in ICON_NAMES.
    """
    dots = round(side * ratio)
    drawn = _drawing(name).replace("currentColor", colour)
    for size in ("width", "height"):
        drawn = drawn.replace(f'\n  {size}="24"', f'\n  {size}="{dots}"')
    picture = QPixmap()
    picture.loadFromData(drawn.encode(), "svg")  # a QImageReader, which scales too, would bring more enums: 1 ms
    picture.setDevicePixelRatio(ratio)
    return picture


def coloured_icon(name: str, side: int, colour: str, faded: str, checked: str) -> QIcon:
    """An icon of `side` px, sharp on every screen: in `colour`, in `faded` where disabled, in `checked` while on."""
    icon = QIcon()
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        for mode, state, shown in (
            (QIcon.Mode.Normal, QIcon.State.Off, colour),
            (QIcon.Mode.Disabled, QIcon.State.Off, faded),
            (QIcon.Mode.Normal, QIcon.State.On, checked),
        ):
            icon.addPixmap(icon_picture(name, shown, side, ratio), mode, state)
    return icon
