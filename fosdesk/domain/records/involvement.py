"""What staff, pupils, parents and unions say, need and expect, and what came of it."""

from typing import Annotated

from fosdesk.domain.fields import (
    Begin,
    Choice,
    Date,
    Long,
    Minutes,
    Option,
    Order,
    Privacy,
    Record,
    Reference,
    SemesterField,
    Short,
    SubList,
    Use,
    noun,
)

INVOLVED_OPTIONS = (
    Option("staff", "Staff"),
    Option("parents", "Parents"),
    Option("pupils", "Pupils"),
    Option("unions", "Union representatives"),
    Option("safety_representative", "Safety representative"),
    Option("others", "Others"),
)


@noun(
    "need",
    one="Need",
    many="Needs",
    title="text",
    page="involvement",
    use=Use(
        part="needs",
        purpose="What staff, pupils and parents say that they need, gathered in heaps.",
        new="New need",
        items=("F1-02", "F1-03", "F1-04"),
        columns=("cluster", "when", "change", "competence"),
        group="cluster",
        filters=("when", "change", "competence"),
        suggests=("cluster", "source"),
        letter="N",
        board="cluster",
    ),
)
class Need(Record, frozen=True):
    """Something that somebody needs; needs with the same `cluster` belong together."""

    text: Annotated[str, Long("Need", hint="A line is enough, and no names", privacy=Privacy.OPEN)] = ""
    cluster: Annotated[str, Short("Heap", hint="Needs with the same name here lie together", privacy=Privacy.OPEN)] = ""
    when: Annotated[str, Choice("When", (Option("now", "Now"), Option("later", "Later")), privacy=Privacy.OPEN)] = ""
    change: Annotated[
        str,
        Choice(
            "Better or different",
            (Option("better", "Do better what we do"), Option("different", "Do it differently")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    competence: Annotated[
        str,
        Choice(
            "Build on or bring in",
            (Option("build_on", "Build on what we know"), Option("bring_in", "Bring in something new")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    source: Annotated[
        str, Short("Where it comes from", hint="Title, place and date of the source", privacy=Privacy.OPEN)
    ] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun(
    "question",
    one="Question or objection",
    many="Questions and objections",
    title="text",
    page="involvement",
    use=Use(
        part="questions",
        purpose="What people ask and object, what you answered, and what it changed.",
        new="New question or objection",
        items=("F1-05", "F1-10"),
        columns=("kind", "from_group", "answered"),
        order=("answered",),
        filters=("kind",),
        done="answered",
        left="{n} not answered",
        suggests=("from_group",),
        letter="I",
    ),
)
class Question(Record, frozen=True):
    """A question, objection or worry; answered when `answered` has a day."""

    text: Annotated[
        str, Long("What is asked or objected", hint="In their words, and no names", privacy=Privacy.OPEN)
    ] = ""
    kind: Annotated[
        str,
        Choice(
            "Kind",
            (Option("question", "Question"), Option("objection", "Objection"), Option("worry", "Worry")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    from_group: Annotated[str, Short("From", hint="A group rather than a name", privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("Asked on", expects="past", privacy=Privacy.OPEN)] = ""
    meeting: Annotated[str, Reference("Meeting", "meeting", privacy=Privacy.OPEN)] = ""
    answer: Annotated[str, Long("Answer", privacy=Privacy.OPEN)] = ""
    answered: Annotated[str, Date("Answered on", after="day", expects="past", privacy=Privacy.OPEN)] = ""
    changed: Annotated[str, Long("What it changed", privacy=Privacy.OPEN)] = ""


@noun(
    "involvement",
    one="Conversation or involvement",
    many="Who has taken part",
    page="involvement",
    use=Use(
        part="involved",
        purpose="Who has been asked and heard, what they decided themselves, and what changed.",
        new="New conversation",
        items=("F1-11", "F2-01", "F2-02", "F2-03", "F2-13"),
        at_first=(
            ("F1-11", "who", "unions"),
            ("F1-11", "kind", "consultation"),
            ("F2-01", "who", "staff"),
            ("F2-02", "who", "pupils"),
            ("F2-03", "who", "parents"),
            ("F2-13", "who", "unions"),
            ("F2-13", "kind", "consultation"),
        ),
        columns=("day", "who", "kind"),
        order=("-day",),
        filters=("who", "kind"),
        begins=(
            Begin(new="Talk with parents", values=(("who", "parents"),)),
            Begin(new="Talk with pupils", values=(("who", "pupils"),)),
        ),
        sub_lists=(
            SubList(
                part="consultations",
                many="Consultation (drøfting)",
                purpose="What was consulted about and negotiated with the unions and the safety representative: what "
                "they said, what was agreed, and what is still open. A seat in the group does not replace it.",
                new="New consultation (drøfting)",
                where=(("who", ("unions", "safety_representative")), ("kind", ("consultation", "negotiation"))),
                values=(("who", "unions"), ("kind", "consultation")),
            ),
        ),
    ),
)
class Involvement(Record, frozen=True):
    """One occasion on which a group took part; what unions said is a person field of its own."""

    what: Annotated[str, Short("What it was about", privacy=Privacy.OPEN)] = ""
    who: Annotated[str, Choice("Who", INVOLVED_OPTIONS, privacy=Privacy.OPEN)] = ""
    kind: Annotated[
        str,
        Choice(
            "Kind",
            (
                Option("conversation", "Conversation"),
                Option("work_together", "Work together"),
                Option("information", "Information"),
                Option("consultation", "Consultation with unions (drøfting)"),
                Option("negotiation", "Negotiation with unions (forhandling)"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    day: Annotated[str, Date("Date", surfaces="happens", privacy=Privacy.OPEN)] = ""
    meeting: Annotated[str, Reference("Meeting", "meeting", privacy=Privacy.OPEN)] = ""
    way: Annotated[
        str,
        Long(
            "How they took part", hint="In a way that fits those who take part, such as their age", privacy=Privacy.OPEN
        ),
    ] = ""
    said: Annotated[
        str, Long("What they said", hint="What the unions said has a field of its own", privacy=Privacy.OPEN)
    ] = ""
    unions_said: Annotated[str, Long("What the unions said", privacy=Privacy.PERSON)] = ""
    decided: Annotated[str, Long("What they decided themselves", privacy=Privacy.OPEN)] = ""
    agreed: Annotated[str, Long("What was agreed", privacy=Privacy.OPEN)] = ""
    still_open: Annotated[str, Long("What is still open", privacy=Privacy.OPEN)] = ""
    changed: Annotated[str, Long("What it changed", privacy=Privacy.OPEN)] = ""
    taking_part: Annotated[str, Long("Those who took part", privacy=Privacy.PERSON)] = ""


@noun(
    "gain_and_demand",
    one="Gain or demand",
    many="What it gives and demands",
    title="text",
    page="involvement",
    use=Use(
        part="gains",
        purpose="What people may gain, what is hard today, and what the work demands of time and effort.",
        new="New gain or demand",
        items=("F0-03", "F1-06", "F1-07", "F1-08"),
        at_first=(
            ("F0-03", "kind", "culture_today"),
            ("F1-06", "kind", "demand"),
            ("F1-07", "kind", "gain"),
            ("F1-08", "kind", "challenge_today"),
        ),
        columns=("for_whom", "semester", "minutes"),
        group="kind",
        filters=("kind",),
        suggests=("for_whom",),
        matrix=("for_whom", "kind"),
    ),
)
class GainAndDemand(Record, frozen=True):
    """One thing that the work gives or demands, or one trait of the culture today or as it is wanted."""

    text: Annotated[str, Long("In your words", privacy=Privacy.OPEN)] = ""
    kind: Annotated[
        str,
        Choice(
            "Kind",
            (
                Option("gain", "What one may gain"),
                Option("challenge_today", "What is hard today"),
                Option("culture_today", "How things are done today"),
                Option("culture_wanted", "How we want things to be done"),
                Option("demand", "What it demands"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    for_whom: Annotated[str, Short("For whom", hint="A group rather than a name", privacy=Privacy.OPEN)] = ""
    semester: Annotated[str, SemesterField("Semester", privacy=Privacy.OPEN)] = ""
    minutes: Annotated[int | None, Minutes("Minutes each semester", privacy=Privacy.OPEN)] = None
