"""Looks back in the real window: what an adjustment points to stands before and after, and leads there."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Adjustment, CoreComponent, Evaluation
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.forms.differing_text import DifferingText
from fosdesk.ui.plan.evaluations_part import EvaluationForm, what_became_different
from tests.ui.acts import changed, desk_of, press, said_on, settle
from tests.ui.noun_lists import ShownList


def with_adjustment(program: Fosdesk, day: str) -> None:
    """A component that is changed now, and a look back of a day that asked for it."""
    workspace = desk_of(program).workspace
    seen = workspace.add(CoreComponent("seen", name="Vi ser hver elev", looks_like="Ved døren."))
    workspace.add(Evaluation("look", what="Fokus", day=day))
    workspace.add(Adjustment("change", evaluation="look", what="Fredagsblikk", about="seen"))
    workspace.commit(seen, changed(seen, looks_like="Ved døren. På fredag ser vi på listen."))


def form_of(program: Fosdesk) -> EvaluationForm:
    form = ShownList(program.window, "evaluation").open("look")
    assert isinstance(form, EvaluationForm)
    settle()
    return form


def test_what_was_written_since_stands_before_and_after(fresh_school: Fosdesk) -> None:
    with_adjustment(fresh_school, desk_of(fresh_school).day())
    form = form_of(fresh_school)
    form.changes.unfold()
    settle()
    assert form.changes.inside is not None
    said = said_on(form.changes.inside)
    for part in ("Vi ser hver elev", "Fredagsblikk", "Slik ser det ut i praksis", "Nå"):
        assert part in said
    texts = [one.toPlainText() for one in form.changes.inside.findChildren(DifferingText)]
    assert "Ved døren. På fredag ser vi på listen." in texts
    form.changes.inside.findChildren(LineButton)[0].click()
    settle()
    assert fresh_school.window.current_key == "direction"


def test_what_stands_as_it_did_is_told_so(fresh_school: Fosdesk) -> None:
    with_adjustment(fresh_school, "2099-01-01")
    desk = desk_of(fresh_school)
    assert what_became_different(desk, desk.school.records["seen"], "2099-01-01") == ()
    form = form_of(fresh_school)
    form.changes.unfold()
    settle()
    assert form.changes.inside is not None
    assert "Det står som det gjorde da." in said_on(form.changes.inside)


def test_without_something_to_point_to_there_is_nothing_to_unfold(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(Evaluation("look", what="Fokus", day="2026-10-21"))
    workspace.add(Adjustment("change", evaluation="look", what="Fredagsblikk"))
    form = form_of(fresh_school)
    assert form.changes.isHidden()
    press(form, "Dokument …")
    assert fresh_school.window.current_key == "documents"
