"""A sitting is one version: steady typing and mended slips are, and what somebody took away is not."""

import pytest

import fosdesk.domain.records  # noqa: F401  declares the nouns
from fosdesk.domain.changes.sitting import LONGEST_PAUSE, TextSave, is_typed, saves_in_sitting
from fosdesk.domain.fields import Scalar

WRITTEN = "Vi leser sammen hver morgen, og de eldste leser for de yngste."


def saves(*values: Scalar, pause: int = 10_000) -> list[TextSave]:
    """Saves of one opening, given oldest first; returned newest first."""
    return [TextSave("a", place * pause, value) for place, value in enumerate(values)][::-1]


def test_what_is_typed_steadily_is_one_version() -> None:
    steady = [WRITTEN[:length].rstrip() for length in range(7, len(WRITTEN), 7)] + [WRITTEN]
    assert saves_in_sitting(saves(*steady)) == len(steady)


def test_what_is_put_in_between_is_one_version() -> None:
    assert saves_in_sitting(saves("Vi leser.", "Vi leser sammen.", "Vi leser sammen hver dag.")) == 3


def test_a_slip_that_is_mended_makes_no_version() -> None:
    assert saves_in_sitting(saves("Vi lesre", "Vi leser sammen")) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (WRITTEN, "Vi leser sammen hver morgen."),
        (WRITTEN, ""),
        (WRITTEN, "Noe helt annet"),
        ("Vi sier ikke ja", "Vi sier ja"),
        ("Ja", "Nei"),
        ("Voksne som ser", "Voksne som hører"),
        ("Ring Ola", "Ring Kari"),
        ("Rom 7", "Rom 8"),
        ("Møte om 7B. Ta det opp.", "Møte om trinnet. Ta det opp."),
    ],
)
def test_what_was_taken_away_stays_a_version_of_its_own(before: str, after: str) -> None:
    assert saves_in_sitting(saves(before, after)) == 1


def test_every_version_of_a_sitting_is_held_by_its_newest() -> None:
    assert saves_in_sitting(saves("Vi leser", "Vi leser sammen hver dag", "Vi leser sammen")) == 1


def test_a_longer_pause_or_another_opening_ends_a_sitting() -> None:
    assert saves_in_sitting(saves("Vi", "Vi leser", pause=LONGEST_PAUSE)) == 2
    assert saves_in_sitting(saves("Vi", "Vi leser", pause=LONGEST_PAUSE + 1)) == 1
    assert saves_in_sitting(saves("Vi", "Vi leser", pause=-LONGEST_PAUSE - 1)) == 1
    earlier, later = TextSave("a", 0, "Vi"), TextSave("b", 0, "Vi leser")
    assert saves_in_sitting([later, earlier]) == 1


def test_only_texts_have_sittings() -> None:
    assert saves_in_sitting(saves(1, 10)) == 1
    assert saves_in_sitting(saves(None, "Vi")) == 1
    assert saves_in_sitting(saves("", "Vi")) == 1
    assert saves_in_sitting([]) == 0
    assert is_typed("gate_entry", "what")
    assert is_typed("gate_entry", "reason")
    assert not is_typed("gate_entry", "came")
    assert not is_typed("gate_entry", "unheard_of")
    assert not is_typed("unheard_of", "what")
