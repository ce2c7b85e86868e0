"""Makes the Windows packages of a bundle: a portable zip, and an MSI for one person and one for the machine.

installer.py FOLDER [OUT]    FOLDER is the bundle of `dev.py bundle`, with fosdesk.exe in it; OUT is where they go

Standard library only; the MSIs need wixl (Debian: `apt-get install wixl msitools`), which runs on Linux alone. So on
Windows the zip is made, and the MSIs from the unpacked zip on any Linux.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

ROOT = Path(__file__).resolve().parents[3]
ICON = ROOT / "resources" / "application" / "fosdesk.ico"
APPLICATION_ID = "fosdesk.fosdesk"  # as in fosdesk/system/windows.py; a test holds them together
PROGRAMS = ("fosdesk.exe", "fosdesk-cli.exe")  # with a window, and for the command line
NEVER_SHIPPED = ("icuuc.dll", "mscms.dll", "bcryptprimitives.dll")  # wine's stand-ins for what Windows has itself
FILE_KIND = "fosdesk.school"
INSTALLED = "Software\\fosdesk\\installed"  # in the registry: what is installed
_BUNDLE = "bundle"  # what the bundle is called while an MSI is made
_FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip file can tell


class StopError(Exception):
    """What stops the packages from being made, in one sentence."""


class Scope(NamedTuple):
    """For whom an MSI installs: its name, the code that is the same in all versions, and where things go."""

    name: str
    upgrade_code: str  # for ever: by it a newer version finds the older one
    package: str  # attributes
    root: str  # of the registry
    folders: tuple[tuple[str, str], ...]  # id and name of those that the program's folder lies in


PER_USER = Scope(
    "user",
    "5F1D1C3E-6A0E-4A77-9B2B-1D2F0C9A7E11",
    'InstallScope="perUser"',
    "HKCU",
    (("LocalAppDataFolder", ""), ("ProgramsFolder", "Programs")),
)
PER_MACHINE = Scope(
    "machine",
    "5F1D1C3E-6A0E-4A77-9B2B-1D2F0C9A7E12",
    'InstallScope="perMachine"',
    "HKLM",
    (("ProgramFiles64Folder", ""),),
)
SCOPES = (PER_USER, PER_MACHINE)


def version_of(root: Path = ROOT) -> str:
    """The version of the program, as it stands in its code."""
    found = re.search(r'__version__ = "([0-9.]+)"', (root / "fosdesk" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise StopError("fosdesk/__init__.py names no version that an MSI can have.")
    return found[1]


def product_code(scope: Scope, version: str) -> str:
    """The code by which Windows and Intune know an installed version; the same wherever it is built."""
    return f"{{{uuid.uuid5(uuid.UUID(scope.upgrade_code), version)}}}".upper()


def files_of(bundle: Path) -> list[Path]:
    """All files of a bundle, by their paths below it; StopError when something must not ship, or is missing."""
    files = sorted(path.relative_to(bundle) for path in bundle.rglob("*") if path.is_file())
    if stray := [str(file) for file in files if file.name.lower() in NEVER_SHIPPED]:
        raise StopError(f"These are for wine alone and never ship: {', '.join(stray)}.")
    if missing := [name for name in PROGRAMS if Path(name) not in files]:
        raise StopError(f"The bundle in {bundle} lacks {', '.join(missing)}.")
    return files


# -- the portable zip


def write_zip(bundle: Path, version: str, out: Path) -> Path:
    """A zip whose files have the same bytes each time; unpacked anywhere, fosdesk.exe starts."""
    path = out / f"fosdesk-{version}-windows.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files_of(bundle):
            entry = zipfile.ZipInfo(f"fosdesk-{version}/{file.as_posix()}", _FIRST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, (bundle / file).read_bytes())
    return path


# -- the MSIs


def source(bundle: Path, scope: Scope, version: str) -> str:
    """The MSI's description for wixl: one component for each folder, which a value in the registry stands for."""
    inner, components = _tree(files_of(bundle), scope)
    body = inner
    for folder_id, name in reversed((*scope.folders, ("INSTALLDIR", "fosdesk"))):
        named = f" Name={quoteattr(name)}" if name else ""
        body = f'<Directory Id="{folder_id}"{named}>\n{body}\n</Directory>'
    references = "\n".join(f'<ComponentRef Id="{name}"/>' for name in (*components, "Entry"))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Name="fosdesk" Id="{product_code(scope, version)}" UpgradeCode="{{{scope.upgrade_code}}}" Language="1044"
  Codepage="1252" Version="{version}" Manufacturer="fosdesk">
<Package Id="*" Keywords="Installer" Description="fosdesk {version}" Manufacturer="fosdesk" InstallerVersion="500"
  Languages="1044" Compressed="yes" SummaryCodepage="1252" {scope.package}/>
<Media Id="1" Cabinet="fosdesk.cab" EmbedCab="yes"/>
<MajorUpgrade DowngradeErrorMessage="En nyere fosdesk er installert. Avinstaller den først."/>
<Property Id="ARPPRODUCTICON" Value="fosdesk.ico"/>
<Property Id="ARPNOMODIFY" Value="1"/>
<Icon Id="fosdesk.ico" SourceFile="{ICON.name}"/>
<Directory Id="TARGETDIR" Name="SourceDir">
{body}
<Directory Id="ProgramMenuFolder"/>
</Directory>
<DirectoryRef Id="INSTALLDIR">
<Component Id="Entry" Guid="{_component_code(scope, "Entry")}" Win64="yes">
{_value(scope, INSTALLED, "entry", version, holds=True)}
<Shortcut Id="StartMenu" Directory="ProgramMenuFolder" Name="fosdesk" WorkingDirectory="INSTALLDIR"
  Icon="fosdesk.ico" IconIndex="0" Advertise="no" Target="[INSTALLDIR]fosdesk.exe"/>
{_association(scope)}
</Component>
</DirectoryRef>
<Feature Id="Program" Level="1">
{references}
</Feature>
</Product>
</Wix>
"""


def _tree(files: Sequence[Path], scope: Scope) -> tuple[str, list[str]]:
    """The folders below the program's own with their files, and the names of their components."""
    components: list[str] = []

    def inside(folder: Path) -> Iterator[str]:
        own = [file for file in files if file.parent == folder]
        if own:
            name = "C" + _short(folder.as_posix())
            components.append(name)
            yield f'<Component Id="{name}" Guid="{_component_code(scope, folder.as_posix())}" Win64="yes">'
            yield _value(scope, INSTALLED, name, "1", holds=True)
            if scope is PER_USER:  # in a person's own folders, Windows asks for what takes the folder away again
                yield f'<RemoveFolder Id="R{name}" On="uninstall"/>'
            for file in own:
                place = quoteattr(f"{_BUNDLE}/{file.as_posix()}")
                yield f'<File Id="F{_short(file.as_posix())}" Name={quoteattr(file.name)} Source={place}/>'
            yield "</Component>"
        for name in sorted({file.parts[len(folder.parts)] for file in files if _is_below(file, folder)}):
            below = folder / name
            yield f'<Directory Id="D{_short(below.as_posix())}" Name={quoteattr(name)}>'
            yield from inside(below)
            yield "</Directory>"

    return "\n".join(inside(Path())), components


def _is_below(file: Path, folder: Path) -> bool:
    """Whether a file lies in a folder of this folder."""
    return len(file.parts) > len(folder.parts) + 1 and file.parts[: len(folder.parts)] == folder.parts


def _association(scope: Scope) -> str:
    """What opens a school file by double click."""
    classes, command = "Software\\Classes", '"[INSTALLDIR]fosdesk.exe" "%1"'
    kind = f"{classes}\\{FILE_KIND}"
    values = (
        (f"{classes}\\.fosdesk", "", FILE_KIND),
        (f"{classes}\\.fosdesk\\OpenWithProgids", FILE_KIND, ""),
        (kind, "", "Skolefil (fosdesk)"),
        (f"{kind}\\DefaultIcon", "", "[INSTALLDIR]fosdesk.exe,0"),
        (f"{kind}\\shell\\open\\command", "", command),
    )
    return "\n".join(_value(scope, *one) for one in values)


def _value(scope: Scope, key: str, name: str, value: str, *, holds: bool = False) -> str:
    """A text in the registry; with `holds`, Windows looks for it to see whether the component is there."""
    named = f" Name={quoteattr(name)}" if name else ""
    path = ' KeyPath="yes"' if holds else ""
    return (
        f'<RegistryValue Root="{scope.root}" Key={quoteattr(key)}{named} Type="string" Value={quoteattr(value)}{path}/>'
    )


def _component_code(scope: Scope, name: str) -> str:
    return f"{{{uuid.uuid5(uuid.UUID(scope.upgrade_code), f'component {name}')}}}".upper()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def write_msi(bundle: Path, scope: Scope, version: str, out: Path) -> Path:
    """The MSI of a bundle for one person or the machine; StopError where wixl is missing or refuses."""
    for tool in ("wixl", "msibuild"):
        if shutil.which(tool) is None:
            raise StopError(f"There is no {tool} here; on Debian: apt-get install wixl msitools.")
    path = out.resolve() / f"fosdesk-{version}-{scope.name}.msi"
    path.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="fosdesk-msi-") as place:
        described = Path(place, "fosdesk.wxs")
        described.write_text(source(bundle, scope, version), encoding="utf-8")
        Path(place, _BUNDLE).symlink_to(bundle.resolve(), target_is_directory=True)  # wixl takes no absolute paths
        shutil.copyfile(ICON, Path(place, ICON.name))
        table = Path(place, "MsiShortcutProperty.idt")
        table.write_bytes(_SHORTCUT_TABLE.encode())
        for command in (
            ["wixl", "-a", "x64", "-o", str(path), described.name],
            ["msibuild", str(path), "-i", str(table)],
        ):
            ran = subprocess.run(command, cwd=place, capture_output=True, encoding="utf-8", check=False)
            if ran.returncode:
                raise StopError(f"{command[0]} ended with {ran.returncode}: {ran.stderr.strip()}")
    return path


# The entry in the Start menu is the same program as the window to the task bar; wixl knows no element for that.
_SHORTCUT_TABLE = "\r\n".join(
    (
        "MsiShortcutProperty\tShortcut_\tPropertyKey\tPropVariantValue",
        "s72\ts72\ts255\ts255",
        "MsiShortcutProperty\tMsiShortcutProperty",
        f"ApplicationId\tStartMenu\tSystem.AppUserModel.ID\t{APPLICATION_ID}",
        "",
    )
)


def main(arguments: Sequence[str]) -> int:
    """Make all three, and say what they are."""
    if not 1 <= len(arguments) <= 2:
        print(__doc__)
        return 2
    bundle, out = Path(arguments[0]), Path(arguments[1] if len(arguments) > 1 else ".")
    out.mkdir(parents=True, exist_ok=True)
    try:
        version = version_of()
        made = [write_zip(bundle, version, out)]
        if sys.platform != "win32":
            made += [write_msi(bundle, scope, version, out) for scope in SCOPES]
    except StopError as why:
        print(why, file=sys.stderr)
        return 1
    for path in made:
        print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}  {path.stat().st_size / 1e6:.1f} MB")
    for scope in SCOPES:
        print(f"{product_code(scope, version)}  product code of {version}, {scope.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
