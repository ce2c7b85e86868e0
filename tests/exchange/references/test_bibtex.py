"""BibTeX is read with its accents, duplicates and broken entries; nothing of it is dropped."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from fosdesk.exchange.references.bibtex import read_bibtex
from fosdesk.exchange.references.latex_text import from_latex, to_latex

BOOK = r"""
@string{uf = "Universitetsforlaget"}
@book{gilje,
  author    = {Gilje, Nils and Harald Grimen and {Utdanningsdirektoratet og andre}},
  title     = {Samfunnsvitenskapenes {F}orutsetninger: 50\% l{\ae}ring, p{\aa} \O y},
  publisher = uf,
  year      = 1993,
  note      = {Kj\o pt},
  keywords  = {skole},
  edition   = "2" # ".",
  month     = jan,
}
"""


def test_an_entry_is_read_with_its_letters_abbreviations_and_organisations() -> None:
    (read,), repeated, outside = read_bibtex(BOOK)
    assert (repeated, outside) == ([], [])
    assert read.fields["what"] == "Samfunnsvitenskapenes Forutsetninger: 50% læring, på Øy"
    assert read.fields["authors"] == "Gilje, Nils; Grimen, Harald; Utdanningsdirektoratet og andre"
    assert (read.fields["publisher"], read.fields["year"]) == ("Universitetsforlaget", "1993")
    assert read.fields["edition"] == "2."
    assert read.fields["file_notes"] == "Kjøpt"
    assert read.fields["from_file"] == "keywords: skole\nmonth: 1"


def test_a_repeated_key_loses_none_of_them() -> None:
    read, repeated, _ = read_bibtex("@book{a, title={En}}\n@book{a, title={To}}\n@book{a, title={Tre}}")
    assert [one.fields["what"] for one in read] == ["En", "To", "Tre"]
    assert repeated == ["a", "a"]


def test_an_entry_that_is_cut_off_is_kept_as_it_was_written_and_the_next_is_read() -> None:
    read, _, outside = read_bibtex("@book{b, title={Uten slutt},\n year=\n@book{c, title={Hel}}\nløst på slutten")
    assert [one.fields["what"] for one in read] == ["Uten slutt", "Hel"]
    assert [one.is_whole for one in read] == [False, True]
    assert "title={Uten slutt}" in read[0].fields["from_file"]
    assert outside == ["løst på slutten"]


def test_a_field_that_stands_there_twice_is_kept_both_times() -> None:
    (read,), _, _ = read_bibtex("@book{c, title={En}, title={To}, year={2001}}")
    assert read.fields["what"] == "En"
    assert read.fields["from_file"] == "title: To"
    assert not read.is_whole


def test_commands_that_nobody_knows_stay_as_they_are() -> None:
    assert from_latex(r"\'{e}\`a\"{o}\v{s}\c c\r{a}\~n\'{\i} \textbf{fet} \ukjent{x}") == r"éàöšçåñí fet \ukjentx"
    assert from_latex(r"10--12 --- ``sitat'' \& \$ 100\%") == "10–12 — “sitat” & $ 100%"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "M")), max_size=60))
def test_every_text_comes_back_from_latex(text: str) -> None:

    text = unicodedata.normalize("NFC", " ".join(text.split()))
    assert from_latex(to_latex(text)) == text


@given(st.text(st.sampled_from("@{}=\",#\\ab %\n~`'-"), max_size=200))
def test_no_text_brings_it_down(text: str) -> None:
    read, _, _ = read_bibtex("@book{k, title={Ord}}\n" + text)
    assert any("Ord" in "".join(one.fields.values()) for one in read)
