"""What a school decides about what it keeps of people; none of it names anybody."""

from typing import Annotated

from fosdesk.domain.fields import AtItem, Date, Long, Number, Privacy, Record, Reference, Short, Use, noun


@noun("restriction", one="Shielding", many="Shieldings", page="storage", title="person")
class Restriction(Record, frozen=True):
    """Somebody whose record must be kept but is shown nowhere; id «restriction:<person>»; lifted by deleting this."""

    person: Annotated[str, Reference("Person", "person", privacy=Privacy.PRIVATE, hidden=True)] = ""
    reason: Annotated[str, Long("Why", privacy=Privacy.PRIVATE, hidden=True)] = ""
    since: Annotated[str, Date("From", privacy=Privacy.PRIVATE, hidden=True)] = ""


@noun("erase_request", one="Wish to erase", many="Wishes to erase", page="storage", title="day")
class EraseRequest(Record, frozen=True):
    """Colleagues are asked to erase somebody as well; id «erase_request:<person>»; each laptop decides for itself."""

    person: Annotated[str, Reference("Person", "person", privacy=Privacy.PRIVATE, hidden=True)] = ""
    day: Annotated[str, Date("Day", privacy=Privacy.PRIVATE, hidden=True)] = ""
    role: Annotated[str, Short("Role", privacy=Privacy.PRIVATE, hidden=True)] = ""


@noun(
    "retention",
    one="How long people stay",
    many="How long people stay",
    page="storage",
    title="months",
    use=Use(items=("F4-16",), at_items=(AtItem("F4-16", "retention", ("months",), elsewhere=True),)),
)
class Retention(Record, frozen=True):
    """The one record with id «retention»: when somebody who has left is proposed for erasing."""

    months: Annotated[int | None, Number("Months after somebody has left", hidden=True, privacy=Privacy.OPEN)] = None


RETENTION_ID = "retention"
USUAL_MONTHS = 12
