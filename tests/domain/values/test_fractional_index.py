"""Positions in a list: one fits between any two, they hardly grow, and an older program goes on with them."""

from random import Random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import AgendaLine, Meeting, MethodCard
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import at_the_end, between, places_after_move

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
usable = st.text(DIGITS, max_size=12).filter(lambda place: not place.endswith("0"))


def older(before: str, after: str) -> str:
    """What the program of a released commit makes; frozen with it."""
    place = ""
    for depth in range(len(before) + len(after) + 2):
        low = DIGITS.index(before[depth]) if depth < len(before) else 0
        high = DIGITS.index(after[depth]) if depth < len(after) else len(DIGITS)
        if high - low > 1:
            return place + DIGITS[(low + high) // 2]
        place += DIGITS[low]
        if low < high:
            after = ""
    return place + DIGITS[len(DIGITS) // 2]


def assert_fits(before: str, place: str, after: str) -> None:
    assert before < place
    assert place < after or not after
    assert not place.endswith("0"), "nothing would fit ahead of it"
    assert set(place) <= set(DIGITS), "an older program would not know it"


@given(usable, usable)
@example("", "")
@example("i", "i0i")
@example("z" * 30, "")
@example("", "0" * 30 + "1")
@example("h1", "i1")
@example("y" + "z" * 17, "")
@example("", "1" * 18)
@example("i1", "i1hz")
def test_one_fits_between_any_two(one: str, other: str) -> None:
    assume(one != other or not one)
    before, after = (one, other) if one < other or not other else (other, one)
    assert_fits(before, between(before, after), after)
    assert_fits(before, older(before, between(before, after)), between(before, after))


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60), st.data())
def test_old_and_new_programs_go_on_with_each_others_lists(acts: list[tuple[float, bool]], data: st.DataObject) -> None:
    """Whoever puts something anywhere, in whatever turn: all stand in the order in which they were put."""
    places: list[str] = []
    for where, is_old in acts:
        at = round(where * len(places))
        before, after = places[at - 1] if at else "", places[at] if at < len(places) else ""
        made = (older if is_old else between)(before, after)
        assert_fits(before, made, after)
        places.insert(at, made)
    assert places == sorted(set(places))


@pytest.mark.parametrize("first", ["", "i", "r", "zzzi", "i5g", "06i", "y0a1b2c3i", "4", "0i"])
def test_places_do_not_grow_with_use(first: str) -> None:
    last = top = first
    middle = between(first, "")
    for _ in range(1000):
        last, top, middle = between(last, ""), between("", top), between(first, middle)
    assert max(len(last), len(top), len(middle)) <= len(first) + 6


def test_a_thousand_appended_have_three_letters() -> None:
    places = [""]
    for _ in range(1000):
        places.append(between(places[-1], ""))
    assert places == sorted(places)
    assert max(map(len, places)) == 3
    assert len(older(places[-1], "")) <= 4


def test_a_thousand_written_one_after_the_other_in_the_middle_stay_short() -> None:
    before, after = between("", ""), between(between("", ""), "")
    for _ in range(1000):
        before = between(before, after)
    assert len(before) <= 6


def test_a_thousand_moves_here_and_there_stay_short() -> None:
    chance, places = Random(7), [""]
    for _ in range(100):
        places.append(between(places[-1], ""))
    order = places[1:]
    for _ in range(1000):
        order.pop(chance.randrange(len(order)))
        at = chance.randrange(len(order) + 1)
        order.insert(at, between(order[at - 1] if at else "", order[at] if at < len(order) else ""))
    assert order == sorted(order)
    assert max(map(len, order)) <= 40


@pytest.mark.parametrize("odd", ["ny č «{x}»\nlinje to", "Ærlig", "A", "č", "0", "000"])
def test_what_another_program_wrote_stops_nothing(odd: str) -> None:
    assert isinstance(between(odd, ""), str)
    assert isinstance(between("", odd), str)
    assert between(odd, odd)


@given(st.lists(usable, max_size=8), st.data())
def test_a_move_changes_places_so_that_the_order_is_the_one_wanted(places: list[str], data: st.DataObject) -> None:
    """Also where several have the same place, as when two laptops appended at once, or none at all."""
    order = [(str(number), place) for number, place in enumerate(sorted(places))]
    names = [name for name, _ in order]
    moving = data.draw(st.sampled_from([*names, "gone"]))
    before = data.draw(st.sampled_from(["", *names]))
    changed = places_after_move(order, moving, before)
    if moving == "gone" or moving == before:
        assert changed == {}
        return
    wanted = [name for name in names if name != moving]
    wanted.insert(wanted.index(before) if before else len(wanted), moving)
    now = {**dict(order), **changed}
    if names == wanted and len(set(now.values())) == len(now):
        assert [name for name in sorted(now, key=lambda name: now[name])] == wanted
    at = wanted.index(moving)
    assert all(now[one] <= now[moving] for one in wanted[:at])
    assert all(now[moving] < now[one] for one in wanted[at + 1 :])


def test_a_new_one_comes_last_where_there_is_an_order() -> None:
    school = School("s", {"a": MethodCard("a", pos="i3"), "b": MethodCard("b", pos="i1")}, {})
    assert at_the_end(school, noun_of(MethodCard)) == MethodCard(pos="i4")
    assert at_the_end(school, noun_of(AgendaLine)) == AgendaLine(pos="i1")
    assert at_the_end(school, noun_of(Meeting)) == Meeting()
