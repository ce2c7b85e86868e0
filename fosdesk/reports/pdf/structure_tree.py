"""The logical structure of a document: what each thing on the pages is, in reading order."""

from collections.abc import Iterator
from typing import NamedTuple

Rectangle = tuple[float, float, float, float]


class Content(NamedTuple):
    """A marked stretch of a page's drawing: page (from 0) and its mark there."""

    page: int
    mark: int


class Area(NamedTuple):
    """A clickable area on a page, known by its number among all areas."""

    page: int
    number: int


class Node:
    """One element of the structure; it takes its place under its parent when it is first met in reading order."""

    __slots__ = ("alt", "attached", "box", "kids", "language", "name", "numbering", "parent", "role", "scope")

    def __init__(
        self,
        role: str,
        parent: "Node | None" = None,
        *,
        alt: str = "",
        language: str = "",
        scope: str = "",
        numbering: str = "",
    ) -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.language = language
        self.scope = scope
        self.numbering = numbering
        self.box: Rectangle | None = None
        self.kids: list[Node | Content | Area] = []
        self.attached = parent is None
        self.name = ""  # in the finished file: «12 0 R»

    def attach(self) -> "Node":
        """Take the next place under the parent, unless it is taken already."""
        if not self.attached and self.parent is not None:
            self.attached = True
            self.parent.attach().kids.append(self)
        return self

    def let_go(self) -> None:
        """Know nothing of others any more, so that all is forgotten at once and nobody need search for it."""
        self.parent = None
        self.kids = []

    def walk(self) -> Iterator["Node"]:
        """The element and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(kid for kid in reversed(node.kids) if isinstance(kid, Node))


class References(NamedTuple):
    """How the finished file names its objects («12 0 R»)."""

    root: str
    pages: list[str]
    areas: list[str]


def element(node: Node, names: References) -> str:
    """The PDF dictionary of one structure element."""
    page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
    parent = names.root if node.parent is None else node.parent.name
    entries = [f"<</Type /StructElem /S /{node.role} /P {parent}"]
    if page is not None:
        entries.append(f"/Pg {names.pages[page]}")
    if kids := [_kid(kid, page, names) for kid in node.kids]:
        entries.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
    if node.alt:
        entries.append(f"/Alt {text_string(node.alt)}")
    if node.language:
        entries.append(f"/Lang {text_string(node.language)}")
    if node.scope:
        entries.append(f"/A <</O /Table /Scope /{node.scope}>>")
    if node.numbering:
        entries.append(f"/A <</O /List /ListNumbering /{node.numbering}>>")
    if node.box:
        left, bottom, right, top = node.box
        entries.append(f"/A <</O /Layout /Placement /Block /BBox [{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]>>")
    return " ".join(entries) + ">>"


def _kid(kid: Node | Content | Area, page: int | None, names: References) -> str:
    if isinstance(kid, Node):
        return kid.name
    if isinstance(kid, Area):
        return f"<</Type /OBJR /Pg {names.pages[kid.page]} /Obj {names.areas[kid.number]}>>"
    if kid.page == page:
        return str(kid.mark)
    return f"<</Type /MCR /Pg {names.pages[kid.page]} /MCID {kid.mark}>>"


def text_string(text: str) -> str:
    """A PDF text string that carries every character."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"
