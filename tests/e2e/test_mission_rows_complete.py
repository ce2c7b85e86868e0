"""Every row of the mission has a test that holds it; what is left is named."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MISSION = {"M": 20, "A": 32, "F": 20, "S": 32, "T": 20, "K": 25, "D": 26}
LEFT: set[str] = set()
PLAN = "tests/e2e/test_mission_rows_plan.py"
# Rows that stories and pages of their own hold.
ELSEWHERE = {
    "T11": "tests/ui/gate/test_log_part.py::test_a_revisit_date_comes_up_on_the_overview",
    "T19": "tests/e2e/test_next_meeting.py::test_from_opening_the_program_to_an_agenda",
    "K16": f"{PLAN}::test_what_comes_back_every_year_stands_on_the_wheel_and_in_its_document",
    **dict.fromkeys(
        ("D16", "D17", "D18", "D19"),
        f"{PLAN}::test_the_rows_of_the_source_are_found_again_in_list_search_and_document",
    ),
    "D23": f"{PLAN}::test_all_dates_are_shifted_at_once_but_for_those_that_were_moved_by_hand",
    **dict.fromkeys(("D2", "D4", "D5", "D6"), "tests/e2e/test_mission_rows_description.py::test_d1_to_d7_and_d9"),
    "D13": "tests/ui/involvement/test_surveys_part.py::test_from_a_name_to_the_trend_of_two_rounds",
    "D26": "tests/e2e/test_colleague.py::test_a_copy_is_looked_at_word_by_word_and_merged",
}
_NAMED = re.compile(r"(?:(?<=test)|_and|_to)_([mafstkd]\d+)(?=_|\b)")


def rows_of(module: Path) -> set[str]:
    """The rows that a module names: in its tables, and in the names of its tests."""
    tables: list[Any] = [value for value in vars(import_module(f"{__package__}.{module.stem}")).values()]
    rows = [row for table in tables if isinstance(table, tuple) for row in table if isinstance(row, tuple)]
    found = {name.split()[0] for row in rows for name in getattr(row, "rows", ())}
    tests = re.findall(r"^def (test_\w+)", module.read_text(encoding="utf-8"), re.MULTILINE)
    return found | {row.upper() for test in tests for row in _NAMED.findall(test)}


def test_every_row_of_the_mission_has_a_test() -> None:
    held = {row for module in HERE.glob("*mission_rows*.py") if module != Path(__file__) for row in rows_of(module)}
    asked = {f"{letter}{number}" for letter, count in MISSION.items() for number in range(1, count + 1)}
    assert len(asked) == 175
    assert sorted(asked - held - set(ELSEWHERE) - LEFT) == []
    assert sorted(held - asked) == []


@pytest.mark.parametrize("place", sorted(set(ELSEWHERE.values())))
def test_what_holds_a_row_elsewhere_is_there(place: str) -> None:
    file, _, name = place.partition("::")
    assert f"def {name}(" in HERE.parents[1].joinpath(file).read_text(encoding="utf-8")
