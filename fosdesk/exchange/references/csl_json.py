"""CSL-JSON: references as Zotero and others exchange them."""

import json
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from fosdesk.exchange.references.read_reference import ReadReference, ReferenceBuilder, doi_in, kind_of, one_line

_TYPES = {
    "article": ("article-journal", "article-magazine", "article", "review"),
    "book": ("book",),
    "chapter": ("chapter", "entry-encyclopedia", "entry-dictionary", "entry"),
    "report": ("report", "legislation", "standard"),
    "thesis": ("thesis",),
    "web": ("webpage", "post-weblog", "post"),
    "newspaper": ("article-newspaper",),
    "talk": ("speech", "paper-conference"),
}
_PUBLICATION = {name: publication for publication, names in _TYPES.items() for name in names}
_TYPE = {publication: names[0] for publication, names in _TYPES.items()} | {"masters": "thesis"}
_FIELDS = {
    "title": "what",
    "container-title": "published_in",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "publisher": "publisher",
    "edition": "edition",
    "ISBN": "isbn",
    "URL": "address",
    "abstract": "abstract",
}
_SKIPPED = ("type", "id", "author", "editor", "issued", "DOI", "note", "annote")
_BLANKS = re.compile(r"[\s,]*")


def is_csl_json(text: str) -> bool:
    """Whether a text looks like references in CSL-JSON."""
    return text.lstrip("\ufeff \t\r\n")[:1] in ("[", "{") and '"' in text[:10_000]


def read_csl_json(text: str) -> tuple[list[ReadReference], list[str]]:
    """The references of a text in CSL-JSON, and what of it belongs to none.

    Where the text is damaged, those before the damage are read, and what follows is kept as it was written.
    """
    plain = text.strip("\ufeff \t\r\n")
    rest = ""
    try:
        found: Any = msgspec.json.decode(plain.encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        found, rest = _those_before_damage(plain)
    if isinstance(found, dict):
        found = found["items"] if isinstance(found.get("items"), list) else [found]
    items = found if isinstance(found, list) else []
    read = [_reference(one) for one in items if isinstance(one, dict)]
    outside = [one_line(str(one)[:200]) for one in items if not isinstance(one, dict)]
    if rest:
        built = ReferenceBuilder()
        built.keep("CSL-JSON", rest)
        built.is_whole = False
        damaged = built.read()
        if damaged is not None:
            damaged.fields["kind"] = kind_of("")
        read.append(damaged)
    return [one for one in read if one is not None], outside


def _those_before_damage(text: str) -> tuple[list[Any], str]:
    decoder, found = json.JSONDecoder(), []
    place = text.find("[") + 1 if text[:1] == "[" or '"items"' in text[:200] else 0
    while True:
        blanks = _BLANKS.match(text, place)
        place = blanks.end() if blanks else place
        try:
            one, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            break
        found.append(one)
    rest = text[place:].strip()
    return found, "" if rest in ("", "]", "]}") else rest


def _reference(item: Mapping[str, Any]) -> ReadReference | None:
    built = ReferenceBuilder()
    kind = str(item.get("type", ""))
    publication = _PUBLICATION.get(kind, "")
    genre = item.get("genre")
    if publication == "thesis" and isinstance(genre, str) and "master" in genre.casefold():
        publication = "masters"
    for name, value in item.items():
        if name in _FIELDS and isinstance(value, str | int):
            built.put(_FIELDS[name], str(value), name)
    for name in ("author", "editor"):
        people = item.get(name)
        if isinstance(people, list):
            built.people(f"{name}s", map(_person, people))
    doi = item.get("DOI")
    if isinstance(doi, str):
        built.put("doi", doi_in(doi) or doi, "DOI")
    _put_issued(built, item.get("issued"))
    for name in ("note", "annote"):
        if isinstance(item.get(name), str):
            built.note(item[name])
    if not publication and kind:
        built.keep("type", kind)
    for name, value in item.items():
        known = name in _SKIPPED or (name in _FIELDS and isinstance(value, str | int))
        if not known and value not in (None, "", [], {}):
            built.keep(str(name), value if isinstance(value, str) else _as_json(value))
    if "pages" in built.fields:
        built.fields["pages"] = built.fields["pages"].replace("-", "–")
    return built.read(publication)


def _as_json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except (ValueError, RecursionError):
        return str(value)[:1000]


def _person(person: Any) -> str:
    if not isinstance(person, dict):
        return str(person) if isinstance(person, str) else ""
    if person.get("literal"):
        return str(person["literal"]).replace(",", "")
    last = " ".join(str(person[one]) for one in ("non-dropping-particle", "family") if person.get(one))
    first = " ".join(str(person[one]) for one in ("given", "dropping-particle", "suffix") if person.get(one))
    return f"{last}, {first}" if last and first else last or first


def _put_issued(built: ReferenceBuilder, issued: Any) -> None:
    if not isinstance(issued, dict):
        if issued:
            built.put("year", str(issued), "issued")
        return
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first and isinstance(first[0], str | int):
        built.put("year", str(first[0]), "issued")
        if parts != [first[:1]]:
            built.keep("issued", _as_json(parts))
    for name in ("raw", "literal"):
        if isinstance(issued.get(name), str):
            built.put("year", issued[name], "issued")


def csl_item(key: str, fields: Mapping[str, str], people: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """One reference as an item of CSL-JSON; `people` are those of the fields «authors» and «editors»."""
    item: dict[str, Any] = {"id": key, "type": _TYPE.get(fields.get("publication", ""), "document")}
    if fields.get("publication") == "masters":
        item["genre"] = "Master's thesis"
    for name, field in _FIELDS.items():
        if fields.get(field, "").strip():
            item[name] = fields[field].replace("–", "-") if name == "page" else fields[field]
    for name in ("author", "editor"):
        named = [_written_person(one) for one in people.get(f"{name}s", ())]
        if named:
            item[name] = named
    if fields.get("doi", "").strip():
        item["DOI"] = fields["doi"]
    year = fields.get("year", "").strip()
    if year:
        item["issued"] = {"date-parts": [[int(year)]]} if re.fullmatch(r"\d{4}", year, re.ASCII) else {"literal": year}
    return item


def _written_person(name: str) -> dict[str, str]:
    last, comma, first = name.partition(",")
    return {"family": last.strip(), "given": first.strip()} if comma else {"literal": name}
