"""What came to the school, what was let in and what was kept out, and how it was translated."""

from typing import Annotated

from fosdesk.domain.fields import (
    Choice,
    Date,
    Long,
    Option,
    Order,
    Privacy,
    Record,
    Reference,
    Short,
    Use,
    YesNo,
    noun,
)

KIND_OPTIONS = (
    Option("theory", "Theory"),
    Option("research", "Research"),
    Option("literature", "Literature"),
    Option("perspective", "Perspective"),
    Option("opinion", "Opinion"),
    Option("advice", "Advice"),
)
DECISION_OPTIONS = (
    Option("admitted", "Taken in"),
    Option("adapted", "Taken in with changes"),
    Option("parked", "Parked"),
    Option("kept_out", "Kept outside"),
    Option("undecided", "Not decided"),
)
BALANCE_OPTIONS = (
    Option("challenge", "Challenges only"),
    Option("more_challenge", "Challenges more than it creates optimism"),
    Option("both", "Does both"),
    Option("more_optimism", "Creates optimism more than it challenges"),
    Option("optimism", "Creates optimism only"),
)
PUBLICATION_OPTIONS = (
    Option("article", "Journal article"),
    Option("book", "Book"),
    Option("chapter", "Chapter in a book"),
    Option("report", "Report"),
    Option("thesis", "Doctoral thesis"),
    Option("masters", "Master's thesis"),
    Option("web", "Web page"),
    Option("newspaper", "Newspaper article"),
    Option("talk", "Talk"),
)
LOOK_OPTIONS = (Option("yes", "Yes"), Option("partly", "Partly"), Option("no", "No"))
# What is printed of a publication beside its people, its year, and what it is in.
PRINTED = ("volume", "issue", "pages", "publisher", "edition", "doi", "isbn", "address")
LOOKS = ("look_need", "look_fit", "look_capacity", "look_evidence", "look_usability", "look_support")


@noun(
    "gate_entry",
    one="Gatekeeping entry",
    many="Gatekeeping log",
    page="gatekeeping",
    use=Use(
        part="log",
        purpose="What comes to the school from outside, what you answer, and why.",
        new="New entry",
        items=("F3-03", "F3-04", "F3-05", "F3-06", "F3-14", "F4-08", "F4-09"),
        columns=("decision", "came", "kind", "brought_by"),
        order=("-came",),
        filters=("decision", "kind", "points_to"),
        waits=("decision", "", "undecided"),
        left="{n} not decided",
        letter="G",
        now=("came",),
    ),
)
class GateEntry(Record, frozen=True):
    """Something that somebody wants the school to take in, and what the principal decided with the work group."""

    what: Annotated[str, Short("What", privacy=Privacy.OPEN)] = ""
    kind: Annotated[str, Choice("Kind", KIND_OPTIONS, privacy=Privacy.OPEN)] = ""
    source: Annotated[str, Short("Source", hint="Author, title, year or place", privacy=Privacy.OPEN)] = ""
    brought_by: Annotated[str, Short("Brought by", hint="A role, not a name", privacy=Privacy.OPEN)] = ""
    came: Annotated[str, Date("Came in", expects="past", privacy=Privacy.OPEN)] = ""
    planned: Annotated[bool, YesNo("Planned input", privacy=Privacy.OPEN)] = False
    authors: Annotated[str, Short("Authors", hint="Last name, First name; next author", privacy=Privacy.OPEN)] = ""
    year: Annotated[str, Short("Year", privacy=Privacy.OPEN)] = ""
    publication: Annotated[str, Choice("Form of publication", PUBLICATION_OPTIONS, privacy=Privacy.OPEN)] = ""
    published_in: Annotated[
        str, Short("Published in", hint="Journal, book, newspaper or website", privacy=Privacy.OPEN)
    ] = ""
    editors: Annotated[str, Short("Editors", privacy=Privacy.OPEN)] = ""
    volume: Annotated[str, Short("Volume", privacy=Privacy.OPEN)] = ""
    issue: Annotated[str, Short("Issue", privacy=Privacy.OPEN)] = ""
    pages: Annotated[str, Short("Pages", privacy=Privacy.OPEN)] = ""
    publisher: Annotated[str, Short("Publisher", privacy=Privacy.OPEN)] = ""
    edition: Annotated[str, Short("Edition", privacy=Privacy.OPEN)] = ""
    doi: Annotated[str, Short("DOI", privacy=Privacy.OPEN)] = ""
    isbn: Annotated[str, Short("ISBN", privacy=Privacy.OPEN)] = ""
    address: Annotated[str, Short("Web address", privacy=Privacy.OPEN)] = ""
    abstract: Annotated[str, Long("Abstract", privacy=Privacy.OPEN)] = ""
    from_file: Annotated[
        str, Long("More from the file", hint="What the file said besides, as it stood there", privacy=Privacy.OPEN)
    ] = ""
    file_notes: Annotated[str, Long("Notes from the file", privacy=Privacy.PRIVATE)] = ""
    look_need: Annotated[str, Choice("Need", LOOK_OPTIONS, privacy=Privacy.OPEN)] = ""
    look_fit: Annotated[str, Choice("Fit", LOOK_OPTIONS, privacy=Privacy.OPEN)] = ""
    look_capacity: Annotated[str, Choice("Capacity", LOOK_OPTIONS, privacy=Privacy.OPEN)] = ""
    look_evidence: Annotated[str, Choice("Evidence", LOOK_OPTIONS, privacy=Privacy.OPEN)] = ""
    look_usability: Annotated[str, Choice("Usability", LOOK_OPTIONS, privacy=Privacy.OPEN)] = ""
    look_support: Annotated[str, Choice("Support", LOOK_OPTIONS, privacy=Privacy.OPEN)] = ""
    outside_focus: Annotated[bool, YesNo("Outside the focus", privacy=Privacy.OPEN)] = False
    replaces: Annotated[str, Reference("Takes up again or replaces", "gate_entry", privacy=Privacy.OPEN)] = ""
    points_to: Annotated[
        str,
        Choice(
            "Points to",
            (
                Option("direction", "Our direction"),
                Option("component", "A core component"),
                Option("outside", "Something else"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    component: Annotated[str, Reference("Core component", "core_component", privacy=Privacy.OPEN)] = ""
    decision: Annotated[str, Choice("Decision", DECISION_OPTIONS, privacy=Privacy.OPEN)] = ""
    principal_signed: Annotated[
        str, Date("Signed by the principal", after="signed", expects="past", privacy=Privacy.OPEN)
    ] = ""
    principal_signed_decision: Annotated[
        str, Choice("Decision that the principal signed", DECISION_OPTIONS, hidden=True, privacy=Privacy.OPEN)
    ] = ""
    reason: Annotated[str, Long("Why", privacy=Privacy.OPEN)] = ""
    signed_by: Annotated[str, Short("Decided by (role)", privacy=Privacy.OPEN)] = ""
    signed: Annotated[str, Date("Decided on", after="came", expects="past", privacy=Privacy.OPEN)] = ""
    revisit: Annotated[
        str,
        Date(
            "Look at it again",
            after="came",
            expects="ahead",
            surfaces="revisit",
            settled_by="signed",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    reply: Annotated[str, Long("Reply to whoever brought it", privacy=Privacy.OPEN)] = ""
    replied: Annotated[str, Date("Replied on", after="came", expects="past", privacy=Privacy.OPEN)] = ""


@noun("gate_reason", one="Reason", many="Reasons", page="gatekeeping")
class GateReason(Record, frozen=True):
    """One short reason on an entry; the chips offered are those that the school has used before."""

    text: Annotated[str, Short("Reason", privacy=Privacy.OPEN)] = ""
    parent: Annotated[str, Reference("Entry", "gate_entry", parent=True, hidden=True, privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun("vote", one="Vote", many="Votes", title="person", page="gatekeeping")
class Vote(Record, frozen=True):
    """What one member of the work group meant about an entry; id «vote:<entry>:<person>». The principal decides."""

    person: Annotated[str, Reference("Person", "person", privacy=Privacy.PERSON)] = ""
    stance: Annotated[
        str,
        Choice(
            "Vote",
            (Option("for", "For"), Option("against", "Against"), Option("abstains", "Abstains")),
            privacy=Privacy.PERSON,
        ),
    ] = ""
    why: Annotated[str, Short("Why", privacy=Privacy.PERSON)] = ""
    # As personal as the rest: the bare number of votes on an entry would say how many there were.
    parent: Annotated[str, Reference("Entry", "gate_entry", parent=True, hidden=True, privacy=Privacy.PERSON)] = ""


@noun(
    "translation_note",
    one="Translation note",
    many="Translations",
    page="gatekeeping",
    title="kept",
    use=Use(
        part="translations",
        purpose="How what you take in becomes your own: the source and the school side by side.",
        new="New translation",
        line_makes="gate_entry",  # what a translation is of
        items=("F3-07", "F3-08"),
        suggests=("tried_with",),
    ),
)
class TranslationNote(Record, frozen=True):
    """How something that was let in becomes the school's own; id «translation:<entry id>»."""

    essential_source: Annotated[str, Long("What is essential in the source", privacy=Privacy.OPEN)] = ""
    essential_here: Annotated[str, Long("What is essential here", privacy=Privacy.OPEN)] = ""
    not_lost_source: Annotated[str, Long("What of the source must not be lost", privacy=Privacy.OPEN)] = ""
    not_lost_here: Annotated[str, Long("What of our own must not be lost", privacy=Privacy.OPEN)] = ""
    source_words: Annotated[str, Long("The words of the source", privacy=Privacy.OPEN)] = ""
    our_words: Annotated[str, Long("Our own words", privacy=Privacy.OPEN)] = ""
    source_asks: Annotated[str, Long("What one does in the source", privacy=Privacy.OPEN)] = ""
    monday: Annotated[str, Long("What changes on Monday", privacy=Privacy.OPEN)] = ""
    kept: Annotated[str, Long("Unchanged", privacy=Privacy.OPEN)] = ""
    added: Annotated[str, Long("Added", privacy=Privacy.OPEN)] = ""
    left_out: Annotated[str, Long("Left out", privacy=Privacy.OPEN)] = ""
    reshaped: Annotated[str, Long("Reshaped", privacy=Privacy.OPEN)] = ""
    way: Annotated[
        str,
        Choice(
            "Beside what we have",
            (
                Option("replaces", "Replaces it"),
                Option("integrated", "Is built into it"),
                Option("addition", "Comes in addition"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    existing: Annotated[str, Short("What we have from before", privacy=Privacy.OPEN)] = ""
    challenge: Annotated[str, Long("What challenges", privacy=Privacy.OPEN)] = ""
    balance: Annotated[str, Choice("Challenge and optimism", BALANCE_OPTIONS, privacy=Privacy.OPEN)] = ""
    optimism: Annotated[str, Long("What creates optimism", privacy=Privacy.OPEN)] = ""
    tried_with: Annotated[str, Short("Tried with", hint="Two or three colleagues, as roles", privacy=Privacy.OPEN)] = ""
    tried: Annotated[str, Date("Tried on", expects="past", privacy=Privacy.OPEN)] = ""
    feedback: Annotated[str, Long("What they said", hint="No names", privacy=Privacy.OPEN)] = ""
    standing: Annotated[
        str,
        Choice(
            "Where it stands",
            (
                Option("draft", "Is being written"),
                Option("trying", "Is being tried"),
                Option("ours", "Has become our own"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    # Before `balance` there were these two; they are shown where somebody ticked them.
    challenges: Annotated[bool, YesNo("It challenges us", privacy=Privacy.OPEN)] = False
    encourages: Annotated[bool, YesNo("It makes us believe that we can", privacy=Privacy.OPEN)] = False


@noun(
    "core_component",
    one="Core component",
    many="Core components",
    page="direction",
    use=Use(
        part="components",
        purpose="What must be there for the work to be your own, and what it looks like in practice.",
        new="New core component",
        items=("F2-06", "F3-09", "F3-10"),
    ),
)
class CoreComponent(Record, frozen=True):
    """What must be there for the work to be the school's own inclusive learning environment; never predefined."""

    name: Annotated[str, Short("Core component", privacy=Privacy.OPEN)] = ""
    why: Annotated[str, Long("Why it matters here", privacy=Privacy.OPEN)] = ""
    looks_like: Annotated[str, Long("What it looks like in practice", privacy=Privacy.OPEN)] = ""
    not_this: Annotated[str, Long("What it is not", privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""
