"""What the page calls the installers is what the tools that make them call them."""

from pathlib import Path

import pytest

from bundle.windows import installer
from fosdesk.reports.documents.for_it import artefacts

ROOT = Path(__file__).resolve().parents[4]


@pytest.mark.parametrize("version", ["0.1.0", "1.2.3"])
def test_windows_knows_a_version_by_the_code_that_is_told(version: str) -> None:
    for scope in installer.SCOPES:
        assert artefacts.product_code(version, scope.name) == installer.product_code(scope, version)
    assert artefacts.product_code(version, "user") != artefacts.product_code(version, "machine")


def test_the_registry_and_the_kind_of_file_are_the_same(tmp_path: Path) -> None:
    for name in installer.PROGRAMS:
        (tmp_path / name).touch()
    described = installer.source(tmp_path, installer.PER_USER, "0.1.0")
    assert installer.INSTALLED == artefacts.REGISTRY_KEY
    assert installer.FILE_KIND == artefacts.FILE_KIND
    assert f'Name="{artefacts.ENTRY}" Type="string" Value="0.1.0"' in described


def test_the_files_are_called_the_same() -> None:
    code = (ROOT / "packaging" / "bundle" / "windows" / "installer.py").read_text(encoding="utf-8")
    assert 'f"fosdesk-{version}-{scope.name}.msi"' in code
    assert 'f"fosdesk-{version}-windows.zip"' in code
    assert artefacts.msi("1.2.3", "user") == "fosdesk-1.2.3-user.msi"
    assert artefacts.portable("1.2.3") == "fosdesk-1.2.3-windows.zip"
