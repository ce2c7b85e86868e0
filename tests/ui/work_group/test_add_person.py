"""The line that adds somebody: the buttons give a part in the group, a name left behind never does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Membership, Person
from tests.ui.acts import desk_of, said_on
from tests.ui.hands import page_of, people_of


def test_a_name_that_was_typed_and_left_is_kept_and_becomes_no_member(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    line = people_of(page).line
    line.role.show_value("teacher")
    QTest.keyClicks(line.name, "Aud Li")
    fresh_school.window.go("overview", "")
    (person,) = desk.school.of(Person)
    assert (person.name, person.role) == ("Aud Li", "teacher")
    assert desk.school.of(Membership) == ()
    assert f"Én til står under «{desk.words('Others we have noted')}»" in said_on(fresh_school.window)


def test_enter_and_the_buttons_give_the_part_they_say(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    line = people_of(page).line
    for name, act in (
        ("Aud", lambda: QTest.keyClick(line.name, Qt.Key.Key_Return)),
        ("Bo", lambda: QTest.mouseClick(line.member, Qt.MouseButton.LeftButton)),
        ("Siv", lambda: QTest.mouseClick(line.candidate, Qt.MouseButton.LeftButton)),
    ):
        QTest.keyClicks(line.name, name)
        act()
    names = {person.id: person.name for person in desk.school.of(Person)}
    assert {names[part.person]: part.standing for part in desk.school.of(Membership)} == {
        "Aud": "member",
        "Bo": "member",
        "Siv": "candidate",
    }
