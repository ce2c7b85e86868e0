"""The packages of a bundle: the same content gives the same bytes, and they say what a desktop and dpkg ask for."""

import configparser
import gzip
import io
import lzma
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bundle import archives, build, debian, elf, icu_table, left_out
from fosdesk import __version__
from fosdesk.__main__ import COMMANDS
from machine import StopError

MADE = 1_796_000_000


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "fosdesk"
    resources = folder / "_internal" / "fosdesk" / "resources"
    resources.mkdir(parents=True)
    (folder / "fosdesk").write_bytes(b"\x7fELF program")
    (folder / "fosdesk").chmod(0o755)
    (resources / "word_forms").write_bytes(b"words")
    return folder


def files_in(package: bytes) -> dict[str, bytes]:
    """The files of an `ar` archive."""
    assert package.startswith(b"!<arch>\n")
    found, at = {}, 8
    while at < len(package):
        name, size = package[at : at + 16].decode().strip(), int(package[at + 48 : at + 58])
        assert package[at + 58 : at + 60] == b"`\n"
        found[name] = package[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return found


def tar_of(packed: bytes) -> tarfile.TarFile:
    return tarfile.open(fileobj=io.BytesIO(lzma.decompress(packed)))


def package(bundle: Path) -> bytes:
    entries = debian.contents(bundle, __version__, MADE)
    control = debian.control(__version__, "x86_64", 5_000, ["libc6 (>= 2.36)", "libgl1"], ["libcups2t64 | libcups2"])
    return archives.deb(control, entries, MADE, is_x86=True, sums=debian.sums(entries))


def test_a_deb_is_the_same_each_time_and_has_its_three_parts_in_order(bundle: Path) -> None:
    made = package(bundle)
    assert made == package(bundle)
    assert list(files_in(made)) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    assert files_in(made)["debian-binary"] == b"2.0\n"


def test_what_lies_where(bundle: Path) -> None:
    with tar_of(files_in(package(bundle))["data.tar.xz"]) as data:
        members = {member.name.removeprefix("./"): member for member in data.getmembers()}
        assert {(member.uid, member.gid, member.mtime) for member in members.values()} == {(0, 0, MADE)}
        program = members["usr/lib/fosdesk/fosdesk"]
        assert program.mode == 0o755
        assert members["usr/bin/fosdesk"].linkname == "../lib/fosdesk/fosdesk"
        assert members["usr/lib/fosdesk/_internal/fosdesk/resources/word_forms"].mode == 0o644
        for name in ("applications/fosdesk.desktop", "mime/packages/fosdesk.xml", "man/man1/fosdesk.1.gz"):
            assert members[f"usr/share/{name}"].isfile()
        for name in ("copyright", "changelog.gz", "changelog.Debian.gz", "licences"):
            assert f"usr/share/doc/fosdesk/{name}" in members
        names = [member.name for member in data.getmembers()]
    above = [name.rpartition("/")[0] for name in names]
    assert all(
        folder in (".", "") or names.index(folder) < names.index(name)
        for name, folder in zip(names, above, strict=True)
    )


def test_control_says_what_dpkg_needs(bundle: Path) -> None:
    with tar_of(files_in(package(bundle))["control.tar.xz"]) as about:
        written = {name: about.extractfile(f"./{name}") for name in ("control", "md5sums")}
        control, sums = (file.read().decode() for file in written.values() if file is not None)
    fields = dict(re.findall(r"^([A-Z][A-Za-z-]+): (.*)$", control, re.MULTILINE))
    assert fields["Package"] == "fosdesk"
    assert fields["Version"] == f"{__version__}-1"
    assert fields["Architecture"] == "amd64"
    assert fields["Depends"] == "libc6 (>= 2.36), libgl1"
    assert fields["Recommends"] == "libcups2t64 | libcups2"
    assert fields["Installed-Size"] == "5"
    assert control.endswith("\n")
    assert "\n\n" not in control
    assert max(map(len, control.splitlines())) <= 120
    assert "  usr/lib/fosdesk/fosdesk\n" in sums
    assert not any(line.split("  ")[1].startswith("/") for line in sums.splitlines())


def test_the_desktop_entry_opens_school_files() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(debian.HERE / "linux" / "fosdesk.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    assert told["Exec"] == "fosdesk %f"
    assert told["Icon"] == told["StartupWMClass"] == "fosdesk"
    kind = told["MimeType"].rstrip(";")
    tree = ElementTree.parse(debian.HERE / "linux" / "fosdesk.xml")
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    [mime] = tree.findall("m:mime-type", space)
    assert mime.get("type") == kind
    assert [glob.get("pattern") for glob in mime.findall("m:glob", space)] == ["*.fosdesk"]
    for field in ("Comment", "GenericName", "Keywords"):
        assert {f"{field}[nb]", f"{field}[nn]"} <= set(told)


def test_the_manual_tells_of_every_command() -> None:
    manual = (debian.HERE / "linux" / "fosdesk.1").read_text(encoding="utf-8").replace("\\-", "-")
    assert not [name for name in COMMANDS if f"\n\\fB{name}\\fR " not in manual]
    assert manual.splitlines()[0] == '.TH FOSDESK 1 "@DATE@" "fosdesk @VERSION@" "User commands"'


def test_copyright_names_every_part_and_no_licence_of_our_own() -> None:
    text = debian.copyright_text()
    assert "has chosen no licence yet" in text
    for part in ("pyside6-essentials 6.12.0", "Source Sans 3 3.052", "pikepdf"):
        assert part.lower() in text.lower()


def test_a_tar_keeps_programs_folders_and_order(bundle: Path) -> None:
    packed = archives.xz(archives.tar(archives.entries_of(bundle, "fosdesk-1"), MADE), is_x86=True)
    with tar_of(packed) as made:
        names = [member.name for member in made.getmembers()]
        assert names == sorted(names)
        assert made.getmember("fosdesk-1/fosdesk").mode == 0o755
        assert made.getmember("fosdesk-1/_internal").isdir()
    assert gzip.decompress(archives.gz(b"a")) == b"a"


def test_the_sums_of_the_resources_are_those_that_the_self_test_reads(bundle: Path) -> None:
    from fosdesk.commands.self_test_parts import CONTENTS

    resources = bundle / "_internal" / "fosdesk" / "resources"
    build.write_contents(resources)
    build.write_contents(resources)  # not of itself
    assert CONTENTS == build.CONTENTS
    [line] = (resources / CONTENTS).read_text(encoding="utf-8").splitlines()
    assert line.endswith("  word_forms")
    assert len(line.split("  ")[0]) == 64


def a_table() -> icu_table.Table:
    header = bytearray(32)
    header[0:4] = b"\x20\x00\xda\x27"
    header[12:16] = b"CmnD"
    # A resource bundle: its header of 16 bytes, the root, and lengths of which the fourth is where all of it ends.
    last = (
        b"\x10\x00\xda\x27" + bytes(12) + b"root" + b"".join(n.to_bytes(4, "little") for n in (5, 1, 2, 6)) + bytes(4)
    )
    items = {"af.res": b"a" * 21, "coll/nb.res": b"nb", "coll/zh.res": b"z" * 99, "nb.res": b"norsk", "zu.res": last}
    return icu_table.Table(bytes(header), "icudt73l/", items)


def test_the_data_of_icu_are_read_cut_and_written() -> None:
    table = a_table()
    again = icu_table.read_table(b"before" + icu_table.written(table) + b"behind" * 9)
    assert again.header == table.header
    assert {name: content[: len(table.items[name])] for name, content in again.items.items()} == table.items
    small = icu_table.without(table)
    assert list(small.items) == ["coll/nb.res", "nb.res"]
    assert len(icu_table.written(small)) < len(icu_table.written(table))
    with pytest.raises(ValueError):
        icu_table.read_table(b"no table")


if sys.platform == "linux":

    def qt_libraries() -> Iterator[Path]:
        import PySide6

        yield from (Path(PySide6.__file__).parent / "Qt" / "lib").glob("*.so*")

    def test_what_a_library_asks_for_is_read_from_it(tmp_path: Path) -> None:
        widgets = next(path for path in qt_libraries() if path.name.startswith("libQt6Widgets.so"))
        assert {"libQt6Gui.so.6", "libQt6Core.so.6", "libc.so.6"} <= set(elf.needed(widgets))
        (tmp_path / "a").write_bytes(b"text")
        assert elf.needed(tmp_path / "a") == ()

    def test_what_nothing_asks_for_is_found() -> None:
        files = {f"Qt/lib/{path.name}": path for path in qt_libraries()}
        gone = elf.unneeded(files, ["Qt/lib/libQt6Widgets.so.6"])
        assert not {f"Qt/lib/libQt6{name}.so.6" for name in ("Widgets", "Gui", "Core", "DBus")} & gone
        assert {"Qt/lib/libQt6Quick.so.6", "Qt/lib/libQt6Pdf.so.6"} <= gone

    def test_letters_are_ordered_as_before_with_small_data(tmp_path: Path) -> None:
        [large] = [path for path in qt_libraries() if path.name.startswith("libicudata.so")]
        small = tmp_path / large.name
        before, after = icu_table.make_small(large, small)
        assert after < before / 10
        code = (
            "from functools import cmp_to_key\n"
            "from PySide6.QtCore import QCollator, QLocale, QTimeZone\n"
            "for name in ('nb_NO', 'nn_NO', 'en_GB', 'C'):\n"
            "    order = QCollator(QLocale(name)).compare\n"
            "    print(sorted('aa å ø z æ a Ås Aasen é e đ ŋ š'.split(), key=cmp_to_key(order)))\n"
            "    print(QTimeZone(b'Europe/Oslo').displayName(QTimeZone.TimeType.DaylightTime, "
            "QTimeZone.NameType.LongName, QLocale(name)))\n"
            "print([one for one in open('/proc/self/maps') if 'libicudata' in one][0].split()[-1])\n"
        )

        def told(**environment: str) -> list[str]:
            command = [sys.executable, "-c", code]
            done = subprocess.run(
                command, env=os.environ | environment, capture_output=True, encoding="utf-8", check=True
            )
            return done.stdout.splitlines()

        *first, loaded = told()
        *then, loaded_then = told(LD_PRELOAD=str(small))
        assert (loaded, loaded_then) == (str(large.resolve()), str(small))
        assert then == first
        assert "'z', 'æ', 'ø', 'å'" in first[0]

    def test_a_library_of_which_nothing_is_said_stops_the_build(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        widgets = next(path for path in qt_libraries() if path.name.startswith("libQt6Widgets.so"))
        (bundle / "_internal" / "libQt6Widgets.so.6").write_bytes(widgets.read_bytes())
        with pytest.raises(StopError, match=r"libQt6Core\.so\.6"):
            build.dependencies(bundle)
        more = {"libQt6Core.so.6": "a", "libQt6Gui.so.6": "a", "libxkbcommon.so.0": "b", "libstdc++.so.6": "c"}
        more |= {"libgcc_s.so.1": "c"}
        monkeypatch.setattr(left_out, "OF_SYSTEM", left_out.OF_SYSTEM | more)
        assert build.dependencies(bundle) == (["a", "b", "c", "libc6", "libgl1"], [])
