"""Records of any noun in any number, made from the noun's definition alone; each its own, in believable lengths."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from fosdesk.domain.fields import (
    NOUNS,
    AnyReference,
    Choice,
    ClockTime,
    Date,
    Field,
    Long,
    Months,
    Noun,
    Number,
    Order,
    Record,
    Reference,
    Scalar,
    SemesterField,
    Short,
    YesNo,
)

PARENTS = 100  # that as many children are spread over
FIRST = date(2026, 8, 17)
SAID = ("Ring PPT om oppfølging", "Bestill rom til fellestid", "Skriv til FAU", "Les rapporten før neste møte")
MORE = (
    "Vi valgte å bruke den første fellestiden til å lese, og den neste til å fortelle hverandre om elever vi har "
    "lyktes med. Det tok lengre tid enn vi trodde, men samtalene ble bedre."
)
GROUPS = ("Rektor", "Inspektør", "Arbeidsgruppa", "Trinnleder", "SFO-leder", "Sosiallærer")


def records_of(noun: Noun, many: int, prefix: str = "b", above: tuple[Noun, ...] = ()) -> list[Record]:
    """As many records of the noun, behind the few that they point to; nothing points to what is `above` it."""
    above = (*above, noun)
    pointed: dict[str, Sequence[Record]] = {}
    for name, field in noun.fields.items():
        if isinstance(field, Reference) and field.target and NOUNS[field.target] not in above:
            some = PARENTS if name == noun.parent else 10
            if len(pointed.get(field.target, ())) < some:
                pointed[field.target] = records_of(NOUNS[field.target], some, f"{prefix}{field.target}-", above)
    links = {key: [one.id for one in some if type(one) is NOUNS[key].record] for key, some in pointed.items()}
    made = [noun.record(id=f"{prefix}{n}", **_values(noun, n, links)) for n in range(many)]
    return [*(one for some in pointed.values() for one in some), *made]


def _values(noun: Noun, n: int, links: dict[str, list[str]]) -> dict[str, Any]:
    shown = {
        name: field
        for name, field in noun.fields.items()
        if not field.hidden or isinstance(field, Order) or name == noun.parent
    }
    values = {name: value_of(field, n, links, at) for at, (name, field) in enumerate(shown.items())}
    done = noun.use.done
    if done in values and n % 3:  # most are not finished
        values[done] = noun.fields[done].blank
    return values


def value_of(field: Field, n: int, links: dict[str, list[str]], at: int = 0) -> Scalar:
    """What the n-th record has in a field, the one at this place among its noun's."""
    match field:
        case AnyReference():
            return f"answer:F1-{1 + n % 6:02}"
        case Reference():
            there = links.get(field.target, [""])
            return there[n % len(there)]
        case Order():
            return _place(n)
        case Choice():
            return field.options[(n + at) % len(field.options)].key
        case Date():
            return str(FIRST + timedelta(days=n * 7 % 400))
        case ClockTime():
            return f"{8 + n % 8:02}:{n % 4 * 15:02}"
        case SemesterField():
            return f"{2026 + n % 3}{'HV'[n % 2]}"
        case Months():
            return str(1 + n % 12)
        case YesNo():
            return n % 5 == 0
        case Number():
            return 5 + n % 85
        case Short():
            return f"Kari Nordmann {n}" if field.names else f"{SAID[n % 4]} {n}" if at == 0 else GROUPS[n % 6]
        case Long():
            return MORE
        case _:
            return field.blank


def _place(n: int) -> str:
    """A place in a list behind those of smaller numbers."""
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    return "".join(letters[n // 36**power % 36] for power in (3, 2, 1, 0)) + "i"
