"""What the members of the work group meant about an entry; the principal decides."""

from collections.abc import Mapping

from fosdesk.domain.records import Membership, Person, Vote
from fosdesk.domain.school import School

STANCES = ("for", "against", "abstains")


def vote_id(entry_id: str, person_id: str) -> str:
    """The id of a member's vote on an entry, the same on every laptop."""
    return f"vote:{entry_id}:{person_id}"


def voters(school: School, entry_id: str) -> tuple[Person, ...]:
    """Who may have a line: the members of the group, and whoever has voted and is in it no more."""
    ids = dict.fromkeys(one.person for one in school.of(Membership) if one.standing == "member" and one.person)
    ids.update(dict.fromkeys(one.person for one in votes_on(school).get(entry_id, ())))
    people = (school.find(one) for one in ids)
    return tuple(one for one in people if isinstance(one, Person))


def votes_on(school: School) -> Mapping[str, list[Vote]]:
    """The votes with anything in them, by the id of their entry."""
    return school.cached(_votes_on, Vote)


def _votes_on(school: School) -> dict[str, list[Vote]]:
    found: dict[str, list[Vote]] = {}
    for vote in school.of(Vote):
        if vote.parent and (vote.stance or vote.why.strip()):
            found.setdefault(vote.parent, []).append(vote)
    return found


def counts_on(school: School, entry_id: str) -> tuple[int, ...]:
    """How many voted for, against, and abstained."""
    stances = [one.stance for one in votes_on(school).get(entry_id, ())]
    return tuple(stances.count(one) for one in STANCES)
