"""People, the work group, its seats, other groups and partners."""

from typing import Annotated

from fosdesk.domain.fields import (
    AtItem,
    Begin,
    Choice,
    Date,
    Long,
    Minutes,
    Number,
    Option,
    Order,
    Privacy,
    Record,
    Reference,
    SemesterField,
    Short,
    Use,
    YesNo,
    noun,
)

ROLE_OPTIONS = (
    Option("principal", "Principal"),
    Option("leadership", "Member of the leadership team"),
    Option("teacher", "Teacher"),
    Option("assistant", "Assistant"),
    Option("skilled_worker", "Child and youth worker"),
    Option("sfo", "After-school staff (SFO)"),
    Option("special_needs", "Special needs teacher"),
    Option("ppt", "PPT adviser"),
    Option("resource_person", "Municipal resource person"),
    Option("university", "University or college partner"),
    Option("fau", "Parents' representative (FAU)"),
    Option("health", "School health service"),
    Option("owner", "School owner"),
    Option("steering_group", "Member of the steering group"),
    Option("environment_worker", "Social and environment worker (miljøterapeut)"),
    Option("counsellor", "Counsellor"),
    Option("safety_representative", "Safety representative"),
    Option("other", "Other"),
)
SEAT_OPTIONS = (
    Option("teachers", "Teachers"),
    Option("assistants", "Assistants and skilled workers"),
    Option("sfo", "After-school staff (SFO)"),
    Option("camps", "Different camps"),
    Option("critical_voice", "Critical voice («sceptic»)"),
    Option("union", "Appointed by the unions"),
    Option("ppt", "PPT"),
    Option("resource_person", "Resource person"),
    Option("fau", "Parents (FAU)"),
    Option("health", "School health service"),
    Option("others", "Others"),
)

_NAMED_SEATS = tuple(option for option in SEAT_OPTIONS if option.key not in ("critical_voice", "union"))


@noun(
    "person",
    one="Person",
    many="People",
    page="work_group",
    use=Use(
        part="people",
        purpose="Who takes part, and in which role.",
        new="Add somebody",
        items=("F0-04",),
        begins=(
            Begin(new="Add the principal", values=(("role", "principal"),)),
            Begin(new="Add a teacher", values=(("role", "teacher"),)),
            Begin(new="Add an assistant", values=(("role", "assistant"),)),
        ),
    ),
)
class Person(Record, frozen=True):
    """Somebody who takes part; the role is enough, the name is optional."""

    name: Annotated[
        str,
        Short(
            "Name",
            privacy=Privacy.PERSON,
            names=True,
            hint="Initials or a first name are enough; the field may be empty",
        ),
    ] = ""
    role: Annotated[str, Choice("Role", ROLE_OPTIONS, privacy=Privacy.OPEN)] = ""
    role_note: Annotated[
        str, Short("Role in more detail", hint="For example year group or place of work", privacy=Privacy.PERSON)
    ] = ""
    contact: Annotated[str, Short("Contact at work", privacy=Privacy.PERSON, names=True)] = ""
    left: Annotated[str, Date("No longer with us from", privacy=Privacy.OPEN)] = ""


@noun(
    "membership",
    one="Member or candidate",
    many="Members and candidates",
    page="work_group",
    title="person",
    use=Use(items=("F2-09", "F2-10")),
)
class Membership(Record, frozen=True):
    """One person's part in the work group; assessments are private."""

    person: Annotated[str, Reference("Person", "person", privacy=Privacy.PERSON)] = ""
    standing: Annotated[
        str,
        Choice(
            "Part in the group",
            (Option("member", "Member"), Option("candidate", "Candidate"), Option("former", "Former member")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    leads: Annotated[bool, YesNo("Leads the group", privacy=Privacy.OPEN)] = False
    mode: Annotated[
        str,
        Choice(
            "How", (Option("inside", "In the group"), Option("close", "In close cooperation")), privacy=Privacy.OPEN
        ),
    ] = ""
    since: Annotated[str, Date("From", privacy=Privacy.OPEN)] = ""
    until: Annotated[str, Date("To", after="since", privacy=Privacy.OPEN)] = ""
    motivation: Annotated[
        str, Long("Motivation", privacy=Privacy.PRIVATE, hint="Only the leadership team sees this")
    ] = ""
    position: Annotated[
        str,
        Long(
            "Position", privacy=Privacy.PRIVATE, hint="Who listens to this person? Only the leadership team sees this"
        ),
    ] = ""
    why: Annotated[str, Long("Why chosen", privacy=Privacy.PRIVATE, hint="Only the leadership team sees this")] = ""
    why_left: Annotated[
        str, Long("Why they left the group", privacy=Privacy.PRIVATE, hint="Only the leadership team sees this")
    ] = ""
    union_appointed: Annotated[bool, YesNo("Appointed by the unions", privacy=Privacy.PRIVATE)] = False


@noun(
    "seat",
    one="Seat",
    many="Seats",
    page="work_group",
    title="reason",
    use=Use(
        items=("F2-11", "F2-12"),
        at_items=(
            AtItem("F2-11", "seat:teachers", ("considered",), elsewhere=True),
            AtItem("F2-12", "seat:critical_voice", ("considered", "reason")),
        ),
    ),
)
class Seat(Record, frozen=True):
    """What the team decided about one kind of seat; id «seat:teachers»; yes and no are both complete answers."""

    considered: Annotated[
        str,
        Choice(
            "Considered",
            (
                Option("yes", "Yes, we want it"),
                Option("no", "No, we chose not to"),
                Option("later", "We look at it later"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    reason: Annotated[str, Long("Why", privacy=Privacy.OPEN)] = ""


@noun("seat_holder", one="Seat holder", many="Seat holders", page="work_group", title="person")
class SeatHolder(Record, frozen=True):
    """Who fills a seat; who is the critical voice, or appointed by the unions, is private and kept elsewhere."""

    seat: Annotated[str, Choice("Seat", _NAMED_SEATS, privacy=Privacy.OPEN)] = ""
    person: Annotated[str, Reference("Person", "person", privacy=Privacy.PERSON)] = ""


@noun("critical_voice", one="Critical voice", many="Critical voices", page="work_group", title="person")
class CriticalVoice(Record, frozen=True):
    """Who asks the critical questions for a while: a task that may go round, never a trait; all of it private."""

    person: Annotated[str, Reference("Person", "person", privacy=Privacy.PRIVATE)] = ""
    since: Annotated[str, Date("From", privacy=Privacy.PRIVATE)] = ""
    until: Annotated[str, Date("To", after="since", privacy=Privacy.PRIVATE)] = ""
    note: Annotated[str, Long("Note", privacy=Privacy.PRIVATE)] = ""


@noun(
    "work_group",
    one="Work group",
    many="Work group",
    page="work_group",
    title="mandate",
    use=Use(
        items=("F2-08", "F2-09", "F2-10", "F2-13"),
        at_items=(
            AtItem("F2-08", "work_group", ("mandate",)),
            AtItem("F2-09", "work_group", ("size_reason", "size_for", "size_against")),
            AtItem("F2-10", "work_group", ("criteria",)),
            AtItem("F2-13", "work_group", ("union_dialogue",), if_written=True),
        ),
    ),
)
class WorkGroup(Record, frozen=True):
    """The one record with id «work_group»."""

    name: Annotated[str, Short("What the group is called", privacy=Privacy.OPEN)] = ""
    mandate: Annotated[
        str, Long("Mandate", hint="What the group is to do, and what it may decide", privacy=Privacy.OPEN)
    ] = ""
    criteria: Annotated[str, Long("What we look for in members", privacy=Privacy.OPEN)] = ""
    size_reason: Annotated[
        str,
        Long("How many, and why", hint="Large enough for breadth, small enough to meet often", privacy=Privacy.OPEN),
    ] = ""
    size_for: Annotated[str, Long("What speaks for that size", privacy=Privacy.OPEN)] = ""
    size_against: Annotated[str, Long("What speaks against it", privacy=Privacy.OPEN)] = ""
    leader_reason: Annotated[
        str,
        Long(
            "Why somebody other than the principal leads",
            hint="The model gives this role to the principal",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    union_dialogue: Annotated[
        str, Long("Dialogue with the unions", hint="When, with whom, and what came out of it", privacy=Privacy.OPEN)
    ] = ""


@noun(
    "existing_group",
    one="Other group at the school",
    many="Other groups at the school",
    page="work_group",
    use=Use(
        part="groups",
        purpose="The groups you have already, and what becomes of them.",
        new="New group",
        items=("F2-14",),
        columns=("decision", "freed", "semester"),
        order=("name",),
        filters=("decision",),
        starters=("Plan group", "Special-needs team"),
    ),
)
class ExistingGroup(Record, frozen=True):
    """A group that the school already has, and what becomes of it."""

    name: Annotated[
        str, Short("Group", hint="For example the plan group or the special-needs team", privacy=Privacy.OPEN)
    ] = ""
    decision: Annotated[
        str,
        Choice(
            "What becomes of it",
            (
                Option("keep", "Stays as it is"),
                Option("merge", "Is merged with the work group"),
                Option("replace", "Is replaced by the work group"),
                Option("gives_time", "Gives up some time"),
                Option("becomes", "Becomes the work group"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    freed: Annotated[
        int | None, Minutes("Minutes freed each semester", hint="Such as 90, or 1:30", privacy=Privacy.OPEN)
    ] = None
    semester: Annotated[str, SemesterField("From semester", privacy=Privacy.OPEN)] = ""
    reason: Annotated[str, Long("Why", privacy=Privacy.OPEN)] = ""


@noun(
    "partner",
    one="External partner",
    many="External partners",
    page="work_group",
    use=Use(
        part="partners",
        purpose="Those outside who support you, with what and for how long.",
        new="New partner",
        items=("F0-04", "F2-15", "F2-16", "F3-13", "F4-03"),
        columns=("kind", "mode", "withdraws"),
        order=("name",),
        filters=("kind", "mode"),
        over="withdraws",
        over_heading="Have withdrawn",
        begins=(
            Begin(new="Municipal resource person", values=(("kind", "resource_person"),)),
            Begin(new="Contact person at a university or college", values=(("kind", "university"),)),
            Begin(new="External with regular touchpoints", values=(("mode", "close"),)),
        ),
    ),
)
class Partner(Record, frozen=True):
    """An organisation that supports the school, for how long and how."""

    name: Annotated[str, Short("Partner", hint="The organisation, not a person", privacy=Privacy.OPEN)] = ""
    kind: Annotated[
        str,
        Choice(
            "Kind of partner",
            (
                Option("university", "University or college partner"),
                Option("resource_person", "Municipal resource person"),
                Option("ppt", "PPT"),
                Option("health", "School health service"),
                Option("fau", "Parents (FAU)"),
                Option("owner", "School owner"),
                Option("other", "Other"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    mode: Annotated[
        str,
        Choice(
            "How", (Option("inside", "In the group"), Option("close", "In close cooperation")), privacy=Privacy.OPEN
        ),
    ] = ""
    contact: Annotated[str, Short("Contact person", privacy=Privacy.PERSON, names=True)] = ""
    support: Annotated[str, Long("What they help with", privacy=Privacy.OPEN)] = ""
    touchpoints: Annotated[
        str, Short("Regular touchpoints", hint="For example the first Tuesday of each month", privacy=Privacy.OPEN)
    ] = ""
    withdraws: Annotated[str, Date("Withdraws", privacy=Privacy.OPEN)] = ""
    takes_over: Annotated[str, Short("Who takes over", privacy=Privacy.OPEN)] = ""
    first_month: Annotated[
        str,
        Long(
            "The first month alone",
            hint="What is done without them, and how it is noticed that it works",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    roles: Annotated[str, Long("Their part in each phase", privacy=Privacy.OPEN)] = ""
    hours_asked: Annotated[int | None, Number("Hours asked for each semester", privacy=Privacy.OPEN)] = None
    hours_possible: Annotated[int | None, Number("Hours they can give", privacy=Privacy.OPEN)] = None
    mandate_organisation: Annotated[str, Long("PPT: support for developing the organisation", privacy=Privacy.OPEN)] = (
        ""
    )
    mandate_knowledge: Annotated[str, Long("PPT: support for developing knowledge", privacy=Privacy.OPEN)] = ""
    interval: Annotated[int | None, Number("Weeks between touchpoints", privacy=Privacy.OPEN)] = None
    remains: Annotated[str, Long("Contact that remains afterwards", privacy=Privacy.OPEN)] = ""
    remains_with: Annotated[str, Short("With whom", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    remains_often: Annotated[str, Short("How often", privacy=Privacy.OPEN)] = ""


@noun(
    "withdrawal_step",
    one="Step of the withdrawal",
    many="Steps of the withdrawal",
    page="work_group",
    use=Use(columns=("due",), done="done", suggests=("responsible",)),
)
class WithdrawalStep(Record, frozen=True):
    """One step on the way to doing without a partner; done when `done` has a day."""

    partner: Annotated[str, Reference("Partner", "partner", parent=True, hidden=True, privacy=Privacy.OPEN)] = ""
    what: Annotated[str, Short("Step", hint="Such as: the group leads the meeting itself", privacy=Privacy.OPEN)] = ""
    responsible: Annotated[str, Short("Responsible", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    due: Annotated[str, Date("Due", expects="ahead", surfaces="due", settled_by="done", privacy=Privacy.OPEN)] = ""
    done: Annotated[str, Date("Done on", expects="past", privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


WORK_GROUP_ID = "work_group"
