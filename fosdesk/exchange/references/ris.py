"""RIS: references as lines with a tag of two letters. Read by rispy behind a guard, so that none of them is lost."""

import re
from collections.abc import Iterator, Mapping

from fosdesk.exchange.references.read_reference import (
    ReadReference,
    ReferenceBuilder,
    doi_in,
    one_line,
)

Tags = Mapping[str, list[str]]
_TYPES = {
    "article": ("JOUR", "EJOUR", "MGZN", "JFULL", "INPR"),
    "book": ("BOOK", "EBOOK", "EDBOOK", "WHOLE", "CLSWK"),
    "chapter": ("CHAP", "ECHAP", "ENCYC", "DICT"),
    "report": ("RPRT", "GOVDOC", "STAND"),
    "thesis": ("THES",),
    "web": ("ELEC", "WEB", "BLOG", "ICOMM"),
    "newspaper": ("NEWS",),
    "talk": ("CONF", "CPAPER", "SLIDE"),
}
_PUBLICATION = {tag: publication for publication, tags in _TYPES.items() for tag in tags}
_TYPE = {publication: tags[0] for publication, tags in _TYPES.items()} | {"masters": "THES"}
_MASTERS = re.compile(r"master", re.IGNORECASE)
_KNOWN = re.compile(  # the tags of the format, for lines that are written more loosely
    "TY|A[1-4BDNU]|BT|C[1-8ANPTY]|D[ABOP]|E[DPRT]|I[DS]|J[12AFO]|KW|L[1-4AB]|M[1-3]|N[12V]|OP|P[BPY]|R[INP]|S[ENPT]|"
    "T[1-3AIT]|U[1-5R]|V[LO]|Y[12]"
)
_USUAL = re.compile("[A-Z][A-Z0-9]  - ")
_LOOSE = re.compile(r"([A-Z][A-Z0-9])(?:  ?|\t)- ?(.*)", re.DOTALL)
_SPACED = re.compile(r"([A-Z][A-Z0-9])  -[ \t]?(.*)", re.DOTALL)
_BREAK = "\x1f"  # stands for a line break within a value, while the lines are read
_TITLES = ("TI", "T1", "CT", "TT", "ST")
_WITHIN = ("T2", "BT", "JO", "JF", "JA", "J2", "J1")
_YEAR = re.compile(r"\d{4}")
_ISBN = re.compile(r"[0-9Xx\- ]{10,20}")
_ISBN_SIGNS = re.compile(r"[0-9Xx]")
_PEOPLE = {"authors": ("AU", "A1"), "editors": ("ED", "A2")}
_LINKS = ("DO", "M3", "UR")
_FIELDS = {"VL": "volume", "IS": "issue", "PB": "publisher", "ET": "edition", "AB": "abstract", "N2": "abstract"}
_ELSEWHERE = frozenset(("TY", *_TITLES, *_WITHIN, "AU", "A1", "ED", "A2", *_LINKS, "PY", "Y1", "SP", "EP"))


def is_ris(text: str) -> bool:
    """Whether a text looks like references in RIS."""
    return re.search(r"^\ufeff?TY {1,2}-", text[:100_000], re.MULTILINE) is not None


def read_ris(text: str) -> tuple[list[ReadReference], list[str]]:
    """The references of a text in RIS, and the lines that belong to none."""
    lines, outside = _plain(text)
    found = (_reference(tags) for tags in _records(lines))
    return [one for one in found if one is not None], outside


def _plain(text: str) -> tuple[list[str], list[str]]:
    """The lines as rispy needs them: each with tag, two spaces, hyphen and value, and each reference with its end.

    Without empty ones, which would swallow the next; the lines of a value become one. Also the lines outside.
    """
    lines: list[str] = []
    outside: list[str] = []
    is_open = False
    usual = _USUAL.match
    for line in text.replace(_BREAK, " ").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if usual(line):
            tag, value = line[:2], line[6:]
        else:
            if not line or line.isspace():
                continue
            bare = line.strip("\ufeff \t")
            found = _SPACED.fullmatch(bare) or _LOOSE.fullmatch(bare)
            if found is None or (_KNOWN.fullmatch(found[1]) is None and _SPACED.fullmatch(bare) is None):
                if is_open and len(lines) > 1:
                    if lines[-1].startswith("TY"):  # what no tag stands before is no part of the type
                        lines.append(f"N1  - {bare}")
                    else:
                        lines[-1] += f"{_BREAK}{bare}"
                elif is_open:
                    lines.append(f"N1  - {bare}")
                else:
                    outside.append(one_line(bare))
                continue
            tag, value = found[1], found[2]
        if tag == "ER":
            if is_open:
                lines.append("ER  - ")
            is_open = False
            continue
        if tag == "TY":
            if is_open:
                lines.append("ER  - ")
            is_open = True
            lines.append(f"TY  - {value.strip() or 'GEN'}")
            continue
        if not value or value.isspace():
            continue
        if not is_open:
            lines.append("TY  - GEN")
            is_open = True
        lines.append(f"{tag}  - {value}")
    if is_open:
        lines.append("ER  - ")
    return lines, [one for one in outside if one]


def _records(lines: list[str]) -> Iterator[Tags]:
    """The values by tag of each reference. Where rispy returns other than was in the lines, they are read by hand."""
    from rispy.parser import RisParser  # with the first file that is read

    tags = {line[:2] for line in lines}  # each stands for itself, and may have several values
    parser = RisParser(mapping={tag: tag for tag in tags}, list_tags=[*tags], delimiter_tags_mapping={}, ignore=[])
    parser.list_tags = tags
    starts = [place for place, line in enumerate(lines) if line.startswith("TY  - ")]
    try:
        found = parser.parse_lines(iter(lines))
    except Exception:  # a parser that is handed anything raises anything
        found = []
    ends = [*starts[1:], len(lines)][: len(starts)]
    trusted = len(found) == len(starts)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if trusted:
            read: dict[str, list[str]] = found[number]
            read["TY"] = [str(read["TY"])]
            if sum(map(len, read.values())) == end - start - 1:
                yield read
                continue
        yield _by_hand(lines[start : end - 1])


def _by_hand(lines: list[str]) -> Tags:
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line[:2], []).append(line[6:].strip())
    return found


def _reference(tags: Tags) -> ReadReference | None:
    built = ReferenceBuilder()
    kind = tags["TY"][0].strip().upper()
    publication = _PUBLICATION.get(kind, "")
    if publication == "thesis" and any(map(_MASTERS.search, tags.get("M3", ()))):
        publication = "masters"
    titles = (*_TITLES, "BT") if publication == "book" else _TITLES
    for name, names in (("what", titles), ("published_in", _WITHIN)):
        for tag in names:
            if tag in tags and not (name == "published_in" and tag in titles):
                for value in tags[tag]:
                    built.put(name, value, tag)
    for name, (tag, other) in _PEOPLE.items():
        if tag in tags or other in tags:
            built.people(name, [*tags.get(tag, ()), *tags.get(other, ())])
    for tag in _LINKS:
        if tag in tags:
            _put_links(built, tag, tags[tag])
    for tag in ("PY", "Y1"):
        if tag in tags:
            for value in tags[tag]:
                _put_year(built, tag, value)
    if "DA" in tags and "year" not in built.fields:
        year = _YEAR.search(tags["DA"][0])
        built.put("year", year[0] if year else "", "DA")
    _put_pages(built, tags.get("SP", []), tags.get("EP", []))
    for tag, values in tags.items():
        field = _FIELDS.get(tag)
        if field is not None:
            for value in values:
                built.put(field, value, tag)
        elif tag not in _ELSEWHERE:
            for value in values:
                _put_rest(built, tag, value)
    if not publication and kind != "GEN":
        built.keep("TY", kind)
    return built.read(publication)


def _put_rest(built: ReferenceBuilder, tag: str, value: str) -> None:
    if tag in ("N1", "RN"):
        built.note(value)
    elif tag == "SN" and len(_ISBN_SIGNS.findall(value)) in (10, 13) and _ISBN.fullmatch(value.strip()):
        built.put("isbn", value, tag)
    else:
        built.keep(tag, value)


def _put_links(built: ReferenceBuilder, tag: str, values: list[str]) -> None:
    for value in values:
        doi = doi_in(value)
        if tag == "DO":
            built.put("doi", doi or value, tag)
        elif doi:
            if built.fields.setdefault("doi", doi).casefold() != doi.casefold():
                built.keep(tag, value)
        elif tag == "UR":
            built.put("address", value, tag)
        else:
            built.keep(tag, value)


def _put_year(built: ReferenceBuilder, tag: str, value: str) -> None:
    said = value.strip(" /")
    year = _YEAR.match(said)
    if year is None:
        built.put("year", said, tag)
        return
    built.put("year", year[0], tag)
    if said != year[0]:  # a day or a month besides
        built.keep(tag, said)


def _put_pages(built: ReferenceBuilder, first: list[str], last: list[str]) -> None:
    begins, ends = (first or [""])[0].strip(), (last or [""])[0].strip()
    built.put("pages", f"{begins}–{ends}" if begins and ends and begins != ends else begins or ends, "SP")
    for tag, more in (("SP", first[1:]), ("EP", last[1:])):
        for value in more:
            built.keep(tag, value)


def written_ris(fields: Mapping[str, str], people: Mapping[str, tuple[str, ...]]) -> str:
    """One reference in RIS; `people` are those of the fields «authors» and «editors»."""
    publication = fields.get("publication", "")
    first, _, last = fields.get("pages", "").replace("-", "–").partition("–")
    lines = [
        ("TY", _TYPE.get(publication, "GEN")),
        *(("AU", one) for one in people.get("authors", ())),
        *(("A2", one) for one in people.get("editors", ())),
        ("M3", "Master's thesis" if publication == "masters" else ""),
        ("TI", fields.get("what", "")),
        ("T2", fields.get("published_in", "")),
        ("PY", fields.get("year", "")),
        ("VL", fields.get("volume", "")),
        ("IS", fields.get("issue", "")),
        ("SP", first.strip()),
        ("EP", last.strip()),
        ("PB", fields.get("publisher", "")),
        ("ET", fields.get("edition", "")),
        ("DO", fields.get("doi", "")),
        ("SN", fields.get("isbn", "")),
        ("UR", fields.get("address", "")),
        ("AB", fields.get("abstract", "")),
    ]
    said = [f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value.strip()]
    return "\r\n".join([*said, "ER  - ", "", ""])
