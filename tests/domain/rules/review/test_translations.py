"""Which entries have a translation, in which order, and whether all translations lean to one side."""

import pytest

from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.domain.rules.review.translations import begun_from_ticks, leaning, neighbours, translations
from tests.reports.telling import school_of

ENTRIES = (
    GateEntry("old", what="Old", came="2025-01-01", decision="adapted"),
    GateEntry("new", what="New", came="2026-01-01", decision="adapted"),
    GateEntry("hand", what="In hand", came="2024-01-01"),
    GateEntry("waits", what="Waits", came="2026-02-01", decision="admitted"),
    GateEntry("blank", what="Blank card", came="2026-03-01", decision="parked"),
    GateEntry("out", what="Out", came="2026-04-01", decision="kept_out"),
)
NOTES = (
    TranslationNote("translation:old", kept="All"),
    TranslationNote("translation:new", our_words="Ours", standing="ours"),
    TranslationNote("translation:hand", monday="Less", standing="draft"),
    TranslationNote("translation:blank"),
)


def test_what_is_in_hand_comes_first_and_what_is_kept_out_has_none() -> None:
    found = translations(school_of(*ENTRIES, *NOTES))
    assert [one.id for one in found.written] == ["hand", "new", "old"]
    assert [one.id for one in found.waiting] == ["blank", "waits"]
    assert neighbours(found.written, "new") == ("hand", "old")
    assert neighbours(found.written, "hand") == ("", "new")
    assert neighbours(found.written, "elsewhere") == ("", "")


@pytest.mark.parametrize(
    ("balances", "side"),
    [
        (("challenge", "more_challenge", "challenge"), "challenge"),
        (("optimism", "more_optimism", "optimism", ""), "optimism"),
        (("optimism", "more_optimism", "both"), ""),
        (("optimism", "challenge", "optimism"), ""),
        (("optimism", "optimism"), ""),
        ((), ""),
    ],
)
def test_all_lean_to_one_side_only_where_three_say_so_and_none_the_other(balances: tuple[str, ...], side: str) -> None:
    notes = [TranslationNote(f"translation:{number}", balance=one) for number, one in enumerate(balances)]
    assert leaning(school_of(*notes)) == side


@pytest.mark.parametrize(
    ("challenges", "encourages", "place"),
    [(True, True, "both"), (True, False, "challenge"), (False, True, "optimism"), (False, False, "")],
)
def test_ticks_of_earlier_versions_begin_the_scale_and_stay(challenges: bool, encourages: bool, place: str) -> None:
    before = TranslationNote("translation:g", challenges=challenges, encourages=encourages)
    after = begun_from_ticks(before)
    assert (after.balance, after.challenges, after.encourages) == (place, challenges, encourages)
    chosen = TranslationNote("translation:g", challenges=True, balance="more_optimism")
    assert begun_from_ticks(chosen) == chosen
