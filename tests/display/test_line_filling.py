"""Words in lines: nothing is lost, no line is wider than it may be, and each is as full as it can be."""

from hypothesis import given
from hypothesis import strategies as st

from fosdesk.display.line_filling import fill_lines

words_of_some_lengths = st.lists(st.text("ab", min_size=1, max_size=12), max_size=30)


@given(words_of_some_lengths, st.integers(1, 20))
def test_every_word_stands_in_its_order_on_the_first_line_with_room(words: list[str], room: int) -> None:
    lines = [line.words for line in fill_lines(words, len, 1, room)]
    assert [word for line in lines for word in line] == words
    for line, following in zip(lines, [*lines[1:], []], strict=True):
        wide = len(" ".join(line))
        assert wide <= room or len(line) == 1
        if following:
            assert wide + 1 + len(following[0]) > room


@given(words_of_some_lengths, st.integers(1, 8))
def test_a_word_that_is_cut_goes_on_in_the_next_line(words: list[str], room: int) -> None:
    def divide(word: str) -> list[str]:
        return [word[at : at + room] for at in range(0, len(word), room)]

    lines = fill_lines(words, len, 1, room, divide)
    said = "".join(" ".join(line.words) + ("" if line.continues else " ") for line in lines)
    assert said.split() == words
    assert all(len(" ".join(line.words)) <= room for line in lines)


def test_no_words_are_one_empty_line() -> None:
    assert [line.words for line in fill_lines([], len, 1, 10)] == [[]]
