"""Every document follows its own gate, whatever is written in it, and comes out the same each time."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pikepdf
import pytest
import reportlab
from reportlab.pdfbase import pdfdoc

from fosdesk.display.palette import PAPER
from fosdesk.display.shapes import Area, Figure, Label
from fosdesk.pace import Pace, Stopped
from fosdesk.reports.inline_text import Link
from fosdesk.reports.pdf import fonts
from fosdesk.reports.writer import PAPER_SIZES, FileWriter
from tests.reports import samples
from tests.reports.pdf.structure_gate import faults
from tests.reports.reading import Reading


@pytest.mark.parametrize(
    "sample", [samples.started, samples.everything, samples.hostile, samples.to_write_on, samples.enormous]
)
def test_the_gate_finds_nothing(sample: Callable[[], FileWriter], tmp_path: Path) -> None:
    made = sample().write(tmp_path / "document.pdf")
    assert made.findings == ()
    assert faults((tmp_path / "document.pdf").read_bytes()) == []


def test_same_words_same_bytes() -> None:
    book = samples.everything()
    once = book.to_bytes()
    assert book.to_bytes() == once
    code = "import sys; from tests.reports import samples; sys.stdout.buffer.write(samples.everything().to_bytes())"
    elsewhere = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout
    assert elsewhere == once


def test_user_text_is_never_markup() -> None:
    written = samples.hostile().to_bytes()
    with Reading(written) as reading:
        assert any("<b>ikke fet</b> <img src='/etc/passwd'> </para>" in words for _, words in reading.blocks())
        targets = {
            str(area.A.URI) for page in reading.pdf.pages for area in page.obj.get("/Annots", []) if "/A" in area
        }
        assert targets == {"https://a.no/"}
    with pikepdf.open(io.BytesIO(written)) as pdf:
        flat = io.BytesIO()
        pdf.save(flat, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    assert b"javascript:x" not in flat.getvalue()
    assert b"file:///" not in flat.getvalue()


def test_what_no_font_has_is_marked_and_counted(tmp_path: Path) -> None:
    book = samples.started()
    book.paragraph("Her: \ue123, \ue123 og \U000f0000. Dette finnes: ☒ 😀 ŋ ع")
    made = book.write(tmp_path / "a.pdf")
    assert made.missing == 3
    with Reading((tmp_path / "a.pdf").read_bytes()) as reading:
        assert reading.blocks()[-1] == ("P", "Her: □, □ og □. Dette finnes: ☒ 😀 ŋ ع")


def test_a_table_over_many_pages_is_one_table_and_repeats_its_head_as_decoration() -> None:
    book = samples.started()
    book.table(["Navn", "Verdi"], [(f"Rad {number}", str(number)) for number in range(200)], (1, 1))
    with Reading(book.to_bytes()) as reading:
        assert len(reading.pdf.pages) > 4
        assert [element.role for element in reading.top.walk()].count("Table") == 1
        words = [words for role, words in reading.blocks() if role in ("TH", "TD")]
        assert words[:4] == ["Navn", "Verdi", "Rad 0", "0"]
        assert words.count("Navn") == 1
        assert len(words) == 402
        visual_order = [page.obj.Contents.read_bytes().count(b"(Navn) Tj") for page in reading.pdf.pages]
        assert all(visual_order)


def test_no_row_stands_alone_overleaf() -> None:
    for lines in range(20, 36):
        book = samples.started()
        book.paragraph("\n".join(["linje"] * lines))
        book.table(["Navn", "Verdi"], [(f"Rad {number}", str(number)) for number in range(9)], (1, 1))
        with Reading(book.to_bytes()) as reading:
            rows = [element for element in reading.top.walk() if element.role == "TR"]
            pages = [next(row.marks())[0] for row in rows]
            assert pages[-1] == pages[-2]
            assert pages[0] == pages[1] == pages[2], "the head stands with two rows"


def test_a_row_taller_than_a_page_runs_on_under_the_head() -> None:
    book = samples.started()
    book.table(["Navn", "Verdi"], [("Lang", "ord " * 4300), ("Kort", "ja")], (1, 3))
    with Reading(book.to_bytes()) as reading:
        cell = [element for element in reading.top.walk() if element.role == "TD"][0]
        pages = [page for page, _ in cell.marks()]
        assert pages == sorted(set(pages))
        assert len(pages) == len(reading.pdf.pages) > 3
        assert reading.words(cell).split() == ["ord"] * 4300
        assert all(page.obj.Contents.read_bytes().count(b"(Navn) Tj") == 1 for page in reading.pdf.pages)


def test_what_has_no_words_yet_still_has_a_place() -> None:
    book = samples.empty_book(title="")
    book.cover("", "\u200b", "", [("", "")], "\u200b")
    book.contents()
    book.heading(1, " ")
    book.paragraph("")
    book.bullets([""])
    book.bullets([])
    book.table(["", ""], [], (1, 1))
    book.table(["Navn"], [("",)], (1,))
    made = book.to_bytes()
    assert faults(made) == []
    with Reading(made) as reading:
        assert str(reading.pdf.docinfo["/Title"]) == "…"
        assert ("H2", "…") in reading.blocks()


def test_a_figure_must_say_what_it_shows() -> None:
    with pytest.raises(ValueError, match="in words"):
        samples.started().figure(Figure(10, 10, (), " "))


@pytest.mark.parametrize("paper", PAPER_SIZES)
def test_a_page_may_be_large_or_lie_on_its_side(paper: str) -> None:
    book = samples.empty_book(size=PAPER_SIZES[paper])
    book.cover("Årshjul", "Årshjul " * 20, facts=[("Skole", "Fjordvik")] * 6, mark="Utkast")
    book.paragraph("ord " * 3000)
    made = book.to_bytes()
    assert faults(made) == []
    with Reading(made) as reading:
        assert {tuple(map(float, page.mediabox[2:])) for page in reading.pdf.pages} == {PAPER_SIZES[paper]}


def test_columns_are_read_one_after_the_other_and_go_on_in_their_own_place() -> None:
    book = samples.started()
    book.paragraph("over")

    def write(word: str, count: int) -> None:
        for number in range(count):
            book.paragraph(f"{word} {number}")

    book.columns(partial(write, "venstre", 70), partial(write, "høyre", 50))
    book.paragraph("under")
    with Reading(book.to_bytes()) as reading:
        words = [words for role, words in reading.blocks() if role == "P"]
        left, right = [f"venstre {number}" for number in range(70)], [f"høyre {number}" for number in range(50)]
        assert words == ["over", *left, *right, "under"]
        assert len(reading.pdf.pages) == 3, "each column goes on beside the other"
    assert faults(book.to_bytes()) == []
    with pytest.raises(ValueError, match="has a width"):
        book.columns(lambda: None, widths=(1, 2))


def test_lines_to_write_on_stand_with_their_item() -> None:
    for lines in range(36, 46):
        book = samples.started()
        book.paragraph("\n".join(["linje"] * lines))
        book.checklist(["Punkt"], lines=2)
        with Reading(book.to_bytes()) as reading:
            (mark,) = next(element for element in reading.top.walk() if element.role == "LBody").marks()
            rules = reading.pdf.pages[mark[0]].obj.Contents.read_bytes().count(b" S")
            assert rules == 2


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(38, 48):
        book = samples.started()
        book.paragraph("\n".join(["linje"] * lines))
        book.heading(1, "Overskrift")
        book.small("Fra hvem, og når")
        book.paragraph("\n".join(f"følger {number}" for number in range(6)))
        with Reading(book.to_bytes()) as reading:
            last = [element for element in reading.top.walk() if element.role in ("H2", "P")][-3:]
            assert [element.role for element in last] == ["H2", "P", "P"]
            assert len({next(element.marks())[0] for element in last}) == 1


def test_no_line_stands_alone_on_either_side_of_a_turn() -> None:
    for lines in range(38, 60):
        book = samples.started()
        book.paragraph("\n".join(["linje"] * lines))
        book.paragraph("\n".join(f"avsnitt {number}" for number in range(5)))
        with Reading(book.to_bytes()) as reading:
            paragraph = [element for element in reading.top.walk() if element.role == "P"][-1]
            counts = [reading.texts[mark].count("avsnitt") for mark in paragraph.marks()]
            assert counts in ([5], [3, 2], [2, 3])


def test_pages_are_numbered_in_the_contents_and_the_margins() -> None:
    with Reading(samples.everything().to_bytes()) as reading:
        pages = len(reading.pdf.pages)
        entries = [words for role, words in reading.blocks() if role == "Reference"]
        assert entries[0] == "Forankring 3"
        assert entries[-1] == f"Til slutt {pages}"
        with reading.pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["Forankring", "Hva vi vurderte", "Til slutt"]
            assert [entry.title for entry in outline.root[0].children] == ["Retningen"]
        for number, page in enumerate(reading.pdf.pages, 1):
            margin = f"(Side {number} av {pages}) Tj".encode()
            assert (margin in page.obj.Contents.read_bytes()) == (number > 1)


def test_a_link_inside_leads_to_its_heading_and_one_to_nowhere_is_plain_text() -> None:
    book = samples.started()
    book.paragraph(Link("#there", "Dit"), " og ", Link("#nowhere", "ingen steder"))
    book.page_break()
    book.heading(1, "Der", key="there")
    with Reading(book.to_bytes()) as reading:
        (area,) = reading.pdf.pages[0].obj.Annots
        assert area.Dest[0].objgen == reading.pdf.pages[1].obj.objgen
        assert reading.blocks()[1] == ("P", "Dit og ingen steder")


def test_a_passage_in_another_language_says_so() -> None:
    with Reading(samples.everything().to_bytes()) as reading:
        spans = [element for element in reading.top.walk() if element.role == "Span"]
        assert [str(span.thing.Lang) for span in spans] == ["se"]


def test_a_document_that_breaks_its_order_is_refused() -> None:
    book = samples.empty_book()
    with pytest.raises(ValueError, match="begins with a cover"):
        book.to_bytes()
    with pytest.raises(ValueError, match="skips a level"):
        book.heading(2, "For dypt")
    book.heading(1, "Godt", key="a")
    with pytest.raises(ValueError, match="two headings"):
        book.heading(1, "Igjen", key="a")
    with pytest.raises(ValueError, match="as many cells"):
        book.table(["a", "b"], [("bare en",)], (1, 1))


def test_a_failed_write_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"det gamle")
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(OSError):
        samples.started().write(tmp_path / "b.pdf")
    with pytest.raises(OSError):
        samples.started().write(tmp_path / "mangler" / "a.pdf")
    assert path.read_bytes() == b"det gamle"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.pdf", "b.pdf"]


def test_work_that_is_stopped_leaves_what_stood_there(tmp_path: Path) -> None:
    class Impatient(Pace):
        """Stops at a word of its own choice, and remembers what it was told."""

        def __init__(self, last: int) -> None:
            super().__init__()
            self.last, self.told = last, list[int]()

        def __call__(self, done: int = 0, of: int = 0) -> None:
            self.told.append(done)
            if len(self.told) == self.last:
                self.stop()
            super().__call__(done, of)

    path = tmp_path / "a.pdf"
    path.write_bytes(b"det gamle")
    book = samples.everything()
    whole = Impatient(0)
    book.write(tmp_path / "b.pdf", whole)
    assert whole.told == sorted(whole.told), "it never goes backwards"
    assert len(whole.told) > 50
    (tmp_path / "b.pdf").unlink()
    words = len(whole.told)
    for last in (1, 10, words // 2, words - 8, *range(words - 4, words + 1)):
        with pytest.raises(Stopped):
            book.write(path, Impatient(last))
        assert path.read_bytes() == b"det gamle"
        assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def test_a_file_that_is_held_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, refusals = os.replace, [5, 32]

    def held(source: str, target: Path) -> None:
        if refusals:
            error = PermissionError("held")
            setattr(error, "winerror", refusals.pop())  # noqa: B010 - only Windows' own errors have it
            raise error
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    samples.started().write(tmp_path / "a.pdf")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def test_every_colour_a_figure_may_use_has_a_place_in_the_house() -> None:
    from fosdesk.display import shapes

    comment = Path(shapes.__file__).read_text(encoding="utf-8").split("whoever paints:")[1].split(".")[0]
    roles = {role.strip(" #\n") for role in comment.split(",")}
    assert "accent" in roles
    assert roles <= set(PAPER)
    book = samples.started()
    book.figure(Figure(10, 10, tuple(Area(((0, 0), (1, 0), (1, 1)), role, role) for role in sorted(roles)), "Alle"))
    book.figure(Figure(10, 10, (Label("", 1, 1),), "Tom"))
    assert faults(book.to_bytes()) == []


def test_text_colours_can_be_read_on_paper_and_tints() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for ink in ("ink", "quiet", "accent", "ochre", "plum"):
        for paper in ("paper", "panel", "accent_faint", "ochre_faint"):
            dark, pale = light(PAPER[ink]), light(PAPER[paper])
            assert (pale + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)


def test_the_places_of_reportlab_that_the_engine_leans_on_are_there() -> None:
    """Each of these may change without a word in a new ReportLab; the assertion says what to look at then."""
    document = pdfdoc.PDFDocument(invariant=1, compression=0)
    first = document.idToObjectNumberAndVersion[pdfdoc.BasicFonts]
    assert first == (1, 0), "PDFDocument.idToObjectNumberAndVersion: the numbers; the dictionary of fonts has the first"
    assert document.numberToId == {1: pdfdoc.BasicFonts}, "PDFDocument.numberToId: objects by number, without a gap"
    assert document.delayedFonts == [], "PDFDocument.delayedFonts: fonts in use, for the end"
    font = fonts.font_face(fonts.REGULAR).font
    assert font.splitString("aA\u014b", document) == [(0, b"aA\x01")], "TTFont.splitString: subset and codes"
    assert font.getSubsetInternalName(0, document) == "/F1+0", "TTFont.getSubsetInternalName: the font's name"
    assert document.delayedFonts == [font], "TTFont.getSubsetInternalName: tells the document that it is in use"
    assert document.fontMapping == {fonts.REGULAR: "/F1"}, "PDFDocument.fontMapping: internal names"
    subset = font.state[document].subsets[0]
    assert (subset[1], subset[ord("a")]) == (0x14B, ord("a")), "TTFont.state: the letters of each subset"
    assert 0x14B in font.face.charToGlyph, "TTFontFace.charToGlyph: which letters a font has"
    font.addObjects(document)
    written = document.idToObject["F1+0"]
    assert document.idToObject[pdfdoc.BasicFonts].dict == {"F1+0": written}, "PDFDocument.idToObject: each object"
    table = document.idToObject[written.ToUnicode.name]
    assert isinstance(table, pdfdoc.PDFStream), "TTFont.addObjects: the map from codes to letters is a stream"
    assert b"<01> <014B>" in table.content.encode(), "PDFStream.content: what it holds; corrected by letters._Font"
    files = [thing for thing in document.idToObject.values() if isinstance(thing, pdfdoc.PDFStream)]
    (file,) = (thing for thing in files if "Length1" in thing.dictionary.dict)
    assert file.dictionary.dict["Length1"] == len(file.content), "PDFStream.dictionary: what is said of a font's file"
    assert written.format(document).startswith(b"<<"), "PDFObject.format: bytes, with references to the others"
    assert sorted(document.numberToId) == list(range(1, document.objectcounter + 1)), "PDFDocument.objectcounter"
    assert reportlab.Version == "5.1.0", "read the above again, run `dev.py test --all`, then change this line"


def test_nothing_of_the_engine_is_loaded_before_it_is_needed() -> None:
    code = "import sys, fosdesk.reports; print([name for name in ('reportlab', 'pikepdf') if name in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8").stdout == "[]\n"
    )
