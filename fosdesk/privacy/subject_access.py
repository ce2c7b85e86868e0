"""What a school holds about one person: everything that was ever said, now or before, and what to do about it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from fosdesk.domain.changes.erasure import ChangeName, Erasure
from fosdesk.domain.changes.written_value import TextFilter, WrittenValue
from fosdesk.domain.fields import NOUNS, Reference, Scalar
from fosdesk.domain.journal import BIRTH, GONE, Edit
from fosdesk.domain.records import Person
from fosdesk.domain.records.privacy_decisions import RETENTION_ID, USUAL_MONTHS, EraseRequest, Retention
from fosdesk.domain.school import School
from fosdesk.domain.shielding import field_about
from fosdesk.domain.values.dates import known_day, months_between
from fosdesk.privacy.known_names import name_fields, whole_values
from fosdesk.privacy.name_detector import Names
from fosdesk.privacy.privacy_filter import is_free

_REQUEST = "erase_request"


class Mention(NamedTuple):
    """A text that names the person; `sure` when the name is nobody else's here, nor an everyday word."""

    saying: WrittenValue
    sure: bool
    replaced: str  # the same text with something else in place of the name


class Held(NamedTuple):
    """Their own record, records that are about them as a whole, references to them, and texts that name them."""

    person: str
    names: tuple[str, ...]  # as written, the latest first
    role: str
    own: tuple[WrittenValue, ...]
    about: tuple[WrittenValue, ...]
    pointing: tuple[WrittenValue, ...]
    mentions: tuple[Mention, ...]

    @property
    def records(self) -> frozenset[str]:
        """The records that are about the person as a whole."""
        return frozenset((self.person, *(saying.record for saying in self.about)))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known any more."""
        return not any(s.value not in (None, "", False) for s in self.own) and not self.about and not self.mentions


def held_about(
    person: str,
    said_in: Callable[[str], Iterable[WrittenValue]],
    everything: Callable[[TextFilter], Iterator[WrittenValue]],
    stand_in: Callable[[str], str],
    *,
    others: Names,
    places: Iterable[str] = (),
) -> Held:
    """Gather it from what was ever written, oldest first; `stand_in` gives what to say in place of a name, by role.

    `others` are the names of everybody else, and `places` the school's own names.
    """
    own = tuple(saying for saying in said_in(person) if saying.field != BIRTH)
    names = _ever(own, "name")
    contacts = [value for noun, name in name_fields() if noun == "person" for value in _ever(own, name)]
    role = next(iter(_ever(own, "role")), "")
    finder = Names((*names, *contacts), places)
    reference = f'"{person}"'
    pointing: list[WrittenValue] = []
    texts: list[WrittenValue] = []
    titled: dict[str, str] = {}  # records that were about the person at some time, and the field that said so
    for saying in everything(lambda text: text == reference or finder.may_stand_in(text)):
        if saying.record == person or saying.noun == _REQUEST or saying.field == BIRTH:
            continue
        noun = NOUNS.get(saying.noun)
        field = noun.fields.get(saying.field) if noun else None
        if saying.value == person and (field is None or isinstance(field, Reference)):
            pointing.append(saying)
            if noun is not None and field_about(noun.record) == saying.field:
                titled[saying.record] = saying.field
        elif _is_text(saying) and finder.stand_in(str(saying.value)):
            texts.append(saying)
    about: dict[str, tuple[WrittenValue, ...]] = {}
    for record, name in sorted(titled.items()):
        sayings = tuple(saying for saying in said_in(record) if saying.field != BIRTH)
        # A record that was about somebody else as well stays; the person is one of those it pointed to.
        if {saying.value for saying in sayings if saying.field == name and saying.value} == {person}:
            about[record] = sayings
    instead = stand_in(role)
    return Held(
        person,
        names,
        role,
        own,
        tuple(saying for sayings in about.values() for saying in sayings),
        tuple(saying for saying in pointing if saying.record not in about),
        tuple(
            Mention(saying, finder.surely_in(str(saying.value), others), finder.replaced(str(saying.value), instead))
            for saying in texts
            if saying.record not in about
        ),
    )


def _ever(sayings: Iterable[WrittenValue], field: str) -> tuple[str, ...]:
    """The whole values of a field, the latest first."""
    found = list(whole_values(saying for saying in sayings if saying.field == field))
    return tuple(dict.fromkeys(reversed(found)))


def _is_text(saying: WrittenValue) -> bool:
    """Whether somebody may have written the value, and not only chosen it."""
    if not isinstance(saying.value, str):
        return False
    noun = NOUNS.get(saying.noun)
    field = noun.fields.get(saying.field) if noun else None
    return field is None or is_free(field, saying.value)


def plan(held: Held, chosen: Collection[ChangeName]) -> tuple[Erasure, tuple[Edit, ...]]:
    """What erasing a person comes to: records that go, values that go, and texts that stay without the name."""
    picked = [mention for mention in held.mentions if mention.saying.change in chosen]
    edits = tuple(Edit(m.saying.record, m.saying.field, m.saying.value, m.replaced) for m in picked if m.saying.live)
    return Erasure(held.records, frozenset(m.saying.change for m in picked)), edits


# -- who is proposed, and who is asked for


def months_kept(school: School) -> int:
    """How many months after somebody has left they are proposed for erasing."""
    chosen = school.get(Retention, RETENTION_ID).months
    return USUAL_MONTHS if chosen is None or chosen < 0 else chosen


def long_gone(school: School, today: str) -> tuple[Person, ...]:
    """The people who left longer ago than the school means to keep what it knows of them."""
    months = months_kept(school)
    return tuple(
        person
        for person in school.of(Person)
        if known_day(person.left) and person.left <= today and months_between(person.left, today) >= months
    )


def asked_for(school: School, answered: Collection[str]) -> tuple[EraseRequest, ...]:
    """The wishes to erase somebody that nobody on this laptop has answered."""
    return tuple(one for one in school.of(EraseRequest) if one.person and one.person not in answered)


def is_birth_of(value: Scalar, noun: str) -> bool:
    """Whether a birth or a deletion speaks of a record of this noun."""
    return str(value or "").removeprefix(GONE) == noun
