"""What came to the school, what was let in and what was kept out, and how it was translated."""

from typing import Annotated

from fosdesk.domain.fields import Choice, Date, Long, Option, Order, Record, Reference, Short, YesNo, noun

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


@noun("gate_entry", one="Gatekeeping entry", many="Gatekeeping log", page="gatekeeping")
class GateEntry(Record, frozen=True):
    """Something that somebody wants the school to take in, and what the principal decided with the work group."""

    what: Annotated[str, Short("What")] = ""
    kind: Annotated[str, Choice("Kind", KIND_OPTIONS)] = ""
    source: Annotated[str, Short("Source", hint="Author, title, year or place")] = ""
    brought_by: Annotated[str, Short("Brought by", hint="A role, not a name")] = ""
    came: Annotated[str, Date("Came in")] = ""
    points_to: Annotated[
        str,
        Choice(
            "Points to",
            (
                Option("direction", "Our direction"),
                Option("component", "A core component"),
                Option("outside", "Something else"),
            ),
        ),
    ] = ""
    component: Annotated[str, Reference("Core component", "core_component")] = ""
    decision: Annotated[str, Choice("Decision", DECISION_OPTIONS)] = ""
    reason: Annotated[str, Long("Why")] = ""
    signed_by: Annotated[str, Short("Decided by (role)")] = ""
    signed: Annotated[str, Date("Decided on", after="came")] = ""
    revisit: Annotated[str, Date("Look at it again", after="came")] = ""
    reply: Annotated[str, Long("Reply to whoever brought it")] = ""
    replied: Annotated[str, Date("Replied on", after="came")] = ""


@noun("gate_reason", one="Reason", many="Reasons", page="gatekeeping")
class GateReason(Record, frozen=True):
    """One short reason on an entry; the chips offered are those that the school has used before."""

    text: Annotated[str, Short("Reason")] = ""
    parent: Annotated[str, Reference("Entry", "gate_entry", hidden=True)] = ""
    pos: Annotated[str, Order("Place", hidden=True)] = ""


@noun("translation_note", one="Translation note", many="Translation notes", page="gatekeeping", title="kept")
class TranslationNote(Record, frozen=True):
    """How something that was let in becomes the school's own; id «translation:<entry id>»."""

    kept: Annotated[str, Long("Unchanged")] = ""
    added: Annotated[str, Long("Added")] = ""
    left_out: Annotated[str, Long("Left out")] = ""
    reshaped: Annotated[str, Long("Reshaped")] = ""
    challenges: Annotated[bool, YesNo("It challenges us")] = False
    encourages: Annotated[bool, YesNo("It makes us believe that we can")] = False


@noun("core_component", one="Core component", many="Core components")
class CoreComponent(Record, frozen=True):
    """What must be there for the work to be the school's own inclusive learning environment; never predefined."""

    name: Annotated[str, Short("Core component")] = ""
    why: Annotated[str, Long("Why it matters here")] = ""
    looks_like: Annotated[str, Long("What it looks like in practice")] = ""
    not_this: Annotated[str, Long("What it is not")] = ""
    pos: Annotated[str, Order("Place", hidden=True)] = ""
