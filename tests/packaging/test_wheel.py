"""A wheel holds the package, and in it the resources with compiled catalogues."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder, source = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("source")
    for name in ("fosdesk", "resources", "packaging"):  # as a fresh clone has it: nothing is compiled yet
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("*.mo", "__pycache__", "pictures"))
    for compiled in (source / "resources" / "framework").glob("*.json"):
        compiled.unlink()
    shutil.copy(ROOT / "pyproject.toml", source)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=source,
        check=True,
        capture_output=True,
    )
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        return set(file.namelist())


def test_all_code_and_all_resources_are_shipped(shipped: set[str]) -> None:
    for top, ending in (("fosdesk", "*.py"), ("resources/framework", "*.toml")):
        for path in (ROOT / top).rglob(ending):
            name = path.relative_to(ROOT).as_posix()
            assert name.replace("resources/", "fosdesk/resources/") in shipped


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_catalogues_and_framework_are_shipped_compiled(shipped: set[str], language: str) -> None:
    assert f"fosdesk/resources/translations/{language}/LC_MESSAGES/fosdesk.mo" in shipped
    assert f"fosdesk/resources/framework/{language}.json" in shipped


def test_nothing_else_is_shipped(shipped: set[str]) -> None:
    other = {name for name in shipped if not name.startswith("fosdesk/") and ".dist-info/" not in name}
    assert other == set()
    assert not any(name.endswith((".po", ".pyc")) for name in shipped)
