"""Other schools: networks, experiences that are given and harvested; and research on the work."""

from typing import Annotated

from fosdesk.domain.fields import (
    AtItem,
    Choice,
    Date,
    Long,
    Option,
    Privacy,
    Record,
    Reference,
    SemesterField,
    Short,
    Use,
    YesNo,
    noun,
)
from fosdesk.domain.records.phases_and_answers import PHASE_OPTIONS


@noun(
    "network",
    one="Network",
    many="Networks",
    page="schools",
    use=Use(
        part="networks",
        purpose="The schools that you learn together with, and what for.",
        new="New network",
        items=("F4-11",),
        columns=("basis", "reach"),
        filters=("basis", "reach"),
    ),
)
class Network(Record, frozen=True):
    """Schools that learn together."""

    name: Annotated[str, Short("Network", privacy=Privacy.OPEN)] = ""
    basis: Annotated[
        str,
        Choice(
            "What joins the schools",
            (Option("geography", "Where they are"), Option("theme", "What they work on")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    reach: Annotated[
        str,
        Choice(
            "Within or across",
            (Option("within", "Within the municipality"), Option("across", "Across municipalities")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    purpose: Annotated[str, Long("What it is for", privacy=Privacy.OPEN)] = ""
    schools: Annotated[str, Long("Schools", privacy=Privacy.OPEN)] = ""
    topic: Annotated[
        str, Short("Which area or theme", hint="What is near, or what you work on", privacy=Privacy.OPEN)
    ] = ""


@noun(
    "cohort",
    one="Group of schools",
    many="Groups of schools",
    page="schools",
    use=Use(
        part="cohorts",
        purpose="Which schools begin together, and on what condition the next ones begin.",
        new="New group of schools",
        items=("F4-13",),
        columns=("starts", "ours"),
        order=("starts",),
        starters=("The first group", "The next group"),
    ),
)
class Cohort(Record, frozen=True):
    """Schools that begin at the same time, and when they may."""

    name: Annotated[str, Short("Group of schools", privacy=Privacy.OPEN)] = ""
    starts: Annotated[str, SemesterField("Begins in", privacy=Privacy.OPEN)] = ""
    ours: Annotated[bool, YesNo("Our school is in it", privacy=Privacy.OPEN)] = False
    schools: Annotated[str, Long("Schools", privacy=Privacy.OPEN)] = ""
    condition: Annotated[str, Long("When it may begin", privacy=Privacy.OPEN)] = ""


PACK_ID = "experience_pack"


@noun(
    "experience_pack",
    one="Experience pack",
    many="Experience pack",
    title="greeting",
    page="schools",
    use=Use(
        part="pack",
        purpose="What you offer a school that begins.",
        items=("F4-13",),
        at_items=(AtItem("F4-13", PACK_ID, ("mentor",)),),
    ),
)
class ExperiencePack(Record, frozen=True):
    """What a school says to one that begins; the one record with id «experience_pack»."""

    greeting: Annotated[str, Long("To a school that is beginning", privacy=Privacy.OPEN)] = ""
    mentor: Annotated[
        str, Long("What is offered as a mentor", hint="Visits, conversations, how often", privacy=Privacy.OPEN)
    ] = ""
    advice: Annotated[str, Long("Advice to those who begin", privacy=Privacy.OPEN)] = ""
    reach: Annotated[
        str, Short("Where the school can be reached", hint="The school or a role, not a person", privacy=Privacy.OPEN)
    ] = ""


@noun(
    "experience_card",
    one="Experience",
    many="Experiences shared",
    page="schools",
    use=Use(
        part="experiences",
        purpose="What you gave to other schools, what you got from them, and what you offer.",
        new="New experience",
        items=("F4-12", "F4-13"),
        columns=("kind", "with_whom", "day"),
        order=("-day",),
        filters=("kind",),
        suggests=("with_whom",),
        board="kind",
    ),
)
class ExperienceCard(Record, frozen=True):
    """One experience that was given, harvested or offered."""

    what: Annotated[str, Short("What", privacy=Privacy.OPEN)] = ""
    kind: Annotated[
        str,
        Choice(
            "Kind",
            (
                Option("given", "Given to others"),
                Option("harvested", "Got from others"),
                Option("offered", "Offered to a new school"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    with_whom: Annotated[str, Short("With whom", hint="The school, not a person", privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("Date", privacy=Privacy.OPEN)] = ""
    network: Annotated[str, Reference("Network", "network", privacy=Privacy.OPEN)] = ""
    text: Annotated[str, Long("What was learnt", privacy=Privacy.OPEN)] = ""
    entry: Annotated[str, Reference("In the gatekeeping log", "gate_entry", privacy=Privacy.OPEN)] = ""


@noun(
    "study",
    one="Study",
    many="Research",
    page="schools",
    use=Use(
        part="research",
        purpose="Those who study the work: what for, with which consent, and until when.",
        new="New study",
        items=("F1-15",),
        columns=("kind", "begins", "ends"),
        order=("begins",),
        filters=("kind", "run_by"),
        over="ends",
        over_heading="Ended",
        suggests=("institution",),
    ),
)
class Study(Record, frozen=True):
    """One study by researchers or students; who they are is a person field."""

    what: Annotated[str, Short("What is studied", privacy=Privacy.OPEN)] = ""
    run_by: Annotated[
        str,
        Choice(
            "Who it is by",
            (Option("researcher", "Researchers"), Option("student", "A student"), Option("own", "The school itself")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    institution: Annotated[str, Short("University or college", privacy=Privacy.OPEN)] = ""
    kind: Annotated[
        str,
        Choice(
            "Kind",
            (Option("observation", "Observation"), Option("interview", "Interview"), Option("survey", "Survey")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    purpose: Annotated[str, Long("What for", privacy=Privacy.OPEN)] = ""
    consent: Annotated[str, Long("Consent", privacy=Privacy.OPEN)] = ""
    notified: Annotated[str, Short("Notified to", hint="Whom the study is notified to", privacy=Privacy.OPEN)] = ""
    begins: Annotated[str, Date("Begins on", privacy=Privacy.OPEN)] = ""
    ends: Annotated[str, Date("Ends on", after="begins", expects="ahead", surfaces="ends", privacy=Privacy.OPEN)] = ""
    guide: Annotated[
        str,
        Long(
            "Guide",
            hint="What is asked or looked for, one thing a line; it can be printed with room to write",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    shared: Annotated[str, Long("What may be shared", privacy=Privacy.OPEN)] = ""
    who: Annotated[str, Short("Who studies it", privacy=Privacy.PERSON, names=True)] = ""
    supervisor: Annotated[str, Short("Supervisor", privacy=Privacy.PERSON, names=True)] = ""


@noun(
    "phase_experience",
    one="What helped or hindered",
    many="What helped and hindered",
    title="text",
    page="schools",
    use=Use(
        part="phase_experiences",
        purpose="What helped and what hindered the work in each phase.",
        new="New experience of a phase",
        columns=("phase", "kind", "day"),
        group="phase",
        filters=("phase", "kind"),
    ),
)
class PhaseExperience(Record, frozen=True):
    """One thing that helped or hindered the work in a phase."""

    text: Annotated[str, Long("What helped or hindered", privacy=Privacy.OPEN)] = ""
    kind: Annotated[
        str, Choice("Kind", (Option("helps", "Helps"), Option("hinders", "Hinders")), privacy=Privacy.OPEN)
    ] = ""
    phase: Annotated[str, Choice("Phase", PHASE_OPTIONS, privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("Date", expects="past", privacy=Privacy.OPEN)] = ""
