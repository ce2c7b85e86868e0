"""Beside a copy may lie the journal of a write that a crash cut short; it holds the same words, and goes as well."""

from pathlib import Path

import pytest

from tests.exchange.test_erase_copies import NAME, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_the_journal_beside_an_erased_copy_goes_with_it(office: Office) -> None:
    set_aside = office.folder / "fosdesk damaged 2026-11-23 14.05.09.db"
    set_aside.write_bytes((office.folder / "fosdesk.db").read_bytes())
    copies = [set_aside, *office.folders[0].glob("*.db"), *office.folders[1].glob("*.db")]
    assert len(copies) == 4
    for copy in copies:
        copy.with_name(copy.name + "-journal").write_text(f"half a page: {NAME}", encoding="utf-8")
    assert office.erase() == []
    assert office.holding() == []
    assert [path.name for path in office.folder.rglob("*-journal")] == []
    assert all(copy.exists() for copy in copies), "the copies themselves stay"
