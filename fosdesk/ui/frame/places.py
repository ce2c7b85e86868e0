"""Which page shows a record, and the page's name."""

from fosdesk.display.phase_names import numbered_phase
from fosdesk.domain.fields import NOUNS, Noun, noun_of
from fosdesk.domain.records import Answer, OwnItem, Reflection, TransitionNote
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS, PROFILE_ID
from fosdesk.domain.records.single_records import SINGLE_RECORDS
from fosdesk.domain.rules.checklist import phase_of_item
from fosdesk.domain.rules.children import owner_of
from fosdesk.domain.school import School
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import Place, page_names, place_named

_NOUN_OF_ID = {
    PROFILE_ID: "school_profile",
    "translation": "translation_note",
    "advice": "advice_reply",
    "gap": "gap_reply",
}

_TRANSLATION = "translation:"
_HOME = "direction"  # of what names no page


def home_of(noun: Noun) -> str:
    """The key of the page that keeps the records of a noun."""
    return noun.page or _HOME


def part_of(noun: Noun) -> str:
    """The part of its page that keeps the records of a noun; empty where the page shows them in its own way."""
    return noun.use.part or ("" if noun.page or noun.parent else noun.key)


def place_for(school: School, key: str, record_id: str) -> Place:
    """Where a page's key leads, with a record or the key of a noun to show there; former keys are understood."""
    if key == "records" and record_id:
        noun = NOUNS.get(record_id)
        return Place(home_of(noun), part_of(noun)) if noun is not None else Place(page_of(school, record_id))
    return place_named(key)


def page_of(school: School, record_id: str) -> str:
    """The key of the page that shows a record, also for one with a fixed id in which nobody has written yet."""
    record = school.find(record_id)
    if isinstance(record, OwnItem | TransitionNote):
        return f"phase:{record.phase or 'F1'}"
    kind, _, rest = record_id.partition(":")
    if isinstance(record, Answer | Reflection) or kind in ("answer", "reflection"):
        phase = phase_of_item(school, record_id) if kind == "answer" else rest[:2]
        return f"phase:{phase}" if phase in ("F0", "F1", "F2", "F3", "F4") else "overview"
    if kind == "phase":
        return record_id
    if kind == "phase_frame":
        return f"phase:{rest}"
    owner, owners = owner_of(record) if record is not None else ("", "")
    if owner and owner != record_id:
        return page_of(school, owner) if school.find(owner) is not None else home_of(NOUNS[owners])
    if owners:
        return "schools"  # it should belong to something, and nobody knows to what: see `OpenConflicts`
    if record is None:
        noun = NOUNS.get(_NOUN_OF_ID.get(kind, kind))
        return home_of(noun) if noun is not None and (rest or kind in SINGLE_RECORDS) else "overview"
    return home_of(noun_of(record))


def page_of_field(school: School, record_id: str, name: str) -> str:
    """The key of the page that shows a field of a record."""
    return "direction" if record_id == PROFILE_ID and name in DIRECTION_FIELDS else page_of(school, record_id)


def is_translation(record_id: str) -> bool:
    """Whether an id is that of a translation, which has a card of its own beside its entry."""
    return record_id.startswith(_TRANSLATION)


def record_to_open(school: School, record_id: str) -> str:
    """The id that a page opens for a record: what it belongs to, such as the entry of a reason, else itself."""
    record = school.find(record_id)
    owner = owner_of(record)[0] if record is not None and not is_translation(record_id) else ""
    return record_to_open(school, owner) if owner and owner != record_id else record_id


def go_to_record(desk: Desk, record_id: str) -> None:
    """Show a record on its page."""
    desk.go(page_of(desk.school, record_id), record_to_open(desk.school, record_id))


def go_to_tool(desk: Desk, noun: Noun) -> None:
    """Show where the records of a noun are kept."""
    desk.go(home_of(noun), noun.key if part_of(noun) else "")


def page_words(desk: Desk, place: str) -> str:
    """The name of a page."""
    if place.startswith("phase:"):
        return numbered_phase(desk.framework, desk.school, place.partition(":")[2])
    return page_names(desk.words)[place]
