"""One document for one audience, ready to be written with any writer: to a file, to count its pages, or to look at."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.fields import NOUNS, Long, Short, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.domain.values.period import Period
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import AT_HOME, NAME_IN_TEXT, PERSON, Filtered
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.document_kind import APPENDIX, Document, DocumentKind
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_school import DocumentSchool
from fosdesk.reports.meeting_choice import meeting_of
from fosdesk.reports.preview_recorder import PreviewRecorder
from fosdesk.reports.sections.document_opening import document_subject, example_mark, write_opening
from fosdesk.reports.sections.withheld_page import TwoTexts, write_withheld
from fosdesk.reports.shortening import ONE_PAGE_ROOMS, WHOLE, Room
from fosdesk.reports.withheld_text import WithheldItem, tickable_texts, ticked_kinds, withheld_items, withheld_kinds
from fosdesk.reports.writer import PAPER_SIZES, DocumentProperties, FileWriter, Phrases, Writer
from fosdesk.words import Words

_MAX_CHAPTERS_WITHOUT_CONTENTS = 3
_SURELY_ON_ONE_PAGE = 300  # characters below the masthead, beside a figure
_CONTENTS_LINE_SHARES = (1 / 26, 1 / 39)  # share of a page that a contents line of level 1 or 2 takes

W = TypeVar("W", bound=FileWriter)


class Composition:
    """A document, the school as its audience may see it, and all that was chosen for this one time.

    `names` are all that were ever written in the school. `within` limits it to a period where its kind allows that.
    `meeting` is the id of the meeting that it is about; without one, a kind that is about a meeting takes the nearest.
    `pace` may stop what is written. Each page of what is made from an example school says so.
    """

    def __init__(
        self,
        document: Document,
        kind: DocumentKind,
        school: School,
        framework: Framework,
        words: Words,
        audience: Audience,
        day: date,
        *,
        names: NameDetector,
        ticked: Collection[str] = (),
        draft: bool = True,
        period: str = "",
        within: Period | None = None,
        meeting: str = "",
        paper: str = "",
        history: History = (),
        pace: Pace = NO_HURRY,
        is_example: bool = False,
    ) -> None:
        self.document, self.kind, self.words, self.audience = document, kind, words, audience
        self._within = within if kind.by_period else None
        about = meeting_of(kind, school, day, meeting)
        self._meeting = meeting or (about.id if about is not None else "")
        self._limited = DocumentSchool.of(school, self._within, self._meeting)
        self.school = self._limited.school
        self._framework, self._day, self._names = framework, day, names
        self._ticked, self._history, self._period, self._pace = ticked, history, period, pace
        self._draft = draft
        self._paper = paper if paper in kind.papers else kind.paper
        self._every_page = example_mark(words) if is_example else ""
        self.filtered = self.filtered_with(ticked)

    def filtered_with(self, ticked: Collection[str]) -> Filtered:
        """The school as the audience may see it, with what is `ticked` let in."""
        return self._limited.filtered(
            self.audience, self.kind.home_fields, names=self._names, ticked=ticked, history=self._history
        )

    def reader(self, room: Room = WHOLE, filtered: Filtered | None = None) -> DocumentReader:
        """A reader with that much room, of this document's school or of one that is filtered otherwise."""
        return DocumentReader(
            filtered or self.filtered,
            self._framework,
            self.words,
            self.audience,
            self._day,
            room,
            self._within,
            self._limited.outside,
            self._meeting,
        )

    def write_to(self, writer: Writer, reader: DocumentReader) -> None:
        """Write the document from its title to what is not included in it."""
        words, kind = self.words, self.kind
        has_no_mark = kind.by_meeting or kind.is_poster  # no notice says that it is final
        mark = "" if has_no_mark and not self._draft else self._mark
        title = words(kind.title)
        write_opening(writer, reader, title, mark, self._period, brief=kind.brief, is_poster=kind.is_poster)
        if not kind.brief:
            writer.contents(contents_depth)
        self.document.write(writer, reader)
        write_withheld(writer, reader, *self._withheld_and_included, self._two_texts)

    def written_with(self, make: Callable[[DocumentProperties], W], room: Room) -> W:
        """A writer that has got the whole document; Stopped by the pace."""
        self._pace()
        reader = self.reader(room)
        writer = make(self._properties(reader, room.scale))
        self.write_to(writer, reader)
        self._pace()
        return writer

    def room(self, *, is_laid_out: bool = False) -> Room:
        """The most room with which a document of one page has the fewest pages; all there is for any other.

        What only shrinks the letters matters where it `is_laid_out`.
        """
        kind = self.kind
        if not (kind.one_page or kind.rooms):
            return WHOLE
        rooms = kind.rooms or ONE_PAGE_ROOMS
        most, least = (self._recorded(room) for room in (rooms[0], rooms[-1]))
        says_the_same = most.fingerprint == least.fingerprint and not is_laid_out
        if says_the_same or most.characters < _SURELY_ON_ONE_PAGE:
            return rooms[0]  # found without the engine, so that looking at a short document does not load it
        pages: dict[Room, int] = {}
        for room in rooms:
            pages[room] = self._front_pages(room)
            if pages[room] == 1:
                return room
        # What is asked for is never shortened and may need a page more; then nothing else is shortened in vain.
        return min(pages, key=lambda room: pages[room])

    def _front_pages(self, room: Room) -> int:
        """How many pages there are, without those of an appendix."""
        from fosdesk.reports.pdf.pdf_document import PdfDocument

        written = self.written_with(PdfDocument, room)
        if self.kind.has_appendix and (begins := written.heading_pages().get(APPENDIX)):
            return begins - 1
        return written.page_count()

    def _recorded(self, room: Room) -> PreviewRecorder:
        recorder = PreviewRecorder(brief=self.kind.brief, digest_only=True)
        self.document.write(recorder, self.reader(room))
        return recorder

    @cached_property
    def _two_texts(self) -> tuple[TwoTexts, ...]:
        """The places with two texts that the document shows; none where it has a chapter of its own on them."""
        conflicts = self.filtered.school.conflicts
        if not conflicts or self.kind.lists_conflicts:
            return ()
        recorder, reader = PreviewRecorder(brief=self.kind.brief), self.reader()
        self.document.write(recorder, reader)
        shown = {f"{noun}.{name}" for noun in self.document.nouns() for name in NOUNS[noun].fields}
        shown.update(self.document.extra_fields())
        found = []
        for (record_id, name), values in conflicts.items():
            record = reader.school.find(record_id)
            if record is None or f"{noun_of(record).key}.{name}" not in shown:
                continue
            field = noun_of(record).fields[name]
            # A choice, a day or a number may be in a figure or a sum, a text only where it can be read.
            if not field.hidden and (
                not isinstance(field, Short | Long) or recorder.mentions_record(record, [name], reader)
            ):
                found.append(TwoTexts(record, name, values))
        return tuple(found)

    @cached_property
    def _withheld_and_included(self) -> tuple[tuple[WithheldItem, ...], tuple[WithheldItem, ...]]:
        """What the last page tells: what stays out, and what was let in by a tick."""
        words, ticked = self.words, self._ticked
        nouns, extra_fields = self.document.nouns(), self.document.extra_fields()
        tickable = self.withheld_and_tickable if ticked else ()
        if self.audience is Audience.RESEARCH:
            return withheld_kinds(self.filtered, words, nouns), ticked_kinds(tickable, ticked)
        included = tuple(one for one in tickable if one.may_tick and one.place in ticked)
        return withheld_items(self.filtered, words, nouns, extra_fields), included

    @cached_property
    def withheld_and_tickable(self) -> tuple[WithheldItem, ...]:
        """What stays out of the document for its audience, with what a user may tick to include it once.

        What is ticked already is among it. For research each text is ticked by itself.
        """
        words, nouns, extra_fields = self.words, self.document.nouns(), self.document.extra_fields()
        unticked = self.filtered_with(()) if self._ticked else self.filtered
        if self.audience is not Audience.RESEARCH:
            return withheld_items(unticked, words, nouns, extra_fields)
        never = [one for one in withheld_kinds(unticked, words, nouns) if one.reason in (PERSON, NAME_IN_TEXT, AT_HOME)]
        return (*tickable_texts(self.school, unticked, words, nouns, extra_fields), *never)

    @property
    def _mark(self) -> str:
        return self.words("Draft") if self._draft else self.words("Final version")

    def _properties(self, reader: DocumentReader, scale: float) -> DocumentProperties:
        words, kind, name = self.words, self.kind, reader.school_name
        title, meeting = words(kind.title), reader.meeting
        day = words.date(meeting.day) if meeting is not None else ""
        return DocumentProperties(
            words("{title}, {school}", title=title, school=name),
            language=words.pdf_language,
            day=self._day,
            phrases=Phrases.from_words(words),
            author=name,
            subject=document_subject(reader, self._mark, self._period, self._every_page),
            running_head=f"{title}, {day}" if day else title,
            running_foot=self._mark if self._draft else "",
            every_page=self._every_page,
            size=PAPER_SIZES[self._paper],
            one_page=kind.one_page,
            scale=scale * PAPER_SIZES[self._paper][0] / PAPER_SIZES[kind.paper][0],
        )


def contents_depth(headings: Mapping[int, int]) -> int:
    """The depth of the table of contents, from the number of headings of each level: 0 (none), 1 or 2."""
    chapters, sections = headings.get(1, 0), headings.get(2, 0)
    if chapters <= _MAX_CHAPTERS_WITHOUT_CONTENTS:
        return 0
    return 2 if chapters * _CONTENTS_LINE_SHARES[0] + sections * _CONTENTS_LINE_SHARES[1] <= 1 else 1
