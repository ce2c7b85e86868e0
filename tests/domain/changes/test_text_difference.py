"""Word by word: nothing of either text is lost, what is equal is not marked, and huge texts stay quick."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.changes.text_difference import Piece, Pieces, shortened, word_changes

texts = st.text(st.sampled_from("ab æø.,!\n\t ’😀"), max_size=40)


def joined(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


@given(before=texts, after=texts)
def test_the_pieces_are_the_texts_and_what_is_not_marked_is_the_same(before: str, after: str) -> None:
    left, right = word_changes(before, after)
    assert (joined(left), joined(right)) == (before, after)
    if before == after:
        assert not any(piece.differs for piece in (*left, *right))
    same_left, same_right = ("".join(piece.text for piece in side if not piece.differs) for side in (left, right))
    assert same_left.split() == same_right.split()
    assert all(piece.text for piece in (*left, *right))


@pytest.mark.parametrize(
    ("before", "after", "gone", "came"),
    [
        ("Vi leser hver dag.", "Vi leser hver uke.", ["dag"], ["uke"]),
        ("Vi leser", "Vi leser, og skriver", [], [", og skriver"]),
        ("en to tre", "en tre", ["to "], []),
        ("a\n\nb", "a\nb", ["\n\n"], ["\n"]),
        ("", "nytt", [], ["nytt"]),
        ("rød stor bil", "blå liten bil", ["rød stor"], ["blå liten"]),
    ],
)
def test_what_differs_is_marked(before: str, after: str, gone: list[str], came: list[str]) -> None:
    left, right = word_changes(before, after)
    assert [piece.text for piece in left if piece.differs] == gone
    assert [piece.text for piece in right if piece.differs] == came


@pytest.mark.parametrize("word", ["samme ", "ord{n} ", "ord{n}\n"])
def test_huge_texts_do_not_keep_anybody_waiting(word: str) -> None:
    before = "".join(word.format(n=n) for n in range(25_000))
    after = "".join(word.format(n=n * 7 % 25_000) for n in range(25_000)) + "slutt"
    start = process_time()
    left, right = word_changes(before, after)
    assert process_time() - start < 2
    assert (joined(left), joined(right)) == (before, after)


def test_for_reading_long_stretches_that_are_the_same_are_cut_around_the_differences() -> None:
    middle = "Et ord til. " * 800
    left, right = word_changes(f"først {middle}sist", f"nå {middle}til slutt")
    for pieces, first, last in ((left, "først", "sist"), (right, "nå", "til slutt")):
        shown = shortened(pieces)
        assert [piece.text for piece in shown if piece.differs] == [first, last]
        assert " … " in joined(shown)
        assert len(joined(shown)) < 500
    assert shortened((Piece("kort", False),)) == (Piece("kort", False),)
    assert len(joined(shortened((Piece(middle, True),)))) < 2500
    assert len(joined(shortened((Piece(middle, False),)))) < 2500
