"""The foot of the window stands on every page, before whoever walks past: it names nobody and tells nothing private."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Field, Long, Privacy, Record, Reference, Scalar, Short
from fosdesk.domain.records import Person
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.ui.window.main_window import MainWindow
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.sampling import sampled
from tests.ui.acts import changed, desk_of, page_of, press, said_on, settle, wait_for_work
from tests.ui.hands import people_of

NAME, SECRET = "Zofia Quist", "Zwart Quilt"
SOMEBODY = "p-quist"
FIXED = {"work_group": "work_group", "time_plan": "time_plan", "school_profile": "profile", "retention": "retention"}


def closed_fields(noun: str) -> dict[str, Field]:
    """The fields of a noun that not everybody may see, and those that point to a person."""
    fields = NOUNS[noun].fields.items()
    return {name: one for name, one in fields if one.privacy is not Privacy.OPEN or _points_to_person(one)}


def _points_to_person(field: Field) -> bool:
    return isinstance(field, Reference) and field.target == "person"


def closed_words(field: Field, number: int) -> Scalar:
    if _points_to_person(field):
        return SOMEBODY
    if isinstance(field, Short | Long):
        return f"{SECRET} {number}"
    return {bool: True, int: number}.get(field.python_type, f"2026-10-0{number}")


def with_closed_words(noun: str, number: int) -> Record:
    """A record with something in all these fields."""
    record = NOUNS[noun].record(FIXED.get(noun, f"{noun}:1"))
    return changed(record, **{name: closed_words(field, number) for name, field in closed_fields(noun).items()})


def foot_of(window: MainWindow) -> str:
    """All that the foot of the window says, its tooltips and what a screen reader is told included."""
    settle()
    found = [said_on(window._foot)]
    labels: list[QLabel | QAbstractButton] = [*window._foot.findChildren(QLabel)]
    for one in [*labels, *window._foot.findChildren(QAbstractButton)]:
        found += [one.text(), one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.statusTip()]
    return "\n".join(found)


def look(window: MainWindow, act: str) -> None:
    said = foot_of(window)
    for word in (*NAME.split(), *SECRET.split()):
        assert word not in said, (act, said)


def steps_of(desk: Desk, window: MainWindow, noun: str) -> Iterator[str]:
    """Everything that is done to a record of a noun, one after the other."""
    workspace = desk.workspace
    first = with_closed_words(noun, 1)
    yield from _there_and_back(window, "created", lambda: workspace.commit(None, first))
    for name, field in closed_fields(noun).items():
        before = desk.school.find(first.id)
        assert before is not None
        after = changed(before, **{name: field.blank if _points_to_person(field) else closed_words(field, 2)})
        yield from _there_and_back(window, f"changed {name}", partial(workspace.commit, before, after))
        settle_it = partial(workspace.settle, first.id, name, getattr(before, name))
        yield from _there_and_back(window, f"settled {name}", settle_it)
    found = desk.school.find(first.id)
    assert found is not None
    yield from _there_and_back(window, "deleted", lambda: workspace.delete([found]))
    yield from _there_and_back(window, "restored", lambda: workspace.restore([first.id]))


def _there_and_back(window: MainWindow, what: str, act: Callable[[], object]) -> Iterator[str]:
    act()
    yield what
    for _ in range(2):
        window.undo()
        yield f"{what}, undone"
        window.redo()
        yield f"{what}, done again"


@pytest.mark.parametrize("noun", sampled(key for key in NOUNS if closed_fields(key)))
def test_no_step_is_told_with_private_words(fresh_school: Fosdesk, noun: str) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    desk.workspace.add(Person(SOMEBODY, name=NAME))
    done = 0
    for what in steps_of(desk, window, noun):
        look(window, f"{noun}: {what}")
        done += 1
    assert done >= 15


def test_what_is_told_of_a_person_leaves_out_the_name(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    page = page_of(window, "work_group", WorkGroupPage)
    QTest.keyClicks(people_of(page).line.name, NAME)
    window.go("overview", "")  # the name was typed and left
    assert "Ctrl+Z" in foot_of(window)
    look(window, "typed and left")
    (person,) = desk.school.of(Person)
    privacy = page_of(window, "privacy", PrivacyPage)
    QTest.mouseClick(privacy.lines[person.id], Qt.MouseButton.LeftButton)
    wait_for_work(desk)
    desk.workspace.shield(person.id, SECRET, desk.day())
    look(window, "shielded")
    desk.workspace.unshield(person.id)
    look(window, "shown again")


@pytest.mark.parametrize("noun", [key for key in NOUNS if closed_fields(key)])
def test_the_bin_tells_who_came_back_on_its_own_page_alone(fresh_school: Fosdesk, noun: str) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    desk.workspace.add(Person(SOMEBODY, name=NAME))
    record = desk.workspace.commit(None, with_closed_words(noun, 1))
    desk.workspace.delete([record])
    page = page_of(window, "history", StoragePage)
    page.tabs.show_tab("bin")
    press(page, "Hent tilbake")
    wait_for_work(desk)
    assert desk.school.find(record.id) is not None
    assert "Hentet tilbake: " in foot_of(window)
    look(window, f"{noun}: from the bin")
