"""The last page: what was left out and why, how much of it, and nothing that tells what a private note says."""

from pathlib import Path

import pytest

from fosdesk.domain.records import CriticalVoice, GateEntry, Membership, Person, SchoolProfile
from fosdesk.reports.document_catalogue import DOCUMENTS
from tests.reports.telling import in_order, said

PROFILE = SchoolProfile("school", name="Nes", direction="Everybody is missed")
PEOPLE = (Person("p", name="Turid Testad", role="teacher"), Membership("m", person="p", standing="member"))
MENTIONS = GateEntry("g", what="Reading", decision="admitted", reason="Turid Testad was against it")
PRIVATE = CriticalVoice("critical_voice", note="Somebody has to turn the table")
LEFT = "What is not included"


@pytest.mark.parametrize("key", ["description", "gate_log"])
def test_where_nothing_is_left_out_that_is_said(tmp_path: Path, key: str) -> None:
    told = said(tmp_path, key, PROFILE)
    assert in_order(told, LEFT, "Nothing has been held back or shortened.")


def test_those_outside_learn_what_is_missing_and_why(tmp_path: Path) -> None:
    _, owner, _ = DOCUMENTS["description"].audiences
    told = said(tmp_path, "description", PROFILE, *PEOPLE, MENTIONS, PRIVATE, audience=owner)
    last = told[told.rindex(LEFT) :]
    assert "Names and contacts stay at the school." in last
    assert "Texts that mention somebody by name stay at the school." in last
    assert "Nothing has been held back or shortened." not in last
    for hidden in ("Turid", "Testad", "turn the table", "against it"):
        assert hidden not in told


def test_one_page_says_in_small_print_what_is_withheld_and_never_that_nothing_is(tmp_path: Path) -> None:
    _, owner, _ = DOCUMENTS["mandate"].audiences
    told = said(tmp_path, "mandate", PROFILE, *PEOPLE, audience=owner)
    assert f"{LEFT}: People: name (1). Names and contacts stay at the school." in told
    nothing = said(tmp_path, "mandate", PROFILE)
    assert LEFT not in nothing
    assert "Nothing has been held back" not in nothing
