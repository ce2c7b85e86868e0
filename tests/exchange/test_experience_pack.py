"""The experience pack as a file: a kind of its own, with nothing personal or private whatever is written."""

import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fosdesk.domain.fields import NOUNS, Long, Privacy, Record, Reference, Short, noun_of
from fosdesk.domain.journal import heads
from fosdesk.domain.records import Answer, CoreComponent, ExperiencePack, Person, SchoolProfile
from fosdesk.domain.rules.sharing.pack_contents import TOPICS
from fosdesk.domain.school import School, school_from_heads, values_of
from fosdesk.domain.values.pack_ids import pack_school_id
from fosdesk.errors import FosdeskError
from fosdesk.exchange.experience_pack import pack_journal
from fosdesk.exchange.school_file import read_school_file, write_school_file
from tests.privacy.known import names_of
from tests.privacy.planted import mark, planted

ALL = [topic.key for topic in TOPICS]
NAME = "Turid Testad"
RECORDS: tuple[Record, ...] = (
    SchoolProfile("school", name="Fjordvik skole", direction="Alle hører til"),
    ExperiencePack("experience_pack", greeting="Begynn med å lytte.", mentor="Vi kommer på besøk."),
    CoreComponent("aaaaaaaaaaaa", name="Tilhørighet"),
    Answer("answer:F1-06", how="Vi øvde", status="done"),
    Person("bbbbbbbbbbbb", name=NAME, role="teacher"),
)


def school_of(*records: Record) -> School:
    return School("0123456789abcdef", {record.id: record for record in records}, {})


def packed(school: School, topics: list[str] = ALL) -> bytes:
    journal = pack_journal(school, topics, names=names_of(school), now=7)
    return write_school_file(journal, app="0.1.0", made=7, reference=True)


def opened(file: bytes) -> School:
    journal = read_school_file(file).journal
    return school_from_heads(journal.school, heads(journal))


def manifest_of(file: bytes) -> dict[str, object]:
    with zipfile.ZipFile(io.BytesIO(file)) as box:
        found: dict[str, object] = json.loads(box.read("manifest.json"))
    return found


def test_it_opens_as_what_was_chosen_and_is_read_only() -> None:
    file = read_school_file(packed(school_of(*RECORDS)))
    assert file.reference
    assert file.journal.school == pack_school_id("0123456789abcdef")
    assert file.journal.name == "Fjordvik skole"
    school = opened(packed(school_of(*RECORDS)))
    assert school.get(ExperiencePack, "experience_pack") == RECORDS[1]
    assert school.get(Answer, "answer:F1-06").how == "Vi øvde"
    assert [one.name for one in school.of(CoreComponent)] == ["Tilhørighet"]
    assert not school.of(Person)


def test_nothing_in_it_leads_back_to_the_school_that_wrote_it() -> None:
    file = packed(school_of(*RECORDS))
    with zipfile.ZipFile(io.BytesIO(file)) as box:
        said = b"".join(box.read(name) for name in box.namelist()).decode()
    for known in ("0123456789abcdef", "aaaaaaaaaaaa", "bbbbbbbbbbbb", NAME):
        assert known not in said


def test_it_is_a_kind_of_its_own_that_an_older_program_refuses() -> None:
    assert manifest_of(packed(school_of(*RECORDS)))["kind"] == "experience_pack"


@pytest.mark.parametrize(
    ("kind", "school"), [("reference", ""), ("school", ""), ("experience_pack", "0123456789abcdef")]
)
def test_a_file_that_says_it_is_another_kind_is_refused(kind: str, school: str) -> None:
    file = packed(school_of(*RECORDS))
    manifest = manifest_of(file)
    manifest |= {"kind": kind, "school": school or manifest["school"]}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as box, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as forged:
        for name in box.namelist():
            content = json.dumps(manifest).encode() if name == "manifest.json" else box.read(name)
            forged.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    with pytest.raises(FosdeskError, match="not a school file"):
        read_school_file(out.getvalue())


def test_of_a_school_with_everything_only_open_fields_of_named_nouns_go() -> None:
    told = {key for topic in TOPICS for key in topic.nouns} | {"school_profile", "experience_pack"}
    for record in opened(packed(planted())).records.values():
        noun = noun_of(record)
        assert noun.key in told
        for name, value in values_of(record).items():
            field = noun.fields[name]
            assert value == field.blank or field.privacy is Privacy.OPEN
            assert not (isinstance(field, Reference) and field.target == "person" and value)


@settings(max_examples=60, deadline=None)
@given(
    key=st.sampled_from([key for key in NOUNS if key not in ("restriction", "person")]),
    topics=st.lists(st.sampled_from(ALL), unique=True),
    words=st.text(alphabet="abcæøåABC .,\n«»-", max_size=30),
)
def test_whoever_is_named_in_whatever_text_stays_out(key: str, topics: list[str], words: str) -> None:
    noun = NOUNS[key]
    texts = {name: f"{words} {NAME} {words}" for name, field in noun.fields.items() if isinstance(field, Short | Long)}
    ids = {"school_profile": "school", "answer": "answer:F1-06", "experience_pack": "experience_pack"}
    if key == "school_profile":
        texts = {name: text for name, text in texts.items() if name not in ("name", "municipality")}  # of places
    school = school_of(Person("bbbbbbbbbbbb", name=NAME), noun.record(ids.get(key, "cccccccccccc"), **texts))
    body = packed(school, topics)
    with zipfile.ZipFile(io.BytesIO(body)) as box:
        said = box.read("changes.jsonl").decode()
    assert "Testad" not in said


def test_fields_that_come_later_stay_out_of_a_topic_that_names_its_fields() -> None:
    everything = "\n".join(str(values_of(one)) for one in opened(packed(planted())).records.values())
    assert mark("answer", "how") in everything
    for noun, field in (("answer", "responsible"), ("experience_card", "with_whom"), ("gate_entry", "what")):
        assert mark(noun, field) not in everything
