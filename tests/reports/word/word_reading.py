"""Reads a Word file back: its paragraphs in order, and everything at all that stands in it."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Paragraph(NamedTuple):
    """One paragraph: its style, its words, its list level or −1, the row and column of its cell or −1."""

    style: str
    words: str
    level: int
    in_head: bool


def parts_of(written: bytes) -> dict[str, bytes]:
    """Every file inside."""
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def xml_of(written: bytes, part: str = "word/document.xml") -> ElementTree.Element:
    """One part as a tree."""
    return ElementTree.fromstring(parts_of(written)[part])


def w(name: str) -> str:
    """A name of Word's vocabulary."""
    return f"{_W}{name}"


def paragraphs(written: bytes) -> list[Paragraph]:
    """Every paragraph in reading order."""
    return list(_paragraphs(xml_of(written), in_head=False))


def _paragraphs(within: ElementTree.Element, *, in_head: bool) -> Iterator[Paragraph]:
    for child in within:
        if child.tag == w("p"):
            style = child.find(f"{w('pPr')}/{w('pStyle')}")
            level = child.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
            yield Paragraph(
                "Normal" if style is None else style.attrib[w("val")],
                words_in(child),
                -1 if level is None else int(level.attrib[w("val")]),
                in_head,
            )
        elif child.tag == w("tr"):
            yield from _paragraphs(child, in_head=child.find(f"{w('trPr')}/{w('tblHeader')}") is not None)
        else:
            yield from _paragraphs(child, in_head=in_head)


def words_in(within: ElementTree.Element) -> str:
    """The words as one reads them; line breaks and steps to the side are spaces."""
    said = []
    for one in within.iter():
        if one.tag == w("t"):
            said.append(one.text or "")
        elif one.tag in (w("br"), w("tab")):
            said.append(" ")
    return " ".join("".join(said).split())


def words_of(written: bytes) -> str:
    """All words, a paragraph on each line."""
    return "\n".join(one.words for one in paragraphs(written) if one.words)


def everything_in_word(written: bytes) -> str:
    """Every text, attribute and raw part of the file, in any way it may be coded."""
    said = []
    for name, content in parts_of(written).items():
        said.append(name)
        said += [content.decode(coding, "ignore") for coding in ("utf-8", "latin-1", "utf-16-le")]
        if name.endswith((".xml", ".rels")):
            tree: Any = ElementTree.fromstring(content)
            said.append("".join(tree.itertext()))
            said += [value for one in tree.iter() for value in one.attrib.values()]
            said += [words_in(one) for one in tree.iter(w("p"))]
    return "\n".join(said)
