"""`fosdesk self-test`: it tells of each part in a line, finds what is broken, and touches nothing of the person's."""

import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from fosdesk import paths
from fosdesk.__main__ import main
from fosdesk.commands import self_test_documents, self_test_parts
from fosdesk.commands.self_test import all_parts, run_parts
from fosdesk.commands.trial import Faulty, Part, Trial
from fosdesk.errors import FosdeskError
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.words import LANGUAGES, read_words

ROOT = Path(__file__).resolve().parents[2]
SLOW = (
    self_test_documents.try_pdf,
    self_test_documents.try_word,
    self_test_documents.try_pictures,
    self_test_documents.try_window,
)
SHORT = ("overview", "gate_log")


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return Trial(tmp_path / "trial", read_words("nb"), [key for key in DOCUMENTS if key in SHORT][:1] or ["status"])


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped files inside a package folder, as an installation has them, with the list of their sums."""
    package = tmp_path / "installed"
    resources = package / "resources"
    shutil.copytree(ROOT / "resources", resources, ignore=shutil.ignore_patterns("*.po", "*.ts"))
    sums = {path.relative_to(resources).as_posix(): path for path in sorted(resources.rglob("*")) if path.is_file()}
    lines = [f"{sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in sums.items()]
    (resources / self_test_parts.CONTENTS).write_text("".join(lines), encoding="utf-8")
    monkeypatch.setattr(paths, "_PACKAGE", package)
    return resources


def test_everything_that_a_document_needs_no_making_for_is_in_order(
    trial: Trial, capsys: pytest.CaptureFixture[str]
) -> None:
    quick = [part for part in all_parts() if part.attempt not in SLOW]
    assert len(quick) == len(all_parts()) - len(SLOW)
    assert run_parts(quick, trial) == []
    first, *lines, last = capsys.readouterr().out.splitlines()
    assert first.startswith("fosdesk ")
    assert [line[:6] for line in lines] == ["OK    "] * len(quick)
    assert all(line.rpartition(": ")[2] for line in lines)
    assert last.startswith("Alt er her og virker")


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_are_made_checked_and_drawn(language: str, tmp_path: Path) -> None:
    trial = Trial(tmp_path, read_words(language), ["status"])
    first = self_test_documents.try_pdf(trial)
    assert self_test_documents.try_word(trial)
    assert self_test_documents.try_pictures(trial)
    assert {path.suffix for path in (tmp_path / "documents").iterdir()} == {".pdf", ".docx"}
    assert list((tmp_path / "pictures").glob("status-*.png"))
    again = self_test_documents.try_pdf(Trial(tmp_path / "again", read_words(language), ["status"]))
    assert again == first, "the sum is that of the same bytes"


def test_what_is_broken_is_told_and_the_others_are_tried(trial: Trial, capsys: pytest.CaptureFixture[str]) -> None:
    def many(_: Trial) -> str:
        raise Faulty(*"abcdefg")

    def a_sentence(_: Trial) -> str:
        raise FosdeskError("{name} is missing or does not work.", name="libqxcb.so")

    def a_bug(_: Trial) -> str:
        raise KeyError("there")

    parts = [Part("One", many), Part("Two", a_sentence), Part("Three", a_bug), Part("Four", lambda _: "fine")]
    assert run_parts(parts, trial) == ["One", "Two", "Three"]
    said = capsys.readouterr().out.splitlines()[1:]
    assert said == [
        "FEIL  One",
        *(f"      – {letter}" for letter in "abcde"),
        "      – og 2 til",
        "FEIL  Two",
        "      – libqxcb.so mangler eller virker ikke.",
        "FEIL  Three",
        "      – KeyError: 'there'",
        "OK    Four: fine",
        "3 deler virker ikke. Installer fosdesk på nytt, eller vis dette til den som har ansvar for maskinen.",
    ]


def test_an_installation_as_it_was_built(installation: Path, trial: Trial) -> None:
    assert re.fullmatch(r"\d{3} filer er som de ble bygd", self_test_parts.try_files(trial))


@pytest.mark.parametrize(
    ("lacking", "attempt"),
    [
        ("fonts/NotoEmoji-Regular.ttf", self_test_parts.try_qt),
        ("icons/dark/check-on.svg", self_test_parts.try_qt),
        ("icons/undo-2.svg", self_test_parts.try_qt),
        ("translations/qtbase_nn.qm", self_test_parts.try_qt),
        ("framework/nn/warnings.toml", self_test_parts.try_words),
        ("translations/nn/LC_MESSAGES/fosdesk.mo", self_test_parts.try_words),
        ("words/word_forms", self_test_parts.try_word_forms),
        ("passwords/words.txt", self_test_parts.try_word_forms),
        ("licences/LGPL-3.0.txt", self_test_parts.try_licences),
        ("licences/parts.toml", self_test_parts.try_licences),
    ],
)
def test_a_file_that_lacks_or_is_damaged_is_found(
    lacking: str, attempt: object, installation: Path, tmp_path: Path, qapp: object, request: pytest.FixtureRequest
) -> None:
    from fosdesk.content import read_framework
    from fosdesk.privacy import word_forms

    def forget() -> None:
        for kept in (read_framework, word_forms.is_word, word_forms._packed, word_forms._index, word_forms._block):
            kept.cache_clear()
        from fosdesk.ui.style.icons import _drawing

        _drawing.cache_clear()

    request.addfinalizer(forget)
    trial = Trial(tmp_path / "trial", read_words("nb"), [])
    forget()
    (installation / lacking).write_bytes(b"")
    with pytest.raises(Faulty, match=re.escape(lacking)):
        self_test_parts.try_files(trial)
    assert callable(attempt)
    # The catalogue in use was read before; an empty fonts file and the like are found where they are used.
    with pytest.raises((Faulty, FosdeskError, ValueError, KeyError, OSError)):
        attempt(trial)


def test_nothing_is_kept_in_a_folder_with_something_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["self-test", "--keep", str(tmp_path), "--language", "en"]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.long
def test_the_whole_self_test_in_a_process_of_its_own(tmp_path: Path) -> None:
    """It passes, keeps what it made where it was asked to, and leaves the person's folders as they were."""
    home, kept = tmp_path / "home", tmp_path / "kept"
    home.mkdir()
    moved = {"HOME": home, "USERPROFILE": home, "LOCALAPPDATA": home, "FOSDESK_DATA_DIR": home / "data"}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "fosdesk", "self-test", "--language", "nn", "--keep", kept],
        env=os.environ | {name: str(path) for name, path in moved.items()} | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len([line for line in done.stdout.splitlines() if line.startswith("OK")]) == len(all_parts())
    assert not (home / "data").exists()
    assert {path.stem for path in (kept / "documents").iterdir()} == set(DOCUMENTS)
    assert len(list((kept / "window").glob("*.png"))) >= 17
