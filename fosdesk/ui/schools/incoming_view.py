"""A preview of what a file would bring: counts, then records by page and role."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.record_words import role_words, short, value_words
from fosdesk.domain.changes.merge_preview import FieldDifference, Incoming, IncomingKind, Preview
from fosdesk.domain.fields import Order, noun_of
from fosdesk.domain.school import School
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.forms.deleted_record import name_of
from fosdesk.ui.forms.differing_text import TwoTexts, one_text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import page_of, page_words

_ORDER = tuple(IncomingKind)


class IncomingView(QWidget):
    """All groups are closed at first."""

    def __init__(self, desk: Desk, preview: Preview) -> None:
        super().__init__()
        self.desk, self.preview = desk, preview
        self.groups: list[Disclosure] = []
        body = column(self, gap=2)
        for sentence in self._counts():
            body.addWidget(text(sentence))
        body.addSpacing(6)
        for (page, role), found in self._grouped().items():
            title = f"{page} · {role}" if role else page
            self.groups.append(self._fold(body, title, desk.words.number(len(found)), found))

    def _counts(self) -> list[str]:
        words, count = self.desk.words, self.preview.count
        new, changed, gone = count(IncomingKind.NEW), count(IncomingKind.CHANGED), count(IncomingKind.GONE)
        both, split = count(IncomingKind.BOTH), count(IncomingKind.SPLIT)
        fields = sum(field.both for one in self.preview.incoming for field in one.fields)
        said = [
            (
                fields if both else 0,
                words.plural("{n} field was changed by both of you", "{n} fields were changed by both of you", fields),
            ),
            (
                split,
                words.plural(
                    "{n} thing was deleted by one of you and changed by the other",
                    "{n} things were deleted by one of you and changed by the other",
                    split,
                ),
            ),
            (new, words.plural("{n} thing is new", "{n} things are new", new)),
            (changed, words.plural("{n} thing was changed", "{n} things were changed", changed)),
            (gone, words.plural("{n} thing was deleted", "{n} things were deleted", gone)),
        ]
        found = [sentence for number, sentence in said if number]
        if self.preview.unknown:
            found.append(
                words("Some of it was written in a newer fosdesk. It comes along, and is shown after an update.")
            )
        return found or [words("It holds older versions of texts that you have. What you see stays as it is.")]

    def _grouped(self) -> dict[tuple[str, str], list[Incoming]]:
        """The records by page, in navigation order, and by the role that wrote them; conflicts first."""
        desk, by_key = self.desk, dict[tuple[str, tuple[str, ...]], list[Incoming]]()
        for one in sorted(self.preview.incoming, key=lambda one: _ORDER.index(one.kind)):
            by_key.setdefault((page_of(self._school_of(one), one.record), tuple(one.roles)), []).append(one)
        found = dict[tuple[str, str], list[Incoming]]()
        for (key, roles), some in by_key.items():  # the words of each once, for there may be thousands of records
            said = desk.words.joined([role_words(desk.words, role) for role in roles])
            found.setdefault((page_words(desk, key), said), []).extend(some)
        return found

    def _school_of(self, one: Incoming) -> School:
        """The school to read a record's title from: after the merge, or now if the record would be deleted."""
        return self.preview.after if self.preview.after.find(one.record) is not None else self.desk.school

    def _fold(self, body: QVBoxLayout, title: str, note: str, found: Sequence[Incoming]) -> Disclosure:
        fold = Disclosure(self.desk.theme, title, lambda: ShowMoreList(found, self._one, self.desk.words))
        fold.lay_with_note(body, note)
        return fold

    def _one(self, one: Incoming) -> QWidget:
        desk, words = self.desk, self.desk.words
        holder = QWidget()
        body = column(holder, gap=2, margins=(16, 0, 0, 0))
        title = short(name_of(desk, one.record, self._school_of(one)), 80)
        fold = Disclosure(desk.theme, title, lambda: self._fields(one))
        fold.lay_with_note(body, self._kind_words(one))
        if not self._shown_fields(one):
            fold.setEnabled(False)
            fold.setToolTip(words("Nothing more is written in it."))
        return holder

    def _kind_words(self, one: Incoming) -> str:
        words = self.desk.words
        noun = noun_of(record) if (record := self._school_of(one).find(one.record)) is not None else None
        thing = noun_one(words, noun).lower() if noun is not None else ""
        if one.kind is IncomingKind.SPLIT:
            deleted_there = self.desk.school.find(one.record) is not None
            if deleted_there:
                return words("deleted in the file, changed here")
            return words("deleted here, changed in the file")
        said = {
            IncomingKind.NEW: words("new: {thing}", thing=thing),
            IncomingKind.CHANGED: words("changed: {thing}", thing=thing),
            IncomingKind.BOTH: words("changed by both: {thing}", thing=thing),
            IncomingKind.GONE: words("deleted: {thing}", thing=thing),
        }
        return said[one.kind]

    def _shown_fields(self, one: Incoming) -> list[FieldDifference]:
        record = self._school_of(one).find(one.record)
        fields = noun_of(record).fields if record is not None else {}
        return [field for field in one.fields if not isinstance(fields[field.name], Order)]

    def _fields(self, one: Incoming) -> QWidget:
        desk, words = self.desk, self.desk.words
        record = self._school_of(one).find(one.record)
        assert record is not None
        holder = QWidget()
        body = column(holder, gap=6, margins=(24, 0, 0, 8))
        there = words.joined([role_words(words, role) for role in one.roles])
        for difference in self._shown_fields(one):
            field = noun_of(record).fields[difference.name]
            body.addWidget(text(label_words(words, field), "label"))
            ours = value_words(words, desk.framework, desk.school, field, difference.ours)
            theirs = value_words(words, desk.framework, self.preview.after, field, difference.theirs)
            if one.kind in (IncomingKind.NEW, IncomingKind.SPLIT):
                body.addWidget(text(one_text(desk, field, difference.theirs, theirs), selectable=True))
            elif one.kind is IncomingKind.GONE:
                body.addWidget(text(one_text(desk, field, difference.ours, ours), selectable=True))
            else:
                captions = words("Here now"), words("In the file ({who})", who=there) if there else words("In the file")
                values = (difference.ours, difference.theirs)
                body.addWidget(TwoTexts(desk, field, values, captions, shown=(ours, theirs), equal=difference.both))
        return holder
