"""Plain questions that a school may begin with; they are our own, and tell no more than what people answer."""

from collections.abc import Mapping, Sequence

# English msgids; the first question gets the answers, and those below it have the same.
LEVELS = ("Does not fit", "Fits a little", "Fits quite well", "Fits completely")
PROPOSED: Mapping[str, Sequence[str]] = {
    "motivation": (
        "I want to take part in this work.",
        "I see what the pupils may gain from it.",
        "I have the time that my part takes.",
    ),
    "ownership": (
        "I can say in my own words what this work is about.",
        "I have been heard when I have said what I think.",
        "I have had a say in what is done.",
    ),
    "focus": (
        "I know what is to be worked on this semester.",
        "The pupils' learning environment is what the meetings are about.",
        "Other matters seldom push this work aside.",
    ),
    "establishment": (
        "I know what the group is asked to do.",
        "The group meets often enough to get on.",
        "It is easy to disagree in the group.",
        "The group has the time that it needs.",
    ),
    "translation": (
        "I can explain why something worked at another school.",
        "It is clear to me what must stay as it was, and what can be changed.",
        "I see in time when something does not suit this school.",
    ),
}
