"""Figures are read from what a bench prints, shown beside their limits, and held against the README's table."""

import re
from pathlib import Path

import pytest

import bench
import bench_place
from tests.bench.growth import worst_step

PRINTED = """warming up
{"what": "first paint", "unit": "ms", "ours": 131.0, "limit": 119.0, "reach": 1.25}
{"what": "commit", "unit": "ms", "ours": 9.0, "limit": 3.0, "reach": 2.5}
"""
PLACE = "2026-11-30: Fast 1, 2 cores, 24 GB, Debian; Python 3.11.7, fosdesk 0.1.0"
README = """# fosdesk

| what | else |
| --- | --- |
| commit | 7 |

## Figures

Measured on 2026-11-01: Fast 1, 2 cores, 24 GB, Debian; Python 3.11.4, fosdesk 0.1.0

| what | ours | limit | ratio | reach |
| --- | --- | --- | --- | --- |
| commit | 6 ms | 3 ms | 2.00× | 2.5× |
| store, bytes a change | 150 bytes | 220 bytes | 0.68× | 1× |
"""


def test_figures_stand_beside_their_limits() -> None:
    figures, rest = bench.read(PRINTED)
    assert rest == ["warming up"]
    assert bench.table(figures).splitlines() == [
        "| what        |   ours |  limit |   ratio | reach |",
        "| ----------- | ------ | ------ | ------- | ----- |",
        "| first paint | 131 ms | 119 ms |   1.10× | 1.25× |",
        "| commit      |   9 ms |   3 ms | 3.00× * |  2.5× |",
        "* beyond its reach: 1",
    ]
    assert bench.table(figures[:1]).endswith("All within reach.")


@pytest.mark.parametrize(
    ("number", "unit", "told"),
    [(2.5049, "ms", "2.50 ms"), (12.34, "MB", "12.3 MB"), (1523.4, "ms", "1,523 ms"), (1.954, "×", "1.95×")],
)
def test_numbers_have_three_digits(number: float, unit: str, told: str) -> None:
    assert bench._told(number, unit) == told


def test_a_ratio_that_grew_since_the_readme_is_told() -> None:
    figures, _ = bench.read(PRINTED)
    assert bench.compared(figures, README, PLACE) == [
        "Grown since the README's table, by more than noise (15%):",
        "  commit: 2.00× is 3.00× now, +50%",
        "Not in the README's table: first paint",
    ]
    other = PLACE.replace("Fast 1", "Slow 2")
    assert bench.compared(figures, README, other)[0].endswith("; that was another kind of machine:")


def test_noise_is_no_growth() -> None:
    same = [figure._replace(ratio=2.3) for figure in bench.read(PRINTED)[0] if figure.what == "commit"]
    assert bench.compared(same, README, PLACE) == ["No ratio has grown since the README's table."]
    assert bench.has_grown(0.10, 0.04)
    assert not bench.has_grown(0.08, 0.04)  # a few hundredths of a frame are nothing


def test_a_whole_run_names_what_was_not_measured() -> None:
    figures, _ = bench.read(PRINTED)
    assert bench.compared(figures, README, PLACE, is_whole=True)[-1] == (
        "In the README's table, and not measured: store, bytes a change"
    )


def test_the_readme_gets_the_figures_and_its_other_tables_stay() -> None:
    figures, _ = bench.read(PRINTED)
    after = bench.renewed(README, figures, PLACE)
    assert after == README.replace(README.partition("Measured on ")[2].partition("\n")[0], PLACE).replace(
        "| commit | 6 ms | 3 ms | 2.00× | 2.5× |", "| commit | 9 ms | 3 ms | 3.00× * | 2.5× |"
    ).replace(" 0.68× | 1× |\n", " 0.68× | 1× |\n| first paint | 131 ms | 119 ms | 1.10× | 1.25× |\n")
    assert bench.in_readme(after) == {"commit": 3.0, "store, bytes a change": 0.68, "first paint": 1.1}
    assert bench.compared(figures, after, PLACE) == ["No ratio has grown since the README's table."]


def test_the_tables_of_this_readme_can_be_read() -> None:
    known = bench.in_readme(bench.README.read_text(encoding="utf-8"))
    assert len(known) > 40
    assert all(ratio > 0 for ratio in known.values())


def test_day_machine_and_versions_head_the_table() -> None:
    told = bench_place.described()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d: .+, \d+ cores, \d+ GB, .+; Python 3\..+, fosdesk \d.+", told)
    assert {"SQLAlchemy", "ReportLab", "PySide6"} <= set(re.findall(r"\w+", told))
    assert "without" not in told


def test_benches_run_in_the_order_of_the_table() -> None:
    found = [script.stem.removeprefix("bench_") for script in bench.scripts()]
    known = [name for name in found if name in bench.ORDER]
    assert known == [name for name in bench.ORDER if name in found]
    assert found[: len(known)] == known
    assert Path(bench.scripts()[0]).is_file()


def test_the_worst_step_of_growth_is_held_against_n_log_n() -> None:
    linear = {1_000: 10.0, 10_000: 100.0, 100_000: 1_000.0}
    grew, allowed = worst_step(linear)
    assert grew == 10.0
    assert 12 < allowed < 14
    grew, allowed = worst_step({**linear, 1_000_000: 100_000.0})
    assert grew == 100.0 > allowed
    grew, allowed = worst_step({10: 0.001, 100: 0.3})  # too short to be told from noise
    assert grew == 1.0
    assert allowed == pytest.approx(19.2, abs=0.1)
