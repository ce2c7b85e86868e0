"""Theme: colours by role, fonts and icons, in a light, a dark and a high-contrast set, at one text size."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from fosdesk import paths
from fosdesk.ui.style.palettes import PALETTES, contrast_palette
from fosdesk.ui.style.steps import ICON, TYPE_SIZES, Pixels

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QAbstractButton

_FACES = ("SourceSans3-Regular", "SourceSans3-SemiBold")
_STYLE = "Fusion"
_HAS_STYLE = "has_style"  # a property of the program that was begun in it
_HAS_DARK_GROUND = "has_dark_ground"  # another: whether the system's background is dark, as it was found
_DARK_BELOW = 128  # lightness, of 255
_BESIDE = 6  # px: an icon's air at both sides together, besides what Qt leaves


class Theme:
    """Colours and sizes for widgets that paint themselves; the others use the style sheet."""

    def __init__(self, name: str, text_size: int = 100, colours: Mapping[str, str] | None = None) -> None:
        """`name` is light, dark or contrast; `colours` are the system's own high contrast, in place of ours."""
        self.name = name
        self.colours = PALETTES[name] if colours is None else colours
        self.text_size = text_size
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def px(self, at_hundred: float) -> Pixels:
        """A size in pixels at 100 %, scaled by the text size."""
        return Pixels(max(1, round(at_hundred * self.text_size / 100)))

    def colour(self, role: str) -> QColor:
        """The colour of a role; KeyError for an unknown role."""
        return QColor(self.colours[role])

    def font(self, size: float = TYPE_SIZES["base"], *, strong: bool = False) -> QFont:
        """The program's font at a size in pixels at 100 %."""
        font = QFont("Source Sans 3")
        font.setPixelSize(self.px(size))
        if sys.platform == "win32":
            # There, letters at 100 % are by default moved to whole pixels sidewards too: uneven gaps, other widths.
            font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def icon(self, name: str, role: str = "quiet", side: float = ICON) -> "QIcon":
        """A shipped icon in the colour of a role, `side` px wide at 100 %; cached. KeyError for an unknown name."""
        from fosdesk.ui.style.icons import coloured_icon  # the first one loads what reads SVG

        key = name, role, self.px(side)
        if key not in self._icons:
            colours = self.colours
            self._icons[key] = coloured_icon(name, key[2], colours[role], colours["quiet"], colours["on_accent"])
        return self._icons[key]

    def mark(self, button: "QAbstractButton", name: str, role: str = "") -> None:
        """Put an icon beside the words of a button, in the colour of its words, or that of a role.

        Not before the first paint: what reads SVG is loaded with the first icon.
        """
        from PySide6.QtCore import QSize

        is_filled = button.property("look") == "main"
        button.setIcon(self.icon(name, role or ("on_accent" if is_filled else "accent")))
        button.setIconSize(QSize(self.px(ICON) + _BESIDE, self.px(ICON)))

    def style_sheet(self) -> str:
        """The style sheet with this theme's colours and sizes in place."""
        sheet = paths.resource("styles", "fosdesk.qss").read_text(encoding="utf-8")
        icons = paths.resource("icons", self._drawn_for()).as_posix()
        for role, colour in self.colours.items():
            sheet = sheet.replace(f"@{role};", f"{colour};").replace(f"@{role} ", f"{colour} ")
        sheet = sheet.replace("@icons", icons)
        for size in (10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40):
            sheet = sheet.replace(f"@{size}px", f"{self.px(size)}px")
        return sheet

    def _drawn_for(self) -> str:
        """The folder of the icons that the style sheet names: those of the own palette that has such a ground."""
        if self.name == "contrast" and self.colour("paper").lightness() >= _DARK_BELOW:
            return "light"
        return self.name

    def palette(self) -> QPalette:
        """The QPalette for what the style sheet does not reach."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, name in (
            (role.Window, "paper"),
            (role.WindowText, "ink"),
            (role.Base, "raised"),
            (role.AlternateBase, "panel"),
            (role.Text, "ink"),
            (role.Button, "raised"),
            (role.ButtonText, "ink"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on_accent"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.PlaceholderText, "quiet"),
            (role.ToolTipBase, "raised"),
            (role.ToolTipText, "ink"),
            (role.Accent, "accent"),
            (role.Mid, "hairline"),
            (role.Midlight, "panel"),
            (role.Dark, "border"),
            (role.Light, "raised"),
            (role.Shadow, "border"),
            (role.BrightText, "on_accent"),
        ):
            palette.setColor(target, self.colour(name))
        for target in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("quiet"))
        return palette


def application() -> QApplication:
    """The QApplication, made in the style that themes are drawn for where there is none yet.

    To set it in one that is there makes all enums of QStyle, 5 ms before the first paint.
    """
    app = QApplication.instance()
    if app is None:
        app = QApplication([*(sys.argv[:1] or ["fosdesk"]), "-style", _STYLE])
        app.setProperty(_HAS_STYLE, True)
    return cast(QApplication, app)


def load_fonts() -> None:
    """Register the shipped fonts with Qt."""
    if "Source Sans 3" not in QFontDatabase.families():
        for face in _FACES:
            QFontDatabase.addApplicationFont(str(paths.resource("fonts", f"{face}.ttf")))


def chosen_theme(
    app: QApplication, wish: str, text_size: int, scheme: "Qt.ColorScheme | None", *, is_contrast_high: bool = False
) -> Theme:
    """The theme of the settings: light, dark, contrast, or the system's by its `scheme`; `text_size` in per cent.

    Where the system says nothing of a scheme, or was not asked yet (None), its background tells. Where it shows high
    contrast, its own colours are used for «system» and «contrast».
    """
    if is_contrast_high and wish not in ("light", "dark"):
        return Theme("contrast", text_size, _system_contrast(app))
    if wish in PALETTES:
        return Theme(wish, text_size)
    says = "Unknown" if scheme is None else scheme.name  # Qt's enums are not read before the first paint
    is_dark = says == "Dark" if says != "Unknown" else _has_dark_ground(app)
    return Theme("dark" if is_dark else "light", text_size)


def _has_dark_ground(app: QApplication) -> bool:
    """Whether the system's background is dark; to ask its style would make all enums of QStyle, 5 ms of the start."""
    if app.property(_HAS_DARK_GROUND) is None:  # and so no palette of ours is on
        app.setProperty(_HAS_DARK_GROUND, app.palette().window().color().lightness() < _DARK_BELOW)
    return bool(app.property(_HAS_DARK_GROUND))


def _system_contrast(app: QApplication) -> Mapping[str, str]:
    """The palette of the system's high contrast; ours is taken off for the moment of reading it."""
    shown = app.palette()
    app.setPalette(QPalette())
    of_system = app.palette()
    app.setPalette(shown)
    role = QPalette.ColorRole
    roles = (role.Window, role.WindowText, role.Base, role.Link, role.Highlight)
    return contrast_palette(*(of_system.color(one).name() for one in roles))


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Apply font, palette and style sheet to the program; the font last, as a style sheet resets it on Windows."""
    sheet = theme.style_sheet()
    if app.styleSheet() == sheet:
        return  # dressing anew goes through all that is shown
    _has_dark_ground(app)
    load_fonts()
    if not app.property(_HAS_STYLE):
        app.setStyle(_STYLE)
    app.setPalette(theme.palette())
    app.setStyleSheet(sheet)
    app.setFont(theme.font())
