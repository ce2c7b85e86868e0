"""A new area in the real window: it goes on with the method, which is written in at one click."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, DevelopmentArea, MethodCard, Partner, WorkGroup
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.plan.areas_part import AreaForm
from tests.ui.acts import desk_of, press, said_on, settle
from tests.ui.noun_lists import ShownList


def form_of(program: Fosdesk) -> AreaForm:
    form = ShownList(program.window, "development_area").open("area")
    assert isinstance(form, AreaForm)
    settle()
    return form


def test_group_methods_and_partners_are_taken_along_and_nothing_of_the_content(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for one in (
        WorkGroup("work_group", name="Savnegruppen"),
        MethodCard("round", name="Én forteller"),
        Partner("ppt", name="PPT"),
        CoreComponent("seen", name="Vi ser hver elev"),
        DevelopmentArea("area", name="Overganger", carries_on="Tålmodighet"),
    ):
        desk.workspace.add(one)
    form = form_of(fresh_school)
    said = said_on(form.handed)
    assert "Metoden følger med, ikke innholdet" in said
    assert "Vi ser hver elev" not in said
    assert [line.title for line in form.handed.findChildren(LineButton)] == [
        "Arbeidsgruppe",
        "Arbeidsformer",
        "Partnere",
    ]
    press(form, "Skriv det inn i feltet")
    settle()
    written = "Tålmodighet\nArbeidsgruppe: Savnegruppen\nArbeidsformer: Én forteller\nPartnere: PPT"
    assert desk.school.get(DevelopmentArea, "area").carries_on == written
    press(form, "Skriv det inn i feltet")
    assert desk.school.get(DevelopmentArea, "area").carries_on == written, "nothing is written twice"
    fresh_school.window.undo()
    assert "Savnegruppen" not in desk.school.get(DevelopmentArea, "area").carries_on
    form.handed.findChildren(LineButton)[0].click()
    settle()
    assert fresh_school.window.current_key == "work_group"


def test_an_empty_school_has_nothing_to_hand_on(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(DevelopmentArea("area", name="Overganger"))
    assert form_of(fresh_school).handed.isHidden()
