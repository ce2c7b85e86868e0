"""A .docx file being written: paragraphs, lists, tables and pictures in WordprocessingML, with reproducible bytes."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any, NamedTuple

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt

from fosdesk.display.shapes import Figure
from fosdesk.domain.values.text_language import passages
from fosdesk.reports.figure_image import render_png
from fosdesk.reports.inline_text import Bold, Foreign, Italic, Link, Text, inline_parts, plain_text
from fosdesk.reports.link_targets import safe_address
from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.finished_pdf import FileMetadata
from fosdesk.reports.word import word_styles
from fosdesk.reports.word.page_estimate import estimated_height

_SIDE_MARGIN = 68.0  # points to the left and to the right
_TOP_MARGIN, _ONE_PAGE_TOP_MARGIN = 72.0, 52.0  # points above and below
_MAX_FIGURE_SHARE = 0.85  # of a page that a figure may take
_LANGUAGE_TAGS: Mapping[str, str] = {"se": "se-NO", "nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
# Right-to-left text with the spaces inside it: Word needs such runs to be marked.
_RIGHT_TO_LEFT = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[ ]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*)"
)
_UNUSED_PARTS = ("stylesWithEffects", "customXml", "thumbnail")  # parts of python-docx's template that are not needed
_AFTER_UPDATE_FIELDS = [qn(f"w:{tag}") for tag in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat")]
_KEEP_SPACES = "{http://www.w3.org/XML/1998/namespace}space"
_MAX_UNSPLIT_ROW = 500  # characters of a row that is kept on one page
_ZIP_TIMESTAMP = (1980, 1, 1, 0, 0, 0)  # the oldest a zip can hold
_APP_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>fosdesk</Application></Properties>"
)


class HeaderFooter(NamedTuple):
    """The texts of header and footer; Word fills in {page} and {pages} in `page_of`."""

    head: str
    foot: str
    page_of: str
    cover_foot: str = ""  # all that a cover says in its margins


def element(tag: str, parent: Any = None, **attributes: object) -> Any:
    """A new element of WordprocessingML, appended to its parent; the attributes are of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    if parent is not None:
        parent.append(made)
    return made


class DocxWriter:
    """Writes one .docx file; text is never read as markup."""

    def __init__(
        self,
        metadata: FileMetadata,
        size: tuple[float, float],
        bookmark_names: dict[str, str],
        *,
        scale: float = 1.0,
        one_page: bool = False,
    ) -> None:
        """`size` is the page in points; `bookmark_names` gives the hidden bookmark of each heading's key.

        `scale` is that of type, distances and figures; a document of `one_page` has smaller margins.
        """
        self.missing: Counter[str] = Counter()
        self.body: Any
        self._document = docx.Document()
        self._metadata, self._size, self._bookmark_names = metadata, size, bookmark_names
        self.body = self._document.element.body
        self._section = self.body[-1]
        self.body.remove(self._section)
        self._numbered_lists = 0
        self._pictures = 0
        self._bookmarks = 0
        self._has_contents = False
        self._scale, self._top_margin = scale, _ONE_PAGE_TOP_MARGIN if one_page else _TOP_MARGIN

    @property
    def is_one_page(self) -> bool:
        """Whether all that was written so far fits on one page, as far as that can be told."""
        height = estimated_height(self.body, word_styles.metrics(self._scale), self.line_width / 20)
        return height <= self._size[1] - 2 * self._top_margin

    # ------------------------------------------------------------------------------------------------ text

    def paragraph(self, style: str, text: Text = "", *, within: Any = None, language: str = "") -> Any:
        """Append a paragraph in a style to the document, or to the cell `within`."""
        made = element("p", self.body if within is None else within)
        if style != "Normal":
            element("pStyle", element("pPr", made), val=style)
        self.write(made, text, language=language)
        return made

    def write(self, paragraph: Any, text: Text, *, language: str = "") -> None:
        """Add text to a paragraph."""
        for part in inline_parts(text):
            words = fonts.displayable(part if isinstance(part, str) else part.text)
            if isinstance(part, Foreign):
                self._runs(paragraph, words, part.language)
                continue
            linked = isinstance(part, Link) and fonts.has_visible_text(words)
            parent = self._link(paragraph, part.target) if isinstance(part, Link) and linked else paragraph
            formatting = ("b", "bCs") if isinstance(part, Bold) else ("i", "iCs") if isinstance(part, Italic) else ()
            main = self._metadata.language.partition("-")[0]
            for stretch, other in [(words, language)] if language else passages(words, main):
                self._runs(parent, stretch, other, formatting, linked=linked)

    def _link(self, paragraph: Any, target: str) -> Any:
        """The hyperlink element that the runs of a link go into.

        The paragraph itself for a target that is not allowed.
        """
        if target.startswith("#") and target[1:] in self._bookmark_names:
            return element("hyperlink", paragraph, anchor=self._bookmark_names[target[1:]], history="1")
        address = "" if target.startswith("#") else safe_address(target)
        if not address:
            return paragraph
        link = element("hyperlink", paragraph, history="1")
        link.set(qn("r:id"), self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link

    def _runs(
        self, parent: Any, words: str, language: str, formatting: Sequence[str] = (), *, linked: bool = False
    ) -> None:
        for number, stretch in enumerate(_RIGHT_TO_LEFT.split(fonts.xml_text(words))):
            if not stretch:
                continue
            run = element("r", parent)
            about = element("rPr")
            if linked and parent.tag == qn("w:hyperlink"):
                element("rStyle", about, val="Hyperlink")
            for tag in formatting:
                element(tag, about)
            if number % 2:
                element("rtl", about)
            if language:
                element("lang", about, val=_LANGUAGE_TAGS.get(language, language))
            if len(about):
                run.append(about)
            for place, line in enumerate(stretch.split("\n")):
                if place:
                    element("br", run)
                if line:
                    words_of_it = element("t", run)
                    words_of_it.text = line
                    words_of_it.set(_KEEP_SPACES, "preserve")

    def bookmark(self, paragraph: Any, name: str) -> None:
        """Add a bookmark to a paragraph, so that links can lead to it."""
        self._bookmarks += 1
        opening = element("bookmarkStart", id=self._bookmarks, name=name)
        paragraph.insert(1 if len(paragraph) and paragraph[0].tag == qn("w:pPr") else 0, opening)
        element("bookmarkEnd", paragraph, id=self._bookmarks)

    def set_property(self, paragraph: Any, tag: str, **attributes: object) -> None:
        """Set a property of one paragraph, beside those of its style."""
        about = paragraph.find(qn("w:pPr"))
        if about is None:
            about = element("pPr")
            paragraph.insert(0, about)
        element(tag, about, **attributes)

    def tab(self, paragraph: Any, *, line_break: bool = False) -> None:
        """Add a tab, or a line break."""
        element("br" if line_break else "tab", element("r", paragraph))

    def page_break(self) -> None:
        """Begin a new page."""
        element("br", element("r", self.paragraph("Cell")), type="page")

    def field(self, paragraph: Any, instruction: str, shown: str) -> None:
        """Add a field that Word computes, such as PAGE; `shown` stands there until then."""
        run = element("r", element("fldSimple", paragraph, instr=f" {instruction} "))
        element("t", run).text = shown

    def contents(self, entries: Sequence[tuple[int, str, str]], levels: int, pages: Mapping[str, int]) -> None:
        """A table of contents field that Word updates when it opens the file.

        `entries` are level, text and key of each heading; `pages` are the page numbers by key that stand there until
        then.
        """
        self._has_contents = True
        for number, (level, words, key) in enumerate(entries):
            line, mark = element("p", self.body), self._bookmark_names[key]
            element("pStyle", element("pPr", line), val=f"TOC{level}")
            if number == 0:
                self._field_start(line, f'TOC \\o "1-{levels}" \\h \\z \\u')
            link = element("hyperlink", line, anchor=mark, history="1")
            self.write(link, words)
            element("tab", element("r", link))
            self._field_start(link, f"PAGEREF {mark} \\h")
            self._runs(link, str(pages.get(key, "–")), "")
            element("fldChar", element("r", link), fldCharType="end")
            if number == len(entries) - 1:
                element("fldChar", element("r", line), fldCharType="end")

    @staticmethod
    def _field_start(parent: Any, instruction: str) -> None:
        element("fldChar", element("r", parent), fldCharType="begin")
        order = element("instrText", element("r", parent))
        order.text = f" {instruction} "
        order.set(_KEEP_SPACES, "preserve")
        element("fldChar", element("r", parent), fldCharType="separate")

    # ------------------------------------------------------------------------------------------------ lists, tables

    def new_numbered_list(self) -> int:
        """The number of a new list that counts from 1."""
        self._numbered_lists += 1
        return word_styles.NUMBERED + self._numbered_lists - 1

    def item(self, number: int, level: int, text: Text) -> None:
        """Append an item to the list with that number; level 0 is the outermost."""
        made = element("p", self.body)
        about = element("pPr", made)
        element("pStyle", about, val="ListParagraph")
        numbered = element("numPr", about)
        element("ilvl", numbered, val=min(level, word_styles.LEVELS - 1))
        element("numId", numbered, val=number)
        self.write(made, text)

    def table(self, shares: Sequence[float], *, first_column: bool, alt_text: str = "") -> "WordTable":
        """A table of the full width, whose first row is its head; `shares` are the widths of the columns."""
        return WordTable(self, shares, self.line_width, first_column=first_column, alt_text=alt_text)

    def figure(self, figure: Figure, alt_text: str, *, fill_page: bool) -> None:
        """A figure as a picture, scaled down to the page where it must be; with `fill_page` scaled to it."""
        from docx.text.paragraph import Paragraph

        self._pictures += 1
        room = self.line_width / 20, (self._size[1] - 2 * self._top_margin) * _MAX_FIGURE_SHARE
        scale = min(room[0] / max(figure.width, 1.0), room[1] / max(figure.height, 1.0))
        scale = scale * min(self._scale, 1.0) if fill_page else min(scale, self._scale)
        place = self.paragraph("Figure")
        run = Paragraph(place, self._document._body).add_run()  # noqa: SLF001 - python-docx has no public parent for it
        stream = io.BytesIO(render_png(figure, self.missing))
        shown: Any = run.add_picture(stream, Pt(figure.width * scale), Pt(figure.height * scale))
        for about in (shown._inline.docPr, shown._inline.graphic.graphicData.pic.nvPicPr.cNvPr):  # noqa: SLF001
            about.set("id", str(self._pictures))
            about.set("name", f"figure {self._pictures}")
            about.set("descr", fonts.xml_text(alt_text))

    # ------------------------------------------------------------------------------------------------ the file

    @property
    def line_width(self) -> int:
        """The width of a line in twentieths of a point."""
        return round((self._size[0] - 2 * _SIDE_MARGIN) * 20)

    def finish(self, lines: HeaderFooter, *, cover: bool) -> bytes:
        """The bytes of the file; the same calls give the same bytes."""
        self.body.append(self._section)
        self._set_pages(lines, cover=cover)
        all_styles = word_styles.styles(self._metadata.language, self.line_width, self._scale)
        self._replace_part(RELATIONSHIP_TYPE.STYLES, all_styles)
        self._replace_part(RELATIONSHIP_TYPE.NUMBERING, word_styles.numbering(self._numbered_lists))
        self._set_compatibility()
        self._set_core_properties()
        written = io.BytesIO()
        self._document.save(written)
        return _reproducible_zip(written.getvalue())

    def _set_pages(self, lines: HeaderFooter, *, cover: bool) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Pt(self._size[0]), Pt(self._size[1])
        section.left_margin = section.right_margin = Pt(_SIDE_MARGIN)
        section.top_margin = section.bottom_margin = Pt(self._top_margin)
        size = section._sectPr.find(qn("w:pgSz"))  # noqa: SLF001
        size.attrib.pop(qn("w:orient"), None)
        if self._size[0] > self._size[1]:
            size.set(qn("w:orient"), "landscape")
        section.different_first_page_header_footer = cover
        margins: list[tuple[Any, str, str]] = [
            (section.header, "Header", f"{self._metadata.author}\t{lines.head}".strip("\t")),
            (section.footer, "Footer", f"{lines.foot}\t{lines.page_of}"),
        ]
        if cover and lines.cover_foot:
            margins.append((section.first_page_footer, "Footer", lines.cover_foot))
        for place, style, words in margins:
            whole: Any = place._element  # noqa: SLF001
            for old in list(whole):
                whole.remove(old)
            line = self.paragraph(style, within=whole)
            for part in re.split(r"(\t|\{pages?\})", words):
                if part == "\t":
                    self.tab(line)
                elif part in ("{page}", "{pages}"):
                    self.field(line, "PAGE" if part == "{page}" else "NUMPAGES", "1")
                elif part:
                    self.write(line, part)

    def _replace_part(self, kind: str, written: str) -> None:
        there: Any = self._document.part.part_related_by(kind)
        there._element = parse_xml(written)  # noqa: SLF001 - python-docx keeps what it read, and offers no exchange

    def _set_compatibility(self) -> None:
        """Drop the template's leftovers, set the compatibility mode of Word 2013, and have page numbers filled in."""
        settings: Any = self._document.settings.element
        if self._has_contents:
            later = next(one for one in settings if one.tag in _AFTER_UPDATE_FIELDS)  # the schema has an order
            later.addprevious(element("updateFields", val="true"))
        for tag in ("savePreviewPicture", "rsids", "proofState"):
            for old in settings.findall(qn(f"w:{tag}")):
                settings.remove(old)
        for setting in settings.iter(qn("w:compatSetting")):
            if setting.get(qn("w:name")) == "compatibilityMode":
                setting.set(qn("w:val"), "15")
        package = self._document.part.package
        for whole in (package, self._document.part):
            for key, relation in list(whole.rels.items()):
                if any(name in relation.reltype for name in _UNUSED_PARTS):
                    del whole.rels[key]
        about: PackagePart = package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        about._blob = _APP_PROPERTIES.encode()  # noqa: SLF001

    def _set_core_properties(self) -> None:
        about, metadata = self._document.core_properties, self._metadata
        moment = datetime.combine(metadata.day, time())
        about.title, about.author, about.subject = (
            fonts.xml_text(words)[:255] for words in (metadata.title, metadata.author, metadata.subject)
        )
        about.language, about.comments, about.keywords = metadata.language, fonts.xml_text(metadata.subject)[:255], ""
        about.last_modified_by, about.revision = "fosdesk", 1
        about.created = about.modified = moment


class WordTable:
    """A table that takes its rows one by one; `line_width` in twentieths of a point."""

    def __init__(
        self, writer: DocxWriter, shares: Sequence[float], line_width: int, *, first_column: bool, alt_text: str
    ) -> None:
        self._writer = writer
        self._widths = [round(share * line_width) for share in shares]
        self._first_column = first_column
        whole = element("tbl", writer.body)
        about = element("tblPr", whole)
        element("tblStyle", about, val="Rows")
        element("tblW", about, w="5000", type="pct")
        element("tblLayout", about, type="fixed")
        element("tblLook", about, val="04A0" if first_column else "0420", firstRow=1, firstColumn=int(first_column))
        if alt_text:
            element("tblCaption", about, val=fonts.xml_text(alt_text))
        grid = element("tblGrid", whole)
        for width in self._widths:
            element("gridCol", grid, w=width)
        self._whole = whole

    def row(self, cells: Sequence[Text], *, head: bool = False, min_row_height: float = 0.0) -> None:
        """Append a row; `min_row_height` is in points."""
        line = element("tr", self._whole)
        about = element("trPr", line)
        if head or sum(len(plain_text(text)) for text in cells) < _MAX_UNSPLIT_ROW:
            element("cantSplit", about)
        if min_row_height:
            element("trHeight", about, val=round(min_row_height * 20), hRule="atLeast")
        if head:
            element("tblHeader", about)
        for column, (text, width) in enumerate(zip(cells, self._widths, strict=True)):
            cell = element("tc", line)
            element("tcW", element("tcPr", cell), w=width, type="dxa")
            named = self._first_column and column == 0
            self._writer.paragraph("ColumnHead" if head else "CellHead" if named else "Cell", text, within=cell)


def _reproducible_zip(written: bytes) -> bytes:
    """The same zip container with fixed times and attributes, so that equal documents are equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as before, zipfile.ZipFile(packed, "w") as after:
        for entry in before.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _ZIP_TIMESTAMP)
            fixed.external_attr = 0o600 << 16
            after.writestr(fixed, before.read(entry), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
