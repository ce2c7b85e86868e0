"""The period on covers and mastheads: from when the school began, by its own word or its first phase, until now."""

import io
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from fosdesk.content import LANGUAGES
from fosdesk.domain.fields import Record
from fosdesk.domain.records import PhaseState, SchoolProfile
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.words import read_words
from tests.reports.telling import lines, make, school_of
from tests.sampling import sampled

FIRST = PhaseState("phase:F1", opened="2025-02-10", closed="2025-11-01")
SECOND = PhaseState("phase:F2", opened="2025-09-01")


@pytest.mark.parametrize(
    ("start", "phases", "period"),
    [
        ("", (), "Autumn 2026"),
        ("2026H", (), "Autumn 2026"),
        ("2025H", (), "Autumn 2025 to autumn 2026"),
        ("", (SECOND,), "Autumn 2025 to autumn 2026"),
        ("", (SECOND, FIRST), "Spring 2025 to autumn 2026"),
        ("2025H", (SECOND, FIRST), "Spring 2025 to autumn 2026"),
        ("2024H", (SECOND, FIRST), "Autumn 2024 to autumn 2026"),
    ],
)
@pytest.mark.parametrize("key", ["description", "steering_brief"])
def test_the_period_begins_with_the_first_phase_or_the_start_whichever_is_earlier(
    tmp_path: Path, key: str, start: str, phases: tuple[Record, ...], period: str
) -> None:
    school = school_of(SchoolProfile("school", name="Nes", direction="Everybody is missed", start=start), *phases)
    assert period in "\n".join(lines(make(tmp_path, key, school)[1])[:20])


def test_a_period_that_somebody_chose_stands_as_it_was_written(tmp_path: Path) -> None:
    said = "\n".join(lines(make(tmp_path, "description", school_of(FIRST), period="The first year")[1])[:20])
    assert "The first year" in said
    assert "Spring 2025 to" not in said


@pytest.mark.parametrize("key", sampled(DOCUMENTS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_metadata_of_a_file_tell_of_this_document(key: str, language: str, tmp_path: Path) -> None:
    """Not what the program says about documents of its kind to whoever chooses one."""
    profile = SchoolProfile("school", name="Nes", direction="Everybody is missed", start="2025H")
    kind, words = DOCUMENTS[key], read_words(language)
    written = make(tmp_path, key, school_of(profile), language=language, draft=False)[1]
    word = Document(
        io.BytesIO(make(tmp_path, key, school_of(profile), language=language, draft=False, ending=".docx")[1])
    )
    with pikepdf.open(io.BytesIO(written)) as pdf, pdf.open_metadata() as metadata:
        texts = {
            str(pdf.docinfo.Subject),
            str(metadata["dc:description"]),
            word.core_properties.subject,
            word.core_properties.comments,
        }
    assert len(texts) == 1
    said = texts.pop()
    assert words("Final version") in said
    assert words.semester("2025H") in said
    assert "Everybody is missed" in said or key == "research"
    for sentence in words(kind.about).split(". "):
        assert sentence not in said
