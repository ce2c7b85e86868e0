"""The Windows packages: what is in them, that wine's stand-ins never are, and that the data folder is not theirs."""

import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path, PureWindowsPath

import pytest

from bundle.windows import installer
from fosdesk import __version__
from fosdesk.system import windows

FILES = (
    *installer.PROGRAMS,
    "_internal/base_library.zip",
    "_internal/fosdesk/resources/words/skole & heim.txt",
    "_internal/PySide6/Qt6Core.dll",
)
WIX = {"wix": "http://schemas.microsoft.com/wix/2006/wi"}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / "bundle" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path / "bundle"


# -- what never ships


@pytest.mark.parametrize("name", [*installer.NEVER_SHIPPED, "ICUUC.DLL"])
def test_what_wine_alone_needs_never_ships(bundle: Path, tmp_path: Path, name: str) -> None:
    (bundle / "_internal" / name).write_bytes(b"wine")
    for make in (
        lambda: installer.write_zip(bundle, "1.0", tmp_path),
        lambda: installer.source(bundle, installer.PER_USER, "1.0"),
    ):
        with pytest.raises(installer.StopError, match=name):
            make()
    assert not list(tmp_path.glob("*.msi"))


@pytest.mark.parametrize("name", installer.PROGRAMS)
def test_a_bundle_without_a_program_is_refused(bundle: Path, tmp_path: Path, name: str) -> None:
    (bundle / name).unlink()
    with pytest.raises(installer.StopError, match=name):
        installer.write_zip(bundle, "1.0", tmp_path)


# -- the zip


def test_the_zip_holds_the_bundle_in_one_folder_and_is_the_same_each_time(bundle: Path, tmp_path: Path) -> None:
    first = installer.write_zip(bundle, "1.0", tmp_path)
    written = first.read_bytes()
    with zipfile.ZipFile(first) as packed:
        assert sorted(packed.namelist()) == sorted(f"fosdesk-1.0/{name}" for name in FILES)
        assert packed.testzip() is None
    (bundle / FILES[0]).touch()
    assert installer.write_zip(bundle, "1.0", tmp_path).read_bytes() == written


# -- the MSIs


def described(bundle: Path, scope: installer.Scope) -> ElementTree.Element:
    return ElementTree.fromstring(installer.source(bundle, scope, "1.0"))


@pytest.mark.parametrize("scope", installer.SCOPES, ids=lambda scope: scope.name)
def test_an_msi_installs_each_file_once(bundle: Path, scope: installer.Scope) -> None:
    files = [file.attrib["Source"] for file in described(bundle, scope).iterfind(".//wix:File", WIX)]
    assert sorted(files) == sorted(f"bundle/{name}" for name in FILES)


@pytest.mark.parametrize("scope", installer.SCOPES, ids=lambda scope: scope.name)
def test_every_component_is_part_of_the_program_and_has_a_code_of_its_own(bundle: Path, scope: installer.Scope) -> None:
    root = described(bundle, scope)
    components = list(root.iterfind(".//wix:Component", WIX))
    named = {one.attrib["Id"] for one in components}
    assert named == {one.attrib["Id"] for one in root.iterfind(".//wix:ComponentRef", WIX)}
    assert len({one.attrib["Guid"] for one in components}) == len(components) > 3
    for component in components:
        assert len([one for one in component.iterfind("wix:RegistryValue", WIX) if one.get("KeyPath") == "yes"]) == 1


@pytest.mark.parametrize("scope", installer.SCOPES, ids=lambda scope: scope.name)
def test_what_is_installed_lies_apart_from_what_people_write(bundle: Path, scope: installer.Scope) -> None:
    """Uninstalling takes away the program's own folder; the schools lie in another one, which no MSI names."""
    root = described(bundle, scope)
    folders = [one.attrib for one in root.iterfind(".//wix:Directory", WIX)]
    place = {one["Id"]: one.get("Name", "") for one in folders}
    installed = PureWindowsPath(r"C:\Users\kari\AppData\Local", place.get("ProgramsFolder", ""), place["INSTALLDIR"])
    schools = PureWindowsPath(r"C:\Users\kari\AppData\Local\fosdesk")  # as `paths.user_folder` says
    if scope is installer.PER_USER:
        assert installed == PureWindowsPath(r"C:\Users\kari\AppData\Local\Programs\fosdesk")
        assert not schools.is_relative_to(installed)
        assert not installed.is_relative_to(schools)
    else:
        assert "LocalAppDataFolder" not in place
    removed = {one.get("Directory") for one in root.iterfind(".//wix:RemoveFolder", WIX)}
    assert removed <= {None}  # those of the components themselves alone
    assert not list(root.iterfind(".//wix:RemoveFile", WIX))


@pytest.mark.parametrize("scope", installer.SCOPES, ids=lambda scope: scope.name)
def test_a_double_click_opens_a_school_file_in_the_window(bundle: Path, scope: installer.Scope) -> None:
    values = {one.attrib["Key"]: one.attrib for one in described(bundle, scope).iterfind(".//wix:RegistryValue", WIX)}
    assert values[r"Software\Classes\.fosdesk"]["Value"] == "fosdesk.school"
    command = values[r"Software\Classes\fosdesk.school\shell\open\command"]
    assert command["Value"] == '"[INSTALLDIR]fosdesk.exe" "%1"'
    assert {one["Root"] for one in values.values()} == {scope.root}


def test_a_newer_version_replaces_an_older_one_and_each_has_its_code() -> None:
    codes = {installer.product_code(scope, version) for scope in installer.SCOPES for version in ("1.0.0", "1.0.1")}
    assert len(codes) == 4
    assert installer.product_code(installer.PER_USER, "0.1.0") == "{142E2F51-DE38-5BC6-9C4B-3BD27DC86DA5}"
    assert [scope.upgrade_code[-1] for scope in installer.SCOPES] == ["1", "2"]  # for ever


def test_the_task_bar_knows_the_window_by_the_name_of_the_entry_in_the_start_menu() -> None:
    assert installer.APPLICATION_ID == windows.APPLICATION_ID


def test_the_version_is_the_programs_own() -> None:
    assert installer.version_of() == __version__


def test_the_programs_tell_their_version_in_their_properties() -> None:
    told = (installer.ROOT / "packaging/bundle/windows/version_file.txt").read_text(encoding="utf-8")
    numbers = ", ".join([*__version__.split("."), "0"])
    assert told.count(f"({numbers})") == 2
    assert told.count(f'"{__version__}"') == 2


def test_an_update_asks_for_no_network_and_runs_nothing(bundle: Path) -> None:
    for scope in installer.SCOPES:
        written = installer.source(bundle, scope, "1.0")
        assert written.count("http") == 1  # the name of the language it is written in
        assert "CustomAction" not in written
        assert "<MajorUpgrade " in written
