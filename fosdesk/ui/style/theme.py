"""Theme: colours by role and fonts, in a light and a dark set, at one text size."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from fosdesk import paths
from fosdesk.display.palette import DARK, LIGHT

_FACES = ("SourceSans3-Regular", "SourceSans3-SemiBold")
_BASE = 15  # pixels at 100 %


class Theme:
    """Colours and sizes for widgets that paint themselves; the others use the style sheet."""

    def __init__(self, name: str, text_size: int = 100) -> None:
        self.name = name
        self.colours = DARK if name == "dark" else LIGHT
        self.text_size = text_size
        self._icons: dict[str, QIcon] = {}

    def px(self, at_hundred: float) -> int:
        """A size in pixels at 100 %, scaled by the text size."""
        return max(1, round(at_hundred * self.text_size / 100))

    def colour(self, role: str) -> QColor:
        """The colour of a role; KeyError for an unknown role."""
        return QColor(self.colours[role])

    def font(self, size: float = _BASE, *, strong: bool = False) -> QFont:
        """The program's font at a size in pixels at 100 %."""
        font = QFont("Source Sans 3")
        font.setPixelSize(self.px(size))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def icon(self, name: str) -> QIcon:
        """A shipped icon in this theme's colours; cached."""
        if name not in self._icons:
            self._icons[name] = QIcon(str(paths.resource("icons", self.name, f"{name}.svg")))
        return self._icons[name]

    def style_sheet(self) -> str:
        """The style sheet with this theme's colours and sizes in place."""
        sheet = paths.resource("styles", "fosdesk.qss").read_text(encoding="utf-8")
        icons = paths.resource("icons", self.name).as_posix()
        for role, colour in self.colours.items():
            sheet = sheet.replace(f"@{role};", f"{colour};").replace(f"@{role} ", f"{colour} ")
        sheet = sheet.replace("@icons", icons)
        for size in (10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40):
            sheet = sheet.replace(f"@{size}px", f"{self.px(size)}px")
        return sheet

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


def load_fonts() -> None:
    """Register the shipped fonts with Qt."""
    if "Source Sans 3" not in QFontDatabase.families():
        for face in _FACES:
            QFontDatabase.addApplicationFont(str(paths.resource("fonts", f"{face}.ttf")))


def chosen_theme(app: QApplication, wish: str, text_size: int, scheme: Qt.ColorScheme) -> Theme:
    """The theme of the settings: light, dark, or the system's by its `scheme`; `text_size` in per cent.

    Where the system says nothing of a scheme, its style's own background tells.
    """
    if scheme == Qt.ColorScheme.Unknown:
        is_dark = app.style().standardPalette().window().color().lightness() < 128
    else:
        is_dark = scheme == Qt.ColorScheme.Dark
    return Theme("dark" if wish == "dark" or (wish == "system" and is_dark) else "light", text_size)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Apply font, palette and style sheet to the program; the font last, as a style sheet resets it on Windows."""
    sheet = theme.style_sheet()
    if app.styleSheet() == sheet:
        return  # dressing anew goes through all that is shown
    load_fonts()
    app.setStyle("Fusion")
    app.setPalette(theme.palette())
    app.setStyleSheet(sheet)
    app.setFont(theme.font())
