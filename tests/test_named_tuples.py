"""Named tuples of ours are those of typing in all that is asked of them."""

import copy
import pickle
import subprocess
import sys
from typing import Any, Generic, TypeVar, get_type_hints
from typing import NamedTuple as PythonsOwn

import msgspec
import pytest

from fosdesk.named_tuples import NamedTuple

T = TypeVar("T")


class Ours(NamedTuple):
    """A place."""

    x: int
    y: int = 2
    name: str = ""

    @property
    def sum(self) -> int:
        """Both together."""
        return self.x + self.y

    @classmethod
    def at(cls, x: int) -> "Ours":
        return cls(x, name="at")


class Theirs(PythonsOwn):
    x: int
    y: int = 2
    name: str = ""


class Box(NamedTuple, Generic[T]):
    inside: T


class More(Ours):
    """A named tuple with more methods."""

    def twice(self) -> int:
        return 2 * self.x


@pytest.fixture(params=[Ours, Theirs], ids=["ours", "theirs"])
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_it_is_a_tuple_with_names(kind: Any) -> None:
    made = kind(1, name="a")
    assert made == (1, 2, "a")
    assert (made.x, made.y, made.name) == tuple(made)
    assert isinstance(made, tuple)
    assert hash(made) == hash((1, 2, "a"))
    assert kind(1) < kind(2)
    x, *rest = made
    assert (x, rest) == (1, [2, "a"])
    match made:
        case kind(x, y, name="a"):
            assert (x, y) == (1, 2)
        case _:
            pytest.fail("it does not match")


def test_it_tells_of_itself_and_gives_others(kind: Any) -> None:
    made = kind(1)
    assert repr(made) == f"{kind.__name__}(x=1, y=2, name='')"
    assert made._asdict() == {"x": 1, "y": 2, "name": ""}
    assert made._replace(y=3) == (1, 3, "")
    assert type(made._replace(y=3)) is kind
    assert kind._make([7, 8, "b"]) == (7, 8, "b")
    assert kind._fields == ("x", "y", "name")
    assert kind._field_defaults == {"y": 2, "name": ""}
    assert get_type_hints(kind) == {"x": int, "y": int, "name": str}


@pytest.mark.parametrize("wrong", [(), (1, 2, "a", 4)])
def test_what_does_not_fit_is_refused(kind: Any, wrong: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        kind(*wrong)
    with pytest.raises(TypeError):
        kind._make(wrong)
    with pytest.raises(TypeError):
        kind(1, z=3)
    with pytest.raises((TypeError, ValueError)):
        kind(1)._replace(z=3)
    with pytest.raises(AttributeError):
        kind(1).x = 3
    with pytest.raises(AttributeError):
        kind(1).z = 3


def test_it_is_copied_pickled_and_written_as_json(kind: Any) -> None:
    made = kind(1, name="a")
    for other in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert other == made
        assert type(other) is kind
    assert msgspec.json.decode(msgspec.json.encode(made), type=kind) == made
    assert type(msgspec.convert([1, 5], kind)) is kind
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(["a"], kind)


def test_methods_generics_and_classes_on_top() -> None:
    assert Ours(1).sum == 3
    assert Ours.at(4) == (4, 2, "at")
    assert Ours.__doc__ == "A place."
    assert More(3).twice() == 6
    assert type(More(3)._replace(x=1)) is More
    assert Box[int](3).inside == 3
    assert [type(one) for one in (More(1), Ours(1), More(2))] == [More, Ours, More]


def test_a_default_before_a_field_without_is_refused() -> None:
    with pytest.raises(TypeError):
        exec("class Odd(NamedTuple):\n    x: int = 1\n    y: int", {"NamedTuple": NamedTuple})


def test_the_program_declares_hardly_any_by_typing_until_the_window_is_painted() -> None:
    """Each takes a fifth of a millisecond; Python's own modules have some."""
    script = (
        "import collections, typing; seen = []; make = collections.namedtuple\n"
        "def count(name, fields, **more):\n"
        "    seen.append(name); return make(name, fields, **more)\n"
        "collections.namedtuple = count\n"
        "import fosdesk.ui.start.store_opening, fosdesk.workspace, fosdesk.domain.rules.advice\n"
        "print(sorted(seen))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    declared_before = {"GlobalChange", "StepLabel", "Row", "Advice", "OpenedStore"}
    assert not declared_before & set(eval(done.stdout)) or sys.version_info >= (3, 14)
