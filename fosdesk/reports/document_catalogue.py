"""The catalogue of documents, and the function that makes one of them as a PDF or Word file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.meeting_records import LAST, NEXT
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.period import Period
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.meeting_audience import audiences_of_meeting
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.reports.composition import Composition
from fosdesk.reports.document_kind import Document, DocumentKind
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.documents.consolidation.entries import CONSOLIDATION_DOCUMENTS
from fosdesk.reports.documents.for_it.entries import IT_DOCUMENTS
from fosdesk.reports.documents.plan.entries import PLAN_DOCUMENTS
from fosdesk.reports.documents.sharing.entries import SHARING_DOCUMENTS
from fosdesk.reports.documents.translation.entries import TRANSLATION_DOCUMENTS
from fosdesk.reports.meeting_choice import meeting_of
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.phase_documents import PHASE_DOCUMENTS
from fosdesk.reports.sections.document_opening import audience_label
from fosdesk.reports.writer import WriteResult
from fosdesk.words import Words

_FORBIDDEN_CHARACTERS = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028-\u202f\ufeff]')
PDF, WORD = ".pdf", ".docx"  # file name extensions


CATEGORIES: Mapping[str, str] = {
    "meetings": "For a meeting",
    "ours": "For ourselves",
    "owner": "For the owner and union representatives",
    "schools": "For other schools",
    "paper": "On paper",
    "research": "For research",
}


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
            "kept_outside",
            "What we have spared the staff",
            "What was kept outside so that the staff could keep to what was chosen, with the reasons and how often "
            "each was given.",
            "gatekeeping.kept_outside",
            brief=True,
        ),
        DocumentKind(
            "reading_list",
            "Reading list",
            "Who reads or learns what by when, what came of it, and the references in APA 7.",
            "gatekeeping.reading_list",
            brief=True,
        ),
        DocumentKind(
            "agenda",
            "Notice of meeting with agenda",
            "When and where you meet, who is called, and what you are to talk about, for one meeting.",
            "agenda",
            brief=True,
            category="meetings",
            by_meeting=NEXT,
            is_final=True,
        ),
        DocumentKind(
            "minutes",
            "Minutes of the meeting",
            "Who was there, what was said, what was decided, and who does what by when, from one meeting.",
            "minutes",
            brief=True,
            category="meetings",
            by_meeting=LAST,
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
            "What has happened this semester, what you ask the owner for, the support you have, and what you wrote "
            "down as open.",
            "steering_brief",
            (Audience.OWNER, Audience.SCHOOL),
            brief=True,
            category="owner",
            home_fields=("advice_reply.because",),
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
        *PHASE_DOCUMENTS,
        *TRANSLATION_DOCUMENTS,
        *CONSOLIDATION_DOCUMENTS,
        *PLAN_DOCUMENTS,
        DocumentKind(
            "surveys",
            "Surveys",
            "What you asked, how many answered, and how the answers changed from round to round. Where fewer than five "
            "have answered, it tells nothing of what they said.",
            "surveys",
            brief=True,
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
            "One page on your core components, how you did it, what came of it, and what you adapted. It tells of no "
            "person.",
            "sharing.share_card",
            (Audience.NETWORK,),
            brief=True,
            one_page=True,
            category="schools",
        ),
        *SHARING_DOCUMENTS,
        DocumentKind(
            "hand_over",
            "For you who take over",
            "For a new principal: where the school is going, who is who, what was decided and why, what is agreed, "
            "and what waits. An afternoon's read.",
            "hand_over",
            (Audience.SCHOOL, Audience.OWNER),
            home_fields=("gate_entry.reply",),
        ),
        DocumentKind(
            "union_facts",
            "For union representatives",
            "What the program stores, who sees it, what it does not do, and the time that is asked and freed.",
            "union_facts",
            (Audience.OWNER, Audience.SCHOOL),
            brief=True,
            category="owner",
        ),
        *IT_DOCUMENTS,
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
            lists_conflicts=True,
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
            "sharing.research_report",
            (Audience.RESEARCH,),
            category="research",
        ),
    )
}


@own_faults_apart
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
    meeting: str = "",
    paper: str = "",
    history: History = (),
    pace: Pace = NO_HURRY,
    is_example: bool = False,
) -> WriteResult:
    """Write the document to `path`: a Word file where the name ends in .docx, else a PDF.

    `names` are all that were ever written in the school; outside it, no text that mentions one is included. `within`
    limits a document to a period where its kind allows that, `period` is what to say about it on the cover. `meeting`
    is the id of the meeting that it is about, where its kind is about one, and `paper` one of those that its kind
    offers. With `is_example` each page says that the school is an example. OSError when the file cannot be written,
    and Stopped by `pace`; what was at `path` is left then. FosdeskError for an unknown document, or an audience that
    it is not made for.
    """
    document, kind = document_module(key), DOCUMENTS[key]
    about = meeting_of(kind, school, day, meeting)
    audiences = kind.audiences if about is None else audiences_of_meeting(school, about)
    if audience not in audiences:
        raise FosdeskError(
            "“{document}” is not made for this audience. It is made for: {audiences}.",
            document=words(kind.title),
            audiences=", ".join(audience_label(words, one, about) for one in audiences),
        )
    composition = Composition(
        document,
        kind,
        school,
        framework,
        words,
        audience,
        day,
        names=names,
        ticked=ticked,
        draft=draft,
        period=period,
        within=within,
        meeting=meeting,
        paper=paper,
        history=history,
        pace=pace,
        is_example=is_example,
    )
    room = composition.room(is_laid_out=True)
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    if path.suffix.lower() != WORD:
        return composition.written_with(PdfDocument, room).write(path, pace)
    from fosdesk.reports.word.word_document import WordDocument  # only here: a PDF needs nothing of Word's

    in_word = composition.written_with(WordDocument, room)
    if not kind.brief:  # its contents have page numbers, which are much the same in both
        in_word.heading_pages = composition.written_with(PdfDocument, room).heading_pages()
    return in_word.write(path, pace)


def document_period(
    school: School,
    framework: Framework,
    words: Words,
    audience: Audience,
    day: date,
    *,
    names: NameDetector,
    within: Period | None = None,
    meeting: Meeting | None = None,
) -> str:
    """The period that a document covers, in words, as shown on its cover; the day of the meeting that it is about."""
    if meeting is not None:
        return words.date(meeting.day)
    filtered = filter_school(school, audience, names=names)
    return DocumentReader(filtered, framework, words, audience, day, within=within).period()


def file_name(
    key: str,
    school: School,
    words: Words,
    day: date,
    ending: str = PDF,
    *,
    audience: Audience | None = None,
    within: Period | None = None,
    meeting: str = "",
) -> str:
    """A file name that every file system accepts, such as «Valgbeskrivelse Fjordvik skole 2026-11-23.pdf».

    With an `audience`, a document that is made for several tells for which of them, so that what is for one's own
    school is not taken for what others may have. A document that is limited to a period is called otherwise than the
    whole one, and one about a meeting has the day of the meeting in place of `day`.
    """
    kind = DOCUMENTS[key]
    about = meeting_of(kind, school, day, meeting)
    known = known_day(about.day) if about is not None else None
    dated = (known or day).isoformat()
    whose = "" if kind.audiences == (Audience.RESEARCH,) else school.profile.name
    part = within.first.school_year.replace("/", "-") if within is not None and kind.by_period else ""
    name = unicodedata.normalize("NFC", f"{words(kind.title)} {part} {whose}")
    fit = in_name(name)[:100].strip(" .")
    if audience is None or len(kind.audiences) == 1:
        return f"{fit} {dated}{ending}"
    return f"{fit} {dated} ({in_name(audience_label(words, audience, about)).lower()}){ending}"


def in_name(text: str) -> str:
    """The text without what no file name may have."""
    return " ".join(_FORBIDDEN_CHARACTERS.sub(" ", text).split())


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
