"""What a school says of itself."""

from typing import Annotated

from fosdesk.domain.fields import AtItem, Choice, Long, Option, Privacy, Record, SemesterField, Short, Use, noun


@noun(
    "school_profile",
    one="About the school",
    many="About the school",
    page="settings",
    use=Use(
        items=("F0-02", "F0-05", "F2-04"),
        at_items=(
            AtItem("F0-02", "school", ("inclusion",)),
            AtItem("F0-05", "school", ("start", "pace")),
            AtItem("F2-04", "school", ("direction", "left_out")),
        ),
    ),
)
class SchoolProfile(Record, frozen=True):
    """The one record with id «school»: name, pace, names of the phases, and the direction."""

    name: Annotated[str, Short("Name of the school", privacy=Privacy.OPEN)] = ""
    municipality: Annotated[str, Short("Municipality", privacy=Privacy.OPEN)] = ""
    collaboration: Annotated[
        str,
        Short("Region or collaboration", hint="What you call the collaboration you are part of", privacy=Privacy.OPEN),
    ] = ""
    start: Annotated[str, SemesterField("Start semester", privacy=Privacy.OPEN)] = ""
    pace: Annotated[
        str,
        Choice(
            "Pace",
            (Option("steady", "Usual pace"), Option("calm", "Calm pace"), Option("original", "The original plan")),
            hint="None of them is right or wrong, and everything can be changed later",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    naming: Annotated[
        str,
        Choice(
            "Names of the phases",
            (Option("text", "As in the framework text"), Option("plan", "As in the milestone plan")),
            privacy=Privacy.OPEN,
            hint="The milestone plan has three phases: initiation, implementation and institutionalisation, the "
            "maintenance phase. Here implementation stands for phases 2 and 3, and institutionalisation for phase 4.",
        ),
    ] = ""
    direction: Annotated[
        str, Short("Our direction", hint="One sentence that everyone can remember", privacy=Privacy.OPEN)
    ] = ""
    left_out: Annotated[
        str, Long("What we leave out", hint="What you have chosen not to work with now", privacy=Privacy.OPEN)
    ] = ""
    inclusion: Annotated[str, Long("What an inclusive learning environment means here", privacy=Privacy.OPEN)] = ""
    how_we_think: Annotated[
        str, Long("How we think here", hint="What you build on when you choose and say no", privacy=Privacy.OPEN)
    ] = ""


PROFILE_ID = "school"
DIRECTION_FIELDS = ("direction", "left_out", "inclusion", "how_we_think")  # what is written on the page Direction
