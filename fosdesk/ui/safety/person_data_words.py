"""Texts about a person's data, for the page and for the file that the person is given."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fosdesk.display.noun_words import choice_of, noun_one, option_words
from fosdesk.display.record_words import field_words, record_words, role_words, value_words
from fosdesk.domain.changes.written_value import WrittenValue
from fosdesk.domain.fields import NOUNS, Reference
from fosdesk.domain.records import Person
from fosdesk.domain.shielding import field_about
from fosdesk.domain.values.moments import local_day_text, local_moment
from fosdesk.privacy.subject_access import Mention, SubjectAccessReport
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import Words

_AROUND = 90  # characters beside a name that are shown


class Group(NamedTuple):
    """The values of one record: current ones and earlier ones."""

    record: str
    noun: str
    now: tuple[WrittenValue, ...]
    before: tuple[WrittenValue, ...]


def group_by_record(written_values: Iterable[WrittenValue]) -> tuple[Group, ...]:
    """Values by record, fields in the order of their noun, empty values left out."""
    found: dict[str, list[WrittenValue]] = {}
    for written in written_values:
        if written.field and written.value not in (None, "", False):
            found.setdefault(written.record, []).append(written)
    groups = []
    for record, some in found.items():
        noun = NOUNS.get(some[0].noun)
        titled = field_about(noun.record) if noun else ""
        some = [written for written in some if written.field != titled]  # whom it is about is what one is looking at
        order = list(noun.fields) if noun else []
        some.sort(key=lambda s: order.index(s.field) if s.field in order else len(order))
        now, before = (tuple(s for s in some if s.live is live) for live in (True, False))
        groups.append(Group(record, found[record][0].noun, now, before))
    return tuple(groups)


def role_label(words: Words, role: str) -> str:
    """The label of a role; empty when there is none."""
    return option_words(words, choice_of(Person, "role"), role)


def stand_in(words: Words, role: str) -> str:
    """The text that replaces an erased name."""
    return f"[{(role_label(words, role) or words('somebody')).lower()}]"


def person_words(words: Words, held: SubjectAccessReport) -> str:
    """What to call the person: the latest name, else the role."""
    return next(iter(held.names), "") or role_label(words, held.role) or words("A person without a name")


def written_value_words(desk: Desk, written: WrittenValue) -> str:
    """One value for display; references as titles."""
    noun = NOUNS.get(written.noun)
    field = noun.fields.get(written.field) if noun else None
    if field is None:
        return str(written.value)
    if isinstance(field, Reference) and field.target == "person" and desk.school.find(str(written.value)) is None:
        return desk.words("this person")
    return value_words(desk.words, desk.framework, desk.school, field, written.value) or str(written.value)


def written_value_label(desk: Desk, written: WrittenValue) -> str:
    """The label of a value's field; a general one for unknown fields."""
    return field_words(desk.words, written.noun, written.field)


def place_words(desk: Desk, written: WrittenValue) -> str:
    """The record and field that a value is in."""
    noun = NOUNS.get(written.noun)
    title = record_words(desk.words, desk.framework, desk.school, written.record)
    kind = noun_one(desk.words, noun) if noun else written.noun
    known = desk.school.find(written.record) is not None or written.record.startswith("answer:")
    first = title if known else desk.words("{thing}, deleted", thing=kind)
    if known and noun is not None and title != kind and not written.record.startswith(("answer:", "phase:")):
        first = f"{kind}: {title}"
    return f"{first} · {written_value_label(desk, written)}"


def when_words(desk: Desk, written: WrittenValue) -> str:
    """When a value was written, and by which role."""
    return f"{desk.words.short_date(local_day_text(written.at))} · {role_words(desk.words, written.role)}"


def passage(text: str, replaced: str, around: int = _AROUND) -> str:
    """The part of a text around the name, with `around` characters on either side."""
    same = 0
    for one, other in zip(text, replaced, strict=False):
        if one != other:
            break
        same += 1
    first, last = max(0, same - around), same + around
    before = text[first:same] if first == 0 else text[first:same].partition(" ")[2] or text[first:same]
    after = text[same:last] if last >= len(text) else text[same:last].rpartition(" ")[0] or text[same:last]
    said = " ".join(f"{before}{after}".split())
    return ("…\u00a0" if first else "") + said + ("\u00a0…" if last < len(text) else "")


def passage_of(mention: Mention, around: int = _AROUND) -> str:
    """The part of a text that mentions the person."""
    return passage(str(mention.written.value), mention.without_name, around)


# -- the file


def file_for_person(desk: Desk, held: SubjectAccessReport, name: str) -> str:
    """Everything held about a person as plain text that the person can read without anybody's help."""
    words = desk.words
    moment = local_moment(desk.workspace.now())
    title = words("What we know about {person}", person=person_words(words, held))
    made = words(
        "Made by {school} on {date} at {time}, on the computer of: {role}.",
        school=name or words("the school"),
        date=words.date(moment.date().isoformat()),
        time=f"{moment:%H.%M}",
        role=role_words(words, desk.workspace.role),
    )
    about = words(
        "This is everything that is written about you in fosdesk, the program in which the leadership team keeps its "
        "development work. You may ask to have something corrected or erased."
    )
    return "\n".join([title, "=" * len(title), "", made, "", about, "", *_sections(desk, held)]) + "\n"


def _sections(desk: Desk, held: SubjectAccessReport) -> Iterator[str]:
    words = desk.words
    own, about = group_by_record(held.own), group_by_record(held.about)
    if not own and not about and not held.references and not held.mentions:
        yield words("Nothing is written about you.")
        return
    yield from _heading_lines(words("About you"))
    for group in own:
        yield from _group_lines(desk, group)
    for group in about:
        noun = NOUNS.get(group.noun)
        yield from _heading_lines(noun_one(words, noun) if noun else group.noun)
        yield from _group_lines(desk, group)
    if held.references:
        yield from _heading_lines(words("Where you are chosen"))
        for written in held.references:
            yield f"- {place_words(desk, written)}" + ("" if written.live else f" ({words('before')})")
        yield ""
    live = [mention for mention in held.mentions if mention.written.live]
    past = [mention for mention in held.mentions if not mention.written.live]
    for heading, some in (
        (words("Texts in which your name stands"), live),
        (words("Earlier versions of texts in which your name stood"), past),
    ):
        if some:
            yield from _heading_lines(heading)
            for mention in some:
                yield f"- {place_words(desk, mention.written)} ({when_words(desk, mention.written)})"
                yield f"  {words.quoted(passage_of(mention))}"
            yield ""


def _heading_lines(heading: str) -> Iterator[str]:
    yield from (heading, "-" * len(heading))


def _group_lines(desk: Desk, group: Group) -> Iterator[str]:
    for written in group.now:
        yield f"{written_value_label(desk, written)}: {written_value_words(desk, written)}"
    for written in group.before:
        before = desk.words("before, written {when}", when=when_words(desk, written))
        yield f"{written_value_label(desk, written)} ({before}): {written_value_words(desk, written)}"
    yield ""
