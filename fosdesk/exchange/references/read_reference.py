"""What is read from a file of references: the fields of entries, and what is to be said about how it went."""

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 1_000  # characters of a field of one line
LONGEST_TEXT = 20_000  # characters of a field of several lines
LONG_FIELDS = frozenset(("abstract", "from_file", "file_notes"))
_BREAKS = re.compile("[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")


class ReadReference(NamedTuple):
    """One reference: values of the fields of a gatekeeping entry, none of them empty.

    `shortened` says how many of them were too long; `is_whole` is False where a part of it could not be understood, and
    stands in `from_file` as it was written.
    """

    fields: dict[str, str]
    shortened: int = 0
    is_whole: bool = True


class ReadReferences(NamedTuple):
    """The references of a file, in its order.

    `repeated` are keys that stand there several times; each of those references is read. `outside` are lines that
    belong to none, `unread` characters that have no meaning in the file's encoding, and `is_cut` says that the file was
    so large that only its beginning was read.
    """

    references: tuple[ReadReference, ...]
    repeated: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    unread: int = 0
    is_cut: bool = False


def one_line(text: str) -> str:
    """A text on one line, without characters that nobody can see."""
    return text.strip() if text.isprintable() else " ".join(_UNSEEN.sub("", text).split())


def several_lines(text: str) -> str:
    """A text with its line breaks, without characters that nobody can see."""
    if text.isprintable():
        return text.strip()
    return _UNSEEN.sub("", _BREAKS.sub("\n", text.replace("\r\n", "\n"))).strip()


class ReferenceBuilder:
    """Gathers the values of one reference; what has no field of its own is kept in `from_file`, line by line."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.rest: list[str] = []
        self.notes: list[str] = []
        self.is_whole = True

    def put(self, name: str, value: str, mark: str) -> None:
        """Set a field that is empty; a second value is kept under `mark`, as the file calls it."""
        said = several_lines(value) if name in LONG_FIELDS else one_line(value)
        if not said:
            return
        if self.fields.setdefault(name, said) != said:
            self.keep(mark, value)

    def keep(self, mark: str, value: str) -> None:
        """Keep something that has no field of its own."""
        said = several_lines(value)
        if said:
            self.rest.append(f"{mark}: {said}")

    def note(self, value: str) -> None:
        """Keep a note that whoever made the file wrote for themselves."""
        said = several_lines(value)
        if said and said not in self.notes:
            self.notes.append(said)

    def people(self, name: str, people: Iterable[str]) -> None:
        """Set a field of people, each «Last name, First name»."""
        said = "; ".join(filter(None, (one_line(one).replace(";", ",").strip(" ,") for one in people)))
        if said:
            self.fields[name] = said

    def read(self, publication: str | None = None) -> ReadReference | None:
        """The reference; None where the file said nothing about it.

        `publication` is its form, empty where that has no option; without one, nothing is said of its kind either.
        """
        fields = self.fields
        if not fields.get("what"):
            named = [fields[one] for one in ("published_in", "authors", "address", "doi", "isbn") if one in fields]
            title = one_line(next(iter((*named, *fields.values(), *self.rest, *self.notes)), ""))
            if not title:
                return None
            fields["what"] = title
        long = [name for name, value in fields.items() if len(value) > LONGEST and name not in LONG_FIELDS]
        for name in long:  # what is too long for its field is still there to be read
            self.rest.append(f"{name}: {fields[name]}")
            fields[name] = f"{fields[name][: LONGEST - 1]}…"
        if self.rest:
            fields["from_file"] = "\n".join(self.rest)
        if self.notes:
            fields["file_notes"] = "\n\n".join(self.notes)
        shortened = 0
        for name in LONG_FIELDS:
            if len(fields.get(name, "")) > LONGEST_TEXT:
                fields[name] = f"{fields[name][: LONGEST_TEXT - 1]}…"
                shortened += 1
        if publication:
            fields["publication"] = publication
        if publication is not None:
            fields["kind"] = kind_of(publication)
        return ReadReference(fields, shortened, self.is_whole)


def kind_of(publication: str) -> str:
    """What a form of publication usually is among the kinds of entries."""
    return "research" if publication in ("article", "report", "thesis", "masters") else "literature"


_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def doi_in(text: str) -> str:
    """The DOI that a text is, such as «10.18261/issn.1504-2987», also written as an address; empty where it is none."""
    found = _DOI.fullmatch(text.strip())
    return found[1] if found else ""
