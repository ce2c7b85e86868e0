"""NounPart: the records of one noun as a list and forms, from its definition alone."""

from collections.abc import Sequence

from fosdesk.display.record_words import record_words, value_words
from fosdesk.domain.fields import Record, child_nouns, fields_of, noun_of
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.fractional_index import at_the_end
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.lists.row_list import RowList, RowWords, Section
from fosdesk.ui.lists.row_moves import RowMoves, is_ordered


class NounPart(Part):
    """What is open first, in the noun's order and groups; what is finished last."""

    def __init__(self, desk: Desk, record: type[Record]) -> None:
        super().__init__(desk)
        self.begins = record
        self._noun = noun_of(record)
        inside = (child.record for child in child_nouns(self._noun))
        self.nouns = (record, *inside)  # type: ignore[misc]  # of this one part
        layout = column(self, gap=8)
        layout.addWidget(text(self.words(self._noun.use.purpose) if self._noun.use.purpose else "", "quiet"))
        self.list = RowList(desk, self._row, self._form)
        self.list.laid.connect(self.laid)
        self.list.rows_asked.connect(self.refresh)
        layout.addWidget(self.list)
        self._moves = (
            RowMoves(desk, self, lambda: self.list.current_id, self._in_order) if is_ordered(self._noun) else None
        )

    @property
    def act(self) -> str:
        """The main button: a new record."""
        return self.words(self._noun.use.new or "New")

    def begin(self) -> None:
        """Begin a record."""
        if self.desk.release(self):
            self.list.begin(at_the_end(self.desk.school, self._noun))

    def open_record(self, record_id: str) -> None:
        """Open a record."""
        self.list.open_row(record_id)

    def refresh(self) -> None:
        """Show the records in their groups."""
        use, words = self._noun.use, self.words
        records = self._sorted(self.desk.new_records.school.of(self._noun.record))
        open_ones = [one for one in records if not (use.done and getattr(one, use.done))]
        sections = self._grouped(open_ones)
        finished = [one.id for one in records if use.done and getattr(one, use.done)]
        if finished:
            sections.append(Section("finished", words("Done"), finished, most=6))
        self.list.show_sections(sections or [Section("none", "", (), empty=words("Nothing here yet."))])

    def _sorted(self, records: Sequence[Record]) -> list[Record]:
        found = list(records)
        for name in reversed(self._noun.use.order):
            bare = name.removeprefix("-")
            found.sort(key=lambda one: self._order(one, bare), reverse=bare != name)
            found.sort(key=lambda one: not getattr(one, bare))  # what has no value comes last either way
        return found

    def _order(self, record: Record, name: str) -> tuple[object, ...]:
        value = getattr(record, name)
        return (sort_key(value),) if isinstance(value, str) else (value or 0,)

    def _grouped(self, records: Sequence[Record]) -> list[Section]:
        name = self._noun.use.group
        if not name:
            return [Section("open", "", [one.id for one in records])] if records else []
        groups: dict[str, list[str]] = {}
        for one in records:
            groups.setdefault(self._words_of(one, name), []).append(one.id)
        order = sorted(groups, key=lambda said: (not said, sort_key(said)))
        others = self.words("Others")
        return [Section(f"group:{said}", said or (others if len(groups) > 1 else ""), groups[said]) for said in order]

    def _words_of(self, record: Record, name: str) -> str:
        desk = self.desk
        return value_words(
            self.words, desk.framework, desk.school, fields_of(type(record))[name], getattr(record, name)
        )

    def _row(self, record_id: str) -> RowWords:
        school = self.desk.new_records.school
        record = school.get(self._noun.record, record_id)
        said = [self._words_of(record, name) for name in self._noun.use.columns if name != self._noun.use.group]
        title = record_words(self.words, self.desk.framework, school, record_id)
        return RowWords(title, " · ".join(one for one in said if one))

    def _form(self, record_id: str) -> RecordForm:
        acts = self._moves.buttons(record_id) if self._moves is not None else ()
        return RecordForm(self.desk, self._noun.record, record_id, acts=acts)

    def _in_order(self) -> Sequence[Record]:
        return self.desk.school.of(self._noun.record)
