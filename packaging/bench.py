"""Runs the benches of tests/bench and prints ours beside the limit; standard library only.

A bench is a script, tests/bench/bench_*.py. For each figure it prints one line of JSON, both medians from the same run:

    {"what": "start to first paint", "unit": "ms", "ours": 131.0, "limit": 119.0, "reach": 1.25}

Any other line is passed on as it stands. `reach` is the ratio of ours to the limit to stay within.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def main(names: list[str]) -> int:
    """Run each bench whose name contains one of the names, or all; a slow figure is no failure."""
    figures = []
    for script in sorted((ROOT / "tests" / "bench").glob("bench_*.py")):
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
    print(table(figures))
    return 0


def read(output: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The figures that a bench printed as JSON, and its other lines."""
    figures, rest = [], []
    for line in output.splitlines():
        if line.startswith("{"):
            figures.append(json.loads(line))
        else:
            rest.append(line)
    return figures, rest


def table(figures: list[dict[str, Any]]) -> str:
    """A line for each figure; a star marks those beyond their reach."""
    rows = [("what", "ours", "limit", "ratio", "reach")]
    for figure in figures:
        ratio = figure["ours"] / figure["limit"]
        rows.append(
            (
                figure["what"],
                f"{figure['ours']:.2f} {figure['unit']}",
                f"{figure['limit']:.2f} {figure['unit']}",
                f"{ratio:.2f}×",
                f"{figure['reach']:g}×" + (" *" if ratio > figure["reach"] else ""),
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = []
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join([row[0].ljust(widths[0]), *cells]))
    beyond = sum(line.endswith("*") for line in lines)
    return "\n".join([*lines, f"* beyond its reach: {beyond}" if beyond else "All within reach."])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
