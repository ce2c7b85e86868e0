"""Which page shows a record, and the page's name."""

from fosdesk.display.phase_names import numbered_phase
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Answer, GateReason, OwnItem, Reflection, TransitionNote
from fosdesk.domain.school import School
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import page_names


def page_of(school: School, record_id: str) -> str:
    """The key of the page that shows a record, also for a checklist item without an answer."""
    record = school.find(record_id)
    if isinstance(record, OwnItem | TransitionNote):
        return f"phase:{record.phase or 'F1'}"
    if isinstance(record, Answer | Reflection) or record is None:
        item = record_id.partition(":")[2][:2]
        return f"phase:{item}" if item in ("F0", "F1", "F2", "F3", "F4") else "overview"
    if record_id.startswith("phase:"):
        return record_id
    page = noun_of(record).page
    return page or "records"


def record_to_open(school: School, record_id: str) -> str:
    """The id that a page opens for a record: the entry for its reason or translation, else the record itself."""
    record = school.find(record_id)
    if isinstance(record, GateReason):
        return record.parent
    return record_id.partition(":")[2] if record_id.startswith("translation:") else record_id


def page_words(desk: Desk, place: str) -> str:
    """The name of a page."""
    if place.startswith("phase:"):
        return numbered_phase(desk.framework, desk.school, place.partition(":")[2])
    return page_names(desk.words)[place]
