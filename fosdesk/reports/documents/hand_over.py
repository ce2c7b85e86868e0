"""The hand-over document: what a new principal needs to take over the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.display.figures.phase_timeline_figure import phase_timeline_figure
from fosdesk.display.noun_words import noun_many, noun_one, seat_label
from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    ExistingGroup,
    Membership,
    OwnItem,
    Partner,
    Person,
    PhaseState,
    Seat,
    StopItem,
    TransitionNote,
    WorkGroup,
)
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS, WORK_GROUP_ID
from fosdesk.domain.rules.group_seats import members
from fosdesk.domain.rules.time_use import next_meeting
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Item, Link, Text
from fosdesk.reports.sections import commitments, gate_summary, meeting_outcomes
from fosdesk.reports.sections.consolidation_summary import (
    CONSOLIDATION_FIELDS,
    KEPT_UP,
    WITHDRAWAL_FIELDS,
    kept_up,
    withdrawals,
    write_afternoon,
    write_kept_up,
    write_withdrawals,
)
from fosdesk.reports.sections.current_state import group_sentence, open_phases_sentence, stops_by_now, time_fact
from fosdesk.reports.sections.direction_details import (
    PRACTICE_FIELDS,
    THEME_FIELDS,
    expectations,
    practices,
    themes,
    write_expectations,
    write_practices,
    write_themes,
)
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.group_summary import CAMP_FIELDS, camps, write_camps
from fosdesk.reports.sections.initiative_summary import INITIATIVE_FIELDS, initiatives, write_initiatives
from fosdesk.reports.sections.look_back import EVALUATION_FIELDS, MILESTONE_FIELDS, evaluations, write_evaluations
from fosdesk.reports.sections.noun_section import has_visible_content
from fosdesk.reports.sections.term_list import write_glossary

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_LET_IN, _KEPT_OUT = ("admitted", "adapted"), ("parked", "kept_out")
_TERMS = ("direction", "gatekeeping", "core_components", "transition_note", "touchpoint", "critical_voice")
_SHOWN_FIELDS = {
    "school_profile": ("inclusion", "how_we_think", "left_out", "start"),
    "phase": ("own_title", "opened", "closed"),
    "core_component": ("name", "why"),
    "person": ("name", "role", "role_note"),
    "membership": ("person", "leads", "mode"),
    "partner": (
        *("name", "kind", "contact", "support", "touchpoints", "withdraws", "takes_over"),
        *("remains", "remains_with", "remains_often"),
    ),
    "work_group": ("mandate", "criteria", "size_reason", "leader_reason", "union_dialogue"),
    "seat": ("considered", "reason"),
    "transition_note": ("phase", "occasion", "written", "why", "carried_on", "still_open"),
    "gate_entry": ("what", "reason", "brought_by", "reply", "replied", "revisit"),
    "gate_reason": ("text",),
    "answer": ("own_text", "status", "reason", "how", "responsible", "due"),
    "own_item": ("own_text", "status", "reason", "how", "responsible", "due"),
    "stop_item": ("what", "reason", "semester"),
    "existing_group": ("name", "decision", "reason"),
    "time_slot": ("what", "who", "semester", "minutes", "times", "every_weeks", "gives_way", "cover"),
    "owner_request": ("what", "asked_of", "asked", "answer", "answered"),
    "time_plan": ("discussed", "others"),
    "meeting": ("what", "day", "who"),
    "decision": ("what", "why", "day", "groups", "revisit"),
    "follow_up": ("what", "responsible", "due", "done"),
    "question": ("text", "kind", "from_group", "day", "answer", "answered"),
}
_MORE = (
    *(*THEME_FIELDS, *PRACTICE_FIELDS, *(f"expectation.{name}" for name in ("what", "who", "way", "clarity", "day"))),
    *(*INITIATIVE_FIELDS, *MILESTONE_FIELDS, *EVALUATION_FIELDS, *CAMP_FIELDS),
    *(*CONSOLIDATION_FIELDS, *WITHDRAWAL_FIELDS),
)


def nouns() -> tuple[str, ...]:
    """None: whoever wants everything reads the description of choices."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields that the chapters show."""
    own = (f"{noun}.{field}" for noun, fields in _SHOWN_FIELDS.items() for field in fields)
    return (*SCHOOL_FACTS, *dict.fromkeys((*own, *_MORE)))


def write(writer: Writer, reader: DocumentReader) -> None:
    """Where to begin, direction, people, choices, promises, dates, open questions, and where things are."""
    if not _is_started(reader):
        writer.heading(1, reader.words("So far"))
        writer.lead(reader.words("Nothing has been written here yet."))
        return
    _write_start(writer, reader)
    _write_direction(writer, reader)
    _write_people(writer, reader)
    _write_choices(writer, reader)
    _write_kept_out(writer, reader)
    _write_everyday(writer, reader)
    commitments.write_commitments(writer, reader)
    commitments.write_dates(writer, reader)
    commitments.write_open(writer, reader)
    _write_places(writer, reader)
    write_glossary(writer, reader, _TERMS)


def _is_started(reader: DocumentReader) -> bool:
    """Whether the school has anything to hand over."""
    shown = {place for place in extra_fields() if place not in SCHOOL_FACTS[:3]}
    return any(
        getattr(record, field) != NOUNS[noun].fields[field].blank
        for noun, _, field in (place.partition(".") for place in shown)
        for record in reader.school.of(NOUNS[noun].record)
    )


def _write_start(writer: Writer, reader: DocumentReader) -> None:
    words, school = reader.words, reader.school
    writer.heading(1, words("Begin here"), key="begin")
    writer.lead(
        words(
            "Here stands where the school wants to go, where it is, what was chosen and why, what is agreed, and what "
            "is open."
        )
    )
    writer.paragraph(open_phases_sentence(reader))
    model = cycle_figure(
        reader.framework, reader.school_for_figures, words, FIGURE_WIDTH, FIGURE_WIDTH * 0.5, to_team=False
    )
    writer.figure(model, words("Where we are. The phases with a strong colour are open now."))
    facts: list[tuple[str, Text]] = [
        (words("Start"), words.semester(school.profile.start)),
        (words("Work group"), group_sentence(reader)),
        time_fact(reader),
    ]
    writer.facts([fact for fact in facts if fact[1]])
    write_afternoon(writer, reader)
    writer.heading(2, words("Your first weeks"))
    upcoming = next_meeting(school, reader.day)
    meet = (
        words("The next meeting is on {date}.", date=words.date(upcoming.day))
        if upcoming
        else words("No meeting has a date yet.")
    )
    steps: list[Item | Text] = [
        words("Whoever had the work before you can give you the school file with everything in it."),
        meet,
        (
            words("What others wait for:"),
            " ",
            Link("#promised", words("What is agreed and answered")),
            ".",
        ),
    ]
    writer.numbered(steps)


def _write_direction(writer: Writer, reader: DocumentReader) -> None:
    words, profile = reader.words, reader.school.profile
    components = [one for one in reader.school.of(CoreComponent) if one.name.strip()]
    said = [
        (reader.label(profile, name), reader.value(profile, name)) for name in ("inclusion", "how_we_think", "left_out")
    ]
    details = themes(reader), practices(reader), expectations(reader)
    if not (profile.direction.strip() or components or any(text for _, text in said) or any(details)):
        return
    writer.heading(1, words("Where we want to go"), key="direction")
    writer.quote(profile.direction.strip(), source=words("Our direction"))
    for label, text in said:
        _write_text(writer, label, text)
    if components:
        writer.heading(2, words("Core components"))
        writer.bullets([_name_and_reason(one.name, one.why) for one in components])
    if details[0]:
        writer.heading(2, noun_many(words, NOUNS["theme"]))
        write_themes(writer, reader, details[0])
    if details[1]:
        writer.heading(2, noun_many(words, NOUNS["practice"]))
        write_practices(writer, reader, details[1])
    if details[2]:
        writer.heading(2, noun_many(words, NOUNS["expectation"]))
        write_expectations(writer, reader, details[2])


def _write_text(writer: Writer, label: str, text: str) -> None:
    """A text under its label, unless it is empty."""
    if text.strip():
        writer.heading(2, label)
        for one in paragraphs(text):
            writer.paragraph(one)


def _name_and_reason(name: str, why: str) -> Text:
    said = paragraphs(why)
    return (Bold(name.strip()), *(f"\n{one}" for one in said)) if said else Bold(name.strip())


def _write_people(writer: Writer, reader: DocumentReader) -> None:
    words, school = reader.words, reader.school
    group, now = school.get(WorkGroup, WORK_GROUP_ID), members(school, reader.day)
    partners = [one for one in school.of(Partner) if has_visible_content(one, NOUNS["partner"])]
    seats = [
        (seat_label(words, option.key), seat)
        for option in SEAT_OPTIONS
        if (seat := school.get(Seat, f"seat:{option.key}")).considered in ("no", "later")
    ]
    views = camps(reader)
    if not (now or partners or seats or views or group.mandate.strip() or group.criteria.strip()):
        return
    writer.heading(1, words("Who is who"), key="people")
    writer.quote(group.mandate.strip(), source=words("The mandate"))
    rows = (
        (words("Leads the group"), [one for one in now if one.leads]),
        (words("Members"), [one for one in now if not one.leads and one.mode != "close"]),
        (words("In close cooperation"), [one for one in now if not one.leads and one.mode == "close"]),
    )
    writer.facts([(label, "\n".join(_member(reader, one) for one in some)) for label, some in rows if some])
    for name in ("criteria", "size_reason", "leader_reason", "union_dialogue"):
        _write_text(writer, reader.label(group, name), getattr(group, name))
    if seats:
        writer.heading(2, words("Voices that are not in the group"))
        writer.bullets([_seat(reader, label, seat) for label, seat in seats])
    if views:
        writer.heading(2, noun_many(words, NOUNS["camp"]))
        write_camps(writer, reader, views)
    if partners:
        writer.heading(2, words("Those who support us"))
        writer.bullets([_partner(reader, one) for one in partners])


def _member(reader: DocumentReader, member: Membership) -> str:
    return reader.person(reader.school.get(Person, member.person))


def _partner(reader: DocumentReader, partner: Partner) -> Text:
    """A partner: what they help with, whom to call, and what happens when they withdraw."""
    more = [
        f"{reader.label(partner, name)}: {value}"
        for name in ("contact", "withdraws", "takes_over", "remains_with", "remains_often")
        if (value := reader.value(partner, name))
    ]
    name = partner.name.strip() or reader.value(partner, "kind") or noun_one(reader.words, NOUNS["partner"])
    after = [f"{reader.label(partner, 'remains')}: {one}" for one in paragraphs(partner.remains)[:1]]
    after += paragraphs(partner.remains)[1:]
    lines = [*paragraphs(partner.support), "; ".join([*more[:1], *map(lowercase_first, more[1:])]), *after]
    return (Bold(name), *(f"\n{part}" for part in lines if part))


def _seat(reader: DocumentReader, label: str, seat: Seat) -> Text:
    said = f"{label}: {lowercase_first(reader.value(seat, 'considered'))}"
    return (Bold(said), "\n", seat.reason.strip()) if seat.reason.strip() else Bold(said)


def _skipped(reader: DocumentReader) -> list[Answer | OwnItem]:
    """The items that were done another way, or not at all, and have a reason."""
    found: list[Answer | OwnItem] = [*reader.school.of(Answer), *reader.school.of(OwnItem)]
    return [one for one in found if one.status in ("other_way", "not_applicable") and one.reason.strip()]


def _write_choices(writer: Writer, reader: DocumentReader) -> None:
    words, school = reader.words, reader.school
    notes = sorted(school.of(TransitionNote), key=lambda one: one.written)
    gone, ahead = stops_by_now(reader)
    groups = [one for one in school.of(ExistingGroup) if one.name.strip()]
    let_in = [(key, title) for key, title in gate_summary.decision_titles(reader) if key in _LET_IN]
    taken = [(key, title) for key, title in let_in if gate_summary.newest(reader, key)]
    skipped, decided = _skipped(reader), meeting_outcomes.decisions(reader)
    beside, looks = initiatives(reader), evaluations(reader)
    if not (notes or gone or ahead or groups or taken or skipped or decided or beside or looks):
        return
    writer.heading(1, words("What was decided, and why"), key="choices")
    if notes or any(one.opened for one in school.of(PhaseState)):
        writer.heading(2, words("From phase to phase"))
        line = phase_timeline_figure(reader.framework, reader.school_for_figures, words, reader.day, FIGURE_WIDTH)
        writer.figure(line, words("When each phase was open."))
        for note in notes:
            _write_note(writer, reader, note)
    if decided:
        writer.heading(2, noun_many(words, NOUNS["decision"]))
        meeting_outcomes.write_decisions(writer, reader, decided)
    for key, title in taken:
        writer.heading(2, title)
        gate_summary.write_newest(writer, reader, key)
    if skipped:
        writer.heading(2, words("Done another way, or left aside"))
        writer.bullets([_item_and_reason(reader, one) for one in skipped])
    for title, some in ((words("What we stopped doing"), gone), (words("What we stop doing later"), ahead)):
        if some:
            writer.heading(2, title)
            writer.bullets([_dated_change(reader, one, "what") for one in some])
    if groups:
        writer.heading(2, words("Groups that we already had"))
        writer.bullets([_dated_change(reader, one, "name") for one in groups])
    if beside:
        writer.heading(2, words("What runs beside the work"))
        write_initiatives(writer, reader, beside)
    if looks:
        writer.heading(2, noun_many(words, NOUNS["evaluation"]))
        write_evaluations(writer, reader, looks, 3)


def _write_note(writer: Writer, reader: DocumentReader, note: TransitionNote) -> None:
    words, day = reader.words, reader.words.date(note.written)
    phase = reader.numbered_phase(note.phase) if note.phase else ""
    occasion = reader.value(note, "occasion") or noun_one(words, noun_of(note))
    title = ": ".join(part for part in (phase, lowercase_first(occasion) if phase else occasion) if part)
    write_title(writer, 3, words("{occasion}, {date}", occasion=title, date=day) if day else title)
    for one in paragraphs(note.why):
        writer.paragraph(one)
    if note.carried_on.strip():
        writer.facts([(reader.label(note, "carried_on"), note.carried_on.strip())])


def _item_and_reason(reader: DocumentReader, one: Answer | OwnItem) -> Text:
    return (Bold(reader.item_text(one)), "\n", f"{reader.value(one, 'status')}. {one.reason.strip()}")


def _dated_change(reader: DocumentReader, one: StopItem | ExistingGroup, name: str) -> Text:
    """The name, from when it holds or what becomes of it, and the reason."""
    more = reader.value(one, "semester") if isinstance(one, StopItem) else reader.value(one, "decision")
    said = ", ".join(part for part in (str(getattr(one, name)).strip(), lowercase_first(more)) if part)
    return _name_and_reason(said, one.reason)


def _write_kept_out(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    out = [(key, title) for key, title in gate_summary.decision_titles(reader) if key in _KEPT_OUT]
    if not any(gate_summary.newest(reader, key) for key, _ in out):
        return
    writer.heading(1, words("What was kept out"), key="kept out")
    gate_summary.write_flow(writer, reader)
    for key, title in reversed(out):
        if gate_summary.newest(reader, key):
            writer.heading(2, title)
            gate_summary.write_newest(writer, reader, key)


def _write_everyday(writer: Writer, reader: DocumentReader) -> None:
    """What holds in everyday life, and who withdraws; nothing where nobody wrote it."""
    one, leaving = kept_up(reader), [p for p in withdrawals(reader) if p.withdraws >= reader.day]
    if has_visible_content(one, NOUNS["consolidation"]) or leaving:
        writer.heading(1, noun_many(reader.words, NOUNS["consolidation"]), key="everyday")
    write_kept_up(writer, reader, KEPT_UP, 2)
    write_withdrawals(writer, reader, leaving, 2)


def _write_places(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    writer.heading(1, words("Where things lie"), key="places")
    places = (
        (
            words("The school file"),
            words("Everything that was written, with its history. It moves the work from one computer to another."),
        ),
        (
            words("Backups"),
            words(
                "fosdesk makes them by itself, on the same computer, and in a second folder where one is chosen. You "
                "find them on the page “{page}”.",
                page=words("Backups"),
            ),
        ),
        (
            words("Documents"),
            words("The description of choices has the whole story, and the gatekeeping log has all that came."),
        ),
        (words("The archive"), words("fosdesk is no archive. Finished documents belong in the municipality's own.")),
        (
            words("Private notes"),
            words(
                "What the leadership team wrote for itself lies in the school file. It stands in no document, unless "
                "the team ticked it in for that one."
            ),
        ),
    )
    writer.facts(list(places))
