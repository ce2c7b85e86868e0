"""The command line with files that have a password, which never stands in the command itself."""

import json
from pathlib import Path

from fosdesk.exchange.password_seal import is_sealed, seal, unseal
from tests.test_command_line import Run, example, one_sentence, run, two_copies

__all__ = ["example", "run", "two_copies"]


def test_a_file_with_a_password_is_opened_with_the_first_line_of_another(
    run: Run, example: Path, tmp_path: Path
) -> None:
    closed, password = tmp_path / "closed.fosdesk", tmp_path / "password.txt"
    closed.write_bytes(seal(example.read_bytes(), "blåbær tåke"))
    for command in (("info",), ("check",), ("report", "description")):
        rest = ("x.pdf",) if command[0] == "report" else ()
        assert "--password-file" in one_sentence(run(*command, closed, *rest, "--language", "en"))
        password.write_text("en annen\n", encoding="utf-8")
        assert "not the password" in one_sentence(
            run(*command, closed, *rest, "--password-file", password, "--language", "en")
        )
    for written in ("blåbær tåke", "\ufeffbla\u030abær ta\u030ake\r\nmer\n"):
        password.write_bytes(written.encode())
        assert run("check", closed, "--password-file", password).code == 0
        told = json.loads(run("info", closed, "--json", "--password-file", password).out)
        assert told == json.loads(run("info", example, "--json").out)
        assert run("check", example, "--password-file", password).code == 0
    for empty in (b"", b"\nblue", b"\xff\xfe"):
        password.write_bytes(empty)
        one_sentence(run("check", closed, "--password-file", password))
    one_sentence(run("check", closed, "--password-file", tmp_path / "nowhere"))
    closed.write_bytes(closed.read_bytes()[:-9])
    password.write_text("blåbær tåke", encoding="utf-8")
    assert "damaged" in one_sentence(run("check", closed, "--password-file", password, "--language", "en"))


def test_what_is_merged_from_a_file_with_a_password_has_it_too(
    run: Run, two_copies: tuple[Path, Path], tmp_path: Path
) -> None:
    one, other = two_copies
    run("merge", one, other, tmp_path / "plain.fosdesk")
    other.write_bytes(seal(other.read_bytes(), "blåbær"))
    (tmp_path / "password").write_text("blåbær\n", encoding="utf-8")
    assert "--password-file" in one_sentence(run("merge", one, other, tmp_path / "both", "--language", "en"))
    assert not (tmp_path / "both").exists()
    assert run("merge", one, other, tmp_path / "both", "--password-file", tmp_path / "password").code == 0
    assert is_sealed((tmp_path / "both").read_bytes())
    assert unseal((tmp_path / "both").read_bytes(), "blåbær") == (tmp_path / "plain.fosdesk").read_bytes()
