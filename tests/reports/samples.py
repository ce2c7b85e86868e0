"""Sample documents for the PDF engine and the Word writer: every kind of element, odd text, and very long text."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.reports.inline_text import Bold, Foreign, Italic, Item, Link
from fosdesk.reports.pdf.pdf_document import PdfDocument
from fosdesk.reports.writer import A4, PAPER_SIZES, DocumentProperties, FileWriter, Phrases

PHRASES = Phrases("Innhold", "Side {page} av {pages}", "Gå til {heading}")
DAY = date(2026, 11, 23)
TEXT = (
    "Arbeidsgruppen har møtt personalet fire ganger dette semesteret. Vi valgte å bruke den første fellestiden til å "
    "lese, og den neste til å fortelle hverandre om elever vi har lyktes med."
)
HOSTILE = {
    "markup": "<b>ikke fet</b> <img src='/etc/passwd'> </para> <a href=\"javascript:alert(1)\">x</a> <onDraw name=x/>",
    "entities": "A & B &amp; C &lt; D &#65; {} {0} {page} %s %d \\n \\ ( ) [ ]",
    "control": "a\x00b\x07c\x1bd\x7fe\x85f\u200bg\u202eh\ufeffi\u00adj\ufe0fk",
    "emoji": "😀 👍🏽 👩‍👩‍👧 🇳🇴 ⚠️ ✓ ☐",
    "right to left": "العربية والعبرية עברית ‏שלום‏ مرحبا",
    "sami": "Sámi giella: čáppa ŋ Ŋ đ ŧ Ŧ š ž ǩ Ǩ ǥ ʒ",
    "scripts": "Ελληνικά Русский Tiếng Việt 中文 日本語 한국어 ქართული",
    "nobody has": "\ue123 \U000f0000 \ud800 \ufffe",
    "unseen": "\u2060\u200d\n\n\n   \t  ",
    "lone marks": "\u0301\u0308 ŋ\u0301 a\u0301",
}
DRAWING = Figure(
    420,
    120,
    (
        Area(((0, 30), (90, 30), (90, 90), (0, 90)), "sand", "hairline"),
        Label("41 kom inn", 45, 63, anchor="middle", bold=True),
        Area(((90, 30), (160, 10), (420, 10), (420, 40), (160, 40), (90, 60)), "accent"),
        Label("18 tatt inn 😀", 410, 28, "on_accent", anchor="right"),
        Line(((0, 119), (420, 119)), "quiet", dashed=True),
    ),
    "41 tilbud kom inn: 18 ble tatt inn.",
)


MakeWriter = Callable[[DocumentProperties], FileWriter]


def no_count() -> Counter[str]:
    """A counter for missing characters whose result is not used."""
    return Counter()


def empty_book(
    title: str = "Valgbeskrivelse",
    subject: str = "",
    running_head: str | None = None,
    running_foot: str = "",
    size: tuple[float, float] = A4,
    writer_class: MakeWriter = PdfDocument,
) -> FileWriter:
    """A document without any content."""
    return writer_class(
        DocumentProperties(
            title,
            language="nb-NO",
            day=DAY,
            phrases=PHRASES,
            author="Fjordvik skole",
            subject=subject,
            running_head=running_head,
            running_foot=running_foot,
            size=size,
        )
    )


def started(title: str = "Valgbeskrivelse", writer_class: MakeWriter = PdfDocument) -> FileWriter:
    """A document with only a title."""
    book = empty_book(title, writer_class=writer_class)
    book.masthead("", title)
    return book


def everything(writer_class: MakeWriter = PdfDocument, *, short: bool = False) -> FileWriter:
    """Every kind of element, over more than one page where that is possible; with `short` one of each."""
    book = empty_book(subject="Dokumentasjon", running_foot="Utkast", writer_class=writer_class)
    facts = [("Skole", "Fjordvik skole"), ("Dato", "23. november 2026")]
    book.cover("Valgbeskrivelse", "Alle elever skal kjenne at noen savner dem", "Slik gjorde vi det", facts, "Utkast")
    book.contents(lambda headings: 3)
    book.heading(1, "Forankring", key="first")
    book.lead(TEXT)
    book.paragraph(
        TEXT, " Se ", Link("https://www.udir.no/(a)/?b=c", "udir.no"), ", ", Bold("fet"), ", ", Italic("bok")
    )
    book.paragraph("Videre til ", Link("#last", "slutten"), " eller ", Link("mailto:a@b.no", "post"), ".")
    book.heading(2, "Retningen")
    book.quote(TEXT, source="Personalet")
    book.quote(Foreign("se", "Mánáin lea vuoigatvuohta oahppat"), language="se")
    book.heading(3, "Slik gjorde vi det")
    book.bullets(
        [TEXT, Item("Vi valgte bort:", ["Leseløftet", Item("Poeng", ["og premier"])]), (Bold("Til slutt"), "!")]
    )
    book.numbered([f"Punkt {number}" for number in range(1, 13)])
    book.checklist(["Lag mandat", "Avtal tid"])
    book.facts([("Ansvarlig", "Rektor"), ("Tom", ""), ("Lang", TEXT * 3)])
    book.note(TEXT, title="Verdt å vite")
    book.heading(1, "Hva vi vurderte")
    rows = [
        (f"Tilbud {number}", "Velment råd", (Italic("Parkert"), " til januar"), "")
        for number in range(6 if short else 60)
    ]
    book.table(["Hva", "Slag", "Avgjørelse", ""], rows, (0.4, 0.2, 0.3, 0.1), caption="Det som kom inn")
    book.table(["Navn", "Fordi"], [("Kort", "Ja"), ("Lang", TEXT * (2 if short else 40))], (1, 3), row_heads=False)
    book.figure(DRAWING, "Det som kom inn, og hvor det ble av.")
    book.space(20)
    book.page_break()
    book.heading(1, "Til slutt", key="last")
    book.small(TEXT)
    for text in () if short else HOSTILE.values():
        book.paragraph(text)
    return book


def hostile(writer_class: MakeWriter = PdfDocument) -> FileWriter:
    """Every odd text in every place for user text."""
    title = HOSTILE["markup"] + HOSTILE["control"]
    book = empty_book(
        title, running_head=HOSTILE["emoji"] * 40, running_foot=HOSTILE["entities"], writer_class=writer_class
    )
    for number, (name, text) in enumerate(HOSTILE.items()):
        if number == 0:
            book.cover(text, text, text, [(text, text)], text)
            book.contents()
        book.heading(1, f"{name} {text}", key=name)
        book.paragraph(text, Bold(text), Italic(text), Foreign("ar", text))
        book.paragraph(*(Link(target, text) for target in ("https://a.no/", f"#{name}", "javascript:x", "file:///etc")))
        book.quote(text, source=text)
        book.bullets([Item(text, [text])])
        book.numbered([text])
        book.facts([(text, text)])
        book.note(text, title=text)
        book.table([text, text], [(text, text)], (1, 1), caption=text)
        book.figure(Figure(100, 20, (Label(text, 0, 10), Label("", 0, 0)), f"Figur: {text}"), text)
    return book


def enormous(writer_class: MakeWriter = PdfDocument) -> FileWriter:
    """200,000 characters in each kind of text."""
    book = started("Langt " * 1000, writer_class)
    book.heading(1, "Overskrift " * 400)
    book.paragraph("a" * 200_000)
    book.paragraph("ord " * 50_000)
    book.paragraph(Bold("ord " * 20_000), "😀" * 5_000, Italic("x" * 60_000))
    book.paragraph("linje\n" * 2_000)
    book.bullets(["ord " * 10_000])
    book.facts([("etikett " * 500, "https://a.no/" + "b/" * 20_000)])
    book.note("ord " * 10_000, title="tittel " * 200)
    book.quote("ord " * 10_000, source="kilde " * 1000)
    book.table(
        ["h" * 3000, "hode " * 1000], [("x" * 9000, "ord " * 40_000), ("y", "z")], (0.1, 0.9), caption="c " * 900
    )
    book.figure(Figure(9000, 9000, (Label("stor " * 400, 0, 50),), "Figur " * 500), "tekst " * 1000)
    return book


def to_write_on() -> FileWriter:
    """A landscape sheet with columns, boxes and lines, as it is printed and filled in by hand."""
    book = empty_book(size=PAPER_SIZES["A4 on its side"])
    book.masthead("Ark", "Sjekkliste for fasen", "Skriv rett på arket", "Utkast")
    book.heading(1, "Hele bredden")
    book.table(
        ["Hva", "Hvem", "Når"], [(f"Punkt {number}", "", "") for number in range(12)], (2, 1, 1), min_row_height=34
    )

    def left() -> None:
        book.heading(1, "Til venstre")
        book.paragraph(TEXT)
        book.checklist([f"{TEXT[:60]} {number}" for number in range(14)], lines=2)

    def right() -> None:
        book.heading(1, "Til høyre")
        book.bullets([TEXT, TEXT])
        book.figure(DRAWING, "Det som kom inn.", fill_page=True)
        book.paragraph("Vi ble enige om:")
        book.writing_lines(5)
        book.facts([("Ansvarlig", "Rektor")])

    book.columns(left, right, widths=(3, 2))
    book.heading(1, "Under begge")
    book.columns(lambda: book.paragraph(TEXT), lambda: None, lambda: book.note(TEXT, title="Merk"))
    book.paragraph(TEXT)
    return book
