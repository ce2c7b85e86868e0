"""What an edit writes where two people have written: what was typed counts, whoever else wrote it."""

import pytest

from tests.store.store_copies import Copy, assert_sound, meet


@pytest.fixture
def disputed(copy: Copy, colleague: Copy) -> Copy:
    """A copy in which «a» and «b» stand against each other."""
    copy.write("entry", "what", "first")
    meet(copy, colleague)
    copy.write("entry", "what", "a")
    colleague.write("entry", "what", "b")
    meet(copy, colleague)
    assert copy.values("entry", "what") == {"a", "b"}
    return copy


@pytest.mark.parametrize(("seen", "typed"), [("a", "b"), ("b", "a")])
def test_to_write_what_the_other_wrote_ends_the_conflict(disputed: Copy, seen: str, typed: str) -> None:
    assert disputed.write_over(seen, "entry", "what", typed) is not None
    assert disputed.values("entry", "what") == {typed}
    assert not disputed.school().conflicts
    assert disputed.undo()
    assert disputed.values("entry", "what") == {"a", "b"}
    assert_sound(disputed)


@pytest.mark.parametrize("typed", ["a", "b"])
def test_an_editor_that_shows_an_earlier_value_takes_a_side_and_leaves_the_conflict(disputed: Copy, typed: str) -> None:
    assert disputed.write_over("first", "entry", "what", typed) is not None
    assert disputed.values("entry", "what") == {"a", "b"}
    assert [version.value for version in disputed.store.history("our school", "entry", "what")].count(typed) == 2
    assert_sound(disputed)


def test_what_everybody_wrote_is_not_written_again(disputed: Copy) -> None:
    disputed.settle("entry", "what", "a")
    assert disputed.write_over("first", "entry", "what", "a") is None
