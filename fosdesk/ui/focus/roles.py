"""Roles for screen readers that Qt's widgets do not have: headings, tabs, links, disclosures, lists and their rows."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QApplication, QLabel, QWidget

ROLE = "role"  # a property of a widget: one of the keys below
_ROLES = {
    "heading": QAccessible.Role.Heading,
    "tabs": QAccessible.Role.PageTabList,
    "tab": QAccessible.Role.PageTab,
    "navigation": QAccessible.Role.Grouping,
    "link": QAccessible.Role.Link,
    "button": QAccessible.Role.Button,
    "disclosure": QAccessible.Role.Button,
    "list": QAccessible.Role.List,
    "row": QAccessible.Role.ListItem,
    "figure": QAccessible.Role.Graphic,
    "choices": QAccessible.Role.Grouping,
    "choice": QAccessible.Role.RadioButton,  # one of a few, of which one at most is on
}
_OF_LOOKS = {"title": "heading", "heading": "heading", "tab": "tab"}
_LEVELS = {"title": 1, "heading": 2}
_INSTALLED = "roles_installed"


def install_roles() -> None:
    """Let Qt ask here first for the interface of a widget; once is enough; without a screen reader, nothing asks."""
    app = QApplication.instance()
    if app is not None and not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface_of)


def role_of(widget: QWidget) -> str:
    """The role that a widget is given here, by its property or its look; empty for one that keeps Qt's own."""
    said = widget.property(ROLE)
    if isinstance(said, str):
        return said
    look = widget.property("look")
    role = _OF_LOOKS.get(look, "") if isinstance(look, str) else ""
    is_fitting = isinstance(widget, QLabel) if role == "heading" else isinstance(widget, QAbstractButton)
    return role if is_fitting else ""


def tell_unfolded(button: QAbstractButton) -> None:
    """Tell that a disclosure was opened or closed."""
    changed = QAccessible.State()
    changed.expanded = changed.collapsed = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def position_in_list(widget: QWidget) -> str:
    """Where a row stands in its list, such as «3 / 12»; empty outside a list."""
    around = widget.parentWidget()
    while around is not None and around.property(ROLE) != "list":
        around = around.parentWidget()
    if around is None:
        return ""
    rows = [one for one in around.findChildren(QAbstractButton) if one.property(ROLE) == "row" and one.isVisible()]
    top = {id(one): one.mapTo(around, one.rect().topLeft()).y() for one in rows}
    rows.sort(key=lambda one: top[id(one)])
    return f"{rows.index(widget) + 1} / {len(rows)}" if isinstance(widget, QAbstractButton) and widget in rows else ""


def _interface_of(_name: str, thing: QObject | None) -> QAccessibleWidget | None:
    if not isinstance(thing, QWidget):
        return None
    role = role_of(thing)
    if not role:
        return None
    return _Face(thing, role)


@runtime_checkable
class Pressed(Protocol):
    """A widget that is pressed like a button, and is none of Qt's."""

    clicked: SignalInstance


class _Face(QAccessibleWidget):
    """What a screen reader is told of a widget. Nothing may be raised here, as it would end the process."""

    def __init__(self, widget: QWidget, role: str) -> None:
        super().__init__(widget, _ROLES.get(role, QAccessible.Role.Client), "")
        self._role, self._widget = role, widget
        if role == "heading" and not widget.accessibleIdentifier():
            # PySide6 6.12 cannot hand out attributes, among them the level: asking for them ends the process.
            level = _LEVELS.get(str(widget.property("look")), 2)
            widget.setAccessibleIdentifier(f"heading-{level}")

    def text(self, kind: QAccessible.Text) -> str:
        """The name, which is the visible text where no other is given, and the place of a row in its list."""
        widget = self._widget
        try:
            if kind == QAccessible.Text.Name and not widget.accessibleName():
                if isinstance(widget, QAbstractButton):
                    return widget.text().replace("&&", "&")
                if isinstance(widget, QLabel):
                    return widget.text()
            if kind == QAccessible.Text.Description and self._role == "row":
                return position_in_list(widget)
            return super().text(kind)
        except RuntimeError:  # it has been deleted meanwhile
            return ""

    def state(self) -> QAccessible.State:
        """Whether it is chosen, or unfolded."""
        state = super().state()
        try:
            if isinstance(self._widget, QAbstractButton):
                is_on = self._widget.isChecked()
                if self._role in ("tab", "link"):
                    state.selectable, state.selected = True, is_on
                elif self._role == "choice":
                    state.checkable, state.checked = True, is_on
                elif self._role == "disclosure":
                    state.expandable, state.expanded, state.collapsed = True, is_on, not is_on
        except RuntimeError:
            pass
        return state

    def actionNames(self) -> list[str]:
        """Pressing, for what can be clicked."""
        names = super().actionNames()
        return ["Press", *names] if isinstance(self._widget, QAbstractButton | Pressed) else names

    def doAction(self, name: str) -> None:
        """Press, or what Qt itself does."""
        try:
            if name == "Press" and isinstance(self._widget, QAbstractButton):
                if self._widget.isEnabled():
                    self._widget.click()
            elif name == "Press" and isinstance(self._widget, Pressed):
                self._widget.clicked.emit()
            else:
                super().doAction(name)
        except RuntimeError:
            pass
