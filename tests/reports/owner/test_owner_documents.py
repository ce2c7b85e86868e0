"""Documents about many schools, inside a municipality and across: in three languages, with nobody's name in them."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from fosdesk.content import read_framework
from fosdesk.domain.journal import Writer
from fosdesk.domain.rules.owner.owner_text import CHOICES, NAME, blank_journal, with_text, within
from fosdesk.domain.school import School, school_from_journal
from fosdesk.errors import FosdeskError
from fosdesk.exchange.owner.school_folder import read_folder
from fosdesk.reports.document_catalogue import PDF, WORD
from fosdesk.reports.owner.owner_documents import OWNER_DOCUMENTS, OwnerTopic, owner_document, owner_file_name
from fosdesk.words import LANGUAGES, read_words
from tests.many_schools import PERSON, file_of, journal_of, make_folder, records_of
from tests.reading import text_of

DAY = date(2026, 11, 30)
BRIEF, DESCRIPTION, BY_MUNICIPALITY = OWNER_DOCUMENTS


def owner() -> School:
    journal, writer = blank_journal(), Writer("1" * 32, "owner", "test", 1)
    for place, said in (
        (NAME, "Kystkommunene"),
        (CHOICES[0], "Vi lærer av hverandre"),
        (within("Åsvik"), "Rektorene møtes hver måned"),
        (within(""), "Samling hver høst"),
    ):
        journal = with_text(journal, place, said, writer, 1)
    return school_from_journal(journal)


@pytest.fixture
def topic(tmp_path: Path) -> OwnerTopic:
    folder = make_folder(tmp_path, 12)
    journal = journal_of("school-whole", records_of(7, "Åsvik", "Hele skolen"))
    (folder / "alt.fosdesk").write_bytes(file_of(journal, whole=True))
    (folder / "navn.fosdesk").write_bytes(
        file_of(journal_of("school-people", records_of(8, "Åsvik", "Med navn")), with_people=True)
    )
    return OwnerTopic(owner(), read_folder(folder, read_framework("nb")).schools)


def said(key: str, ending: str, topic: OwnerTopic, place: Path, language: str = "nb") -> str:
    path = place / f"dokument{ending}"
    path.write_bytes(owner_document(key, ending, topic, read_words(language), DAY))
    if ending == PDF:
        return text_of(path)
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.mark.parametrize("ending", [PDF, WORD])
@pytest.mark.parametrize("key", OWNER_DOCUMENTS)
def test_nobody_and_no_count_of_work_is_in_any_of_them(
    key: str, ending: str, topic: OwnerTopic, tmp_path: Path
) -> None:
    found = said(key, ending, topic, tmp_path)
    assert "Hele skolen" in found
    assert "Med navn" in found
    for never in (PERSON, "Ragnhild", "Internt møte", "47 av 47", "Alt er gjort"):
        assert never not in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", OWNER_DOCUMENTS)
def test_they_are_made_in_each_language_and_what_schools_wrote_stays_as_it_is(
    key: str, language: str, topic: OwnerTopic, tmp_path: Path
) -> None:
    found = said(key, PDF, topic, tmp_path, language)
    assert read_words(language)(OWNER_DOCUMENTS[key].title) in found
    assert "Alle barn hører til" in found or key == BRIEF


def test_the_brief_tells_phases_cohorts_networks_and_requests(topic: OwnerTopic, tmp_path: Path) -> None:
    found = " ".join(said(BRIEF, PDF, topic, tmp_path).split())
    for part in ("Fase 1: Klargjøring", "Høst 2025", "Pulje 2", "Lesing", "Kystregionen", "Vikar to dager, ønske 6"):
        assert part in found, part
    assert "Samling hver høst" in found
    assert "Rektorene møtes" not in found


def test_inside_a_municipality_nothing_of_the_others_is_told(topic: OwnerTopic, tmp_path: Path) -> None:
    inside = topic._replace(municipality="Åsvik")
    for key in OWNER_DOCUMENTS:
        found = said(key, PDF, inside, tmp_path)
        assert "Åsvik" in found
        assert "Bjørkedal" not in found
        assert "Elvebakken A skole" not in found  # of Elvestrand
        assert "Rektorene møtes hver måned" in " ".join(found.split())
        assert "Samling hver høst" not in found


def test_the_owner_stands_first_among_the_choices(topic: OwnerTopic, tmp_path: Path) -> None:
    found = said(DESCRIPTION, WORD, topic, tmp_path)
    rows = found[found.index("Med egne ord") :]
    assert rows.index("Vi lærer av hverandre") < rows.index("Alle barn hører til")


def test_with_nothing_read_and_nothing_written_they_say_so(tmp_path: Path) -> None:
    nothing = OwnerTopic(School("owner-description", {}, {}), ())
    assert "Ingen skolefil ble lest." in said(BRIEF, PDF, nothing, tmp_path)
    assert "Ingenting er skrevet ennå." in said(DESCRIPTION, PDF, nothing, tmp_path)


def test_names_of_files_are_fit_for_every_system_and_an_unknown_document_is_one_sentence(topic: OwnerTopic) -> None:
    words = read_words("nb")
    name = owner_file_name(BRIEF, topic._replace(municipality="A/B: C"), words, DAY, WORD)
    assert name == "Orientering om skolene til styringsgruppen A B C 2026-11-30.docx"
    with pytest.raises(FosdeskError):
        owner_document("no such", PDF, topic, words, DAY)
