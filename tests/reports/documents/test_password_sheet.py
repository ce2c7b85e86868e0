"""The sheet that keeps a password: one page, whole in every sense, whatever the file and the school are called."""

from datetime import date
from pathlib import Path

import pytest

from fosdesk.reports.documents.password_sheet import write_password_sheet
from fosdesk.words import LANGUAGES, read_words
from tests.reading import text_of
from tests.reports.pdf.structure_gate import faults
from tests.reports.pdf.test_outside_gates import outside_gates

SAMPLES = {
    "plain": ("Fjordvik skole", "Fjordvik skole 2026-11-23.fosdesk", "kaktus fjord lyng opal vinter eik"),
    "odd": ("<b>Nes & Øst</b> \u202eskole", "%s {0} \x1b 👋🏽.fosdesk", "'\"\\ <i>blåbær</i> ]\\n"),
    "long": ("Svært " * 30 + "lang skole", "x" * 200 + ".fosdesk", "yW" * 100),
    "nameless": ("", "a.fosdesk", "z"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_sheet_tells_which_file_when_and_its_password(sample: str, language: str, tmp_path: Path) -> None:
    school, file, password = SAMPLES[sample]
    place, words = tmp_path / "ark.pdf", read_words(language)
    made = write_password_sheet(place, words, school=school, file=file, password=password, day=date(2026, 11, 23))
    assert made.pages == 1
    assert made.findings == ()
    assert faults(place.read_bytes()) == []
    printed = "".join(text_of(place).split())
    assert "".join(password.split()) in printed.replace("\u202e", "")
    assert "".join(words.date("2026-11-23").split()) in printed
    assert "".join(words("Without the password the file is lost. Nobody can find it again.").split()) in printed


def test_the_sheet_passes_the_gate_of_others(tmp_path: Path) -> None:
    places = []
    for sample, (school, file, password) in SAMPLES.items():
        places.append(tmp_path / f"{sample}.pdf")
        write_password_sheet(
            places[-1], read_words("nb"), school=school, file=file, password=password, day=date(2026, 11, 23)
        )
    assert outside_gates(places) == []
