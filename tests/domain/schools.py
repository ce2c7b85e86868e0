"""Schools made of a few records, for tests of the pure rules."""

from fosdesk.content import read_framework
from fosdesk.domain.fields import Record
from fosdesk.domain.school import School

TODAY = "2026-11-23"
FRAMEWORK = read_framework("nb")


def school_of(*records: Record) -> School:
    """A school that keeps just these."""
    return School("school-under-test", {record.id: record for record in records}, {})
