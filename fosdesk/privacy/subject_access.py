"""Access and erasure for one person: everything that was ever written about them, and how to erase it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from fosdesk.domain.changes.erasure import ChangeName, Erasure
from fosdesk.domain.changes.written_value import TextFilter, WrittenValue
from fosdesk.domain.fields import NOUNS, Reference, Scalar
from fosdesk.domain.journal import BIRTH, GONE, Edit
from fosdesk.domain.shielding import field_about
from fosdesk.privacy.known_names import complete_values, name_fields
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import is_free_text

_REQUEST = "erase_request"


class Mention(NamedTuple):
    """A text that names the person; `sure` when the name is nobody else's here and no common word."""

    written: WrittenValue
    sure: bool
    without_name: str  # the same text with something else in place of the name


class SubjectAccessReport(NamedTuple):
    """The person's own values, records about them, references to them, and texts that name them."""

    person: str
    names: tuple[str, ...]  # as written, the latest first
    role: str
    own: tuple[WrittenValue, ...]
    about: tuple[WrittenValue, ...]
    references: tuple[WrittenValue, ...]
    mentions: tuple[Mention, ...]

    @property
    def records(self) -> frozenset[str]:
        """The ids of the records that are about the person as a whole."""
        return frozenset((self.person, *(written.record for written in self.about)))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held any more."""
        return not any(s.value not in (None, "", False) for s in self.own) and not self.about and not self.mentions


def subject_access_report(
    person: str,
    values_of_record: Callable[[str], Iterable[WrittenValue]],
    find_values: Callable[[TextFilter], Iterator[WrittenValue]],
    replacement_for: Callable[[str], str],
    *,
    others: NameDetector,
    places: Iterable[str] = (),
) -> SubjectAccessReport:
    """Gather what was ever written about a person, oldest first; `replacement_for` gives the text for a role.

    `values_of_record` gives all values of a record, and `find_values` those of all records whose stored text passes a
    test. `others` detects the names of everybody else, and `places` are the school's own names.
    """
    own = tuple(written for written in values_of_record(person) if written.field != BIRTH)
    names = _all_values(own, "name")
    contacts = [value for noun, name in name_fields() if noun == "person" for value in _all_values(own, name)]
    role = next(iter(_all_values(own, "role")), "")
    detector = NameDetector((*names, *contacts), places)
    reference = f'"{person}"'
    references: list[WrittenValue] = []
    texts: list[WrittenValue] = []
    about_fields: dict[str, str] = {}  # records that were about the person at some time, and the field that said so
    for written in find_values(lambda text: text == reference or detector.may_be_in(text)):
        if written.record == person or written.noun == _REQUEST or written.field == BIRTH:
            continue
        noun = NOUNS.get(written.noun)
        field = noun.fields.get(written.field) if noun else None
        if written.value == person and (field is None or isinstance(field, Reference)):
            references.append(written)
            if noun is not None and field_about(noun.record) == written.field:
                about_fields[written.record] = written.field
        elif _is_text(written) and detector.found_in(str(written.value)):
            texts.append(written)
    about: dict[str, tuple[WrittenValue, ...]] = {}
    for record, name in sorted(about_fields.items()):
        written_values = tuple(written for written in values_of_record(record) if written.field != BIRTH)
        # A record that was about somebody else as well stays; the person is one of those it pointed to.
        if {written.value for written in written_values if written.field == name and written.value} == {person}:
            about[record] = written_values
    replacement = replacement_for(role)
    return SubjectAccessReport(
        person,
        names,
        role,
        own,
        tuple(written for written_values in about.values() for written in written_values),
        tuple(written for written in references if written.record not in about),
        tuple(
            Mention(
                written,
                detector.surely_found_in(str(written.value), others),
                detector.replace_in(str(written.value), replacement),
            )
            for written in texts
            if written.record not in about
        ),
    )


def _all_values(written_values: Iterable[WrittenValue], field: str) -> tuple[str, ...]:
    """The complete values of a field, the latest first."""
    found = list(complete_values(written for written in written_values if written.field == field))
    return tuple(dict.fromkeys(reversed(found)))


def _is_text(written: WrittenValue) -> bool:
    """Whether a value may be in a user's own words, and not only chosen."""
    if not isinstance(written.value, str):
        return False
    noun = NOUNS.get(written.noun)
    field = noun.fields.get(written.field) if noun else None
    return field is None or is_free_text(field, written.value)


def plan_erasure(report: SubjectAccessReport, chosen: Collection[ChangeName]) -> tuple[Erasure, tuple[Edit, ...]]:
    """The erasure of a person, and the edits that take the name out of the texts whose changes are `chosen`."""
    chosen_mentions = [mention for mention in report.mentions if mention.written.change in chosen]
    edits = tuple(
        Edit(m.written.record, m.written.field, m.written.value, m.without_name)
        for m in chosen_mentions
        if m.written.live
    )
    # Whoever is erased is pointed to by nothing either.
    singly = (*(m.written for m in chosen_mentions), *report.references)
    return Erasure(report.records, frozenset(written.change for written in singly)), edits


def is_birth_of(value: Scalar, noun: str) -> bool:
    """Whether the value of a creation or deletion is of a record of this noun."""
    return str(value or "").removeprefix(GONE) == noun
