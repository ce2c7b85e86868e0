"""An owner of many schools is shown open fields that are named for that, and nothing that names anybody."""

import msgspec
import pytest

from fosdesk.domain.fields import NOUNS, Number, Privacy, noun_of
from fosdesk.domain.records import Answer, OwnerRequest, Person, PhaseState, SchoolProfile, Theme
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.lost_parents import school_of_journal
from fosdesk.domain.rules.owner.owner_fields import OWNER_FIELDS
from fosdesk.domain.school import School
from fosdesk.domain.shielding import field_about
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.privacy.audience import Audience, may_show
from fosdesk.privacy.known_names import names_in
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.owner_view import school_for_owner
from fosdesk.privacy.privacy_filter import filter_school


@pytest.mark.parametrize("noun", OWNER_FIELDS)
def test_each_field_is_open_and_no_number_and_no_noun_is_about_a_person(noun: str) -> None:
    for name in OWNER_FIELDS[noun]:
        field = NOUNS[noun].fields[name]
        assert field.privacy is Privacy.OPEN
        assert may_show(field, Audience.OWNER)
        assert not isinstance(field, Number), "nothing is told that schools could be ranked by"
    assert not field_about(NOUNS[noun].record)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_whatever_is_shown_is_what_the_filter_for_owners_lets_through(language: str) -> None:
    journal = example_journal(language=language)
    school = school_of_journal(journal)
    names = names_in(journal, school)
    let_through = filter_school(school, Audience.OWNER, names=names).school
    shown = school_for_owner(school, names)
    assert shown.of(Theme)
    for record in shown.records.values():
        there = let_through.find(record.id)
        for name, field in noun_of(record).fields.items():
            value = getattr(record, name)
            assert value == field.blank or (there is not None and getattr(there, name) == value)
            assert value == field.blank or name in OWNER_FIELDS[noun_of(record).key]


def test_answers_that_tell_how_far_a_school_has_come_and_what_is_out_of_the_way_stay_out() -> None:
    records = (
        Answer("answer:F1-01", status="done", how="Alt er gjort"),
        Answer("answer:F1-02", status="other_way", how="På en fellesdag"),
        msgspec.structs.replace(Theme("t", name="Lesing", standing="chosen"), put_away=True),
        PhaseState("phase:F1", opened="2026-01-01"),
        Person("p", name="Kari Nordmann"),
    )
    shown = school_for_owner(School("x", {one.id: one for one in records}, {}), None)
    assert set(shown.records) == {"answer:F1-02"}


def test_a_text_that_mentions_somebody_is_left_out_and_the_name_of_the_school_stays() -> None:
    records = (
        SchoolProfile(PROFILE_ID, name="Nordmann skole", direction="Spør Kari Nordmann"),
        OwnerRequest("r", what="Vikar for Kari Nordmann", asked="2026-02-03"),
    )
    school = School("x", {one.id: one for one in records}, {})
    shown = school_for_owner(school, NameDetector(["Kari Nordmann"]))
    assert (shown.profile.name, shown.profile.direction) == ("Nordmann skole", "")
    assert shown.get(OwnerRequest, "r").what == ""
