"""The command that tells whether everything that belongs to the program is here and works, part by part."""

import os
import shutil
import traceback
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from fosdesk import __version__
from fosdesk.commands import self_test_documents as documents
from fosdesk.commands import self_test_parts as parts
from fosdesk.commands.trial import Faulty, Part, Trial
from fosdesk.display.command_options import Asked
from fosdesk.display.terminal import say
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.words import Words, read_words

_MOST_TOLD = 5  # faults of one part; of more, how many there are


def all_parts() -> tuple[Part, ...]:
    """The parts, what others stand on first."""
    return (
        Part("Files that come with the program", parts.try_files),
        Part("Words in bokmål, nynorsk and English", parts.try_words),
        Part("Norwegian word forms", parts.try_word_forms),
        Part("Licences of what others have made", parts.try_licences),
        Part("The code of the program", parts.try_code),
        Part("Storing, merging and backups", parts.try_store),
        Part("School files, passwords and files of other programs", parts.try_files_of_others),
        Part("Window, fonts and icons (Qt)", parts.try_qt),
        Part("Documents as PDF", documents.try_pdf),
        Part("Documents as Word files", documents.try_word),
        Part("A picture of each page in the documents", documents.try_pictures),
        Part("A picture of each page in the window", documents.try_window),
    )


def self_test(asked: Asked) -> int:
    """Try every part in a folder of its own; the exit code is 1 where one does not work."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # nothing is shown, and no screen is needed
    words = read_words(asked.language_of_result)
    keep = asked.options.get("--keep")
    if keep is not None:
        _check_empty(Path(keep))
    with TemporaryDirectory(prefix="fosdesk-", ignore_cleanup_errors=True) as place:
        faulty = run_parts(all_parts(), Trial(Path(place), words, tuple(DOCUMENTS)), debug="--debug" in asked.options)
        if keep is not None:
            _keep(Path(place), Path(keep))
    return 1 if faulty else 0


def run_parts(parts: Sequence[Part], trial: Trial, *, debug: bool = False) -> list[str]:
    """Try parts and tell of each in a line; returns the names of those that do not work."""
    words, faulty = trial.words, []
    fine, broken = words("OK"), words("FAULT")
    width = max(len(fine), len(broken)) + 2
    say(words("fosdesk {version} on {system}", version=__version__, system=_system()))
    for part in parts:
        title = words(part.title)
        try:
            found = part.attempt(trial)
        except Exception as why:  # whatever it is, the other parts are tried as well
            if debug:
                traceback.print_exc()
            faulty.append(part.title)
            say(f"{broken:{width}}{title}")
            for line in _faults(why, words):
                say(f"{'':{width}}– {line}")
        else:
            say(f"{fine:{width}}{title}: {found}")
    if faulty:
        say(
            words.plural("{n} part does not work.", "{n} parts do not work.", len(faulty)),
            words("Install fosdesk again, or show this to whoever looks after the computer."),
        )
    else:
        say(words("Everything is here and works."))
    return faulty


def _faults(why: Exception, words: Words) -> list[str]:
    if isinstance(why, FosdeskError):
        return [words(why.sentence, **why.arguments)]
    if not isinstance(why, Faulty):
        return [f"{type(why).__name__}: {why}"]
    told = [str(one) for one in why.args[:_MOST_TOLD]]
    more = len(why.args) - len(told)
    return [*told, words.plural("and {n} more", "and {n} more", more)] if more else told


def _system() -> str:
    import platform

    return f"{platform.system()} {platform.release()}, Python {platform.python_version()}"


def _check_empty(folder: Path) -> None:
    try:
        if folder.exists() and any(folder.iterdir()):
            raise FosdeskError(
                "The folder {folder} is not empty. Choose one that is, or a new one.", folder=str(folder)
            )
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise unusable_folder_error(folder) from why


def _keep(made: Path, folder: Path) -> None:
    try:
        shutil.copytree(made, folder, dirs_exist_ok=True)
    except OSError as why:
        raise unusable_folder_error(folder) from why
