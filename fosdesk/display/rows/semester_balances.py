"""Effort against gain as its list shows it: one row for each semester, the latest first."""

from typing import Annotated

from fosdesk.domain.fields import Noun, Privacy, Record, SemesterField, Use, fields_of
from fosdesk.domain.records import Balance
from fosdesk.domain.school import School
from fosdesk.domain.values.semester import Semester

_BALANCE = fields_of(Balance)
_MOST = 40  # semesters back; a mistyped start must not make the list endless


class SemesterBalance(Record, frozen=True):
    """What was weighed in one semester; the id is that of the record."""

    semester: Annotated[str, SemesterField("Semester", privacy=Privacy.OPEN)] = ""
    effort: Annotated[str, _BALANCE["effort"]] = ""
    gain: Annotated[str, _BALANCE["gain"]] = ""
    adjust: Annotated[str, _BALANCE["adjust"]] = ""
    seen: Annotated[str, _BALANCE["seen"]] = ""


SEMESTER_BALANCES = Noun(
    "balance",
    SemesterBalance,
    one="Effort and gain",
    many="Effort and gain",
    title="semester",
    page="time",
    use=Use(columns=("effort", "gain", "adjust"), order=("-semester",)),
)


def semester_balances(school: School, today: str) -> tuple[SemesterBalance, ...]:
    """A row for each semester since the start of the work until now, and for each that was written of."""
    now = Semester.of_date(today)
    start = Semester.known(school.profile.start) or now
    since = [str(now.plus(-back)) for back in range(max(0, min(now.since(start), _MOST)) + 1)]
    written = [one.id.partition(":")[2] for one in school.of(Balance)]
    return tuple(_row(school, semester) for semester in dict.fromkeys((*since, *written)))


def _row(school: School, semester: str) -> SemesterBalance:
    stored = school.get(Balance, f"balance:{semester}")
    own = {name: getattr(stored, name) for name in ("effort", "gain", "adjust", "seen", "put_away")}
    return SemesterBalance(stored.id, semester=semester, **own)
