"""Words for many schools of one owner: what schools, cohorts and networks are called, and what was asked."""

from collections.abc import Iterable, Mapping, Sequence

from fosdesk.display.noun_words import choice_of, label_words, option_words
from fosdesk.display.phase_names import numbered_phase
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Network, OwnerRequest
from fosdesk.domain.rules.owner.opened_schools import Group, OpenedSchool, SchoolNetwork, by_cohort, municipality_of
from fosdesk.domain.rules.owner.owner_text import CHOICES, NAME, OWN_HEADINGS, TextPlace, value_at
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.words import Words


def school_name(words: Words, one: OpenedSchool) -> str:
    """What a school is called; by its file where it has no name."""
    return one.name or words("A school without a name ({file})", file=one.file)


def named(words: Words, schools: Iterable[OpenedSchool]) -> str:
    """Names of schools on one line."""
    return ", ".join(school_name(words, one) for one in schools)


def phases_words(framework: Framework, one: OpenedSchool) -> str:
    """The phases that go on at a school, as it calls them."""
    return " · ".join(numbered_phase(framework, one.school, phase) for phase in one.phases)


def municipality_words(words: Words, group: Group) -> str:
    """What a municipality is called; the last group has none."""
    return group.names[0] if group.key else words("Municipality not given")


def cohort_words(words: Words, group: Group) -> str:
    """When schools begin, and what they call themselves then."""
    semester = Semester.known(group.starts)
    said = [words.semester(semester)] if semester is not None else []
    return " · ".join([*said, *group.names]) or words("Start not given")


def beginnings(words: Words, schools: Sequence[OpenedSchool]) -> Mapping[str, str]:
    """By the id of a school: when it begins, and with whom; empty where that is not known."""
    return {
        one.school.id: cohort_words(words, group) if group.key else ""
        for group in by_cohort(schools)
        for one in group.schools
    }


def owner_name(words: Words, owner: School) -> str:
    """What the owner is called, on one line."""
    return " ".join(value_at(owner, NAME).split()) or words("The school owner")


def network_facts(words: Words, one: SchoolNetwork) -> str:
    """What joins the schools of a network, and whether it reaches across municipalities."""
    basis = option_words(words, choice_of(Network, "basis"), one.basis) if one.basis else ""
    reach = words("Within {municipality}", municipality=one.within) if one.within else _across(words, one)
    return " · ".join(part for part in (basis, reach) if part)


def _across(words: Words, one: SchoolNetwork) -> str:
    """Said only where the schools are known to be of several municipalities."""
    places = {municipality_of(school) for school in one.schools}
    return words("Across municipalities") if len(places) > 1 and "" not in places else ""


def network_members(words: Words, one: SchoolNetwork) -> str:
    """Who takes part: the schools that were read, and the names of others."""
    return ", ".join([*(school_name(words, school) for school in one.schools), *one.others])


def request_facts(words: Words, request: OwnerRequest) -> str:
    """When and of whom something was asked, and when it was answered."""
    fields = NOUNS["owner_request"].fields
    said = []
    if request.asked_of.strip():
        said.append(f"{label_words(words, fields['asked_of'])}: {' '.join(request.asked_of.split())}")
    for name in ("asked", "answered"):
        day = str(getattr(request, name))
        if known_day(day):
            said.append(f"{label_words(words, fields[name])}: {words.date(day)}")
    return " · ".join(said)


def place_words(words: Words, place: TextPlace) -> str:
    """The heading of a text of the owner's."""
    if place == NAME:
        return words("Name of the school owner")
    if place in CHOICES:
        return label_words(words, NOUNS["school_profile"].fields[place.field])
    if place in OWN_HEADINGS:
        return {
            "anchoring": words("Anchoring"),
            "learning": words("Learning activities"),
            "support": words("External support"),
            "resources": words("Use of resources"),
        }[place.record.partition(":")[2]]
    if place.municipality:
        return words("Learning within {municipality}", municipality=place.municipality)
    return words("Learning across the municipalities")
