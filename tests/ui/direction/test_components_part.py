"""How many core components are too many is told where they are written, by the school's own number."""

from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AdviceLimit, CoreComponent
from fosdesk.ui.direction.components_part import ComponentsPart
from fosdesk.ui.forms.editors import as_widget
from tests.ui.acts import desk_of, press, said_on, settle
from tests.ui.noun_lists import ShownList


def part_of(program: Fosdesk, several: int) -> ComponentsPart:
    desk = desk_of(program)
    desk.workspace.commit_all([(None, CoreComponent(f"{n:012}", name=f"Kjerne {n}")) for n in range(several)])
    part = ShownList(program.window, "core_component").part
    assert isinstance(part, ComponentsPart)
    settle()
    return part


def test_more_than_the_limit_is_asked_about_and_the_limit_is_ones_own(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school, 6)
    assert "Dere har 6 kjernekomponenter. Klarer alle å huske dem?" in said_on(part)
    press(part, "Endre grensen")
    assert part.limit.editor is not None
    QTest.keyClicks(as_widget(part.limit.editor.editor), "7")
    press(part, "Ferdig")
    assert desk_of(fresh_school).school.get(AdviceLimit, "advice_limit:W5").number == 7
    settle()
    assert not part.many.isVisible()


def test_few_are_not_asked_about_and_the_poster_is_one_press_away(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school, 2)
    assert not part.many.isVisible()
    press(part, "Plakat til veggen")
    assert fresh_school.window.current_key == "documents"
