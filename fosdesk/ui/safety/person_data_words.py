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
from fosdesk.privacy.subject_access import Held, Mention
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import Words

_AROUND = 90  # characters beside a name that are shown


class Group(NamedTuple):
    """The values of one record: current ones and earlier ones."""

    record: str
    noun: str
    now: tuple[WrittenValue, ...]
    before: tuple[WrittenValue, ...]


def grouped(sayings: Iterable[WrittenValue]) -> tuple[Group, ...]:
    """Values by record, fields in the order of their noun, empty values left out."""
    found: dict[str, list[WrittenValue]] = {}
    for saying in sayings:
        if saying.field and saying.value not in (None, "", False):
            found.setdefault(saying.record, []).append(saying)
    groups = []
    for record, some in found.items():
        noun = NOUNS.get(some[0].noun)
        titled = field_about(noun.record) if noun else ""
        some = [saying for saying in some if saying.field != titled]  # whom it is about is what one is looking at
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


def person_words(words: Words, held: Held) -> str:
    """How to call the person: the latest name, else the role."""
    return next(iter(held.names), "") or role_label(words, held.role) or words("A person without a name")


def said_words(desk: Desk, saying: WrittenValue) -> str:
    """One value for display; references as titles."""
    noun = NOUNS.get(saying.noun)
    field = noun.fields.get(saying.field) if noun else None
    if field is None:
        return str(saying.value)
    if isinstance(field, Reference) and field.target == "person" and desk.school.find(str(saying.value)) is None:
        return desk.words("this person")
    return value_words(desk.words, desk.framework, desk.school, field, saying.value) or str(saying.value)


def saying_label(desk: Desk, saying: WrittenValue) -> str:
    """The label of a value's field; a general one for unknown fields."""
    return field_words(desk.words, saying.noun, saying.field)


def place_words(desk: Desk, saying: WrittenValue) -> str:
    """The record and field that a value is in."""
    noun = NOUNS.get(saying.noun)
    title = record_words(desk.words, desk.framework, desk.school, saying.record)
    kind = noun_one(desk.words, noun) if noun else saying.noun
    known = desk.school.find(saying.record) is not None or saying.record.startswith("answer:")
    first = title if known else desk.words("{thing}, deleted", thing=kind)
    if known and noun is not None and title != kind and not saying.record.startswith(("answer:", "phase:")):
        first = f"{kind}: {title}"
    return f"{first} · {saying_label(desk, saying)}"


def when_words(desk: Desk, saying: WrittenValue) -> str:
    """When a value was written, and by which role."""
    return f"{desk.words.short_date(local_day_text(saying.at))} · {role_words(desk.words, saying.role)}"


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
    return passage(str(mention.saying.value), mention.replaced, around)


# -- the file


def file_for_person(desk: Desk, held: Held, name: str) -> str:
    """Everything stored about a person as plain text for the person to read."""
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


def _sections(desk: Desk, held: Held) -> Iterator[str]:
    words = desk.words
    own, about = grouped(held.own), grouped(held.about)
    if not own and not about and not held.pointing and not held.mentions:
        yield words("Nothing is written about you.")
        return
    yield from _headed(words("About you"))
    for group in own:
        yield from _told(desk, group)
    for group in about:
        noun = NOUNS.get(group.noun)
        yield from _headed(noun_one(words, noun) if noun else group.noun)
        yield from _told(desk, group)
    if held.pointing:
        yield from _headed(words("Where you are chosen"))
        for saying in held.pointing:
            yield f"- {place_words(desk, saying)}" + ("" if saying.live else f" ({words('before')})")
        yield ""
    live = [mention for mention in held.mentions if mention.saying.live]
    past = [mention for mention in held.mentions if not mention.saying.live]
    for heading, some in (
        (words("Texts in which your name stands"), live),
        (words("Earlier versions of texts in which your name stood"), past),
    ):
        if some:
            yield from _headed(heading)
            for mention in some:
                yield f"- {place_words(desk, mention.saying)} ({when_words(desk, mention.saying)})"
                yield f"  {words.quoted(passage_of(mention))}"
            yield ""


def _headed(heading: str) -> Iterator[str]:
    yield from (heading, "-" * len(heading))


def _told(desk: Desk, group: Group) -> Iterator[str]:
    for saying in group.now:
        yield f"{saying_label(desk, saying)}: {said_words(desk, saying)}"
    for saying in group.before:
        before = desk.words("before, written {when}", when=when_words(desk, saying))
        yield f"{saying_label(desk, saying)} ({before}): {said_words(desk, saying)}"
    yield ""
