"""Agreements about a text: the latest first, and whether the text still stands."""

import msgspec

from fosdesk.domain.records import AgreedText, CoreComponent
from fosdesk.domain.rules.review.agreements import agreements, is_agreed, version_of
from tests.domain.schools import school_of

FIRST = AgreedText("a", text="Alle er med", day="2025-05-01", about="school", field="direction")
SECOND = AgreedText("b", text="Alle hører til", day="2026-05-01", about="school", field="direction")
OTHER = AgreedText("c", text="Noe annet", day="2026-06-01", about="school", field="inclusion")


def test_the_latest_is_first_and_other_texts_are_left_out() -> None:
    assert agreements(school_of(FIRST, SECOND, OTHER), "school", "direction") == (SECOND, FIRST)


def test_of_one_day_the_one_written_last_counts() -> None:
    again = AgreedText("d", text="Alle er med", day="2026-05-01", about="school", field="direction")
    assert agreements(school_of(SECOND, again), "school", "direction")[0] == again


def test_a_text_stands_as_long_as_it_is_the_one_agreed_on_last() -> None:
    school = school_of(FIRST, SECOND)
    assert is_agreed(school, "school", "direction", "Alle hører til ")
    assert not is_agreed(school, "school", "direction", "Alle er med")
    assert not is_agreed(school_of(), "school", "direction", "")


def test_a_version_holds_all_texts_of_a_record_and_nothing_hidden() -> None:
    component = msgspec.structs.replace(
        CoreComponent("k", name="Vi møter dem", why=" Fordi ", not_this="Ikke kryss", pos="i"), put_away=True
    )
    assert version_of(component) == "Vi møter dem\n\nFordi\n\nIkke kryss"
    assert version_of(CoreComponent("k")) == ""
