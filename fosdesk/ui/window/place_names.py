"""The names of the school and its pages in the navigation, with what is under way there."""

from fosdesk.display.phase_names import numbered_phase
from fosdesk.display.sharing.pack_words import school_called
from fosdesk.domain.records import PhaseState, Question
from fosdesk.domain.rules.agenda import coming_meetings
from fosdesk.domain.rules.gate_rules import UNDECIDED, by_decision
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import PAGES, page_names
from fosdesk.ui.window.navigation import Navigation


def show_place_names(navigation: Navigation, desk: Desk) -> str:
    """Name the school, the semester and the pages as they are now; returns the name of the school."""
    words, school = desk.words, desk.school
    semester = words.semester(Semester.of_date(desk.day()))
    opened = [n for n in range(1, 5) if school.get(PhaseState, f"phase:F{n}").is_open]
    where = semester
    if opened:
        numbers = words.joined([str(n) for n in opened])
        phases = words.plural("phase {numbers} under way", "phases {numbers} under way", len(opened), numbers=numbers)
        where = f"{semester} · {phases}"
    name = school_called(words, school, words("Our school"))
    navigation.show_school(name, where)
    names = page_names(words)
    notes = _notes(desk)
    for place in PAGES:
        if place.key.startswith("phase:"):
            phase_id = place.key.partition(":")[2]
            under_way = school.get(PhaseState, place.key).is_open
            phase = numbered_phase(desk.framework, school, phase_id)
            navigation.name_place(place.key, phase, words("open") if under_way else "")
        else:
            navigation.name_place(place.key, names[place.key], notes.get(place.key, ""))
    return name


def _notes(desk: Desk) -> dict[str, str]:
    """What stands beside the name of a page: the next meeting, and what waits for an answer."""
    words, school, notes = desk.words, desk.school, {}
    coming = next(iter(coming_meetings(school, desk.day())), None)
    if coming is not None:
        notes["meetings"] = words.short_date(coming.day, with_year=coming.day[:4] != desk.day()[:4])
    unanswered = sum(1 for one in school.of(Question) if one.text.strip() and not (one.answer or one.answered))
    if unanswered:
        notes["involvement"] = words("{n} without an answer", n=words.number(unanswered))
    waiting = len(by_decision(school).get(UNDECIDED, ()))
    if waiting:
        notes["gatekeeping"] = words.plural("{n} waiting", "{n} waiting", waiting)
    return notes
