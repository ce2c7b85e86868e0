"""A link to what an audience may not see leaves no trace in any way out: as if nobody had made it."""

import re
from collections.abc import Collection, Iterator
from itertools import cycle
from pathlib import Path
from typing import Annotated

import msgspec
import pytest

from fosdesk.content import read_framework
from fosdesk.domain.changes.change_history import HistoryEntry
from fosdesk.domain.fields import NOUNS, AnyReference, Privacy, Record, Reference, Short, noun
from fosdesk.domain.journal import heads
from fosdesk.domain.records import Answer, GateEntry, Partner, Person, Restriction
from fosdesk.domain.rules.checklist import title_in_documents
from fosdesk.domain.school import School, school_from_heads, title_of, values_of
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.reports.document_preview import document_content
from fosdesk.reports.document_school import DocumentSchool
from fosdesk.words import read_words
from tests.privacy.known import names_of
from tests.privacy.planted import planted
from tests.privacy.test_documents_privacy import everything_in
from tests.reports.telling import DAY, with_history
from tests.reports.word.word_reading import everything_in_word
from tests.sampling import often, sampled

THIRDS = sampled(list(DOCUMENTS)[first::3] for first in range(3))
# The owner sees less than the school and more than a network.
EVERY = often(Audience, set(Audience) - {Audience.OWNER})
OUTSIDE = [one for one in Audience if one is not Audience.SCHOOL]
FILES = [Audience.SCHOOL, Audience.OWNER, Audience.NETWORK]
NOBODY = NameDetector(())
GONE = "0123456789ab"  # an id that no record has


@pytest.fixture(scope="module")
def pointer() -> Iterator[type[Record]]:
    """An open noun without a page, so that its records stand in the appendix, with links of both kinds."""

    @noun("pointer", one="Pointer", many="Pointers")
    class Pointer(Record, frozen=True):
        """Something that points."""

        what: Annotated[str, Short("What", privacy=Privacy.OPEN)] = ""
        concerns: Annotated[str, AnyReference("Concerns", privacy=Privacy.OPEN)] = ""
        partner: Annotated[str, Reference("With", "partner", privacy=Privacy.OPEN)] = ""

    yield Pointer
    del NOUNS["pointer"]


def with_links(pointer: type[Record], *targets: str, partner: str = "") -> School:
    """Every noun with its marks, and links to the targets from all open nouns, each of them once at least."""
    school = planted()
    records = dict(school.records)
    left = cycle(targets)
    for record_id, record in school.records.items():
        for name, field in NOUNS[key_of(record)].fields.items():
            if isinstance(field, AnyReference):
                records[record_id] = msgspec.structs.replace(records[record_id], **{name: next(left)})
    for number, to in enumerate((*targets, "")):  # one without a link, too
        made = pointer(f"pointer-{number}", what="Pekeren", concerns=to, partner=partner)  # type: ignore[call-arg]
        records[made.id] = made
    return School(school.id, records, {})


def key_of(record: Record) -> str:
    return next(key for key, noun in NOUNS.items() if noun.record is type(record))


def hidden_from(school: School, audience: Audience) -> list[str]:
    """What an audience may not see: records whose title is private or about a person, and what is not there."""
    shown = (Privacy.OPEN, Privacy.PERSON) if audience is Audience.SCHOOL else (Privacy.OPEN,)
    found = [GONE]
    for record_id, record in school.records.items():
        kind = NOUNS[key_of(record)]
        title = kind.fields.get(kind.title)
        if title is not None and title.privacy not in shown:
            found.append(record_id)
    return found


def said_by(school: School, audience: Audience, folder: Path, documents: Collection[str]) -> dict[str, str]:
    """All that leaves, for each way and some kinds of document."""
    names, words, framework = names_of(school), read_words("en"), read_framework("en")
    said = {}
    for key in documents:
        kind = DOCUMENTS[key]
        if audience not in kind.audiences:
            continue
        history = with_history(school) if kind.history else ()
        for ending, read in ((".pdf", everything_in), (".docx", everything_in_word)):
            path = folder / f"{key}{ending}"
            make_document(key, school, framework, words, audience, DAY, path, names=names, history=history)
            said[path.name] = re.sub(r"[0-9A-Fa-f]{20,}|uuid:\S+", "", read(path.read_bytes()))
        content = document_content(key, school, framework, words, audience, DAY, (), names=names, history=history)
        said[f"{key} preview"] = repr([(one.place, one.reason, one.count) for one in content.withheld])
    if audience is not Audience.RESEARCH:
        said["file"] = repr(values_in_file(school, audience))
    return said


def values_in_file(school: School, audience: Audience) -> list[dict[str, object]]:
    """What a school file for others holds, without the new ids."""
    journal = reference_journal(school, names=names_of(school), name="", audience=audience, now=1)
    read = read_school_file(write_school_file(journal, app="t", made=1, reference=True)).journal
    found = school_from_heads(read.school, heads(read))
    told: list[dict[str, object]] = []
    for one in found.records.values():
        ids = ids_of(one)
        told.append({"noun": key_of(one)})
        told[-1].update((name, bool(value) if name in ids else value) for name, value in values_of(one).items())
    return told


def ids_of(record: Record) -> list[str]:
    return [n for n, field in NOUNS[key_of(record)].fields.items() if isinstance(field, Reference)]


@pytest.mark.parametrize("third", THIRDS, ids=["first", "second", "third"])
@pytest.mark.parametrize("audience", EVERY)
def test_a_link_to_what_may_not_be_seen_leaves_no_trace(
    audience: Audience, third: list[str], pointer: type[Record], tmp_path: Path
) -> None:
    targets = hidden_from(planted(), audience)
    kinds = {target.partition("-")[0].partition(":")[0] for target in targets}
    assert kinds >= {GONE, "critical_voice", "reflection", "erase_request"}
    assert audience is Audience.SCHOOL or kinds >= {"person", "membership", "seat_holder"}
    bare = with_links(pointer, *["" for _ in targets])
    linked = said_by(with_links(pointer, *targets), audience, tmp_path, third)
    assert linked == said_by(bare, audience, tmp_path, third)


@pytest.mark.parametrize("audience", list(Audience))
def test_every_record_that_may_not_be_seen_is_pointed_to_by_nothing(audience: Audience, pointer: type[Record]) -> None:
    for target in hidden_from(planted(), audience):
        school = with_links(pointer, target)
        filtered = filter_school(school, audience, names=names_of(school))
        assert target not in {v for r in filtered.school.records.values() for v in links_in(r)}, target
        listed = {(one.record, one.field) for one in filtered.withheld}
        assert ("pointer-0", "concerns") not in listed, "not even that it is there"


def links_in(record: Record) -> list[object]:
    fields = NOUNS[key_of(record)].fields
    return [getattr(record, name) for name, field in fields.items() if isinstance(field, AnyReference)]


@pytest.mark.parametrize("third", THIRDS, ids=["first", "second", "third"])
@pytest.mark.parametrize("audience", EVERY)
def test_a_shielded_person_is_pointed_to_by_nothing(
    audience: Audience, third: list[str], pointer: type[Record], tmp_path: Path
) -> None:
    def shielded(*targets: str) -> School:
        school = with_links(pointer, *targets)
        one = Restriction("restriction:person-0", person="person-0")
        return School(school.id, {**school.records, one.id: one}, {})

    assert {"person-0", "membership-0"} <= shielded("", "").shielded.keys()
    linked = said_by(shielded("person-0", "membership-0"), audience, tmp_path, third)
    assert linked == said_by(shielded("", ""), audience, tmp_path, third)


@pytest.mark.parametrize("audience", OUTSIDE)
def test_a_title_that_names_somebody_is_not_there_through_a_link(audience: Audience, pointer: type[Record]) -> None:
    entry = GateEntry("a" * 12, what="Turid vil ha leksefri", reason="Ja")
    school = School("s", {entry.id: entry, "p": pointer("p", what="x", concerns=entry.id)}, {})  # type: ignore[call-arg]
    filtered = filter_school(school, audience, names=NameDetector(["Turid"])).school
    assert links_in(filtered.records["p"]) == [""]


def test_a_link_to_what_may_be_seen_stays_and_tells_title_and_kind(pointer: type[Record], tmp_path: Path) -> None:
    linked = with_links(pointer, "gate_entry-0")
    for audience in (Audience.SCHOOL, Audience.OWNER, Audience.NETWORK):
        said = said_by(linked, audience, tmp_path, ["description"])["description.pdf"]
        assert f"{title_of(linked.records['gate_entry-0'])} (gatekeeping entry)" in " ".join(said.split())


@pytest.mark.parametrize("audience", FILES)
@pytest.mark.parametrize("target", ["answer:F1-06", "answer:F1-07", "phase:F3"])
def test_a_link_to_the_framework_stays_whether_anybody_wrote_there_or_not(
    audience: Audience, target: str, pointer: type[Record]
) -> None:
    school = with_links(pointer, target)
    filtered = filter_school(school, audience, names=names_of(school)).school
    assert links_in(filtered.records["pointer-0"]) == [target]
    (sent,) = [r for r in values_in_file(school, audience) if r["noun"] == "pointer" and r["concerns"]]
    assert sent["what"] == "Pekeren"


def test_an_item_of_which_nothing_may_be_told_is_still_an_item(pointer: type[Record], tmp_path: Path) -> None:
    answer = Answer("answer:F1-07", how="Turid gjør det")
    one = pointer("p", what="x", concerns=answer.id)  # type: ignore[call-arg]
    school = School("s", {answer.id: answer, "p": one}, {})
    path, names = tmp_path / "a.pdf", NameDetector(["Turid"])
    make_document("description", school, read_framework("en"), read_words("en"), Audience.OWNER, DAY, path, names=names)
    item = read_framework("en").item("F1-07")
    assert item is not None
    said = " ".join(everything_in(path.read_bytes()).split())
    assert title_in_documents(item, "") in said
    assert "not shown here" not in said
    assert "deleted" not in said
    journal = reference_journal(school, names=names, name="", audience=Audience.OWNER, now=1)
    assert [change.value for change in journal.changes if change.field == "concerns"] == [answer.id]


def test_conflicts_and_earlier_values_point_nowhere_either(pointer: type[Record]) -> None:
    partner = Partner("b" * 12, name="Høgskulen")
    person = Person("c" * 12, name="Turid")
    one = pointer("p", what="x", concerns=partner.id)  # type: ignore[call-arg]
    both = {("p", "concerns"): (partner.id, person.id), ("q", "concerns"): (person.id, GONE)}
    records = {partner.id: partner, person.id: person, "p": one, "q": pointer("q", what="y", concerns=person.id)}  # type: ignore[call-arg]
    history = (
        HistoryEntry("p", "pointer", "concerns", person.id, partner.id, "2026-01-01", ""),
        HistoryEntry("q", "pointer", "concerns", None, person.id, "2026-01-01", ""),
    )
    filtered = filter_school(School("s", records, both), Audience.OWNER, names=NOBODY, history=history)
    assert filtered.school.conflicts == {("p", "concerns"): (partner.id, "")}
    assert [(h.before, h.value) for h in filtered.history] == [("", partner.id)]


def test_what_is_included_this_once_is_told_through_a_link_too(pointer: type[Record]) -> None:
    for target, ticked in (("person-0", {"person.name"}), ("reflection:F1-1", {"reflection"})):
        for chosen in ((), ticked):
            filtered = filter_school(with_links(pointer, target), Audience.OWNER, names=NOBODY, ticked=chosen)
            assert links_in(filtered.school.records["pointer-0"]) == [target if chosen else ""]


@pytest.mark.parametrize("audience", FILES)
def test_an_ordinary_reference_does_not_tell_of_what_is_gone_for_the_audience(
    audience: Audience, pointer: type[Record]
) -> None:
    """A partner of which only the contact person is known."""
    partner = Partner("b" * 12, contact="Turid Testad")
    one = pointer("p", what="x", partner=partner.id)  # type: ignore[call-arg]
    filtered = filter_school(School("s", {partner.id: partner, "p": one}, {}), audience, names=NOBODY).school
    assert getattr(filtered.records["p"], "partner", None) == (partner.id if audience is Audience.SCHOOL else "")


def test_what_a_document_keeps_at_home_is_not_told_through_a_link(pointer: type[Record]) -> None:
    school = DocumentSchool.of(with_links(pointer, "gate_entry-0"), None)
    for places, expected in (((), "gate_entry-0"), (("gate_entry.reply",), "gate_entry-0"), (("gate_entry.what",), "")):
        shown = school.filtered(Audience.OWNER, places, names=NOBODY).school
        assert links_in(shown.records["pointer-0"]) == [expected]
