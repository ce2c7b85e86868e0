"""A line on the overview for requests to erase and people who left long ago; without names."""

from PySide6.QtWidgets import QWidget

from fosdesk.privacy.erasure_due import due_for_erasure, open_erase_requests
from fosdesk.ui.controls.plain_widgets import button, column, framed, mark, row, set_shown, text
from fosdesk.ui.frame.desk import Desk


class PrivacyLine(QWidget):
    """Says what is to be decided on the page Privacy, and opens it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        outer = column(self, gap=0)
        box = framed("advice")
        outer.addWidget(box)
        inside = row(box, gap=12, margins=(14, 6, 8, 6))
        inside.addWidget(mark(desk.theme, "shield", "ochre"))
        self.said = text("")
        inside.addWidget(self.said, 1)
        look = button(desk.words("Look at it"), "text", name=f"{desk.words('Look at it')}: {desk.words('Privacy')}")
        look.clicked.connect(lambda: desk.go("privacy", ""))
        inside.addWidget(look)
        self.hide()

    def refresh(self) -> None:
        """Show what is to be decided; nothing in a colleague's school."""
        desk, words = self._desk, self._desk.words
        if desk.read_only:
            return
        store, school = desk.workspace.store, desk.school
        asked = open_erase_requests(school, store.answered(school.id))
        deleted = store.deleted_of(school.id, "person") if asked else ()
        said = ""
        if any(one.person in places for one in asked for places in (school.records, school.shielded, deleted)):
            said = words("A colleague has asked for what is written about a person to be erased.")
        elif gone := len(due_for_erasure(school, desk.day())):
            said = words.plural(
                "{n} person left long ago. You may want to erase what is written about them.",
                "{n} people left long ago. You may want to erase what is written about them.",
                gone,
            )
        self.said.setText(said)
        set_shown(self, bool(said))
