"""Resources are found in a checkout and in an installation, and the user's folder is local."""

import importlib.util
import shutil
from pathlib import Path

from fosdesk import paths


def test_resources_lie_beside_the_package_in_a_checkout() -> None:
    assert paths.resource("framework", "structure.toml").is_file()


def test_resources_lie_inside_the_package_when_installed(tmp_path: Path) -> None:
    package = tmp_path / "fosdesk"
    (package / "resources" / "fonts").mkdir(parents=True)
    shutil.copy(paths.__file__, package / "paths.py")
    spec = importlib.util.spec_from_file_location("installed_paths", package / "paths.py")
    assert spec
    assert spec.loader
    installed = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(installed)
    assert installed.resource("fonts") == package / "resources" / "fonts"


def test_the_tests_keep_out_of_the_users_own_folder() -> None:
    assert "fosdesk-home-" in str(paths.user_folder())
    assert paths.user_folder().name == "fosdesk"
