"""SearchDesk: what the search of one window finds for what is typed, in the order in which it is shown."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from fosdesk.display.answer_words import AnswerWords
from fosdesk.display.noun_words import noun_one
from fosdesk.display.record_words import short
from fosdesk.domain.fields import Noun, Record, noun_of
from fosdesk.domain.records import Answer
from fosdesk.domain.rules.search_question import Question, question_in
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import home_of, page_of, page_words, record_to_open
from fosdesk.ui.frame.recent_records import RecentRecords, is_open_title
from fosdesk.ui.window.search.commands import act_entries, offers_to_make
from fosdesk.ui.window.search.found import Found, Row
from fosdesk.ui.window.search.place_entries import document_entries, page_entries, part_entries, tool_entries
from fosdesk.ui.window.search.place_search import PlaceSearch, Sort
from fosdesk.ui.window.search.searched_window import SearchedWindow

_MOST = 20  # records that are shown
_LOOKED_AT = 60  # several of these may lead to the same place
_NAMED, _OTHERS = 3, 6  # places that come before and after the records
_RECENT = 8
_TITLE = 120  # characters
_NO_QUESTION = question_in("")


class SearchDesk(QObject):
    """One for each window; the index is the one of the window, the places and acts are those of now."""

    def __init__(self, window: SearchedWindow, desk: Desk, recent: RecentRecords) -> None:
        super().__init__(desk.window)
        self._window, self.desk, self._recent = window, desk, recent
        self.records = desk.record_search
        self._places = PlaceSearch(())

    def begin(self) -> None:
        """Look anew at what pages, documents and acts there are, because a search begins."""
        desk = self.desk
        self._places = PlaceSearch(
            (
                *page_entries(desk),
                *part_entries(desk),
                *tool_entries(desk, self.show_tool),
                *document_entries(desk),
                *act_entries(desk, self),
            )
        )
        self.records.hurry(on=True)

    def rows(self, typed: str, *, private: bool) -> list[Row]:
        """What is found; for nothing typed where one was and what was opened last, then the pages."""
        if not typed.strip():
            return self._without_words(private=private)
        question = question_in(typed)
        places = self._places.find(question)
        is_asked = bool(question.asks and question.words)  # a question is answered first by what people wrote
        named = [one for one in places.named if not one.page or not is_asked][:_NAMED]
        rows = [_low(found) for found in named]
        records = self._records(question, private=private)
        if records and rows:
            rows.append(Row(self.desk.words("What you have written")))
        rows += records
        more = [one for one in (*places.named, *places.places) if one not in named]
        rest = [one for one in more if one.page][:_OTHERS]
        acts = [one for one in (*more, *places.acts) if not one.page][:_OTHERS]
        rows += self._group(self.desk.words("Document and page"), rest, headed=bool(rows))
        return rows + self._group(self.desk.words("What you can do"), acts, headed=bool(rows or rest))

    def offers(self, typed: str) -> list[Row]:
        """What can be made of words that were found nowhere."""
        return [_low(found) for found in offers_to_make(self.desk, typed)]

    # -- acts

    def show_tool(self, noun: Noun) -> None:
        """Show where the records of a noun are kept, unless unsaved text elsewhere cannot be stored."""
        page = home_of(noun)
        self._window.go(page, "")
        if self._window.current_key == page:
            self._window.page(page).show_tool(noun)

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record of a noun on its page; False where unsaved text elsewhere cannot be stored."""
        page = home_of(noun)
        self._window.go(page, "")
        return self._window.current_key == page and self._window.page(page).begin_record(noun)

    def undo(self) -> None:
        """Undo the latest step."""
        self._window.undo()

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self._window.redo()

    # -- parts

    def _records(self, question: Question, *, private: bool) -> list[Row]:
        desk, school = self.desk, self.desk.school
        saying = AnswerWords(desk.words, desk.framework, school, private=private)
        rows: dict[tuple[str, str], Row] = {}
        for record_id in self.records.index.find(question, _LOOKED_AT, private=private):
            place = page_of(school, record_id), self._opened_by(record_id)
            if place not in rows:
                rows[place] = Row(
                    make=partial(self._found, saying, question, record_id, *place),
                    is_tall=True,
                    is_first=not rows,
                )
                if len(rows) == _MOST:
                    break
        return list(rows.values())

    def _opened_by(self, record_id: str) -> str:
        """The record that is shown for another: for a child its parent."""
        record = self.desk.school.find(record_id)
        parent = noun_of(record).parent if record is not None else ""
        return str(getattr(record, parent)) if parent else record_to_open(self.desk.school, record_id)

    def _found(self, saying: AnswerWords, question: Question, record_id: str, page: str, opens: str) -> Found:
        desk, words = self.desk, self.desk.words
        record: Record = desk.school.find(record_id) or Answer(record_id)
        shown = desk.school.find(opens) or record
        title = short(saying.title(opens), _TITLE)
        kind, state = noun_one(words, noun_of(record)), saying.state(shown)
        line = saying.line(record, question, self.records.speech)
        if shown is not record and not line.text:
            line = saying.line(shown, question, self.records.speech)
        return Found(
            title,
            kind,
            lambda: desk.go(page, opens),
            line,
            state if state != title else "",
            saying.day(shown),
            saying.coming(shown),
            page,
            opens,
        )

    def _without_words(self, *, private: bool) -> list[Row]:
        words, desk = self.desk.words, self.desk
        rows, left = [], self._recent.left
        if left.page and (not left.record or private or is_open_title(desk, left.record)):
            rows.append(_low(self._left(left.page, left.record)))
        recent = [one for one in self._recent.ids if private or is_open_title(desk, one)][:_RECENT]
        if recent:
            rows.append(Row(words("Opened last")))
        saying = AnswerWords(words, desk.framework, desk.school, private=private)
        for one in recent:
            page, opens = page_of(desk.school, one), self._opened_by(one)
            rows.append(Row(make=partial(self._found, saying, _NO_QUESTION, one, page, opens)))
        pages = [one for one in self._places.all(Sort.PLACE) if one.kind == words("Page")]
        return rows + self._group(words("Pages"), pages, headed=bool(rows))

    def _left(self, page: str, record: str) -> Found:
        desk, words = self.desk, self.desk.words
        place = page_words(desk, page)
        if record:
            saying = AnswerWords(words, desk.framework, desk.school, private=True)
            place = f"{place} · {short(saying.title(record), _TITLE)}"
        title = words("Where you left off: {place}", place=place)
        return Found(title, words("Last time"), lambda: desk.go(page, record), page=page, record=record)

    @staticmethod
    def _group(heading: str, found: Sequence[Found], *, headed: bool) -> list[Row]:
        rows = [_low(one) for one in found]
        return [Row(heading), *rows] if rows and headed else rows


def _low(found: Found) -> Row:
    return Row(make=lambda: found)
