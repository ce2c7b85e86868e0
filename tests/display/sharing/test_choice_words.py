"""What schools chose among, and what each said, in words."""

import pytest

from fosdesk.content import read_framework
from fosdesk.display.sharing.choice_words import difference_words, said_words
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Answer, CoreComponent, PhaseState, SchoolProfile, Seat, StopItem, Theme
from fosdesk.domain.rules.sharing.school_choices import Said, differences
from fosdesk.words import read_words
from tests.domain.schools import school_of

WORDS, FRAMEWORK = read_words("nb"), read_framework("nb")


@pytest.mark.parametrize(
    ("one", "other", "title"),
    [
        (SchoolProfile("school", direction="A"), SchoolProfile("school", direction="B"), "Retningen vår"),
        (CoreComponent("c", name="A"), None, "Kjernekomponenter"),
        (StopItem("s", what="A"), None, "Dette slutter vi med"),
        (Theme("t", name="A", standing="parked"), None, "Temaer: Lagt til side"),
        (
            PhaseState("phase:F1", own_title="A"),
            PhaseState("phase:F1", own_title="B"),
            "Fase 1: Klargjøring (readiness)",
        ),
        (Answer("answer:F1-15", status="other_way"), None, "Forskning på arbeidet, og hva de ansatte skal få vite"),
    ],
)
def test_what_was_chosen_among(one: Record, other: Record | None, title: str) -> None:
    (found,) = differences(FRAMEWORK, [school_of(one), school_of(*([other] if other else []))])
    assert difference_words(WORDS, FRAMEWORK, found) == title


def test_a_seat_is_called_by_its_name() -> None:
    schools = [school_of(Seat("seat:teachers", considered=answer)) for answer in ("yes", "no")]
    (found,) = differences(FRAMEWORK, schools)
    assert difference_words(WORDS, FRAMEWORK, found).endswith(": Lærere")


def test_what_a_school_said_with_its_reason() -> None:
    assert said_words(WORDS, Said(CoreComponent, "name", "Navnet")) == "Navnet"
    assert said_words(WORDS, Said(Answer, "status", "not_applicable", "For få")) == "Ikke aktuelt: For få"
