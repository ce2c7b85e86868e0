"""Tries what the program makes: every document as PDF and Word file, and a picture of each page."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk.commands.trial import Faulty, Trial
from fosdesk.domain.values.moments import utc_day
from fosdesk.errors import FosdeskError
from fosdesk.reports.document_catalogue import DOCUMENTS, PDF, WORD

if TYPE_CHECKING:
    from fosdesk.reports.writer import WriteResult

_SUM = 16  # characters of the sum that is shown, of 64: enough to compare two installations by


def try_pdf(trial: Trial) -> str:
    """Each document is made as PDF, found in order by the check of PDF/A, and read again."""
    from fosdesk.reports.checking.finished_documents import faults_of_pdf

    pages, faults = 0, []
    for key, target in _targets(trial, PDF):
        try:
            made = _made(trial, key, target)
            found = [*made.findings, *faults_of_pdf(target, made.pages)]
            if made.missing:
                found.append(f"{made.missing} characters are in no font")
            pages += made.pages
        except Exception as why:
            found = [_told(why, trial)]
        faults += [f"{key}: {fault}" for fault in found]
    if faults:
        raise Faulty(*faults)
    words = trial.words
    documents = words.plural("{n} document", "{n} documents", len(trial.documents))
    return _with_sum(
        trial, PDF, words.plural("{documents}, {n} page", "{documents}, {n} pages", pages, documents=documents)
    )


def try_word(trial: Trial) -> str:
    """Each document is made as a Word file, and read again."""
    from fosdesk.reports.checking.finished_documents import faults_of_word

    faults = []
    for key, target in _targets(trial, WORD):
        try:
            _made(trial, key, target)
            found = faults_of_word(target)
        except Exception as why:
            found = [_told(why, trial)]
        faults += [f"{key}: {fault}" for fault in found]
    if faults:
        raise Faulty(*faults)
    return _with_sum(trial, WORD, trial.words.plural("{n} document", "{n} documents", len(trial.documents)))


def try_pictures(trial: Trial) -> str:
    """Each page of each PDF is drawn by QtPdf, as the preview does, and has something on it."""
    from fosdesk.ui.window.system.qt_check import draw_pages, qt_application

    application = qt_application()
    pages, faults, folder = 0, [], trial.place("pictures")
    for key, document in _targets(trial, PDF):
        try:
            if not document.exists():
                _made(trial, key, document)
            pages += draw_pages(document.read_bytes(), folder, key)
        except Exception as why:
            faults.append(f"{key}: {_told(why, trial)}")
        application.processEvents()
    if faults:
        raise Faulty(*faults)
    return trial.words.plural("{n} picture", "{n} pictures", pages)


def try_window(trial: Trial) -> str:
    """Each page of the window shows the example school."""
    from fosdesk.app import screenshots
    from fosdesk.ui.window.system.qt_check import check_picture

    made = screenshots(trial.place("window"), trial.words.language, "light", 1.0)
    for picture in made:
        check_picture(picture)
    return trial.words.plural("{n} picture", "{n} pictures", len(made))


def _targets(trial: Trial, ending: str) -> Iterator[tuple[str, Path]]:
    folder = trial.place("documents")
    return ((key, folder / f"{key}{ending}") for key in trial.documents)


def _made(trial: Trial, key: str, target: Path) -> "WriteResult":
    from fosdesk.commands.documents import make_from_file
    from fosdesk.reports.meeting_choice import meeting_asked_for

    day = utc_day(trial.file.made)
    meeting = meeting_asked_for(DOCUMENTS[key], trial.school, day, None, trial.words)
    return make_from_file(key, trial.file, trial.school, trial.words, day, target, meeting=meeting)


def _with_sum(trial: Trial, ending: str, found: str) -> str:
    """What was found, with a sum of all bytes: two installations that write the same documents show the same one."""
    total = sha256()
    for key, document in _targets(trial, ending):
        total.update(key.encode())
        total.update(document.read_bytes())
    return trial.words("{found} (sum {sum})", found=found, sum=total.hexdigest()[:_SUM])


def _told(why: Exception, trial: Trial) -> str:
    if isinstance(why, FosdeskError):
        return trial.words(why.sentence, **why.arguments)
    return f"{type(why).__name__}: {why}"
