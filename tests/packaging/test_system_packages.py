"""What is missing is named as the system's own packages are called, in a command that one can type."""

import os
import shutil
import sys
from pathlib import Path

import pytest

import machine
import system_packages
from machine import StopError
from system_packages import ARCH, DEBIAN, FEDORA, MACOS, OPENSUSE, WINDOWS, System, this_system

RELEASES: list[tuple[str, System | None]] = [
    ('ID=debian\nPRETTY_NAME="Debian GNU/Linux 13 (trixie)"\n', DEBIAN),
    ("ID=ubuntu\nID_LIKE=debian\n", DEBIAN),
    ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', DEBIAN),
    ("ID=fedora\n", FEDORA),
    ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', FEDORA),
    ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', OPENSUSE),
    ('ID="opensuse-tumbleweed"\n', OPENSUSE),
    ("ID=arch\n", ARCH),
    ("ID=manjaro\nID_LIKE=arch\n", ARCH),
    ("ID=gentoo\n", None),
    ("", None),
]
ALL = [*machine.LIBRARIES.values(), *machine.TEST_TOOLS.values(), *machine.BENCH_LIBRARIES.values()]


@pytest.mark.parametrize(("said", "system"), RELEASES)
def test_the_system_is_known_by_what_it_says_of_itself(tmp_path: Path, said: str, system: System | None) -> None:
    (tmp_path / "os-release").write_text(said, encoding="utf-8")
    assert this_system("linux", tmp_path / "os-release") is system


def test_a_system_that_says_nothing_is_not_guessed(tmp_path: Path) -> None:
    assert this_system("linux", tmp_path / "missing") is None
    assert (this_system("darwin"), this_system("win32")) == (MACOS, WINDOWS)


@pytest.mark.parametrize("system", [DEBIAN, FEDORA, OPENSUSE, ARCH, MACOS, WINDOWS])
def test_only_what_is_asked_for_has_other_names(system: System) -> None:
    assert set(system.names) <= set(ALL)
    assert all(name != own for name, own in system.names.items())


MISSING = ["libxcb-cursor0", "libxcb-shape0", "libxcb-xkb1", "libgl1"]


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("ID=debian", f"sudo apt-get install -y --no-install-recommends {' '.join(MISSING)}"),
        ("ID=fedora", "sudo dnf install -y xcb-util-cursor libxcb libglvnd-glx"),
        ("ID=opensuse-leap", "sudo zypper install -y libxcb-cursor0 libxcb-shape0 libxcb-xkb1 Mesa-libGL1"),
        ("ID=arch", "sudo pacman -S --needed xcb-util-cursor libxcb libglvnd"),
    ],
)
def test_what_is_missing_is_one_command_to_type(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, command: str
) -> None:
    (tmp_path / "os-release").write_text(said, encoding="utf-8")
    here = this_system("linux", tmp_path / "os-release")
    monkeypatch.setattr(system_packages, "this_system", lambda _: here)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(StopError) as stop:
        machine.install(MISSING)
    assert str(stop.value) == f"Some system packages are missing; type this, then run it again: {command}"


def test_on_a_system_that_is_not_known_debians_names_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "this_system", lambda _: None)
    with pytest.raises(StopError, match="^Install what Debian calls libxcb-cursor0, libxcb-shape0, "):
        machine.install(MISSING)


@pytest.mark.parametrize(("platform", "said"), [("win32", "winget"), ("darwin", "brew"), ("linux", "the system's own")])
def test_where_a_newer_python_comes_from(monkeypatch: pytest.MonkeyPatch, platform: str, said: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(StopError, match=said):
        machine.check_python((3, 10))


if sys.platform == "linux":

    def test_nobody_but_the_administrator_installs(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system_packages, "this_system", lambda _: DEBIAN)
        monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get")
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        with pytest.raises(StopError, match="sudo apt-get install"):
            machine.install(["libgl1"])
