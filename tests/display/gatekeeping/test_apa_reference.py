"""References in APA 7 are equal to examples that libraries give, letter by letter.

Sources: [S] Søk & Skriv, «APA 7th» (github.com/sok-og-skriv/sok-og-skriv-web, docs/referansestiler/apa-7th.md): all
in bokmål but the theses; [U] UiT, «APA 7 eksempelsamling» (uit.no/ub/eksempelsamlinger, documents 723998 and 724067),
which says that it agrees with «Norsk APA-manual» of 2023: the two theses. The Norwegian manual itself could not be
read. [E] the formats that guides.uu.edu/APA7/textworks gives for English, filled with the same works. Where [S] lacks a
period or a blank in an example, it is set as in its own pattern. For nynorsk no collection for the seventh edition was
found; it has the signs of bokmål and the words of nynorsk.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.display.gatekeeping.apa_reference import apa_reference, plain, reference_list
from fosdesk.domain.records import GateEntry
from fosdesk.words import read_words

GILJE = GateEntry(
    what="Samfunnsvitenskapenes forutsetninger: Innføring i samfunnsvitenskapenes vitenskapsfilosofi",
    authors="Gilje, Nils; Grimen, Harald",
    year="1993",
    publication="book",
    publisher="Universitetsforlaget",
    edition="1",
)
GULLESTAD = GateEntry(
    what="Underteksten: Psykoanalytisk terapi i praksis",
    authors="Gullestad, Siri Erika; Killingmo, Bjørn",
    year="2013",
    publication="book",
    publisher="Universitetsforlaget",
    edition="2",
)
SVENSEN = GateEntry(
    what="Å skrive for livet: Populærvitenskap, forskermemoarer og IMRAD",
    authors="Svensen, Henrik Hovland",
    year="2019",
    publication="chapter",
    published_in="Kreativ akademisk skriving",
    editors="Jørgensen, Ingrid B.; Askeland, Norunn",
    pages="157-178",
    publisher="Universitetsforlaget",
)
HUANG = GateEntry(
    what="Academic achievement in Norwegian secondary schools: The impact of violence during childhood",
    authors="Huang, Lihong; Mossige, Svein",
    year="2012",
    publication="article",
    published_in="Social Psychology of Education",
    volume="15",
    issue="2",
    pages="147–164",
    doi="10.1007/s11218-011-9174-y",
)
KLEEMANN = GateEntry(
    what="Lek på to språk",
    authors="Kleemann, Carola B.",
    year="2015",
    publication="thesis",
    publisher="UiT Norges arktiske universitet",
)
SMEDSENG = GateEntry(
    what="The northern lights experience: Negotiation strategies",
    authors="Smedseng, Nina",
    year="2014",
    publication="masters",
    publisher="UiT Norges arktiske universitet",
    published_in="Munin",
    address="https://hdl.handle.net/10037/6409",
)
THUEN = GateEntry(
    what="Utroskapens pris",
    authors="Thuen, Frode",
    year="2006, 12. oktober",
    publication="newspaper",
    published_in="Bergens Tidende",
    pages="12",
)
VAREIDE = GateEntry(
    what="Hvorfor vokser steder? Og hvordan kan utviklingen påvirkes?",
    authors="Vareide, Knut",
    year="2018",
    publication="book",
    publisher="Cappelen Damm",
    doi="https://doi.org/10.23865/noasp.32",
)
STATSRAAD = GateEntry(
    what="Offisielt fra statsråd 20. mars 2018",
    authors="Statsministerens kontor",
    year="2018, 20. mars",
    publication="web",
    published_in="Regjeringen",
    address="https://www.regjeringen.no/no/aktuelt/id2594402/",
)
LUND = GateEntry(
    what="Åtte av ti reiser med bil",
    authors="Lund, Vigdis",
    year="",
    publication="web",
    published_in="SSB",
    address="https://www.ssb.no/atte-av-ti-reiser-med-bil",
)
EXAMPLES = (
    (
        "nb",
        GILJE,
        "Gilje, N. & Grimen, H. (1993). *Samfunnsvitenskapenes forutsetninger: Innføring i samfunnsvitenskapenes "
        "vitenskapsfilosofi*. Universitetsforlaget.",
    ),
    (
        "nb",
        GULLESTAD,
        "Gullestad, S. E. & Killingmo, B. (2013). *Underteksten: Psykoanalytisk terapi i praksis* (2. utg.). "
        "Universitetsforlaget.",
    ),
    (
        "nb",
        SVENSEN,
        "Svensen, H. H. (2019). Å skrive for livet: Populærvitenskap, forskermemoarer og IMRAD. I I. B. Jørgensen & "
        "N. Askeland (Red.), *Kreativ akademisk skriving* (s. 157–178). Universitetsforlaget.",
    ),
    (
        "nb",
        HUANG,
        "Huang, L. & Mossige, S. (2012). Academic achievement in Norwegian secondary schools: The impact of violence "
        "during childhood. *Social Psychology of Education*, *15*(2), 147–164. "
        "https://doi.org/10.1007/s11218-011-9174-y",
    ),
    (
        "nb",
        KLEEMANN,
        "Kleemann, C. B. (2015). *Lek på to språk* [Doktorgradsavhandling]. UiT Norges arktiske universitet.",
    ),
    (
        "nb",
        SMEDSENG,
        "Smedseng, N. (2014). *The northern lights experience: Negotiation strategies* [Masteroppgave, UiT Norges "
        "arktiske universitet]. Munin. https://hdl.handle.net/10037/6409",
    ),
    ("nb", THUEN, "Thuen, F. (2006, 12. oktober). Utroskapens pris. *Bergens Tidende*, s. 12."),
    (
        "nb",
        VAREIDE,
        "Vareide, K. (2018). *Hvorfor vokser steder? Og hvordan kan utviklingen påvirkes?* Cappelen Damm. "
        "https://doi.org/10.23865/noasp.32",
    ),
    (
        "nb",
        STATSRAAD,
        "Statsministerens kontor. (2018, 20. mars). *Offisielt fra statsråd 20. mars 2018*. Regjeringen. "
        "https://www.regjeringen.no/no/aktuelt/id2594402/",
    ),
    ("nb", LUND, "Lund, V. (u.å.). *Åtte av ti reiser med bil*. SSB. https://www.ssb.no/atte-av-ti-reiser-med-bil"),
    (
        "nn",
        SMEDSENG,
        "Smedseng, N. (2014). *The northern lights experience: Negotiation strategies* [Masteroppgåve, UiT Norges "
        "arktiske universitet]. Munin. https://hdl.handle.net/10037/6409",
    ),
    (
        "nn",
        SVENSEN,
        "Svensen, H. H. (2019). Å skrive for livet: Populærvitenskap, forskermemoarer og IMRAD. I I. B. Jørgensen & "
        "N. Askeland (Red.), *Kreativ akademisk skriving* (s. 157–178). Universitetsforlaget.",
    ),
    (
        "en",
        GULLESTAD,
        "Gullestad, S. E., & Killingmo, B. (2013). *Underteksten: Psykoanalytisk terapi i praksis* (2nd ed.). "
        "Universitetsforlaget.",
    ),
    (
        "en",
        SVENSEN,
        "Svensen, H. H. (2019). Å skrive for livet: Populærvitenskap, forskermemoarer og IMRAD. In I. B. Jørgensen & "
        "N. Askeland (Eds.), *Kreativ akademisk skriving* (pp. 157–178). Universitetsforlaget.",
    ),
    (
        "en",
        HUANG,
        "Huang, L., & Mossige, S. (2012). Academic achievement in Norwegian secondary schools: The impact of violence "
        "during childhood. *Social Psychology of Education*, *15*(2), 147–164. "
        "https://doi.org/10.1007/s11218-011-9174-y",
    ),
    ("en", LUND, "Lund, V. (n.d.). *Åtte av ti reiser med bil*. SSB. https://www.ssb.no/atte-av-ti-reiser-med-bil"),
)


@pytest.mark.parametrize(("language", "entry", "expected"), EXAMPLES)
def test_a_reference_is_as_in_the_examples(language: str, entry: GateEntry, expected: str) -> None:
    made = apa_reference(read_words(language), entry)
    assert "".join(f"*{one.text}*" if one.is_italic else one.text for one in made) == expected


def test_more_than_twenty_people_are_the_first_nineteen_and_the_last() -> None:
    people = "; ".join(f"Etternavn{chr(ord('a') + n)}, Fornavn" for n in range(24))
    said = plain(apa_reference(read_words("nb"), GateEntry(what="X", authors=people, year="2017", publication="book")))
    assert "Etternavns, F., . . . Etternavnx, F. (2017)" in said
    assert said.count("Etternavn") == 20


def test_a_list_is_in_norwegian_order_with_letters_for_the_same_people_and_year() -> None:
    words = read_words("nb")
    made = reference_list(
        words,
        [
            GateEntry(id="1", what="Ørret", authors="Ås, Berit", year="1979", publication="book"),
            GateEntry(id="2", what="Åre", authors="Ås, Berit", year="1979", publication="book"),
            GateEntry(id="3", what="Zebra", authors="Ziehe, Thomas", year="2001", publication="book"),
            GateEntry(id="4", what="Om tid", source="Hefte fra PPT, 2019"),
        ],
    )
    assert [plain(one) for one in made] == [
        "Om tid. Hefte fra PPT, 2019.",
        "Ziehe, T. (2001). Zebra.",
        "Ås, B. (1979a). Ørret.",
        "Ås, B. (1979b). Åre.",
    ]


def test_an_edited_book_without_authors_stands_under_its_editors() -> None:
    book = GateEntry(what="Inkludering", editors="Berg, Anne; Dal, Per", year="2020", publication="book")
    assert plain(apa_reference(read_words("nb"), book)) == "Berg, A. & Dal, P. (Red.). (2020). Inkludering."
    assert plain(apa_reference(read_words("en"), book)) == "Berg, A., & Dal, P. (Eds.). (2020). Inkludering."


@given(
    st.builds(
        GateEntry,
        what=st.text(max_size=20),
        authors=st.text(st.sampled_from("Aaø,;& .-"), max_size=20),
        editors=st.text(st.sampled_from("Bb,;& ."), max_size=12),
        year=st.text(max_size=5),
        publication=st.sampled_from(["", "article", "book", "chapter", "report", "thesis", "web", "newspaper", "x"]),
        published_in=st.text(max_size=8),
        pages=st.text(max_size=5),
        edition=st.text(max_size=5),
        volume=st.text(max_size=3),
        doi=st.text(max_size=5),
    )
)
def test_whatever_is_written_becomes_a_line_with_the_title_in_it(entry: GateEntry) -> None:
    said = plain(apa_reference(read_words("nb"), entry))
    assert " ".join(entry.what.split()) in said
