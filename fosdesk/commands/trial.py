"""What the parts of the self-test share: a folder of their own, the words, and the example school."""

from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.domain.school import School
    from fosdesk.exchange.school_file import SchoolFile


class Faulty(Exception):
    """A part does not work; its arguments are the faults, one line each."""


class Trial:
    """What the parts share: a folder of their own, the words, the documents, and the example school as a school file.

    `documents` are the keys of those that are made.
    """

    def __init__(self, folder: Path, words: Words, documents: Collection[str]) -> None:
        self.folder, self.words, self.documents = folder, words, documents

    @cached_property
    def file(self) -> "SchoolFile":
        """The example school, written and read again."""
        from fosdesk.exchange.example.example_school import write_example
        from fosdesk.exchange.school_file import read_school_file

        return read_school_file(write_example(language="nn" if self.words.language == "nn" else "nb"))

    @cached_property
    def school(self) -> "School":
        """The picture of that school."""
        from fosdesk.domain.rules.lost_parents import school_of_journal

        return school_of_journal(self.file.journal)

    def place(self, name: str) -> Path:
        """A folder below `folder`, made where it is not there yet."""
        made = self.folder / name
        made.mkdir(parents=True, exist_ok=True)
        return made


class Part(NamedTuple):
    """A part of the program: its name (a msgid), and what tries it and tells in words what was found.

    Whatever `attempt` raises is what is wrong with the part.
    """

    title: str
    attempt: Callable[[Trial], str]
