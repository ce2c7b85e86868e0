"""Who wrote something, from one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.rules.gatekeeping.authors import authors_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg, Anne Marie; Dal, Per", [("Berg", "A. M."), ("Dal", "P.")]),
        ("Berg, A.M. & Dal, P.", [("Berg", "A. M."), ("Dal", "P.")]),
        ("Øygarden, Åse-Marie", [("Øygarden", "Å.-M.")]),
        ("Utdanningsdirektoratet", [("Utdanningsdirektoratet", "")]),
        ("", []),
        (" ; , ", []),
    ],
)
def test_names_and_initials(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.last, one.initials) for one in authors_in(text)] == expected


@given(st.text(max_size=60))
def test_any_line_is_taken(text: str) -> None:
    for one in authors_in(text):
        assert one.last
        assert isinstance(one.initials, str)
