"""Computes what every page asks of a large school, off the GUI thread."""

from typing import get_args

from fosdesk.domain.fields import Surfaces
from fosdesk.domain.rules.gate_rules import by_decision, flow, without_reason
from fosdesk.domain.rules.lost_parents import without_owner
from fosdesk.domain.rules.surfacing_dates import surfacing
from fosdesk.domain.school import School


def preload(school: School) -> None:
    """Compute the results that go through all records and are kept by the School; it tells kinds apart as well."""
    flow(school)
    by_decision(school)
    without_reason(school)
    without_owner(school)
    for kind in get_args(Surfaces):
        surfacing(school, kind)
