"""`fosdesk calendar`: the meetings of a school file as a calendar, for others or for the leadership team's own."""

from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.domain.journal import heads
from fosdesk.domain.records import Meeting
from fosdesk.domain.school import school_from_heads
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.school_file import reference_journal, save_bytes, write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.known_names import names_in
from fosdesk.store import Store
from tests.exchange.strict_calendar import Part, read_strictly


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.fosdesk"
    assert main(["example", str(path), "--language", "nb"]) == 0
    return path


def events(path: Path) -> list[Part]:
    return [part for part in read_strictly(path.read_bytes()).parts if part.name == "VEVENT"]


def test_every_meeting_is_written_but_the_leaders_own(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "plan.ics"
    capsys.readouterr()
    assert main(["calendar", str(example), str(target)]) == 0
    file = load_school_file(example)
    school = school_from_heads(file.journal.school, heads(file.journal))
    meetings = [one for one in school.of(Meeting) if one.day and one.who != "leadership"]
    assert len(meetings) > 10
    told = [one for one in events(target) if one.text("STATUS") == "CONFIRMED"]
    assert sorted(one.text("UID") for one in told) == sorted(f"{one.id}@{school.id}.fosdesk" for one in meetings)
    assert capsys.readouterr().out == f"{len(meetings)} møter\n"
    assert main(["calendar", str(example), str(target)]) == 0, "an earlier calendar is written over"


def test_the_titles_of_the_leaders_meetings_are_in_their_own_calendar_alone(example: Path, tmp_path: Path) -> None:
    file = load_school_file(example)
    school = school_from_heads(file.journal.school, heads(file.journal))
    secret = {one.what for one in school.of(Meeting) if one.who == "leadership" and one.day and one.what}
    assert secret
    for whose, wanted in (("others", False), ("own", True)):
        target = tmp_path / f"{whose}.ics"
        assert main(["calendar", str(example), str(target), "--for", whose]) == 0
        assert {one.text("SUMMARY") for one in events(target)} >= secret or not wanted
        leaders = [one for one in events(target) if one.text("SUMMARY") in secret]
        assert bool(leaders) is wanted


def test_the_same_numbers_come_from_the_file_and_from_the_store(example: Path, tmp_path: Path) -> None:
    journal = load_school_file(example).journal
    store = Store.open(tmp_path / "fosdesk.db")
    store.merge(journal, own=True, now=1)
    known = store.calendar_revisions(journal.school)
    store.close()
    target = tmp_path / "plan.ics"
    assert main(["calendar", str(example), str(target)]) == 0
    for one in events(target):
        assert known[one.text("UID").partition("@")[0]].number == int(one.text("SEQUENCE"))


def test_one_series_alone(example: Path, tmp_path: Path) -> None:
    file = load_school_file(example)
    school = school_from_heads(file.journal.school, heads(file.journal))
    series = next(one.series for one in school.of(Meeting) if one.series and one.day)
    target = tmp_path / "serie.ics"
    assert main(["calendar", str(example), str(target), "--for", "own", "--series", series]) == 0
    wanted = {f"{one.id}@{school.id}.fosdesk" for one in school.of(Meeting) if one.series == series and one.day}
    assert {one.text("UID") for one in events(target)} == wanted


def test_what_cannot_be_done_is_told_in_one_sentence(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brev.ics").write_text("Hei", encoding="utf-8")
    file = load_school_file(example)
    school = school_from_heads(file.journal.school, heads(file.journal))
    journal = reference_journal(
        school, names=names_in(file.journal, school), name="", audience=Audience.NETWORK, now=file.made
    )
    others = tmp_path / "others.fosdesk"
    save_bytes(others, write_school_file(journal, app="t", made=file.made, reference=True))
    for source, target in (
        (example, "brev.ics"),
        (example, "plan.pdf"),
        (others, "plan.ics"),
        (example, "x/y/plan.ics"),
    ):
        capsys.readouterr()
        assert main(["calendar", str(source), str(tmp_path / target)]) == 2
        told = capsys.readouterr()
        assert (told.out, told.err.count("\n")) == ("", 1)
    assert (tmp_path / "brev.ics").read_text(encoding="utf-8") == "Hei"
