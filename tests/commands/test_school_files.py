"""What the command `info` says of a file: a pack of experiences is no file for others to read."""

import json
from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.domain.school import school_from_journal
from fosdesk.exchange.example.colleague_copy import other_school_journal
from fosdesk.exchange.experience_pack import pack_journal
from fosdesk.exchange.school_file import save_bytes, write_school_file
from fosdesk.privacy.name_detector import NameDetector


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    journal = pack_journal(school_from_journal(other_school_journal()), ("direction",), names=NameDetector(()), now=1)
    path = tmp_path / "pack.fosdesk"
    save_bytes(path, write_school_file(journal, app="1", made=1_795_000_000_000, reference=True))
    return path


def test_a_pack_is_told_as_what_it_is(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(pack)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Erfaringer fra Skarvholmen")
    assert "En erfaringspakke: det en skole har valgt å fortelle en som begynner" in said
    assert "Til lesing for andre" not in said
    assert main(["info", str(pack), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["experience_pack"] is True
