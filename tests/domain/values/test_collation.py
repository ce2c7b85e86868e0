"""Norwegian alphabetical order, and that every list of ours goes by it."""

import ast
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.values.collation import sort_key

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    "ordered",
    [
        ["Anne", "Zoë", "Ærlig", "Øystein", "Åse"],
        ["Zara", "Ärlig", "Æva", "Ödegård", "Ørjan", "Aasen", "Åsne", "Aaste"],
        ["Haakon", "Håkon"],
        ["Eva", "Évelyn", "Ewa"],
        ["Áile", "Aksel", "Álvur"],
        ["Čáppa", "Dag", "Đorđe", "Einar"],
        ["Mylla", "Müller", "Mæland"],
        ["Per Ås", "Pernille"],
        ["Anne-Lise", "Anne Marie", "Annette"],
        ["«Bok om lesing»", "Bok om skriving", "Film"],
        ["abc", "ABC", "abd"],
        ["", "1. trinn", "2. trinn", "SFO"],
    ],
)
def test_names_stand_in_norwegian_order(ordered: list[str]) -> None:
    for mixed in list(permutations(ordered))[:50]:
        assert sorted(mixed, key=sort_key) == ordered


def test_aa_is_the_same_letter_as_å_in_every_case() -> None:
    words = ["Zebra", "aasen", "Åsen", "AASEN", "åsen", "Øre"]
    assert sorted(words, key=sort_key)[:2] == ["Zebra", "Øre"]
    assert {sort_key(word)[0] for word in words[1:5]} == {sort_key("åsen")[0]}


@given(st.text(), st.text())
def test_texts_that_differ_never_change_places_at_random(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.text())
def test_a_composed_letter_is_the_letter_and_its_mark(text: str) -> None:
    from unicodedata import normalize

    assert sort_key(normalize("NFD", text))[0] == sort_key(normalize("NFC", text))[0]


def sorted_by_spelling(tree: ast.AST) -> list[int]:
    """The lines with a sort key that is made of casefold() or lower()."""
    found = []
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            keys = [keyword.value for keyword in call.keywords if keyword.arg == "key"]
            inside = [node for key in keys for node in ast.walk(key)]
            if any(isinstance(node, ast.Attribute) and node.attr in ("casefold", "lower") for node in inside):
                found.append(call.lineno)
    return found


def test_no_list_has_an_order_of_its_own() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): lines
        for path in (ROOT / "fosdesk").rglob("*.py")
        if (lines := sorted_by_spelling(ast.parse(path.read_text("utf-8"))))
    }
    assert found == {}
