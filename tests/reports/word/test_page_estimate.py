"""How high a Word file stands: by the sizes in the file itself, a document of one page fits on one."""

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.word.page_estimate import ParagraphMetrics, estimated_height
from fosdesk.reports.word.word_document import WordDocument
from fosdesk.words import LANGUAGES
from tests.reports.samples import TEXT, started
from tests.reports.telling import example, make
from tests.reports.word.word_reading import w, xml_of

ONE_PAGE = [key for key, kind in DOCUMENTS.items() if kind.one_page]


def metrics_in(written: bytes) -> dict[str, ParagraphMetrics]:
    """The sizes of the styles as Word reads them."""
    styles = xml_of(written, "word/styles.xml")
    defaults = styles.find(w("docDefaults"))
    assert defaults is not None
    (size,) = (float(one.attrib[w("val")]) / 2 for one in defaults.iter(w("sz")))
    (spacing,) = defaults.iter(w("spacing"))
    line = float(spacing.attrib[w("line")]) / 240
    found = {"Normal": ParagraphMetrics(size, 0.0, float(spacing.attrib[w("after")]) / 20, line)}
    for style in styles.iter(w("style")):
        for one, about in zip(style.iter(w("sz")), style.iter(w("spacing")), strict=False):
            before, after = (float(about.attrib.get(w(side), 0)) / 20 for side in ("before", "after"))
            left = [float(ind.attrib.get(w("left"), 0)) / 20 for ind in style.iter(w("ind"))]
            bold = style.find(f"{w('rPr')}/{w('b')}") is not None
            found[style.attrib[w("styleId")]] = ParagraphMetrics(
                float(one.attrib[w("val")]) / 2, before, after, line, sum(left), bold
            )
    return found


def heights(written: bytes) -> tuple[float, float]:
    """How high the content stands, and how high a page is between its margins; in points."""
    document: Any = Document(io.BytesIO(written))
    section = document.sections[0]
    line_width = (section.page_width - section.left_margin - section.right_margin) / 12700
    page = (section.page_height - section.top_margin - section.bottom_margin) / 12700
    return estimated_height(document.element.body, metrics_in(written), line_width), page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ONE_PAGE)
def test_a_document_of_one_page_is_one_in_word(key: str, language: str, tmp_path: Path) -> None:
    written = make(tmp_path, key, example("nn" if language == "nn" else "nb"), language=language, ending=".docx")[1]
    height, page = heights(written)
    assert height <= page
    assert metrics_in(written)["Normal"].size >= 8, "smaller type is hard to read"


def test_other_documents_keep_the_size_of_their_type(tmp_path: Path) -> None:
    written = make(tmp_path, "steering_brief", example("nb"), language="nb", ending=".docx")[1]
    assert metrics_in(written)["Normal"] == ParagraphMetrics(11, 0, 8, 1.15)


def test_the_estimate_counts_lines_rows_and_pictures() -> None:
    def height(*texts: str) -> float:
        book = started(writer_class=WordDocument)
        for text in texts:
            book.paragraph(text)
        return heights(book.to_bytes())[0]

    line = 11 * 1.2207 * 1.15
    assert height("a", "b") - height("a") == pytest.approx(line + 8)
    assert height("a\nb") - height("a") == pytest.approx(line)
    assert height(TEXT) - height("a") == pytest.approx(line), "one more line"

    def table_height(*shares: float) -> float:
        book = started(writer_class=WordDocument)
        book.table(["A", "B"], [("a", TEXT)] * 10, shares)
        return heights(book.to_bytes())[0]

    assert table_height(0.2, 0.8) < table_height(0.8, 0.2) / 2
