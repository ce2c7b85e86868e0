"""What an experience pack tells: what is named, of the topics that were chosen, and nothing else."""

import pytest

from fosdesk.domain.fields import NOUNS, Date, Privacy, Record, noun_of
from fosdesk.domain.records import (
    Adjustment,
    Answer,
    CoreComponent,
    ExperienceCard,
    ExperiencePack,
    Learning,
    Meeting,
    Person,
    PhaseExperience,
    SchoolProfile,
    StopItem,
)
from fosdesk.domain.rules.sharing.pack_contents import TOPICS, limited_to_pack
from fosdesk.domain.values.pack_ids import is_pack, pack_school_id
from tests.domain.schools import school_of
from tests.privacy.planted import planted

ALL = [topic.key for topic in TOPICS]
RECORDS: tuple[Record, ...] = (
    SchoolProfile("school", name="Fjordvik", pace="calm", direction="Alle hører til"),
    ExperiencePack("experience_pack", greeting="Hei!"),
    CoreComponent("c", name="Tilhørighet"),
    Answer("answer:F1-06", how="Vi snakket sammen", status="done", responsible="Rektor"),
    Answer("answer:F1-07", status="done"),
    Answer("answer:F2-03", how="Ikke begynnelsen", status="done"),
    PhaseExperience("x", text="Tid hjalp"),
    StopItem("s", what="Mandagsmøtet"),
    ExperienceCard("given", what="Besøk", kind="given", with_whom="Skarvholmen"),
    ExperienceCard("got", what="Deres idé", kind="harvested"),
    Person("p", name="Turid"),
    Meeting("m", what="Personalmøte"),
)


def test_what_is_not_named_stays_out() -> None:
    told = limited_to_pack(school_of(*RECORDS), ALL)
    assert set(told.records) == {"school", "experience_pack", "c", "answer:F1-06", "x", "s", "given"}
    assert told.profile == SchoolProfile("school", name="Fjordvik", direction="Alle hører til")
    assert told.get(Answer, "answer:F1-06") == Answer("answer:F1-06", how="Vi snakket sammen", status="done")
    assert told.get(ExperienceCard, "given").with_whom == ""


def test_without_a_topic_only_the_greeting_goes() -> None:
    told = limited_to_pack(school_of(*RECORDS), ())
    assert set(told.records) == {"school", "experience_pack"}
    assert told.profile.direction == ""


@pytest.mark.parametrize(("topic", "record"), [("direction", "c"), ("helped", "x"), ("time", "s"), ("cards", "given")])
def test_each_topic_brings_its_own(topic: str, record: str) -> None:
    assert set(limited_to_pack(school_of(*RECORDS), [topic]).records) == {"school", "experience_pack", record}


def test_no_topic_names_a_field_that_is_not_open() -> None:
    for topic in TOPICS:
        for key, fields in topic.nouns.items():
            assert fields, "a noun that names no fields would tell those that come later, too"
            assert {NOUNS[key].fields[name].privacy for name in fields} <= {Privacy.OPEN}
            assert key not in ("person", "meeting", "membership", "disclosure")


def test_nothing_in_a_pack_comes_up_as_a_next_step() -> None:
    """The days on which something is due are the work of the school that wrote it, not of the one that reads."""
    told = limited_to_pack(planted(), ALL)
    assert told.of(Adjustment)
    assert told.of(Learning)
    for record in told.records.values():
        for name, field in noun_of(record).fields.items():
            if isinstance(field, Date) and field.surfaces in ("due", "revisit"):
                assert getattr(record, name) == "", (noun_of(record).key, name)


def test_a_pack_is_known_by_its_id_and_leads_back_to_no_school() -> None:
    made = pack_school_id("0123456789abcdef")
    assert is_pack(made)
    assert made == pack_school_id("0123456789abcdef") != pack_school_id("0123456789abcdee")
    assert not is_pack("0123456789abcdef")
    assert "0123456789abcdef" not in made
