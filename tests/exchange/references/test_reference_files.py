"""Files of references in every encoding, too large, broken, or nothing of the kind."""

from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.references import reference_files
from fosdesk.exchange.references.reference_files import read_reference_file, read_references

RIS = "TY  - BOOK\nAU  - Ås, Berit\nTI  - Hersketeknikkene – på nytt\nER  - \n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "x.ris"
    path.write_bytes(RIS.encode(encoding))
    (read,) = read_reference_file(path).references
    assert (read.fields["what"], read.fields["authors"]) == ("Hersketeknikkene – på nytt", "Ås, Berit")


def test_of_a_file_that_is_too_large_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reference_files, "LARGEST", 10_000)
    path = tmp_path / "x.ris"
    path.write_bytes(RIS.encode() * 1_000)
    found = read_reference_file(path)
    assert found.is_cut
    assert len(found.references) >= 10_000 // len(RIS.encode())
    monkeypatch.setattr(reference_files, "MOST", 3)
    found = read_reference_file(path)
    assert (len(found.references), found.is_cut) == (3, True)


@pytest.mark.long
def test_a_hundred_megabytes_are_read_as_far_as_may_be(tmp_path: Path) -> None:
    path = tmp_path / "x.ris"
    with path.open("wb") as file:
        for _ in range(100):
            file.write((RIS * (1_000_000 // len(RIS.encode()))).encode())
    found = read_reference_file(path)
    assert (len(found.references), found.is_cut) == (reference_files.MOST, True)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 1_000, b"Bare en tekst", b"%PDF-1.7\n\xff\xfe", b"[]", b"{}", b"TY  - \nER  - "],
    ids=["empty", "nothing", "text", "pdf", "no items", "no item", "no words"],
)
def test_what_holds_no_references_is_told_in_one_sentence(content: bytes) -> None:
    with pytest.raises(FosdeskError) as trouble:
        read_references(content, "liste.ris")
    assert trouble.value.arguments == {"file": "liste.ris"}


def test_letters_without_meaning_are_counted() -> None:
    found = read_references(b"TY  - BOOK\nTI  - H\x81r\nER  - \n", "x.ris")
    assert found.unread == 1
