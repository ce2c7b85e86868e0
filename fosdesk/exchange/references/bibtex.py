"""BibTeX: references as entries in braces. Read by bibtexparser; what it gives up on is kept as it was written."""

import logging
import re
from collections.abc import Mapping, Sequence

from fosdesk.exchange.references.latex_text import from_latex, to_latex
from fosdesk.exchange.references.read_reference import ReadReference, ReferenceBuilder, doi_in, kind_of, one_line

_TYPES = {
    "article": ("article", "periodical", "suppperiodical"),
    "book": ("book", "collection", "proceedings", "mvbook", "booklet", "manual"),
    "chapter": ("incollection", "inbook", "inreference"),
    "report": ("techreport", "report"),
    "thesis": ("phdthesis", "thesis"),
    "masters": ("mastersthesis",),
    "web": ("online", "www", "electronic"),
    "newspaper": ("newspaper",),
    "talk": ("inproceedings", "conference", "unpublished"),
}
_PUBLICATION = {name: publication for publication, names in _TYPES.items() for name in names}
_TYPE = {publication: names[0] for publication, names in _TYPES.items()} | {"newspaper": "article", "talk": "misc"}
_FIELDS = {
    "title": "what",
    "journal": "published_in",
    "journaltitle": "published_in",
    "booktitle": "published_in",
    "maintitle": "published_in",
    "year": "year",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "pages",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "edition": "edition",
    "isbn": "isbn",
    "url": "address",
    "abstract": "abstract",
}
_NOTES = ("note", "annote", "annotation", "comment")
_AS_WRITTEN = ("url", "doi", "file", "eprint")
_NAMES_OF_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: str(number) for number, name in enumerate(_NAMES_OF_MONTHS, start=1)}
_DEEP = r"(?:[^{}]|\{[^{}]*\})*"
_PIECES = re.compile(rf'"((?:[^"{{}}]|\{{{_DEEP}\}})*)"|\{{({_DEEP})\}}|([^\s#"{{}}]+)')
_TITLE = re.compile(r'\btitle\s*=\s*[{"]+([^"{}\n]+)', re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_BEGINS = re.compile(r"@\s*[A-Za-z]+\s*[{(]")


def is_bibtex(text: str) -> bool:
    """Whether a text looks like references in BibTeX."""
    return _BEGINS.search(text[:100_000]) is not None


def read_bibtex(text: str) -> tuple[list[ReadReference], list[str], list[str]]:
    """The references of a text in BibTeX, the keys that stand there several times, and the lines that belong to none.

    References with a repeated key are all read; one that is cut off or has no clear end is kept as it was written.
    """
    from bibtexparser import model  # with the first file that is read
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it gives up on is told in the look
    library = parse_string(text.replace("\r\n", "\n").replace("\r", "\n"), parse_stack=[])
    strings = {**_MONTHS, **{one.key.lower(): one.value for one in library.strings}}
    found: list[ReadReference | None] = []
    repeated: list[str] = []
    outside: list[str] = []
    for block in library.blocks:
        if isinstance(block, model.DuplicateBlockKeyBlock):
            repeated.append(block.key)
        if isinstance(block, model.ParsingFailedBlock):
            inner = getattr(block, "ignore_error_block", None)
            if isinstance(inner, model.Entry):
                found.append(_reference(inner, strings, whole=not isinstance(block, model.DuplicateFieldKeyBlock)))
            else:
                found.append(_as_written(block.raw or ""))
        elif isinstance(block, model.Entry):
            found.append(_reference(block, strings))
        elif isinstance(block, model.ImplicitComment):
            outside += [said for line in block.comment.split("\n") if (said := one_line(line))]
    return [one for one in found if one is not None], repeated, outside


def _as_written(raw: str) -> ReadReference | None:
    built = ReferenceBuilder()
    title = _TITLE.search(raw)
    built.put("what", from_latex(title[1]) if title else "", "title")
    built.keep("BibTeX", raw)
    built.is_whole = False
    read = built.read()
    if read is not None:
        read.fields["kind"] = kind_of("")
    return read


def _reference(entry: object, strings: Mapping[str, str], *, whole: bool = True) -> ReadReference | None:
    built = ReferenceBuilder()
    built.is_whole = whole
    kind = str(getattr(entry, "entry_type", "")).lower()
    publication = _PUBLICATION.get(kind, "")
    fields: Sequence[object] = getattr(entry, "fields", ())
    values = [
        (str(getattr(one, "key", "")).lower(), _joined(str(getattr(one, "value", "")), strings)) for one in fields
    ]
    subtitles = [from_latex(value) for name, value in values if name == "subtitle"]
    for name, value in values:
        said = value if name in _AS_WRITTEN else from_latex(value)
        if name in ("author", "editor") and f"{name}s" not in built.fields:
            built.people(f"{name}s", _people(value))
        elif name == "title" and subtitles:
            built.put("what", f"{said}: {subtitles.pop(0)}", name)
        elif name == "subtitle":
            continue
        elif name == "doi":
            built.put("doi", doi_in(value) or value, name)
        elif name == "date":
            year = _YEAR.match(said)
            built.put("year", year[0] if year else said, name)
            if year and said != year[0]:
                built.keep(name, said)
        elif name in _NOTES:
            built.note(said)
        elif name == "pages":
            built.put("pages", said.replace("-", "–"), name)
        elif name in _FIELDS:
            built.put(_FIELDS[name], said, name)
        else:
            built.keep(name, said)
    if not publication and kind != "misc":
        built.keep("BibTeX", f"@{kind}")
    return built.read(publication)


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """A value without what encloses it; pieces that «#» joins as one, with abbreviations written out."""
    said = value.strip()
    if said.startswith("{") and said.endswith("}") and _closes_at(said) == len(said) - 1:
        return said[1:-1]
    if said.startswith('"') and said.endswith('"') and len(said) > 1 and said.count('"') == 2:
        return said[1:-1]
    if len(said) > 100_000 or '"' not in said and "#" not in said:
        return _word(said, strings)
    parts = []
    for quoted, braced, word in _PIECES.findall(said):
        parts.append(quoted or braced or _word(word, strings))
    return "".join(parts)


def _word(word: str, strings: Mapping[str, str]) -> str:
    found = strings.get(word.lower(), word).strip()
    if len(found) > 1 and found[0] + found[-1] in ('""', "{}"):
        return found[1:-1]
    return found


def _closes_at(text: str) -> int:
    """Where the brace that the text begins with is closed; -1 where it is not."""
    depth = 0
    for found in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if not depth:
                return found.start()
    return -1


def _people(value: str) -> list[str]:
    """The people of a value, each «Last name, First name»; what stands in braces as a whole is an organisation."""
    return [one for one in map(_person, _split_people(value)) if one]


def _split_people(value: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for found in re.finditer(r"\\.|[{}]|\s+and(?=\s)", value, re.DOTALL | re.IGNORECASE):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth = max(depth - 1, 0)
        elif not depth and found[0][0] != "\\":
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]]


def _person(value: str) -> str:
    said = value.strip()
    if said.startswith("{") and _closes_at(said) == len(said) - 1:
        return from_latex(said).replace(",", "")
    name = one_line(from_latex(said))
    if "," in name:
        parts = [one.strip() for one in name.split(",")]
        last, first = (f"{parts[0]} {parts[1]}", parts[2]) if len(parts) > 2 else (parts[0], parts[1])
        return f"{last}, {first}" if first else last
    words = name.split()
    if len(words) < 2:
        return name
    particle = next((place for place, word in enumerate(words[:-1]) if place and word[0].islower()), len(words) - 1)
    return f"{' '.join(words[particle:])}, {' '.join(words[:particle])}"


def written_bibtex(key: str, fields: Mapping[str, str], people: Mapping[str, tuple[str, ...]]) -> str:
    """One reference in BibTeX under a key; `people` are those of the fields «authors» and «editors»."""
    publication = fields.get("publication", "")
    within = (
        "journal"
        if publication in ("article", "newspaper")
        else "booktitle"
        if publication == "chapter"
        else ("journaltitle")
    )
    source = {"thesis": "school", "masters": "school", "report": "institution"}.get(publication, "publisher")
    lines = [
        ("author", _written_people(people.get("authors", ()))),
        ("editor", _written_people(people.get("editors", ()))),
        ("title", _kept(fields.get("what", ""))),
        (within, to_latex(fields.get("published_in", ""))),
        ("year", to_latex(fields.get("year", ""))),
        ("volume", to_latex(fields.get("volume", ""))),
        ("number", to_latex(fields.get("issue", ""))),
        ("pages", to_latex(fields.get("pages", "")).replace("–", "--")),
        (source, to_latex(fields.get("publisher", ""))),
        ("edition", to_latex(fields.get("edition", ""))),
        ("doi", _bare(fields.get("doi", ""))),
        ("isbn", to_latex(fields.get("isbn", ""))),
        ("url", _bare(fields.get("address", ""))),
        ("abstract", to_latex(fields.get("abstract", ""))),
    ]
    said = ",\n".join(f"  {name} = {{{' '.join(value.split())}}}" for name, value in lines if value.strip())
    return f"@{_TYPE.get(publication, 'misc')}{{{key},\n{said}\n}}\n"


def _kept(title: str) -> str:
    """A title whose capitals a program that makes lists of it leaves alone."""
    return f"{{{to_latex(title)}}}" if title.strip() else ""


def _bare(address: str) -> str:
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _written_people(people: tuple[str, ...]) -> str:
    return " and ".join(to_latex(one) if "," in one else f"{{{to_latex(one)}}}" for one in people)
