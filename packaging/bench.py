"""Runs the benches of tests/bench and puts their figures into one table, beside the README's; standard library only.

    python packaging/bench.py [--readme] [NAME…]     the benches whose name contains one of these, or all

A bench is a script, tests/bench/bench_*.py. For each figure it prints one line of JSON, both medians from the same run:

    {"what": "start to first paint", "unit": "ms", "ours": 131.0, "limit": 119.0, "reach": 1.25}

Any other line is passed on as it stands. `reach` is the ratio of ours to the limit to stay within, and `what` says by
itself what was measured: no two figures of the table have the same. With --readme the README's table gets the figures.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench_place import described

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
ORDER = (
    *("start", "peers", "screen", "session", "store", "merge", "reading", "growth", "many_schools", "nouns", "list"),
    *("search", "references", "agenda", "plan", "surveys", "document"),
)  # in which the table tells them; others come after
SECTION, HEAD, MEASURED = "## Figures", "| what | ours | limit | ratio | reach |", "Measured on "
NOISE, LEAST = 0.15, 0.05  # a ratio has grown when it is this share, and as much besides, above the README's


class Figure(NamedTuple):
    """One line of the table; as told, with numbers and units."""

    what: str
    ours: str
    limit: str
    ratio: float
    reach: float

    @property
    def is_beyond(self) -> bool:
        """Whether it is beyond its reach."""
        return self.ratio > self.reach

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        star = " *" if self.is_beyond else ""
        return (self.what, self.ours, self.limit, f"{self.ratio:.2f}×{star}", f"{self.reach:g}×")


def main(arguments: Sequence[str]) -> int:
    """Run the benches and print the table; a slow figure is no failure."""
    names = [one for one in arguments if not one.startswith("-")]
    figures: list[Figure] = []
    for script in scripts():
        if names and not any(name in script.stem for name in names):
            continue
        print(f"— {script.relative_to(ROOT)}", file=sys.stderr, flush=True)
        done = subprocess.run([sys.executable, script], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        found, rest = read(done.stdout)
        figures += found
        for line in rest:
            print(line)
        if done.returncode != 0:
            print(f"{script.name} ended with {done.returncode}, so its figures may lack.", flush=True)
    measured = described()
    readme = README.read_text(encoding="utf-8")
    print(f"\n{MEASURED}{measured}\n\n{table(figures)}\n")
    print("\n".join(compared(figures, readme, measured, is_whole=not names)), flush=True)
    if "--readme" in arguments:
        README.write_text(renewed(readme, figures, measured), encoding="utf-8")
    return 0


def scripts() -> list[Path]:
    """The benches, in the order of the table."""
    found = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    places = {f"bench_{name}": place for place, name in enumerate(ORDER)}
    return sorted(found, key=lambda script: places.get(script.stem, len(places)))


def read(output: str) -> tuple[list[Figure], list[str]]:
    """The figures that a bench printed as JSON, and its other lines."""
    figures, rest = [], []
    for line in output.splitlines():
        if line.startswith("{"):
            said = json.loads(line)
            ours, limit, unit = said["ours"], said["limit"], said["unit"]
            ratio = ours / limit
            figures.append(Figure(said["what"], _told(ours, unit), _told(limit, unit), ratio, said["reach"]))
        else:
            rest.append(line)
    return figures, rest


def _told(number: float, unit: str) -> str:
    """A number in three digits or more, and its unit."""
    digits = 0 if number >= 100 or number == int(number) else 1 if number >= 10 else 2
    return f"{number:,.{digits}f}{unit if unit == '×' else ' ' + unit}"


def table(figures: Sequence[Figure]) -> str:
    """A line for each figure; a star marks those beyond their reach."""
    rows = [("what", "ours", "limit", "ratio", "reach"), *(one.cells for one in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        lines.append(f"| {' | '.join(cells)} |")
    lines.insert(1, f"| {' | '.join('-' * width for width in widths)} |")
    beyond = sum(one.is_beyond for one in figures)
    return "\n".join([*lines, f"* beyond its reach: {beyond}" if beyond else "All within reach."])


def in_readme(readme: str) -> dict[str, float]:
    """The ratio of each figure in the README's table."""
    ratios = {}
    for line in _rows(readme):
        what, *_, ratio, _reach = (cell.strip() for cell in line.strip("| ").split(" | "))
        ratios[what] = float(ratio.partition("×")[0])
    return ratios


def _rows(readme: str) -> list[str]:
    """The lines of the README's table, without its head."""
    lines = readme.partition(SECTION)[2].splitlines()
    if HEAD not in lines:
        return []
    below = lines[lines.index(HEAD) + 2 :]
    end = next((place for place, line in enumerate(below) if not line.startswith("|")), len(below))
    return below[:end]


def compared(figures: Sequence[Figure], readme: str, measured: str, *, is_whole: bool = False) -> list[str]:
    """What has grown since the README's table, and what stands in one of the two alone."""
    known = in_readme(readme)
    grown = [one for one in figures if one.what in known and has_grown(one.ratio, known[one.what])]
    said = []
    if grown:
        place = next((line for line in readme.splitlines() if line.startswith(MEASURED)), "")
        elsewhere = "" if _machine(place) == _machine(MEASURED + measured) else "; that was another kind of machine"
        said.append(f"Grown since the README's table, by more than noise ({NOISE:.0%}){elsewhere}:")
        for one in grown:
            before = known[one.what]
            said.append(
                f"  {one.what}: {before:.2f}× is {one.ratio:.2f}× now, {one.ratio / max(before, 0.01) - 1:+.0%}"
            )
    else:
        said.append("No ratio has grown since the README's table.")
    new = [one.what for one in figures if one.what not in known]
    if new:
        said.append(f"Not in the README's table: {'; '.join(new)}")
    gone = known.keys() - {one.what for one in figures}
    if is_whole and gone:
        said.append(f"In the README's table, and not measured: {'; '.join(sorted(gone))}")
    return said


def has_grown(now: float, before: float) -> bool:
    """Whether a ratio is above the README's by more than what one and the same program differs from run to run."""
    return now > before * (1 + NOISE) + LEAST


def _machine(measured: str) -> str:
    """The part of the head line that says what machine it was."""
    return measured.partition(": ")[2].partition("; ")[0]


def renewed(readme: str, figures: Sequence[Figure], measured: str) -> str:
    """The README with these figures in its table: in place of earlier ones of the same name, else after the others."""
    before = _rows(readme)
    told = {one.what: f"| {' | '.join(one.cells)} |" for one in figures}
    after = [told.pop(line.strip("| ").split(" | ")[0].strip(), line) for line in before]
    start, section, rest = readme.partition(SECTION)
    lines = [MEASURED + measured if line.startswith(MEASURED) else line for line in rest.splitlines()]
    first = lines.index(HEAD) + 2
    lines[first : first + len(before)] = [*after, *told.values()]
    return start + section + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
