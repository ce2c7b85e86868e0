"""What is read of a file in part is what reading all of it would have given."""

from hashlib import sha256

import msgspec
import pytest

from fosdesk.domain.rules.lost_parents import school_of_journal
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example.colleague_copy import example_colleague
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.exchange.owner.school_excerpt import read_excerpt
from fosdesk.exchange.school_file import open_school_file, read_school_file, write_school_file
from fosdesk.exchange.zip_container import pack, unpack
from fosdesk.privacy.known_names import names_in
from fosdesk.privacy.owner_view import school_for_owner
from tests.many_schools import file_of


def excerpt_of(packed: bytes) -> School:
    found = read_excerpt(open_school_file(packed))
    return school_for_owner(found.school, found.names)


def whole_of(packed: bytes) -> School:
    journal = read_school_file(packed).journal
    school = school_of_journal(journal)
    return school_for_owner(school, names_in(journal, school))


@pytest.mark.parametrize("kind", ["for others", "with people", "everything", "a colleague's copy"])
def test_the_part_is_what_the_whole_would_give(kind: str) -> None:
    journal = example_journal(language="nb")
    if kind == "a colleague's copy":
        journal = example_colleague(journal)
    packed = file_of(journal, whole=kind in ("everything", "a colleague's copy"), with_people=kind == "with people")
    there, expected = excerpt_of(packed), whole_of(packed)
    assert len(expected.records) > 30
    assert dict(there.records) == dict(expected.records)


def test_lines_that_are_no_changes_are_refused_where_they_are_read() -> None:
    packed = write_school_file(example_journal(language="nb", entries=0), app="x", made=1, reference=False)
    manifest, body = unpack(packed)
    worse = body.replace(b'"school","direction"', b'["school"],"direction"')
    assert worse != body
    old, new = sha256(body).hexdigest().encode(), sha256(worse).hexdigest().encode()
    with pytest.raises(FosdeskError):
        read_excerpt(open_school_file(pack(manifest.replace(old, new), worse)))


def test_a_writer_that_is_not_there_is_refused() -> None:
    packed = write_school_file(example_journal(language="nb", entries=0), app="x", made=1, reference=False)
    opened = open_school_file(packed)
    with pytest.raises(FosdeskError):
        read_excerpt(opened._replace(manifest=msgspec.structs.replace(opened.manifest, writers=[])))
