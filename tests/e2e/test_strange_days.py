"""Days and semesters that nobody means: shown on every page and in every document, and changed by nobody."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from fosdesk.app import STORE_NAME
from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, Date, Number, Record, Scalar, SemesterField, noun_of
from fosdesk.domain.records import PhaseState
from fosdesk.domain.rules.meeting_days import MOST, days_between
from fosdesk.domain.school import School, values_of
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.store import Store
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.places import page_of
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.meetings.meeting_series import MeetingSeries
from fosdesk.ui.window.page_host import FailedPage
from fosdesk.words import read_words
from fosdesk.workspace import Workspace
from tests.privacy.known import names_of
from tests.program import NOON, TODAY, Start
from tests.sampling import sampled
from tests.ui.acts import desk_of, said_on, settle


class Odd(NamedTuple):
    """What a mistyped year, or another program, can leave in a date, a semester and a number."""

    day: str
    semester: str
    number: int


ODD = [
    Odd("0001-01-01", "1000V", 0),
    Odd("9999-12-31", "9999H", 2**53),
    Odd("10000-01-01", "12000V", -(2**53)),
    Odd("0202-11-05", "202H", 1),
    Odd("i fjor", "neste høst", -1),
    Odd("2026-02-30", "0000V", 2**31),
    Odd("-001-01-01", "٢٠٢٦H", 10**9),
]


@pytest.fixture(params=sampled(ODD, len(ODD)), ids=lambda odd: odd.day)
def odd(request: pytest.FixtureRequest) -> Odd:
    assert isinstance(request.param, Odd)
    return request.param


def odd_value(record: Record, name: str, odd: Odd) -> Scalar:
    """The odd value for a field that takes such a one; else what it says."""
    field = noun_of(record).fields[name]
    if isinstance(field, Date):
        return odd.day
    if isinstance(field, SemesterField):
        return odd.semester
    return odd.number if isinstance(field, Number) else getattr(record, name)


def made_odd(school: School, odd: Odd, every: int) -> Iterator[tuple[Record, Record]]:
    """Records with odd values in all their days, semesters and numbers: each so many of a noun."""
    for noun in NOUNS.values():
        records = list(school.of(noun.record))
        for place, record in enumerate(records):
            values = {name: odd_value(record, name, odd) for name in values_of(record)}
            if place % every == 0 and values != values_of(record):
                yield record, msgspec.structs.replace(record, **values)


def prepared(folder: Path, odd: Odd, every: int) -> School:
    """A data folder with the example school and odd values in it."""
    folder.mkdir(exist_ok=True)
    store = Store.open(folder / STORE_NAME)
    journal = example_journal(years=2, entries=20, language="nb")
    store.merge(journal, own=True, now=NOON)
    workspace = Workspace(store, journal.school, role="principal", app="test", clock=lambda: NOON)
    workspace.commit_all(list(made_odd(workspace.school, odd, every)))
    school = workspace.school
    store.close()
    assert any(odd.day in (phase.opened, phase.closed) for phase in school.of(PhaseState))
    return school


@pytest.mark.parametrize("every", sampled([1, 2]))
def test_every_page_is_shown_with_odd_days(odd: Odd, every: int, started: Start, tmp_path: Path) -> None:
    prepared(tmp_path / "school", odd, every)
    program = started(tmp_path / "school")
    window, desk = program.window, desk_of(program)
    before = {record.id: values_of(record) for noun in NOUNS.values() for record in desk.school.of(noun.record)}
    for place in PAGES:
        window.go(place.key, "")
        page = window.page(place.key)
        assert not isinstance(page, FailedPage)
        assert len(said_on(page)) > 40
        if isinstance(page, TabbedPage):
            for key in page._makers:
                page.tabs.show_tab(key)
                settle()
    series = MeetingSeries(desk)
    assert series.first.text()
    assert len(days_between(odd.day, "9999-12-31", odd.number)) <= MOST
    for noun in NOUNS.values():
        for record in desk.school.of(noun.record)[:3]:
            window.go(page_of(desk.school, record.id), record.id)
            settle()
    assert window.close()
    after = {record.id: values_of(record) for noun in NOUNS.values() for record in desk.school.of(noun.record)}
    assert after == before, "looking changes nothing"


@pytest.mark.parametrize("every", sampled([1, 2]))
def test_every_document_is_made_with_odd_days(odd: Odd, every: int, tmp_path: Path) -> None:
    school = prepared(tmp_path / "school", odd, every)
    words, framework = read_words("nb"), read_framework("nb")
    for key, kind in DOCUMENTS.items():
        for audience in {kind.audiences[0], *kind.audiences} & {kind.audiences[0], Audience.RESEARCH}:
            path = tmp_path / f"{key} {audience}.pdf"
            make_document(key, school, framework, words, audience, TODAY, path, names=names_of(school))
            assert path.stat().st_size > 1_000


@pytest.mark.parametrize("day", sampled([date.min, date(999, 12, 31), date.max]))
def test_the_documents_with_lines_of_time_are_made_for_any_day(day: date, tmp_path: Path) -> None:
    school = prepared(tmp_path / "school", Odd("2026-11-23", "2026H", 1), 50)
    for key in ("description", "hand_over", "steering_brief"):
        for ending in ("pdf", "docx"):
            path = tmp_path / f"{key}.{ending}"
            make_document(
                key, school, read_framework("nn"), read_words("nn"), Audience.SCHOOL, day, path, names=names_of(school)
            )
            assert path.stat().st_size > 1_000
