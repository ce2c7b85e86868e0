"""Friendly warnings: personal numbers and single pupils; what only looks like one of them is left alone."""

import random
from collections.abc import Sequence
from time import perf_counter

import pytest

from fosdesk.privacy.sensitive_words import names_pupil, personal_number, sensitive_content

FIRST, SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def check_digit(digits: str, weights: Sequence[int]) -> str:
    """The digit that makes the weighted sum a multiple of eleven; «-» where there is none of one place."""
    rest = -sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return "-" if rest == 10 else str(rest)


def numbers(start: str, *, personal: bool) -> list[str]:
    """Eleven digits after a start: valid personal numbers, or account numbers that are no personal numbers."""
    chance = random.Random(start)
    found: list[str] = []
    while len(found) < 40:
        nine = start + "".join(chance.choices("0123456789", k=9 - len(start)))
        first = check_digit(nine, FIRST)
        middle = first if personal else str((int(first.replace("-", "0")) + 5) % 10)
        whole = nine + middle
        whole += check_digit(whole, SECOND) if "-" not in whole else "-"
        if "-" not in whole:
            found.append(whole)
    return found


@pytest.mark.parametrize("day", ["010190", "311299", "410190", "014190", "018190", "016690"])
def test_every_valid_personal_number_is_noticed_also_of_other_kinds(day: str) -> None:
    for number in numbers(day, personal=True):
        for text in (number, f"Nummeret er {number}.", f"{number[:6]} {number[6:]}", f"{number[:6]} – {number[6:]}"):
            assert personal_number(text), text
            assert sensitive_content(text) == "personal_number"


@pytest.mark.parametrize(
    "text",
    [
        "01010112345",
        "nr 010101 12345.",
        "(010101-12345)",
        "01.01.01 12345",
        "41010112345",
        "01410112345",
        "01 01 01 12345",
        "410101 12345",
        "010101 123 45",
        "150640 – 12345",
        "150640–12345",
        "150640 — 12345",
        "150640\u201112345",
        "150640 \u2212 12345",
        "150640\u00a012345",
        "150640\u202f–\u00a012345",
        "15\u00a006\u00a040\u00a012345",
        "150640\u00a0123\u00a045",
    ],
)
def test_personal_numbers_are_noticed_as_people_write_them(text: str) -> None:
    assert personal_number(text)
    assert sensitive_content(text) == "personal_number"


@pytest.mark.parametrize("start", ["8601", "1503", "1506", "0101", "3624", "9710"])
def test_account_numbers_are_no_personal_numbers(start: str) -> None:
    """Some of 1503, 1506 and 0101 begin as a day does."""
    flagged = [number for number in numbers(start, personal=False) if personal_number(number)]
    assert len(flagged) <= 16, "the first check digit of numbers from 2032 on leaves some that cannot be told apart"
    for number in numbers(start, personal=False):
        assert not personal_number(f"{number[:4]} {number[4:6]} {number[6:]}")
        assert not personal_number(f"{number[:4]}.{number[4:6]}.{number[6:]}")


@pytest.mark.parametrize("unit", ["a", "A ", "A-", "7a ", "elev ", "12 ", "Møtet i 3A. ", "1", "Ola    ", "§ 9 A "])
def test_what_is_pasted_is_looked_through_without_a_pause(unit: str) -> None:
    """In time that grows with the length: a quadratic search would take minutes."""
    text = unit * (250_000 // len(unit))
    begun = perf_counter()
    sensitive_content(text)
    assert perf_counter() - begun < 10


def luhn(digits: str) -> str:
    doubled = (int(digit) * (1 if place % 2 else 2) for place, digit in enumerate(reversed(digits)))
    return digits + str(-sum(number // 10 + number % 10 for number in doubled) % 10)


def test_payment_references_are_no_personal_numbers() -> None:
    chance = random.Random(7)
    references = [luhn("0101" + "".join(chance.choices("0123456789", k=6))) for _ in range(200)]
    flagged = [reference for reference in references if personal_number(reference)]
    assert len(flagged) < 10, flagged  # those that pass both checks of a personal number, too


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-11-23",
        "Telefon 912 34 567",
        "+47 91234567",
        "978-82-15-01234-5",
        "9788215012345",
        "1234 56 78901",
        "123456789012",
        "991399 12345",
        "1.1.2026",
        "kl. 10.15 12345",
        "12345678901",
        "1506.40.12345",
        "org.nr. 974 760 673",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "elev NN",
        "Eleven Ola",
        "7B Ola",
        "10. A: Kari N.",
        "Elev K.N. strever",
        "pupil X",
        "elev Áile",
        "elev A\u0301ile",
        "Eleven: Máret",
        "elevane Ola og Kari",
        "Ola i 7B",
        "Ola (7B)",
        "Ola, 7B",
        "Ola 7B",
        "Ola N. i 7 B",
        "Áile i 7. klasse",
        "Vi snakket om Ola fra 9a.",
        "7B Bjørn",
        "7\u00a0B Ola",
        "Ola i\u00a07\u00a0B",
        "elev Anne-Lise",
        "Čearbmá i 4A",
        "Henning i 7B",
        "Torstein i 7B",
        "7B Liv",
    ],
)
def test_single_pupils_are_noticed(text: str) -> None:
    assert names_pupil(text)
    assert sensitive_content(text) == "pupil"


@pytest.mark.parametrize(
    "text",
    [
        "Elevene trives",
        "Elevrådet ba om det",
        "Elever og foresatte",
        "7B og 7C",
        "eleven blir hørt",
        "Modell 2 A og B",
        "§ 9 A",
        "§ 9 A Elevens rett",
        "§ 9 A Kari",
        "kapittel 12",
        "§ 12-4-sak",
        "kapittel 2 A",
        "Kapittel 2 A Kari",
        "9A Norsk",
        "9A Foreldremøte",
        "9A KRLE",
        "Foreldremøte i 7B",
        "Norsk i 9A",
        "Elevundersøkelsen i 7B",
        "kap. 9 A Skolemiljø",
        "opplæringsloven § 9 A-4",
        "Alle i 7B",
        "Vi er i 7B",
        "Møte (7B)",
        "Matte, 7B",
        "Elev PPT",
        "Rom 7B",
        "I 7B",
        "Fase 1 A",
        "9 a Kunst og håndverk",
        "Onsdag 7B",
        "Oppgave 3 b",
        "Punkt 2 a Kari",
        "Uteskole i 3A",
        "Svømming, 4B",
        "Turdag i 2 A",
    ],
)
def test_pupils_in_general_laws_and_subjects_are_left_alone(text: str) -> None:
    assert not names_pupil(text)
    assert sensitive_content(text) == ""
