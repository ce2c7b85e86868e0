"""Networks, experiences and groups of schools, in the real window."""

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import (
    AgendaLine,
    Cohort,
    ExperienceCard,
    GateEntry,
    Meeting,
    Network,
    PhaseState,
    Study,
)
from fosdesk.domain.values.derived_ids import derived_id
from fosdesk.exchange.example.colleague_copy import other_school_journal
from fosdesk.ui.schools.sharing_parts import CohortsPart, ExperiencesPart, NetworksPart
from tests.ui.acts import changed, desk_of, open_beside, press, said_on, settle, wait_for_work
from tests.ui.noun_lists import ShownList


def card(program: Fosdesk, **values: str) -> ExperienceCard:
    made = ExperienceCard(what="Gåtur med en elev", with_whom="Skarvholmen skole", text="Snakk mens dere går.")
    return desk_of(program).workspace.add(changed(made, **values))


def test_a_harvest_becomes_one_entry_linked_both_ways(fresh_school: Fosdesk) -> None:
    desk, kept = desk_of(fresh_school), card(fresh_school, kind="harvested")
    shown = ShownList(fresh_school.window, "experience_card")
    form = shown.open(kept.id)
    press(form, "Send til grensevokting")
    (entry,) = desk.school.of(GateEntry)
    assert entry.id == derived_id("gate_entry", kept.id)
    assert (entry.what, entry.source, entry.decision) == ("Gåtur med en elev", "Skarvholmen skole", "undecided")
    assert desk.school.get(ExperienceCard, kept.id).entry == entry.id
    assert fresh_school.window.current_key == "gatekeeping"
    settle()
    assert "Brukt i" in said_on(fresh_school.window.page("gatekeeping"))
    form = ShownList(fresh_school.window, "experience_card").open(kept.id)
    press(form, "Send til grensevokting")
    assert len(desk.school.of(GateEntry)) == 1
    desk.workspace.undo()
    assert desk.school.of(GateEntry) == ()
    assert desk.school.get(ExperienceCard, kept.id).entry == ""


def test_what_was_given_does_not_go_through_the_gate(fresh_school: Fosdesk) -> None:
    desk, kept = desk_of(fresh_school), card(fresh_school, kind="given")
    press(ShownList(fresh_school.window, "experience_card").open(kept.id), "Send til grensevokting")
    assert desk.school.of(GateEntry) == ()
    assert "Bare det dere fikk fra andre" in said_on(fresh_school.window)


def test_two_laptops_that_send_the_same_make_one_entry(fresh_school: Fosdesk) -> None:
    """The key follows from the card; an entry that was deleted comes back under the same key."""
    desk, kept = desk_of(fresh_school), card(fresh_school, kind="harvested")
    part = ShownList(fresh_school.window, "experience_card").part
    assert isinstance(part, ExperiencesPart)
    part.send_to_gate(kept.id)
    desk.workspace.delete(desk.school.of(GateEntry))
    part.send_to_gate(kept.id)
    assert [one.id for one in desk.school.of(GateEntry)] == [derived_id("gate_entry", kept.id)]


def test_a_network_has_meetings_that_point_back_to_it(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    kept = desk.workspace.add(Network(name="Ytre kyst"))
    press(ShownList(fresh_school.window, "network").open(kept.id), "Lag et møte")
    (meeting,), (line,) = desk.school.of(Meeting), desk.school.of(AgendaLine)
    assert (meeting.what, meeting.who, meeting.series) == ("Ytre kyst", "network", "Ytre kyst")
    assert (line.meeting, line.about) == (meeting.id, kept.id)
    assert fresh_school.window.current_key == "meetings"


def test_schools_that_fit_are_suggested_from_files_that_were_read(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    profile = desk.school.profile
    desk.workspace.commit(profile, changed(profile, collaboration="Skolenettverket Ytre kyst"))
    desk.workspace.store.merge(other_school_journal(), own=False, now=1)
    part = ShownList(fresh_school.window, "network").part
    assert isinstance(part, NetworksPart)
    assert part.found.isHidden()
    press(part, "Finn skoler som passer")
    wait_for_work(desk)
    assert "Skarvholmen skole hører til samme sted: Skolenettverket Ytre kyst." in said_on(part)
    press(part, "Lag et nettverk")
    (made,) = desk.school.of(Network)
    assert (made.basis, made.reach, made.schools) == ("geography", "across", "Skarvholmen skole")
    press(part, "Finn skoler som passer")
    wait_for_work(desk)
    assert "Ingen skolefil som er lest her" in said_on(part)


def test_when_the_next_group_may_begin_is_a_suggestion(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    kept = desk.workspace.add(Cohort(name="Neste pulje"))
    shown = ShownList(fresh_school.window, "cohort")
    assert isinstance(shown.part, CohortsPart)
    assert shown.part.suggestion.text() == "I rammeverket begynner nye skoler når de første er i fase 4."
    press(shown.open(kept.id), "Foreslå et vilkår")
    assert desk.school.get(Cohort, kept.id).condition == "Når de første skolene er i fase 4."
    own = changed(desk.school.get(Cohort, kept.id), condition="Når vi sier det")
    desk.workspace.commit(desk.school.get(Cohort, kept.id), own)
    shown.part.suggest_condition(kept.id)
    assert desk.school.get(Cohort, kept.id).condition == "Når vi sier det"
    desk.workspace.add(PhaseState("phase:F4", opened="2026-11-02"))
    assert "Skolen åpnet fase 4 2. november 2026." in shown.part.suggestion.text()


def test_from_a_study_one_comes_to_the_sheet_with_its_guide(fresh_school: Fosdesk) -> None:
    kept = desk_of(fresh_school).workspace.add(Study(what="Friminutt", guide="Hvem snakker?"))
    press(ShownList(fresh_school.window, "study").open(kept.id), "Skriv ut guiden")
    assert fresh_school.window.current_key == "documents"
    assert "Forskningsark" in said_on(fresh_school.window.page("documents"))


def test_of_a_colleagues_school_nothing_is_made(fresh_school: Fosdesk) -> None:
    window = open_beside(fresh_school, other_school_journal())
    for noun in ("network", "experience_card", "cohort"):
        window.go(NOUNS[noun].page, noun)
        said = said_on(window.page("schools"))
        for act in ("Finn skoler", "Send til", "Foreslå", "Ny "):
            assert act not in said
