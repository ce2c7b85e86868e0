"""Copies are known by what sync programs, mail programs and people make of a name; other names are left alone."""

import pytest

from fosdesk.domain.values.file_copies import copies_among, looks_like_copy, original_name


@pytest.mark.parametrize(
    "name",
    [
        "skole (1)",
        "skole (12)",
        "skole 2",
        "skole - Copy",
        "skole - Copy (2)",
        "skole - Kopi",
        "skole – kopi",
        "skole kopi",
        "skole kopi 2",
        "skole-kopi",
        "skole_kopi",
        "skole (kopi)",
        "skole (kopi 2)",
        "Kopi av skole",
        "Copy of skole",
        "Kopi av Kopi av skole",
        "skole (conflicted copy)",
        "skole (conflicted copy 2026-11-23 101500)",
        "skole (Kari Nordmanns konfliktkopi 2026-11-23)",
        "skole (Kari's conflicted copy 2026-11-23)",
        "skole (PC2's conflicted copy)",
        "skole [Conflict]",
        "skole konfliktkopi",
        "skole-konflikt",
        "skole_conflict-20261123-101500",
        "skole.sync-conflict-20261123-101500-ABCDEFG",
        "skole - Kopi (1) (conflicted copy)",
    ],
)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert looks_like_copy(name, [])
    assert original_name(name) == "skole"


@pytest.mark.parametrize("name", ["skole-PC2", "skole-LAPTOP-4F7", "Skole-DESKTOP-9K2LQ", "skole-Rektor"])
def test_the_name_of_a_computer_counts_only_beside_the_file_itself(name: str) -> None:
    assert looks_like_copy(name, ["skole", "annet"])
    assert not looks_like_copy(name, ["annet"])


@pytest.mark.parametrize(
    "name",
    ["skole", "Nes skole 2026-11-23", "skole-2026-11-23", "skole 2026", "Kopervik skole", "kopimaskin", "konfliktråd"],
)
def test_other_names_are_left_alone(name: str) -> None:
    assert not looks_like_copy(name, ["skole", "Nes skole", name])


def test_beside_a_copy_the_file_itself_is_of_interest_too() -> None:
    there = ["skole", "skole (1)", "skole-PC2", "annet", "annet-2026-11-23"]
    assert copies_among(there) == ["skole (1)", "skole-PC2"]
    assert copies_among(there, "skole (1)") == ["skole-PC2", "skole"]
    assert copies_among(there, "skole-PC2") == ["skole (1)", "skole"]
    assert copies_among(there, "annet") == ["skole (1)", "skole-PC2"]
