"""What a school says of itself."""

from typing import Annotated

from fosdesk.domain.fields import Choice, Long, Option, Record, SemesterField, Short, noun


@noun("school_profile", one="About the school", many="About the school", page="settings")
class SchoolProfile(Record, frozen=True):
    """The one record with id «school»: name, pace, names of the phases, and the direction."""

    name: Annotated[str, Short("Name of the school")] = ""
    municipality: Annotated[str, Short("Municipality")] = ""
    collaboration: Annotated[
        str, Short("Region or collaboration", hint="What you call the collaboration you are part of")
    ] = ""
    start: Annotated[str, SemesterField("Start semester")] = ""
    pace: Annotated[
        str,
        Choice(
            "Pace",
            (Option("steady", "Usual pace"), Option("calm", "Calm pace"), Option("original", "The original plan")),
            hint="None of them is right or wrong, and everything can be changed later",
        ),
    ] = ""
    naming: Annotated[
        str,
        Choice(
            "Names of the phases",
            (Option("text", "As in the framework text"), Option("plan", "As in the milestone plan")),
        ),
    ] = ""
    direction: Annotated[str, Short("Our direction", hint="One sentence that everyone can remember")] = ""
    left_out: Annotated[str, Long("What we leave out", hint="What you have chosen not to work with now")] = ""
    inclusion: Annotated[str, Long("What an inclusive learning environment means here")] = ""


PROFILE_ID = "school"
