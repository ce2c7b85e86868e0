"""Brief on many schools: phases, groups that begin together, networks, and what was asked of the owner."""

from fosdesk.display.noun_words import label_words
from fosdesk.display.phase_names import phase_heading
from fosdesk.display.sharing.owner_words import (
    cohort_words,
    municipality_words,
    named,
    network_facts,
    network_members,
    request_facts,
    school_name,
)
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.rules.owner.opened_schools import (
    OpenedSchool,
    alike,
    by_cohort,
    by_municipality,
    chosen_themes,
    networks,
    requests,
)
from fosdesk.domain.rules.owner.owner_text import CHOICES, within
from fosdesk.domain.school import School
from fosdesk.domain.values.collation import sort_key
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.inline_text import Text
from fosdesk.reports.owner.owner_reader import OwnerReader
from fosdesk.reports.writer import Writer

_NEUTRAL = School("", {}, {})  # for the framework's own names of the phases


def write(writer: Writer, reader: OwnerReader) -> None:
    """Each section only where there is something to tell; a sentence where no school was read."""
    words = reader.words
    reader.write_text(writer, CHOICES[0], 1)
    reader.write_text(writer, within(reader.municipality), 1)
    if not reader.schools:
        writer.paragraph(words("No school file was read."))
        return
    _write_phases(writer, reader)
    _write_cohorts(writer, reader)
    _write_themes(writer, reader)
    _write_networks(writer, reader)
    _write_requests(writer, reader)


def _write_phases(writer: Writer, reader: OwnerReader) -> None:
    words = reader.words
    rows: list[list[Text]] = []
    for phase in reader.framework.phases:
        some = [one for one in reader.schools if phase.id in one.phases]
        if some:
            rows.append([phase_heading(words, reader.framework, _NEUTRAL, phase.id), _places(reader, some)])
    waiting = [one for one in reader.schools if not one.phases]
    if waiting:
        rows.append([words("No phase is in progress"), _places(reader, waiting)])
    writer.heading(1, words("Phases"))
    writer.small(words("A school may be in several phases at once. None of them is better than another."))
    writer.table([words("Phase"), words("Schools")], rows, (0.32, 0.68))


def _places(reader: OwnerReader, schools: list[OpenedSchool]) -> str:
    """Names of schools; across municipalities, a line for each of those."""
    groups = by_municipality(schools)
    if reader.municipality or len(by_municipality(reader.schools)) == 1:
        return named(reader.words, schools)
    return "\n".join(
        f"{municipality_words(reader.words, group)}: {named(reader.words, group.schools)}" for group in groups
    )


def _write_cohorts(writer: Writer, reader: OwnerReader) -> None:
    words = reader.words
    rows: list[list[Text]] = [
        [cohort_words(words, group), _places(reader, list(group.schools))] for group in by_cohort(reader.schools)
    ]
    writer.heading(1, words("Groups of schools"))
    writer.table([words("Begins in"), words("Schools")], rows, (0.32, 0.68))


def _write_themes(writer: Writer, reader: OwnerReader) -> None:
    words = reader.words
    names: dict[str, str] = {}
    chosen: dict[str, dict[str, OpenedSchool]] = {}
    for one in reader.schools:
        for theme in chosen_themes(one.school):
            names.setdefault(alike(theme), theme)
            chosen.setdefault(alike(theme), {})[one.school.id] = one
    if chosen:
        rows: list[list[Text]] = [
            [names[key], named(words, chosen[key].values())]
            for key in sorted(names, key=lambda key: sort_key(names[key]))
        ]
        writer.heading(1, words("Themes that schools have chosen"))
        writer.table([words("Theme"), words("Schools")], rows, (0.32, 0.68))


def _write_networks(writer: Writer, reader: OwnerReader) -> None:
    words = reader.words
    found = networks(reader.schools)
    written = [one for one in found if not one.is_suggested]
    for title, some in (
        (words("Networks"), written),
        (words("Schools that could make a network"), [one for one in found if one.is_suggested]),
    ):
        rows: list[list[Text]] = [[one.name, network_facts(words, one), network_members(words, one)] for one in some]
        if rows:
            writer.heading(1, title)
            writer.table([words("Network"), words("What joins them"), words("Schools")], rows, (0.28, 0.24, 0.48))


def _write_requests(writer: Writer, reader: OwnerReader) -> None:
    words, before = reader.words, ""
    answer = label_words(words, NOUNS["owner_request"].fields["answer"])
    for one, request in requests(reader.schools):
        if not before:
            writer.heading(1, words("What the schools ask the owner for"))
        if one.school.id != before:
            writer.heading(2, school_name(words, one))
            before = one.school.id
        for said in paragraphs(request.what):
            writer.paragraph(said)
        facts = request_facts(words, request)
        if facts:
            writer.small(facts)
        if request.answer.strip():
            writer.facts([(answer, request.answer.strip())])
