"""Reads a Word file back: its paragraphs in order, and every text in its parts."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Paragraph(NamedTuple):
    """A paragraph: style, text, list level (or -1), and whether it is in a table head."""

    style: str
    words: str
    level: int
    in_head: bool


def parts_of(written: bytes) -> dict[str, bytes]:
    """The content of every member of the zip."""
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def xml_of(written: bytes, part: str = "word/document.xml") -> ElementTree.Element:
    """A part as an element tree."""
    return ElementTree.fromstring(parts_of(written)[part])


def w(name: str) -> str:
    """A qualified name of WordprocessingML."""
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
    """The text of an element, with spaces for line breaks and tabs."""
    said = []
    for one in within.iter():
        if one.tag == w("t"):
            said.append(one.text or "")
        elif one.tag in (w("br"), w("tab")):
            said.append(" ")
    return " ".join("".join(said).split())


def words_of(written: bytes) -> str:
    """The whole text, a paragraph on each line."""
    return "\n".join(one.words for one in paragraphs(written) if one.words)


def everything_in_word(written: bytes) -> str:
    """Every text, attribute and raw part of the file, decoded in every way."""
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
