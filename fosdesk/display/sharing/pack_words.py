"""Words for experience packs: what a pack is called, and its topics."""

from collections.abc import Mapping

from fosdesk.domain.school import School
from fosdesk.domain.values.pack_ids import is_pack
from fosdesk.words import Words


def school_called(words: Words, school: School, nameless: str) -> str:
    """What a school is called; `nameless`, in words, where it has no name."""
    name = " ".join(school.profile.name.split())
    if is_pack(school.id):
        return words("Experiences from {school}", school=name) if name else words("Experiences from another school")
    return name or nameless


def topic_words(words: Words) -> Mapping[str, str]:
    """The topics of a pack by their keys, in the order in which they are told."""
    return {
        "direction": words("Direction and core components"),
        "beginning": words("How the work began"),
        "helped": words("What helped and what hindered"),
        "time": words("Time, and what gave way"),
        "methods": words("Ways of working and learning activities"),
        "cards": words("Experiences that are shared"),
        "own_words": words("The description of choices"),
    }
