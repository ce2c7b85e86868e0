"""What one person deleted while another wrote in it, or in what belongs to it: said in its form, to be settled."""

from PySide6.QtWidgets import QFrame

from fosdesk.display.record_words import short
from fosdesk.domain.fields import noun_of
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.forms.deleted_record import name_of
from fosdesk.ui.frame.desk import Desk


def existence_sentence(desk: Desk, record_id: str) -> str:
    """Who deleted a record and who wrote where, in one sentence."""
    words, name = desk.words, short(name_of(desk, record_id), 70)
    if record_id in desk.school.brought_back:
        return words("{name}: one of you deleted this, the other wrote in what belongs to it.", name=name)
    return words("{name}: one of you deleted this, the other wrote in it.", name=name)


def keep(desk: Desk, record_id: str) -> None:
    """Settle that a record stays, with what was deleted along with it."""
    record = desk.school.find(record_id)
    if record is not None:
        desk.attempt(lambda: desk.workspace.settle(record_id, BIRTH, noun_of(record).key))


def let_go(desk: Desk, record_id: str) -> None:
    """Settle that a record goes, with what belongs to it."""
    record = desk.school.find(record_id)
    if record is not None:
        desk.attempt(lambda: desk.workspace.delete([record]))


class ExistenceConflict(QFrame):
    """Hidden where everybody agrees that the record is there."""

    def __init__(self, desk: Desk, record_id: str) -> None:
        super().__init__()
        self.desk, self.record_id = desk, record_id
        self.setProperty("look", "conflict")
        layout = column(self, gap=4, margins=(12, 10, 12, 10))
        self._said = text("", "strong")
        layout.addWidget(self._said)
        acts = FlowBox(gap=8)
        for sentence, act in ((desk.words("Keep it"), keep), (desk.words("Delete it"), let_go)):
            made = button(sentence, "text")
            made.clicked.connect(lambda _=False, run=act: run(desk, record_id))
            acts.add(made)
        if desk.read_only:
            acts.hide()
        layout.addWidget(acts)
        self.reload()

    def reload(self) -> None:
        """Show the conflict, if there is one."""
        values = self.desk.school.conflicts.get((self.record_id, BIRTH), ())
        disputed = any(str(value).startswith(GONE) for value in values)
        if disputed:
            self._said.setText(existence_sentence(self.desk, self.record_id))
        set_shown(self, disputed)
