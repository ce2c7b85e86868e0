"""The bin: deleted records, when and on which role's laptop they were deleted; they can be restored whole."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.record_words import open_title, record_words, role_words, short, value_words
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.school import School
from fosdesk.domain.values.moments import local_moment
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, column, framed, row, text
from fosdesk.ui.forms.deleted_record import with_deleted
from fosdesk.ui.forms.differing_text import one_text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import page_of, record_to_open
from fosdesk.ui.frame.take_back import bring_back
from fosdesk.ui.lists.latest_list import LatestList

if TYPE_CHECKING:
    from fosdesk.store import Deleted

_MOST = 20  # records of one step that are shown with what they said


class BinPart(LatestList):
    """Nothing is removed from it automatically."""

    hears_all: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        lead = words("What was deleted lies here until it is wanted again. It comes back as it was.")
        super().__init__(desk, lead, words("The bin is empty."))

    def _found(self) -> "Sequence[Deleted]":
        return self.desk.workspace.deleted()

    def _one(self, deleted: "Deleted") -> QWidget:
        desk, words = self.desk, self.words
        ids = [record for record, _ in deleted.records]
        first = next((pair for pair in deleted.records if pair[1] in NOUNS), None)
        school = with_deleted(desk, first[:1], first[1:]) if first else desk.school
        title = self._title(deleted, school)
        moment = local_moment(deleted.at)
        when = f"{words.short_date(moment.date().isoformat())} {moment:%H.%M} · {role_words(words, deleted.role)}"
        holder = framed("item")
        body = column(holder, gap=0, margins=(0, 6, 0, 6))
        fold = Disclosure(desk.theme, title, lambda: self._inside(deleted))
        fold.setAccessibleName(f"{title}, {when}")
        fold.unfolded.connect(lambda _: self.laid.emit())
        head = row(gap=8)
        names = column(gap=0)
        names.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        about = text(f"{self._thing(deleted)} · {when}", "quiet")
        about.setContentsMargins(26, 0, 0, 0)
        names.addWidget(about)
        head.addLayout(names, 1)
        if not desk.read_only:
            back = button(words("Bring it back"), name=f"{words('Bring it back')}: {title}")
            back.clicked.connect(lambda: self._bring_back(ids))
            head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(head)
        body.addLayout(fold.place)
        return holder

    def _title(self, deleted: "Deleted", school: School) -> str:
        words, desk = self.words, self.desk
        named = next((record for record, _ in deleted.records if school.find(record) is not None), "")
        if not named:
            return words("Something of a newer fosdesk")
        first = short(record_words(words, desk.framework, school, named), 60)
        more = len(deleted.records) - 1
        if not more:
            return first
        return words.plural("{name} and {n} more", "{name} and {n} more", more, name=first)

    def _thing(self, deleted: "Deleted") -> str:
        nouns = dict.fromkeys(noun_one(self.words, NOUNS[noun]) for _, noun in deleted.records if noun in NOUNS)
        return self.words.joined(list(nouns)[:3])

    def _inside(self, deleted: "Deleted") -> QWidget:
        desk, words = self.desk, self.words
        shown_first = deleted.records[:_MOST]
        school = with_deleted(desk, [record for record, _ in shown_first], [noun for _, noun in shown_first])
        holder = QWidget()
        body = column(holder, gap=4, margins=(26, 4, 0, 8))
        for record_id, noun_key in shown_first:
            record = school.find(record_id)
            if record is None or all(field.hidden for field in NOUNS[noun_key].fields.values()):
                continue
            if len(deleted.records) > 1:
                body.addWidget(text(record_words(words, desk.framework, school, record_id), "strong"))
            for name, field in NOUNS[noun_key].fields.items():
                value = getattr(record, name)
                if not field.hidden and value != field.blank:
                    shown = value_words(words, desk.framework, school, field, value)
                    body.addWidget(text(label_words(words, field), "label"))
                    body.addWidget(text(one_text(desk, field, value, shown), selectable=True))
        if len(deleted.records) > _MOST:
            body.addWidget(text(words("… and more, which come back with it."), "quiet"))
        return holder

    def _bring_back(self, records: list[str]) -> None:
        desk, words = self.desk, self.words

        def told() -> None:
            name = short(record_words(words, desk.framework, desk.school, records[0]), 60)
            self._said.setText(words("{name} is back where it was.", name=words.quoted(name)))
            self._said.show()
            thing = short(open_title(words, desk.framework, desk.school, records[0]), 60)
            desk.show_message(words("Brought back: {thing}.", thing=thing))  # it stays at the foot of every page

        bring_back(desk, records, told)

    def open_record(self, record_id: str) -> None:
        """Go to the page of a restored record."""
        self.desk.go(page_of(self.desk.school, record_id), record_to_open(self.desk.school, record_id))
