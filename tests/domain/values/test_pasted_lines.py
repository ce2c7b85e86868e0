"""Pasted text as lines: blank ones go, and bullets where every line has one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.values.pasted_lines import lines_of_text


@pytest.mark.parametrize(
    ("pasted", "lines"),
    [
        ("Ring PPT", ("Ring PPT",)),
        ("  Ring PPT \r\n\r\n\tSpør FAU\n", ("Ring PPT", "Spør FAU")),
        ("•\tRing PPT\r\n•\tSpør FAU\r\n", ("Ring PPT", "Spør FAU")),
        ("•\tRing PPT\r\no\tSpør FAU\r\n", ("Ring PPT", "Spør FAU")),
        ("\uf0b7 Ring PPT", ("Ring PPT",)),
        ("- Ring PPT\n- Spør FAU", ("Ring PPT", "Spør FAU")),
        ("- [ ] Ring PPT\n- [x] Spør FAU", ("Ring PPT", "Spør FAU")),
        ("- Ring PPT\nSpør FAU", ("- Ring PPT", "Spør FAU")),
        ("- Ring PPT", ("- Ring PPT",)),
        ("1.\tRing PPT\n2.\tSpør FAU", ("Ring PPT", "Spør FAU")),
        ("3) Ring PPT\n4) Spør FAU", ("Ring PPT", "Spør FAU")),
        ("3. mai: tur\n17. mai: tog", ("3. mai: tur", "17. mai: tog")),
        ("2. trinn\n2. trinn igjen", ("2. trinn", "2. trinn igjen")),
        ("1. Ring PPT", ("1. Ring PPT",)),
        ("Ring PPT\t15.12\tLedelsen\nSpør FAU\t\tRektor", ("Ring PPT 15.12 Ledelsen", "Spør FAU Rektor")),
        ("•\n• Ring PPT", ("Ring PPT",)),
        ("Hardt\N{NO-BREAK SPACE}mellomrom", ("Hardt\N{NO-BREAK SPACE}mellomrom",)),
        (" \n\t\n", ()),
        ("", ()),
    ],
)
def test_lines_as_they_are_pasted(pasted: str, lines: tuple[str, ...]) -> None:
    assert lines_of_text(pasted) == lines


@given(st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=9), max_size=12))
def test_plain_lines_come_through_as_they_are(lines: list[str]) -> None:
    assert lines_of_text("\n".join(lines)) == tuple(lines)
