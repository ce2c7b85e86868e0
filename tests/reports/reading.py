"""Reads a PDF back as a screen reader does: by its structure tree, in its order, with the fonts' ToUnicode maps."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

import pikepdf

BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "Lbl", "LBody", "TH", "TD", "Caption", "Reference", "Figure"}
_LINE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "BI"}


@dataclass
class Element:
    """A structure element with its direct children."""

    role: str
    thing: pikepdf.Object
    kids: list["Element | tuple[int, int] | pikepdf.Object"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def marks(self) -> Iterator[tuple[int, int]]:
        """All marked content below, in reading order, as page and MCID."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.marks()
            elif isinstance(kid, tuple):
                yield kid


class Reading:
    """A PDF opened for reading back; a context manager."""

    def __init__(self, written: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(written))
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self._tables: dict[tuple[int, int], dict[int, str]] = {}
        self.texts: dict[tuple[int, int], str] = {}
        self.unmarked: list[str] = []
        for number, page in enumerate(self.pdf.pages):
            self._read_page(number, page)
        (top,) = list(self.pdf.Root.StructTreeRoot.K)
        self.top = self._element(top)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.pdf.close()

    def blocks(self) -> list[tuple[str, str]]:
        """The role and text of every block, in reading order; divided words are joined again."""
        return [(element.role, self.words(element)) for element in self.top.walk() if element.role in BLOCKS]

    def words(self, element: Element) -> str:
        """The text of an element, without that of blocks inside it."""
        return " ".join("".join(self._texts(element)).replace("\u00ad", "").split())

    def spoken(self) -> list[tuple[str, str]]:
        """Every stretch of text within a block, in reading order, with the language it is marked with."""
        main, found = str(self.pdf.Root.Lang), list[tuple[str, str]]()

        def walk(element: Element, language: str) -> None:
            language = str(element.thing.get("/Lang", language))
            for kid in element.kids:
                if isinstance(kid, Element):
                    walk(kid, language)
                elif isinstance(kid, tuple):
                    found.append((" ".join(self.texts[kid].replace("\u00ad", "").split()), language))

        walk(self.top, main)
        joined = list[tuple[str, str]]()
        for text, language in found:
            if joined and joined[-1][1] == language:
                joined[-1] = (f"{joined[-1][0]} {text}", language)
            else:
                joined.append((text, language))
        return joined

    def _texts(self, element: Element) -> Iterator[str]:
        for kid in element.kids:
            if isinstance(kid, tuple):
                yield self.texts[kid]
            elif isinstance(kid, Element) and kid.role not in BLOCKS | {"L", "TOC", "TOCI"}:
                yield from self._texts(kid)

    def _element(self, thing: pikepdf.Object) -> Element:
        element = Element(str(thing.S)[1:], thing)
        kids: Any = thing.get("/K", pikepdf.Array())
        page: Any = thing.get("/Pg")
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                assert page is not None
                element.kids.append((self._numbers[page.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                element.kids.append((self._numbers[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                element.kids.append(kid.Obj)
            else:
                element.kids.append(self._element(kid))
        return element

    def _read_page(self, number: int, page: pikepdf.Page) -> None:
        fonts = page.obj.Resources.get("/Font", pikepdf.Dictionary())
        table: dict[int, str] = {}
        open_marks: list[int | None] = []
        open_means = False  # what is read there is not what is drawn
        instruction: Any
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name == "BDC" and "/MCID" in (marking := operands[1]):
                mark = int(marking.MCID)
                open_marks.append(mark)
                assert (number, mark) not in self.texts, "a mark is used twice"
                self.texts[number, mark] = str(marking.get("/ActualText", ""))
                open_means = "/ActualText" in marking
            elif name in ("BDC", "BMC"):
                open_marks.append(None)
            elif name == "EMC":
                open_marks.pop()
            elif name == "Tf":
                table = self._table(fonts[str(operands[0])])
            if name in PAINTING:
                if len(open_marks) != 1:
                    self.unmarked.append(f"page {number + 1}: {operands} {name} in {open_marks}")
                elif name == "Tj" and open_marks[0] is not None and not open_means:
                    self.texts[number, open_marks[0]] += "".join(table[code] for code in bytes(operands[0]))
        assert not open_marks

    def _table(self, font: pikepdf.Object) -> dict[int, str]:
        known = self._tables.get(font.objgen)
        if known is None:
            pairs = _LINE.findall(font.ToUnicode.read_bytes())
            known = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
            self._tables[font.objgen] = known
        return known


def lone_titles(written: bytes) -> list[str]:
    """The headings that end a page: what follows them begins on the next one."""
    with Reading(written) as reading:
        blocks = [one for one in reading.top.walk() if one.role in BLOCKS and reading.words(one)]
        pages = [next(iter(one.marks()))[0] for one in blocks]
        return [
            f"page {page + 1}: {reading.words(one)}"
            for one, page, following in zip(blocks, pages, pages[1:], strict=False)
            if one.role in {"H2", "H3", "H4", "H5"} and following != page
        ]
