"""Friendly warnings: personal numbers and single pupils."""

import pytest

from fosdesk.privacy.sensitive_words import names_pupil, personal_number, sensitive_content


@pytest.mark.parametrize(
    "text",
    ["01010112345", "nr 010101 12345.", "(010101-12345)", "01.01.01 12345", "41010112345", "01410112345",
     "01 01 01 12345", "410101 12345", "12345678901", "010101 123 45"],
)  # fmt: skip
def test_personal_numbers_are_noticed(text: str) -> None:
    assert personal_number(text)
    assert sensitive_content(text) == "personal_number"


@pytest.mark.parametrize(
    "text",
    ["", "2026-11-23", "Telefon 912 34 567", "+47 91234567", "978-82-15-01234-5", "9788215012345", "1234 56 78901",
     "123456789012", "991399 12345", "1.1.2026", "kl. 10.15 12345"],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not personal_number(text)


@pytest.mark.parametrize("text", ["elev NN", "Eleven Ola", "7B Ola", "10. A: Kari N.", "Elev K.N. strever", "pupil X"])
def test_single_pupils_are_noticed(text: str) -> None:
    assert names_pupil(text)
    assert sensitive_content(text) == "pupil"


@pytest.mark.parametrize(
    "text",
    ["Elevene trives", "Elevrådet ba om det", "Elever og foresatte", "7B og 7C", "eleven blir hørt", "Modell 2 A og B"],
)
def test_pupils_in_general_are_left_alone(text: str) -> None:
    assert not names_pupil(text)
    assert sensitive_content(text) == ""
