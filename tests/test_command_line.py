"""The command line: what it writes and says, and one sentence with exit code 2 for whatever cannot be."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from fosdesk.__main__ import COMMANDS, main
from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.journal import Edit, birth
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.school_file import save_bytes, write_school_file
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.words import LANGUAGES, read_words
from tests.exchange.hostile import GOOD, manifests
from tests.store.store_copies import SCHOOL, Copy


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def ask(*arguments: str | Path) -> Answer:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return ask


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.fosdesk"
    assert main(["example", str(path), "--years", "1", "--entries", "20", "--language", "nn"]) == 0
    return path


@pytest.fixture
def two_copies(tmp_path: Path) -> tuple[Path, Path]:
    """Two files of one school, with one record new, one changed, one gone and one in conflict between them."""
    one, other = Copy(tmp_path / "a.db"), Copy(tmp_path / "b.db")
    named = [birth("school", "school_profile"), Edit("school", "name", "", "Fjordvik skole")]
    one.store.append(SCHOOL, named, StepLabel("create"), **one.by())
    one.write("entry", "what", "a")
    one.write("member", "motivation", "m")
    other.take_in(one.file())
    one.write("entry", "what", "b")
    other.write("entry", "what", "c")
    other.write("entry", "reason", "because")
    other.delete("member")
    other.write("group", "name", "g")
    paths = (tmp_path / "one.fosdesk", tmp_path / "other.fosdesk")
    for copy, path in zip((one, other), paths, strict=True):
        save_bytes(path, copy.file())
        copy.close()
    return paths


def one_sentence(answer: Answer) -> str:
    assert answer.code == 2, answer
    assert answer.out == ""
    assert answer.err.endswith("\n")
    assert len(answer.err.splitlines()) == 1
    assert "Traceback" not in answer.err
    return answer.err.strip()


# -- example


def test_the_same_arguments_give_the_same_bytes(run: Run, example: Path, tmp_path: Path) -> None:
    arguments = ("--years", "1", "--entries=20", "--language", "nn")
    assert run("example", tmp_path / "again.fosdesk", *arguments) == Answer(0, "", "")
    assert (tmp_path / "again.fosdesk").read_bytes() == example.read_bytes()
    assert run("example", *arguments, "--seed", "2", tmp_path / "again.fosdesk").code == 0
    assert (tmp_path / "again.fosdesk").read_bytes() != example.read_bytes()


def test_the_example_is_told_in_the_language_that_is_spoken(run: Run, tmp_path: Path) -> None:
    small = ("--years", "1", "--entries", "0")
    for name, arguments in {
        "nb": [],
        "nn": ["--language", "nn"],
        "en": ["--language", "en"],
    }.items():
        assert run(*arguments, "example", tmp_path / name, *small).code == 0
    assert (tmp_path / "nb").read_bytes() == (tmp_path / "en").read_bytes() != (tmp_path / "nn").read_bytes()
    assert "choose one of nb, nn" in one_sentence(run("example", tmp_path / "x", "--language", "en"))


@pytest.mark.parametrize(
    "arguments",
    [("--years", "0"), ("--years", "x"), ("--years", "1.5"), ("--years", "99"), ("--entries", "-1"), ("--seed",)],
)
def test_an_example_that_cannot_be_is_told(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    one_sentence(run("example", tmp_path / "x.fosdesk", *arguments))
    assert list(tmp_path.iterdir()) == []


# -- info and check


def test_info_tells_what_a_file_holds(run: Run, two_copies: tuple[Path, Path], tmp_path: Path) -> None:
    run("merge", *two_copies, tmp_path / "both.fosdesk")
    answer = run("info", tmp_path / "both.fosdesk", "--json")
    facts = json.loads(answer.out)
    assert answer.err == ""
    assert list(facts) == [
        "school",
        "name",
        "reference",
        "made",
        "app",
        "changes",
        "writers",
        "phases",
        "records",
        "conflicts",
        "unknown",
        "experience_pack",
    ]
    assert (facts["school"], facts["name"], facts["reference"], facts["made"]) == (SCHOOL, "Fjordvik skole", False, 1)
    assert (facts["changes"], facts["writers"], facts["conflicts"], facts["unknown"]) == (12, 2, 1, 0)
    assert facts["phases"] == dict.fromkeys(("F0", "F1", "F2", "F3", "F4"), "not_open")
    assert facts["records"] == {"gate_entry": 1, "existing_group": 1, "school_profile": 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_info_is_told_in_each_language(run: Run, example: Path, language: str) -> None:
    words = read_words(language)
    answer = run("info", example, "--language", language)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == load_school_file(example).journal.name
    assert words(NOUNS["gate_entry"].many) in answer.out
    assert words("Open phases: {phases}", phases="").strip() in answer.out


def test_nothing_that_somebody_wrote_can_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    evil = "Fjord\x1b[2J\u202e\nvik\r{x}"
    edits = [birth("school", "school_profile"), Edit("school", "name", "", evil)]
    copy.store.append(SCHOOL, edits, StepLabel("create"), **copy.by())
    save_bytes(tmp_path / "a.fosdesk", copy.file())
    copy.close()
    assert run("info", tmp_path / "a.fosdesk").out.splitlines()[0] == "Fjord [2J vik {x}"
    assert json.loads(run("info", tmp_path / "a.fosdesk", "--json").out)["name"] == evil


def test_a_file_in_which_something_was_erased_is_whole(run: Run, two_copies: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = Copy(tmp_path / "e.db"), two_copies[1]
    one.take_in(two_copies[0].read_bytes())
    one.store.erase(SCHOOL, Erasure(frozenset({"member"})), **one.by())
    save_bytes(tmp_path / "erased.fosdesk", one.file())
    one.close()
    assert run("check", tmp_path / "erased.fosdesk").code == 0
    assert json.loads(run("info", tmp_path / "erased.fosdesk", "--json").out)["name"] == "Fjordvik skole"
    for pair in ((tmp_path / "erased.fosdesk", other), (other, tmp_path / "erased.fosdesk")):
        assert run("merge", *pair, tmp_path / f"{pair[0].stem}-first.fosdesk").code == 0
    both = [(tmp_path / f"{stem}-first.fosdesk").read_bytes() for stem in ("erased", other.stem)]
    assert both[0] == both[1]
    assert run("check", tmp_path / "erased-first.fosdesk").code == 0


def test_info_tells_what_a_newer_fosdesk_wrote(run: Run, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.write("odd", "unheard of", "x")
    save_bytes(tmp_path / "a.fosdesk", copy.file())
    copy.close()
    assert json.loads(run("info", tmp_path / "a.fosdesk", "--json").out)["unknown"] == 2
    assert "2 values from a newer fosdesk" in run("info", tmp_path / "a.fosdesk", "--language", "en").out


def test_check_tells_whether_a_file_is_whole(run: Run, example: Path, tmp_path: Path) -> None:
    assert run("check", example, "--language", "en").out == "The school file is whole and can be read.\n"
    (tmp_path / "half.fosdesk").write_bytes(example.read_bytes()[:-100])
    assert "not a school file" in one_sentence(run("check", tmp_path / "half.fosdesk", "--language", "en"))
    newer = dict(manifests())["22 for a newer reader"]
    (tmp_path / "newer.fosdesk").write_bytes(newer)
    assert "newer fosdesk" in one_sentence(run("--language", "en", "check", tmp_path / "newer.fosdesk"))


@pytest.mark.parametrize("command", [("info",), ("check",), ("report", "description")])
def test_a_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    rest = ("x.pdf",) if command[0] == "report" else ()
    for place in (tmp_path / "nowhere.fosdesk", tmp_path, "x" * 400):
        assert one_sentence(run(*command, place, *rest)).endswith(".")


# -- merge


def test_merge_writes_the_union_and_counts(run: Run, two_copies: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = two_copies
    answer = run("merge", one, other, tmp_path / "both.fosdesk", "--json")
    assert json.loads(answer.out) == {"new": 1, "changed": 1, "gone": 1, "conflicts": 1, "changes": 5}
    run("merge", other, one, tmp_path / "other way.fosdesk")
    assert (tmp_path / "both.fosdesk").read_bytes() == (tmp_path / "other way.fosdesk").read_bytes()
    again = run("merge", tmp_path / "both.fosdesk", one, tmp_path / "both.fosdesk", "--json")
    assert set(json.loads(again.out).values()) == {0}
    assert "1 felt er i konflikt" in run("merge", one, other, one).out
    assert one.read_bytes() == (tmp_path / "both.fosdesk").read_bytes()


def test_merge_refuses_another_school_and_writes_nothing(
    run: Run, two_copies: tuple[Path, Path], example: Path, tmp_path: Path
) -> None:
    before = two_copies[0].read_bytes()
    assert "different schools" in one_sentence(
        run("merge", *two_copies[:1], example, two_copies[0], "--language", "en")
    )
    assert two_copies[0].read_bytes() == before
    journal = load_school_file(example).journal
    save_bytes(tmp_path / "others.fosdesk", write_school_file(journal, app="", made=1, reference=True))
    assert "cannot be merged" in one_sentence(
        run("merge", example, tmp_path / "others.fosdesk", tmp_path / "x.fosdesk", "--language", "en")
    )
    assert not (tmp_path / "x.fosdesk").exists()


def test_a_place_that_cannot_be_written_is_told(run: Run, two_copies: tuple[Path, Path], tmp_path: Path) -> None:
    for place in (tmp_path / "nowhere" / "x.fosdesk", tmp_path, "/"):
        assert "could not be written" in one_sentence(run("merge", *two_copies, place, "--language", "en"))
        one_sentence(run("example", place, "--years", "1", "--entries", "0"))


# -- report


@pytest.mark.parametrize("document", list(DOCUMENTS))
def test_report_makes_each_document(run: Run, example: Path, tmp_path: Path, document: str) -> None:
    audience = DOCUMENTS[document].audiences[-1]
    answer = run("report", document, example, tmp_path / "a.pdf", "--audience", audience, "--date", "2026-11-23")
    assert (answer.code, answer.err) == (0, "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert answer.out.split()[0].isdigit()


def test_report_makes_a_document_for_those_it_is_meant_for_and_for_no_others(
    run: Run, example: Path, tmp_path: Path
) -> None:
    assert run("report", "share_card", example, tmp_path / "a.pdf").code == 0
    one_sentence(run("report", "share_card", example, tmp_path / "b.pdf", "--audience", "school"))
    one_sentence(run("report", "status", example, tmp_path / "b.pdf", "--audience", "research"))
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_report_tells_how_many_characters_no_font_shows(run: Run, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    texts = {"direction": "Alle", "inclusion": "En \ue123 og \U000f0000 her"}
    profile = [birth("school", "school_profile"), *(Edit("school", name, "", text) for name, text in texts.items())]
    copy.store.append(SCHOOL, profile, StepLabel("create"), **copy.by())
    save_bytes(tmp_path / "a.fosdesk", copy.file())
    copy.close()
    for language, said in (
        ("nb", "2 tegn kunne ikke vises og står som □.\n"),
        ("en", "2 characters could not be shown and stand as □.\n"),
    ):
        answer = run("report", "description", tmp_path / "a.fosdesk", tmp_path / "a.pdf", "--language", language)
        assert (answer.code, answer.err) == (0, said)


def test_report_makes_a_word_file_where_the_name_ends_so(run: Run, example: Path, tmp_path: Path) -> None:
    answer = run("report", "gate_log", example, tmp_path / "a.DOCX", "--date", "2026-11-23")
    assert (answer.code, answer.out, answer.err) == (0, "1 Word-fil\n", "")
    assert (tmp_path / "a.DOCX").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--date", "23.11.2026"),
        ("--date", "2026-02-30"),
        ("--date", "20261123"),
        ("--date", "2026-11-23T10:00"),
        ("--date", ""),
        ("--audience", "everybody"),
        ("--language", "se"),
    ],
)
def test_a_report_that_cannot_be_is_told(run: Run, example: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    one_sentence(run("report", "gate_log", example, tmp_path / "a.pdf", *arguments))
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_document_and_an_unwritable_place_are_told(run: Run, example: Path, tmp_path: Path) -> None:
    said = one_sentence(run("report", "novel", example, tmp_path / "a.pdf", "--language", "en"))
    assert all(document in said for document in DOCUMENTS)
    one_sentence(run("report", "gate_log", example, tmp_path / "nowhere" / "a.pdf"))
    (tmp_path / "a.pdf").write_bytes(b"as before")
    one_sentence(run("report", "gate_log", tmp_path / "nowhere.fosdesk", tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").read_bytes() == b"as before"


@pytest.mark.parametrize("arguments", [("--scale", "0"), ("--scale", "9"), ("--scale", "nan"), ("--theme", "red")])
def test_screenshots_that_cannot_be_are_told(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    one_sentence(run("screenshots", tmp_path / "x", *arguments))
    assert list(tmp_path.iterdir()) == []


# -- use and help


@pytest.mark.parametrize(
    "arguments",
    [
        ("novel",),
        ("--novel",),
        ("check",),
        ("check", "a", "b"),
        ("merge", "a", "b"),
        ("info", "a", "--years", "1"),
        ("check", "a", "--json"),
        ("info", "--json=yes", "a"),
        ("--language",),
        ("--language", "se"),
        ("--language", "se", "check", "x"),
        ("--data-dir",),
        ("report",),
    ],
)
def test_what_is_not_understood_is_told(run: Run, arguments: tuple[str, ...]) -> None:
    assert one_sentence(run(*arguments)) != ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_told_in_each_language(run: Run, language: str) -> None:
    words = read_words(language)
    answer = run("--help", "--language", language)
    assert (answer.code, answer.err) == (0, "")
    for name, command in COMMANDS.items():
        assert words(command.about) in answer.out
        assert f"fosdesk {name} " in answer.out
        assert words(command.about) in run(name, "--help", "--language", language).out
    assert run("-h").out == run("--help", "--language", "nb").out


def test_help_lists_the_documents(run: Run) -> None:
    assert f"fosdesk report {{{','.join(DOCUMENTS)}}} FILE PDF" in run("report", "--help").out


def test_a_name_that_looks_like_an_option_can_be_given(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "--json").write_bytes(GOOD)
    assert run("check", "--", "--json").code == 0


def test_a_fault_of_ours_is_one_sentence_too(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("fosdesk.exchange.passphrase.load_school_file", lambda *about: 1 // 0)
    answer = run("check", tmp_path / "x", "--language", "en")
    assert answer == Answer(1, "", "Something went wrong in fosdesk itself; with --debug it tells what.\n")
    with pytest.raises(ZeroDivisionError):
        run("check", tmp_path / "x", "--debug")


# -- as it is typed


def typed(*arguments: str | Path, **environment: str) -> Answer:
    command = [sys.executable, "-m", "fosdesk", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, timeout=120)
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def test_it_answers_as_a_program_also_where_letters_are_missing(example: Path) -> None:
    assert typed("check", example).code == 0
    answer = typed("check", "nowhere.fosdesk", "--language", "nb", PYTHONIOENCODING="ascii")
    assert answer.code == 2
    assert answer.err.startswith("Filen nowhere.fosdesk kunne ikke leses")


def test_help_waits_for_nothing_heavy() -> None:
    code = (
        "import sys; from fosdesk.__main__ import main; main(['--help']); print([m for m in sys.modules if m in (%s)])"
    )
    heavy = "'PySide6', 'sqlalchemy', 'reportlab', 'pikepdf', 'sqlite3', 'msgspec', 'fosdesk.reports', 'fosdesk.store'"
    done = subprocess.run([sys.executable, "-c", code % heavy], capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_data_folder_that_is_called_as_a_command_is_none(run: Run) -> None:
    assert "«nope»" in one_sentence(run("--data-dir", "check", "nope"))
