"""All people about whom something is stored: current, former, shielded, or deleted but not erased."""

from typing import NamedTuple

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Person
from fosdesk.domain.values.collation import sort_key
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.safety.person_data_words import role_label


class StoredPerson(NamedTuple):
    """A person in the list: title, role, and why the record is stored."""

    id: str
    name: str
    role: str
    note: str

    @property
    def searched(self) -> str:
        """The text that the search looks in."""
        return f"{self.name} {self.role}".casefold()


def stored_people(desk: Desk) -> tuple[StoredPerson, ...]:
    """All people by name; those who take part first."""
    store, school = desk.workspace.store, desk.school
    there = {person.id: person for person in school.of(Person)}
    shielded = {i: r for i, r in school.shielded.items() if isinstance(r, Person)}
    erased = store.erased(school.id).records
    found = [_kept(desk, person, _left(desk, person)) for person in there.values()]
    found += [_kept(desk, person, desk.words("shielded")) for person in shielded.values()]
    for record in store.deleted_of(school.id, noun_of(Person).key):
        if record not in there and record not in shielded and record not in erased:
            values = {s.field: s.value for s in store.values_in_record(school.id, record) if s.field and s.value}
            person = Person(record, name=str(values.get("name", "")), role=str(values.get("role", "")))
            found.append(_kept(desk, person, desk.words("deleted, but still in the history")))
    return tuple(sorted(found, key=lambda one: (sort_key(one.name), one.id)))


def _kept(desk: Desk, person: Person, note: str) -> StoredPerson:
    role = role_label(desk.words, person.role)
    name = person.name.strip()
    return StoredPerson(person.id, name or role or desk.words("A person without a name"), role if name else "", note)


def _left(desk: Desk, person: Person) -> str:
    if not person.left:
        return ""
    return desk.words("no longer with us from {date}", date=desk.words.short_date(person.left))
