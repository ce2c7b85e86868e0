"""The rooms of the house import only what they may, and the contracts that say so notice when one does not."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def lint(house: Path) -> tuple[int, str, dict[str, str]]:
    done = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=house,
        env=os.environ | {"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    output = done.stdout + done.stderr
    return done.returncode, output, dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", output, re.MULTILINE))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "fosdesk", tmp_path / "fosdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept() -> None:
    code, output, verdicts = lint(ROOT)
    assert code == 0, output
    assert set(verdicts.values()) == {"KEPT"}
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8").count("[[tool.importlinter.contracts]]")
    assert len(verdicts) == declared >= 9


def test_every_contract_notices_a_breach(copy: Path) -> None:
    for place, line in {
        "fosdesk/domain/rules/progress.py": "from fosdesk.store import step_draft",
        "fosdesk/domain/fields.py": "from fosdesk.domain.rules import progress",
        "fosdesk/reports/sections/planted.py": "from fosdesk.reports.documents import description",
        "fosdesk/exchange/planted.py": "import PySide6.QtCore",
        "fosdesk/ui/planted.py": "import sqlalchemy",
        "fosdesk/store/planted.py": "import reportlab",
        "fosdesk/reports/planted.py": "import nacl",
        "fosdesk/display/planted.py": "import openpyxl",
        "fosdesk/ui/gate/planted.py": "import icalendar",
        "fosdesk/ui/plan/planted.py": "import rispy",
        "fosdesk/ui/time/planted.py": "import fosdesk.ui.gate.log_part",
    }.items():
        with (copy / place).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    code, output, verdicts = lint(copy)
    assert code == 1, output
    assert set(verdicts.values()) == {"BROKEN"}, output


def test_a_stray_module_has_no_place_in_the_house(copy: Path) -> None:
    (copy / "fosdesk" / "odds_and_ends.py").write_text('"""Odds and ends."""\n', encoding="utf-8")
    code, output, _ = lint(copy)
    assert code == 1
    assert "odds_and_ends" in output
