"""The words of what comes round in a school year: title, ring and months or day."""

from collections.abc import Sequence

from fosdesk.display.record_words import months_words
from fosdesk.display.time_words import school_year_words
from fosdesk.display.timeline_words import TimelineWords
from fosdesk.domain.records import SchoolCalendar
from fosdesk.domain.rules.plan.year_wheel import RINGS, Ring, WheelItem
from fosdesk.domain.values.months import stored_months
from fosdesk.words import Words


def ring_words(words: Words, ring: Ring) -> str:
    """The name of a ring."""
    return {
        "deadlines": words("Fixed dates"),
        "routines": words("Routines"),
        "talks": words("Regular talks"),
        "reviews": words("Evaluations"),
        "meetings": words("Meetings"),
    }[ring]


class WheelWords(TimelineWords):
    """The words for one school; private titles are never told."""

    def _titled(self, record_id: str) -> str:
        """A planning day without a name is called just that."""
        record = self._school.find(record_id)
        if isinstance(record, SchoolCalendar):
            return record.name or self._words("Planning day")
        return super()._titled(record_id)

    def at(self, one: WheelItem) -> str:
        """The months or the day."""
        if one.day:
            return self._words.short_date(one.day)
        return months_words(self._words, stored_months(one.months))

    def told(self, one: WheelItem) -> str:
        """All of it in one line."""
        said = (ring_words(self._words, one.ring), self.title(one.record), self.at(one))
        return " · ".join(" ".join(part.split()) for part in said if part)

    def about_wheel(self, items: Sequence[WheelItem], year: int) -> str:
        """What the drawing of these shows, in a sentence; the table beside it tells each of them."""
        counts = [(ring, sum(one.ring == ring for one in items)) for ring in RINGS]
        said = [f"{ring_words(self._words, ring).lower()}: {n}" for ring, n in counts if n]
        name = self._words("Year wheel for {year}.", year=school_year_words(year))
        return f"{name} {'; '.join(said).capitalize()}." if said else name
