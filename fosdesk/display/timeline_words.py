"""The words of what stands on the time line: its title, when it is, and whether it is so or is meant to be."""

from collections.abc import Sequence

from fosdesk.display.phase_names import numbered_phase
from fosdesk.display.record_words import open_title
from fosdesk.display.time_words import who_words
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.plan.timeline import LANES, Lane, TimelineItem
from fosdesk.domain.school import School
from fosdesk.words import Words


def lane_words(words: Words, lane: Lane) -> str:
    """The name of a lane."""
    return {
        "phases": words("Phases"),
        "milestones": words("Milestones"),
        "meetings": words("Meetings"),
        "initiatives": words("Initiatives"),
        "evaluations": words("Evaluations"),
    }[lane]


class TimelineWords:
    """The words for one school; private titles are never told."""

    def __init__(self, words: Words, framework: Framework, school: School) -> None:
        self._words, self._framework, self._school = words, framework, school
        self._titles: dict[str, str] = {}

    def title(self, record_id: str) -> str:
        """What a record is about; a meeting without a name is called after those who meet."""
        if record_id not in self._titles:
            self._titles[record_id] = self._titled(record_id)
        return self._titles[record_id]

    def _titled(self, record_id: str) -> str:
        if record_id.startswith("phase:"):
            return numbered_phase(self._framework, self._school, record_id.partition(":")[2])
        record = self._school.find(record_id)
        if isinstance(record, Meeting):
            return record.what or who_words(self._words, Meeting, record.who) or self._words("Meeting")
        return open_title(self._words, self._framework, self._school, record_id)

    def when(self, one: TimelineItem) -> str:
        """The day, the semester or the span."""
        words = self._words
        if one.semester:
            return words.semester(one.semester)
        first = words.short_date(one.first)
        if not one.last or (one.lane == "phases" and one.marked):
            return words("from {date}", date=first)
        return (
            first if one.last == one.first else words("{first} to {last}", first=first, last=words.short_date(one.last))
        )

    def state(self, one: TimelineItem) -> str:
        """Whether it is so already, in a word that fits its lane."""
        words = self._words
        if not one.happened:
            return words("intended")
        return {
            "phases": words("in progress") if one.marked else words("completed"),
            "milestones": words("reached"),
            "meetings": words("held"),
            "initiatives": words("begun"),
            "evaluations": words("held"),
        }[one.lane]

    def line(self, one: TimelineItem) -> str:
        """All of it in one line."""
        said = (lane_words(self._words, one.lane), self.title(one.record), self.when(one), self.state(one))
        return " · ".join(" ".join(part.split()) for part in said if part)

    def summary(self, items: Sequence[TimelineItem], first: str, last: str) -> str:
        """What a drawing of these shows, in a sentence; the table beside it tells each of them."""
        words = self._words
        counts = [(lane, sum(one.lane == lane for one in items)) for lane in LANES]
        said = [f"{lane_words(words, lane).lower()}: {n}" for lane, n in counts if n]
        span = words("Time line from {first} to {last}.", first=first.lower(), last=last.lower())
        return f"{span} {'; '.join(said).capitalize()}." if said else span
