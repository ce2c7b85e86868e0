"""Months of every year, stored as «2,8,10», in the order of the school year, which begins in August."""

from collections.abc import Iterable

SCHOOL_YEAR = (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7)


def known_months(stored: str) -> tuple[int, ...]:
    """The months of a stored text, from August on; none where it is anything else."""
    parts = {part.strip() for part in stored.split(",")}
    if not all(part.isascii() and part.isdigit() and 1 <= int(part[:3]) <= 12 for part in parts):
        return ()
    numbers = {int(part) for part in parts}
    return tuple(month for month in SCHOOL_YEAR if month in numbers)


def stored_months(months: Iterable[int]) -> str:
    """Months as they are stored; numbers that are no months are left out."""
    return ",".join(str(month) for month in sorted(set(months)) if 1 <= month <= 12)


def in_runs(months: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    """The months as runs of neighbours in the school year; what goes on over the summer is two runs."""
    wanted, runs = set(months), []
    run: list[int] = []
    for month in SCHOOL_YEAR:
        if month in wanted:
            run.append(month)
        elif run:
            runs.append(tuple(run))
            run = []
    if run:
        runs.append(tuple(run))
    return tuple(runs)
