"""A file that nobody would send: thousands of values in one field, in the real window."""

import time
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.journal import Change, Journal, Writer
from fosdesk.exchange.school_file import write_school_file
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.program import NOON
from tests.ui.acts import desk_of, has_button, page_of, press, said_on, wait_until
from tests.ui.gate_log import gate_log

MANY = 10_000


def test_66_ten_thousand_values_of_one_field_are_shown_calmly(fresh_school: Fosdesk, tmp_path: Path) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    changes = [Change(0, 1, 1, NOON, 1, "entry1", "", "gate_entry", ())]
    changes += [Change(0, n, n, NOON, n, "entry1", "what", f"forslag {n}", ()) for n in range(2, MANY + 2)]
    journal = Journal(desk.school.id, "", (Writer("0123456789abcdef" * 2, "deputy", "test", NOON),), tuple(changes))
    file = tmp_path / "mange.fosdesk"
    file.write_bytes(write_school_file(journal, app="test", made=NOON, reference=False))
    began = time.process_time()
    page = page_of(window, "schools", SchoolsPage)
    page.read_file(file)
    wait_until(lambda: has_button(page, "Slå sammen"))
    press(page, "Slå sammen")
    wait_until(lambda: ("entry1", "what") in desk.school.conflicts)
    wait_until(lambda: not desk.long_work.under_way)
    assert len(desk.school.conflicts["entry1", "what"]) == MANY
    window.go("gatekeeping", "entry1")
    gate = gate_log(window)
    wait_until(lambda: "flere tekster" in said_on(gate.page))
    assert f"forslag {MANY + 1}" in said_on(gate.page)
    assert len(gate.page.findChildren(QWidget)) < 1500
    press(gate.page, "Bruk denne")
    assert ("entry1", "what") not in desk.school.conflicts
    assert time.process_time() - began < 30, "it grows with what there is, and not with its square"
