"""What every page asks of a large school is there before it is asked for."""

from typing import get_args

import pytest

from fosdesk.domain.fields import Record, Surfaces
from fosdesk.domain.records import GateEntry, Person
from fosdesk.domain.rules.gate_rules import by_decision, flow, without_reason
from fosdesk.domain.rules.lost_parents import without_owner
from fosdesk.domain.rules.preloading import preload
from fosdesk.domain.rules.surfacing_dates import surfacing
from fosdesk.domain.school import School


def test_no_page_goes_through_all_records_of_a_school_that_was_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    records: dict[str, Record] = {"a": GateEntry("a", what="Nettbrett", revisit="2026-11-30"), "p": Person("p")}
    school = School("s", records, {}, 0)
    preload(school)
    monkeypatch.setattr(School, "of", lambda *_: pytest.fail("it went through them"))
    assert flow(school).entries == 1
    assert by_decision(school)
    assert (without_reason(school), without_owner(school)) == ((), ())
    assert [len(surfacing(school, kind)) for kind in get_args(Surfaces)].count(1) == 1
