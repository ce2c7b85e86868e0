"""«Used in»: the records that point to the one that is shown, each to be followed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.record_words import record_words, short
from fosdesk.domain.fields import noun_of
from fosdesk.domain.rules.links import Link, links_to
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, clear, column, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record

_FIRST, _MORE = 4, 24  # how many are shown at first, and how many more at a time
_LONGEST = 48


class UsedIn(QWidget):
    """A quiet line; not there at all where nothing points to the record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.told_elsewhere: frozenset[str] = frozenset()  # keys of nouns whose links are shown in another way
        self._body = column(self, gap=0)
        self._record, self._most = "", _FIRST
        self._shown: list[tuple[str, str, str]] = []
        self.links: list[QPushButton] = []
        self.hide()

    def show_record(self, record_id: str) -> None:
        """Show what points to a record; costs next to nothing where nothing has changed."""
        if record_id != self._record:
            self._record, self._most = record_id, _FIRST
        links = {link.record: link for link in self._links(record_id)} if record_id else {}
        lines = [self._line(link) for link in list(links.values())[: self._most]]
        left = len(links) - len(lines)
        wanted = [*lines, ("", str(left), "")] if left else lines
        if wanted == self._shown:
            return
        had_cursor = any(one.hasFocus() for one in self.links)
        self._shown, self.links = wanted, []
        clear(self._body)
        set_shown(self, bool(lines))
        if lines:
            self._lay(lines, left)
            if had_cursor:
                self.links[0].setFocus()

    def _links(self, record_id: str) -> list[Link]:
        found = links_to(self._desk.school, record_id)
        if not self.told_elsewhere:
            return [*found]
        return [one for one in found if noun_of(self._desk.school.records[one.record]).key not in self.told_elsewhere]

    def _lay(self, lines: list[tuple[str, str, str]], left: int) -> None:
        words = self._desk.words
        flow = FlowBox(gap=2)
        flow.add(text(words("Used in:"), "quiet", wrap=False))
        for record_id, said, field in lines:
            made = button(said, "text", tip=field, name=words("Used in: {what}", what=said))
            made.clicked.connect(lambda _=False, one=record_id: go_to_record(self._desk, one))
            flow.add(made)
            self.links.append(made)
        if left:
            more = button(words.plural("{n} more", "{n} more", left), "text")
            more.clicked.connect(self._show_more)
            flow.add(more)
        self._body.addWidget(flow, 0, Qt.AlignmentFlag.AlignTop)

    def _show_more(self) -> None:
        before = len(self.links)
        self._most += _MORE
        self.show_record(self._record)
        self.links[min(before, len(self.links) - 1)].setFocus()

    def _line(self, link: Link) -> tuple[str, str, str]:
        """The id, the title with the kind, and the label of the field that points here."""
        desk, words, school = self._desk, self._desk.words, self._desk.school
        record = school.records[link.record]
        noun = noun_of(record)
        title, kind = short(record_words(words, desk.framework, school, record.id), _LONGEST), noun_one(words, noun)
        parent = getattr(record, noun.parent) if noun.parent else ""
        if parent and school.find(parent) is not None:
            kind = f"{kind}, {short(record_words(words, desk.framework, school, parent), _LONGEST)}"
        said = title if title.casefold() == kind.casefold() else f"{title} ({kind[:1].lower()}{kind[1:]})"
        return record.id, said, label_words(words, noun.fields[link.field])
