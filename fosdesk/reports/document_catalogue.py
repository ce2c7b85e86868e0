"""The catalogue of documents, and the function that makes one of them as a PDF or Word file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.domain.values.period import Period
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import NAME_IN_TEXT, PERSON, Filtered
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.reports.document_reader import EXCERPT_LENGTHS, DocumentReader
from fosdesk.reports.document_school import DocumentSchool
from fosdesk.reports.sections.document_opening import AUDIENCES, document_subject, write_opening
from fosdesk.reports.sections.withheld_page import write_withheld
from fosdesk.reports.withheld_text import WithheldItem, tickable_texts, ticked_kinds, withheld_items, withheld_kinds
from fosdesk.reports.writer import PAPER_SIZES, DocumentProperties, Phrases, Writer, WriteResult
from fosdesk.words import Words

_FORBIDDEN_CHARACTERS = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028-\u202f\ufeff]')
PDF, WORD = ".pdf", ".docx"  # file name extensions
_MAX_CHAPTERS_WITHOUT_CONTENTS = 3
_CONTENTS_LINE_SHARES = (1 / 26, 1 / 39)  # share of a page that a contents line of level 1 or 2 takes


W = TypeVar("W", bound=Writer)


class DocumentKind(NamedTuple):
    """A document that can be made; `title` and `about` are English texts that are looked up in the catalogues."""

    key: str
    title: str
    about: str
    module: str
    audiences: tuple[Audience, ...] = (Audience.SCHOOL, Audience.OWNER, Audience.NETWORK)  # the first is the default
    brief: bool = False  # a page or two under a masthead, with no cover and no contents
    one_page: bool = False  # shortened until it fits on one page
    history: bool = False  # it needs the history of changes
    paper: str = "A4"  # a key of PAPER_SIZES
    category: str = "ours"  # the group it is listed in: a key of CATEGORIES
    by_period: bool = False  # it can be limited to a period
    home_fields: tuple[str, ...] = ()  # fields («noun.field») that only the school itself reads


CATEGORIES: Mapping[str, str] = {
    "ours": "For ourselves",
    "owner": "For the owner and union representatives",
    "schools": "For other schools",
    "paper": "On paper",
    "research": "For research",
}


class Document(Protocol):
    """The interface that the module of a document implements."""

    def nouns(self) -> tuple[str, ...]:
        """The keys of the nouns whose records the document writes out, in its own order."""

    def extra_fields(self) -> tuple[str, ...]:
        """Further fields that the document shows, as «noun.field»."""

    def write(self, writer: Writer, reader: DocumentReader) -> None:
        """Write everything between the cover and the page on what is withheld."""


DOCUMENTS: Mapping[str, DocumentKind] = {
    kind.key: kind
    for kind in (
        DocumentKind(
            "description",
            "Description of choices",
            "The whole story of the work, in your own words: what you chose, why, and what came of it. For yourselves, "
            "the owner and other schools.",
            "description",
        ),
        DocumentKind(
            "gate_log",
            "Gatekeeping log",
            "What came to the school, what you took in and what you kept outside, with reasons. For the work group, "
            "the owner and those who come after you.",
            "gate_log",
            by_period=True,
            home_fields=("gate_entry.reply",),
        ),
        DocumentKind(
            "status",
            "Status for the owner",
            "One page: where we are, what we have chosen, what happens next, and what we ask the owner for.",
            "status_report",
            (Audience.OWNER, Audience.SCHOOL),
            brief=True,
            one_page=True,
            category="owner",
        ),
        DocumentKind(
            "steering_brief",
            "Brief for the steering group",
            "What has happened this semester, what you ask the group to decide, the support you have, and questions "
            "for the meeting.",
            "steering_brief",
            (Audience.OWNER, Audience.SCHOOL),
            brief=True,
            category="owner",
        ),
        DocumentKind(
            "mandate",
            "Mandate and members",
            "What the work group is asked to do, who is in it, which voices were considered, and what time it has.",
            "mandate",
            brief=True,
        ),
        DocumentKind(
            "time_sheet",
            "Time for the work",
            "What time is protected, what gives way for it, and how it is balanced. For the owner and the unions.",
            "time_sheet",
            (Audience.OWNER, Audience.SCHOOL),
            brief=True,
            category="owner",
        ),
        DocumentKind(
            "transition_note",
            "Transition notes",
            "Why a phase was opened or closed, what you take with you, and what is still open; the latest first.",
            "transition_notes",
            brief=True,
        ),
        DocumentKind(
            "share_card",
            "Share card for other schools",
            "One page on what you tried, how, what came of it, and what others may ask you about. It tells of no "
            "person.",
            "share_card",
            (Audience.NETWORK,),
            brief=True,
            one_page=True,
            category="schools",
        ),
        DocumentKind(
            "hand_over",
            "For you who take over",
            "For a new principal: where the school is going, who is who, what was decided and why, what is promised, "
            "and what waits. An afternoon's read.",
            "hand_over",
            (Audience.SCHOOL, Audience.OWNER),
        ),
        DocumentKind(
            "union_facts",
            "For union representatives",
            "One page on what the program stores, who sees it, what it does not do, and the time that is asked and "
            "freed.",
            "union_facts",
            (Audience.OWNER, Audience.SCHOOL),
            brief=True,
            one_page=True,
            category="owner",
        ),
        DocumentKind(
            "information_notice",
            "Information to group members",
            "What is stored about those in the work group, where, how long, and what they can ask for. To be handed "
            "out.",
            "information_notice",
            (Audience.SCHOOL,),
            brief=True,
            one_page=True,
        ),
        DocumentKind(
            "history_appendix",
            "Appendix: decisions and changes",
            "When somebody asks: what was decided and changed, when and by which role, and where two texts stand side "
            "by side.",
            "history_appendix",
            (Audience.SCHOOL, Audience.OWNER),
            history=True,
            home_fields=("gate_entry.reply",),
        ),
        *(
            DocumentKind(
                f"checklist_{phase.lower()}",
                title,
                "A sheet to tick and write on in a meeting, with your own items and room for new ones.",
                f"checklist_sheet:{phase}",
                (Audience.SCHOOL,),
                brief=True,
                category="paper",
            )
            for phase, title in (
                ("F0", "Checklist on paper: before the start"),
                ("F1", "Checklist on paper: phase 1"),
                ("F2", "Checklist on paper: phase 2"),
                ("F3", "Checklist on paper: phase 3"),
                ("F4", "Checklist on paper: phase 4"),
            )
        ),
        DocumentKind(
            "research",
            "Numbers and chosen texts for research",
            "Numbers, with those below five hidden, and only the texts that you tick one by one. No names, and no day "
            "finer than the semester.",
            "research_report",
            (Audience.RESEARCH,),
            category="research",
        ),
    )
}


def withheld_and_tickable(
    document: Document, school: School, unticked: Filtered, words: Words, audience: Audience
) -> tuple[WithheldItem, ...]:
    """What stays out of the document for an audience, with what a user may tick to include it once.

    `unticked` is the school filtered without ticks. For research each text is ticked by itself.
    """
    nouns, extra_fields = document.nouns(), document.extra_fields()
    if audience is not Audience.RESEARCH:
        return withheld_items(unticked, words, nouns, extra_fields)
    never = [one for one in withheld_kinds(unticked, words, nouns) if one.reason in (PERSON, NAME_IN_TEXT)]
    return (*tickable_texts(school, unticked, words, nouns, extra_fields), *never)


def make_document(
    key: str,
    school: School,
    framework: Framework,
    words: Words,
    audience: Audience,
    day: date,
    path: Path,
    *,
    names: NameDetector,
    ticked: Collection[str] = (),
    draft: bool = True,
    period: str = "",
    within: Period | None = None,
    history: History = (),
    pace: Pace = NO_HURRY,
) -> WriteResult:
    """Write the document to `path`: a Word file where the name ends in .docx, else a PDF.

    `names` are all that were ever written in the school; outside it, no text that mentions one is included. `within`
    limits a document to a period where its kind allows that, `period` is what to say about it on the cover. OSError
    when the file cannot be written, and Stopped by `pace`; what was at `path` is left then. FosdeskError for an unknown
    document, or an audience that it is not made for.
    """
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    document, kind = document_module(key), DOCUMENTS[key]
    chosen = within if kind.by_period else None
    limited = DocumentSchool.of(school, chosen)
    filtered = limited.filtered(audience, kind.home_fields, names=names, ticked=ticked, history=history)
    if audience not in kind.audiences:
        raise FosdeskError(
            "“{document}” is not made for this audience. It is made for: {audiences}.",
            document=words(kind.title),
            audiences=", ".join(words(AUDIENCES[one]) for one in kind.audiences),
        )
    nouns, extra_fields = document.nouns(), document.extra_fields()
    unticked = limited.filtered(audience, kind.home_fields, names=names, history=history) if ticked else filtered
    tickable = withheld_and_tickable(document, limited.school, unticked, words, audience) if ticked else ()
    if audience is Audience.RESEARCH:
        withheld, included = withheld_kinds(filtered, words, nouns), ticked_kinds(tickable, ticked)
    else:
        withheld = withheld_items(filtered, words, nouns, extra_fields)
        included = tuple(one for one in tickable if one.place in ticked)
    mark = words("Draft") if draft else words("Final version")
    title = words(kind.title)

    def properties(reader: DocumentReader) -> DocumentProperties:
        name = reader.school_name
        return DocumentProperties(
            words("{title}, {school}", title=title, school=name),
            language=words.pdf_language,
            day=day,
            phrases=Phrases.from_words(words),
            author=name,
            subject=document_subject(reader, mark, period),
            running_head=title,
            running_foot=mark if draft else "",
            size=PAPER_SIZES[kind.paper],
            one_page=kind.one_page,
        )

    def write_with(make: Callable[[DocumentProperties], W], compactness: int) -> W:
        pace()
        reader = DocumentReader(filtered, framework, words, audience, day, compactness, chosen, limited.outside)
        writer = make(properties(reader))
        write_opening(writer, reader, title, mark, period, brief=kind.brief)
        if not kind.brief:
            writer.contents(_contents_depth)
        document.write(writer, reader)
        write_withheld(writer, words, withheld, included)
        pace()
        return writer

    steps = range(len(EXCERPT_LENGTHS)) if kind.one_page else range(1)
    compactness = next((one for one in steps[:-1] if write_with(PdfDocument, one).page_count() == 1), steps[-1])
    if path.suffix.lower() != WORD:
        return write_with(PdfDocument, compactness).write(path, pace)
    from fosdesk.reports.word.word_document import WordDocument  # only here: a PDF needs nothing of Word's

    in_word = write_with(WordDocument, compactness)
    if not kind.brief:  # its contents have page numbers, which are much the same in both
        in_word.heading_pages = write_with(PdfDocument, compactness).heading_pages()
    return in_word.write(path, pace)


def _contents_depth(headings: Mapping[int, int]) -> int:
    """The depth of the table of contents, from the number of headings of each level: 0 (none), 1 or 2."""
    chapters, sections = headings.get(1, 0), headings.get(2, 0)
    if chapters <= _MAX_CHAPTERS_WITHOUT_CONTENTS:
        return 0
    return 2 if chapters * _CONTENTS_LINE_SHARES[0] + sections * _CONTENTS_LINE_SHARES[1] <= 1 else 1


def document_period(
    school: School,
    framework: Framework,
    words: Words,
    audience: Audience,
    day: date,
    *,
    names: NameDetector,
    within: Period | None = None,
) -> str:
    """The period that a document covers, in words, as shown on its cover."""
    filtered = filter_school(school, audience, names=names)
    return DocumentReader(filtered, framework, words, audience, day, within=within).period()


def file_name(
    key: str, school: School, words: Words, day: date, ending: str = PDF, *, within: Period | None = None
) -> str:
    """A file name that every file system accepts, such as «Valgbeskrivelse Fjordvik skole 2026-11-23.pdf».

    A document that is limited to a period is called otherwise than the whole one.
    """
    kind = DOCUMENTS[key]
    whose = "" if kind.audiences == (Audience.RESEARCH,) else school.profile.name
    part = within.first.school_year.replace("/", "-") if within is not None and kind.by_period else ""
    name = unicodedata.normalize("NFC", f"{words(kind.title)} {part} {whose}")
    fit = " ".join(_FORBIDDEN_CHARACTERS.sub(" ", name).split())[:100].strip(" .")
    return f"{fit} {day.isoformat()}{ending}"


def document_module(key: str) -> Document:
    """The implementation of a document; FosdeskError when there is none with that key."""
    if key not in DOCUMENTS:
        raise FosdeskError(
            "There is no document called “{document}”; choose one of {choices}.",
            document=key,
            choices=", ".join(DOCUMENTS),
        )
    module, _, part = DOCUMENTS[key].module.partition(":")
    found = import_module(f"fosdesk.reports.documents.{module}")
    document: Document = found.SHEETS[part] if part else found
    return document
