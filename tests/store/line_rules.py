"""What people do with the agenda of a meeting: deleted with it, moved, and written in while somebody deletes it."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import AgendaLine
from fosdesk.domain.rules.children import children_of
from tests.store.store_copies import LINES, PARENT, SCHOOL, Copy

lines = st.sampled_from(LINES)
places = st.integers(0, 2)


def erased(copy: Copy) -> frozenset[str]:
    """The records that a copy takes no words in any more."""
    return copy.store.erased(SCHOOL).records


def belongs(copy: Copy, line: str) -> bool:
    """Whether a line says which meeting it is on the agenda of."""
    return copy.values(line, "meeting") == {PARENT}


class LineRules:
    """For the machine with three copies of a school."""

    def at(self, place: int) -> Copy:
        """A copy in which something may change."""
        raise NotImplementedError

    def merge(self, giver: int, taker: int) -> None:
        """One reads the other's file."""
        raise NotImplementedError

    @rule(place=places, other=places, line=lines)
    def delete_a_parent_while_a_line_is_written(self, place: int, other: int, line: str) -> None:
        """Both see the line in the meeting, and that one of them deleted it; and nothing where nothing was written."""
        mine, theirs = self.at(place), self.at(other)
        if place == other or {PARENT, line} & (erased(mine) | erased(theirs)):
            return
        self.merge(place, other)
        self.merge(other, place)
        mine.write(PARENT, "what", "a")
        mine.write(line, "what", "a")
        self.merge(place, other)
        if not all(belongs(copy, one) for copy in (mine, theirs) for one in {line, *LINES} & copy.alive()):
            return  # where the link to the meeting was erased
        theirs.write(line, "what", "b" if theirs.shown(line, "what") != "b" else "c")
        assert mine.delete_whole(PARENT) is not None
        assert not {PARENT, *LINES} & mine.alive()
        self.merge(place, other)
        self.merge(other, place)
        for copy in (mine, theirs):
            found = copy.school().find(line)
            assert isinstance(found, AgendaLine)
            assert found.meeting == PARENT
            assert copy.school().find(PARENT) is not None

    @rule(place=places)
    def delete_a_parent_and_undo(self, place: int) -> None:
        """All that belongs to it goes in one step, and comes back with exactly that."""
        copy = self.at(place)
        if {PARENT, *LINES} & erased(copy):
            return
        before = copy.picture()
        if copy.delete_whole(PARENT) is not None:
            assert copy.school().find(PARENT) is None
            if copy.undo():
                assert copy.picture() == before

    @rule(place=places, line=lines, before=st.sampled_from(("", *LINES)))
    def move(self, place: int, line: str, before: str) -> None:
        copy = self.at(place)
        there = [one.id for one in children_of(copy.school(), NOUNS["agenda_line"], PARENT)]
        if {*LINES} & erased(copy) or line not in there or before not in ("", *there) or line == before:
            return
        copy.move(line, before)
        rest = [one for one in there if one != line]
        rest.insert(rest.index(before) if before else len(rest), line)
        assert [one.id for one in children_of(copy.school(), NOUNS["agenda_line"], PARENT)] == rest
