"""The structure tree of a tagged PDF: elements in reading order, and their PDF syntax."""

from collections.abc import Iterator
from typing import NamedTuple

Rectangle = tuple[float, float, float, float]


class MarkedContent(NamedTuple):
    """A piece of marked content of an element: page (from 0) and its MCID there."""

    page: int
    mark: int


class LinkReference(NamedTuple):
    """A link of an element: page (from 0) and the link's number in the document."""

    page: int
    number: int


class Node:
    """A structure element; it is added to its parent when it is first attached, which is in reading order."""

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
        self.kids: list[Node | MarkedContent | LinkReference] = []
        self.attached = parent is None
        self.name = ""  # in the finished file: «12 0 R»

    def attach(self) -> "Node":
        """Add this element to its parent, and that to its own, unless done already; returns the element itself."""
        if not self.attached and self.parent is not None:
            self.attached = True
            self.parent.attach().kids.append(self)
        return self

    def release(self) -> None:
        """Drop the references to parent and children, so that no garbage collection is needed to free the tree."""
        self.parent = None
        self.kids = []

    def walk(self) -> Iterator["Node"]:
        """The element itself and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(kid for kid in reversed(node.kids) if isinstance(kid, Node))


class ObjectNames(NamedTuple):
    """The references of objects in the file («12 0 R»): structure root, pages, and link annotations."""

    root: str
    pages: list[str]
    annotations: list[str]


def structure_element(node: Node, names: ObjectNames) -> str:
    """The PDF dictionary of one structure element."""
    page = next((kid.page for kid in node.kids if isinstance(kid, MarkedContent)), None)
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


def _kid(kid: Node | MarkedContent | LinkReference, page: int | None, names: ObjectNames) -> str:
    if isinstance(kid, Node):
        return kid.name
    if isinstance(kid, LinkReference):
        return f"<</Type /OBJR /Pg {names.pages[kid.page]} /Obj {names.annotations[kid.number]}>>"
    if kid.page == page:
        return str(kid.mark)
    return f"<</Type /MCR /Pg {names.pages[kid.page]} /MCID {kid.mark}>>"


def text_string(text: str) -> str:
    """A text as a PDF text string in UTF-16, hexadecimal."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"
