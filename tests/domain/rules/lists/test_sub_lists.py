"""What has a list of its own stands there and nowhere else on its page, and a new record of it is one of them."""

from fosdesk.domain.fields import NOUNS, Choice, Noun, SubList
from fosdesk.domain.records import Involvement, Meeting
from fosdesk.domain.rules.blank_records import blank_record
from fosdesk.domain.rules.lists.sub_lists import records_in, sub_list_of
from tests.domain.schools import school_of

INVOLVEMENT, MEETING = NOUNS["involvement"], NOUNS["meeting"]


def _each() -> list[tuple[Noun, SubList]]:
    return [(noun, one) for noun in NOUNS.values() for one in noun.use.sub_lists]


def test_consultations_stand_in_a_list_of_their_own_and_not_among_the_others() -> None:
    drafted = Involvement("d", kind="consultation", who="unions")
    safety, parents = Involvement("s", who="safety_representative"), Involvement("p", who="parents")
    school = school_of(drafted, safety, parents)
    (consultations,) = INVOLVEMENT.use.sub_lists
    assert [one.id for one in records_in(school, INVOLVEMENT, consultations)] == ["d", "s"]
    assert [one.id for one in records_in(school, INVOLVEMENT, None)] == ["p"]
    assert sub_list_of(INVOLVEMENT, drafted) is consultations
    assert sub_list_of(INVOLVEMENT, parents) is None


def test_talks_with_the_owner_stay_among_all_meetings_too() -> None:
    school = school_of(Meeting("o", who="owner"), Meeting("g", who="steering_group"), Meeting("w", who="work_group"))
    (talks,) = MEETING.use.sub_lists
    assert [one.id for one in records_in(school, MEETING, talks)] == ["o", "g"]
    assert [one.id for one in records_in(school, MEETING, None)] == ["o", "g", "w"]
    assert sub_list_of(MEETING, Meeting("o", who="owner")) is None


def test_a_new_record_of_each_list_is_one_of_it_by_options_that_there_are() -> None:
    assert _each()
    for noun, one in _each():
        assert one.holds(blank_record(school_of(), noun, "2026-11-23", one)), one.part
        for name, options in one.where:
            field = noun.fields[name]
            assert isinstance(field, Choice)
            assert set(options) <= {option.key for option in field.options}
        assert {name for name, _ in one.values} <= noun.fields.keys()


def test_each_way_to_begin_gives_what_the_noun_has() -> None:
    for noun in NOUNS.values():
        for one in noun.use.begins:
            for name, value in one.values:
                assert noun.fields[name].accepts(value)
                assert value in {option.key for option in getattr(noun.fields[name], "options", ())}
