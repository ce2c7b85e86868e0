"""The commands that make documents, calendars and pictures."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk.commands.school_files import read_school
from fosdesk.display.command_options import Asked
from fosdesk.display.terminal import complain, say
from fosdesk.domain.values.moments import utc_day
from fosdesk.errors import FosdeskError, unwritable_error
from fosdesk.words import Words, read_words

if TYPE_CHECKING:
    from datetime import date

    from fosdesk.domain.records import Meeting
    from fosdesk.domain.school import School
    from fosdesk.domain.values.period import Period
    from fosdesk.exchange.school_file import SchoolFile
    from fosdesk.reports.document_kind import DocumentKind
    from fosdesk.reports.writer import WriteResult

_MOST_NAMED = 6  # documents that an error names


def make_from_file(
    key: str,
    file: "SchoolFile",
    school: "School",
    words: Words,
    day: "date",
    target: Path,
    *,
    audience: str = "",
    within: "Period | None" = None,
    meeting: "Meeting | None" = None,
    paper: str = "",
) -> "WriteResult":
    """Make a document of a school file, for the first of its audiences unless another is named.

    FosdeskError where there is no such document or it cannot be written.
    """
    from fosdesk.content import read_framework
    from fosdesk.domain.changes.change_history import history_of
    from fosdesk.exchange.example.example_ids import offered_examples
    from fosdesk.exchange.example.example_school import is_untouched_example
    from fosdesk.privacy.audience import Audience
    from fosdesk.privacy.known_names import names_in
    from fosdesk.privacy.meeting_audience import audiences_of_meeting
    from fosdesk.reports.document_catalogue import DOCUMENTS, make_document

    kind = DOCUMENTS.get(key)
    fits = audiences_of_meeting(school, meeting) if meeting is not None else kind.audiences if kind else ()
    try:
        return make_document(
            key,
            school,
            read_framework(words.language),
            words,
            Audience(audience or (fits[0] if fits else Audience.SCHOOL)),
            day,
            target,
            names=names_in(file.journal, school),
            within=within,
            draft=not (kind and kind.is_final),
            meeting=meeting.id if meeting is not None else "",
            paper=paper,
            history=history_of(file.journal, lambda at: utc_day(at).isoformat()) if kind and kind.history else (),
            is_example=school.id in offered_examples() or is_untouched_example(file),
        )
    except OSError as why:
        raise unwritable_error(target) from why


def report(asked: Asked) -> int:
    """Make a document as PDF or Word file."""
    from fosdesk.domain.values.dates import document_day
    from fosdesk.exchange.target_file import check_document_target
    from fosdesk.reports.document_catalogue import DOCUMENTS
    from fosdesk.reports.meeting_choice import meeting_asked_for
    from fosdesk.reports.period_choice import period_asked_for
    from fosdesk.reports.writer import missing_characters

    file, school = read_school(asked)
    day = document_day(asked.options["--date"]) if "--date" in asked.options else utc_day(file.made)
    target = Path(asked.places["PDF|DOCX"])
    check_document_target(target, Path(asked.places["FILE"]))
    words = read_words(asked.language_of_result)
    kind = DOCUMENTS.get(asked.places["DOCUMENT"])
    made = make_from_file(
        asked.places["DOCUMENT"],
        file,
        school,
        words,
        day,
        target,
        audience=asked.options.get("--audience", ""),
        within=period_asked_for(kind, asked.options.get("--period"), day, asked.words),
        meeting=meeting_asked_for(kind, school, day, asked.options.get("--meeting"), asked.words) if kind else None,
        paper=_paper_asked_for(kind, asked.options.get("--paper", ""), asked.words),
    )
    say(asked.words.plural("{n} page", "{n} pages", made.pages) if made.pages else asked.words("1 Word file"))
    if made.missing:
        complain(missing_characters(asked.words, made.missing))
    return 0


def day_asked(asked: Asked) -> "date":
    """The day that a document about no single school is of: what the option `--date` says, else today."""
    from fosdesk.domain.values.dates import document_day
    from fosdesk.ui.window.clock import today

    return document_day(asked.options["--date"]) if "--date" in asked.options else today()


def for_it(asked: Asked) -> int:
    """Write the page for IT, which tells of the program and of no school, as PDF, Word file or Markdown."""
    from fosdesk.exchange.file_saving import save_bytes
    from fosdesk.exchange.target_file import TEXT, check_page_target
    from fosdesk.reports.documents.for_it.page import text_of, write_alone

    target = Path(asked.places["PDF|DOCX|MD"])
    check_page_target(target)
    words = read_words(asked.language_of_result)
    if target.suffix.lower() == TEXT:
        save_bytes(target, text_of(words).encode())
        return 0
    try:
        made = write_alone(target, words, day_asked(asked))
    except OSError as why:
        raise unwritable_error(target) from why
    say(asked.words.plural("{n} page", "{n} pages", made.pages) if made.pages else asked.words("1 Word file"))
    return 0


def _paper_asked_for(kind: "DocumentKind | None", asked: str, words: Words) -> str:
    """The paper that the option `--paper` asks for. FosdeskError for a kind that is not made on it."""
    from fosdesk.reports.document_catalogue import DOCUMENTS

    if asked and kind is not None and asked not in (kind.paper, *kind.papers):
        able = [words.quoted(words(one.title)) for one in DOCUMENTS.values() if asked in (one.paper, *one.papers)]
        raise FosdeskError(
            "“{document}” is not made on {paper}; {documents} are.",
            document=words(kind.title),
            paper=asked,
            documents=words.joined(able[:_MOST_NAMED]),
        )
    return asked


def calendar(asked: Asked) -> int:
    """Write the meetings as a calendar file."""
    from fosdesk.exchange.calendar_file import calendar_of_school_file
    from fosdesk.exchange.file_saving import save_bytes
    from fosdesk.exchange.target_file import check_calendar_target

    file, school = read_school(asked)
    target = Path(asked.places["ICS"])
    check_calendar_target(target)
    words = read_words(asked.language_of_result)
    own = asked.options.get("--for") == "own"
    made, n = calendar_of_school_file(
        file, school, words, "own" if own else "others", asked.options.get("--series", "")
    )
    save_bytes(target, made)
    say(asked.words.plural("{n} meeting", "{n} meetings", n))
    return 0


def screenshots(asked: Asked) -> int:
    """Save a picture of each page of the example school."""
    from fosdesk.app import screenshots

    scale = asked.options.get("--scale", "1")
    if not re.fullmatch(r"[0-9](\.[0-9]{1,3})?", scale) or not 0.5 <= float(scale) <= 4:
        raise FosdeskError("{option} takes a number from 0.5 to 4, not “{text}”.", option="--scale", text=scale)
    made = screenshots(
        Path(asked.places["DIR"]), asked.language_of_result, asked.options.get("--theme", "light"), float(scale)
    )
    say(asked.words.plural("{n} picture", "{n} pictures", len(made)))
    return 0
