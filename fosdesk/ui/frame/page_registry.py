"""The registry of pages: keys, modules, classes, names, and where what had a page of its own is now."""

from collections.abc import Mapping
from typing import NamedTuple

from fosdesk.words import Words


class PageEntry(NamedTuple):
    """One page: key, module, class name and navigation group; `parts` is the order of its parts, others come after.

    Several of these may share a tab.
    """

    key: str
    module: str
    page: str
    group: int
    parts: tuple[str, ...] = ()


class Place(NamedTuple):
    """A page by its key, and a part of it; without a part, the page as it was left."""

    page: str
    part: str = ""


_PAGES = "fosdesk.ui"
NEXT_MEETING = "next"  # the part of the page Meetings that prepares one
_NOUN_PAGE = f"{_PAGES}.lists.noun_page"
PAGES = (
    PageEntry("overview", f"{_PAGES}.overview.overview_page", "OverviewPage", 0),
    *(PageEntry(f"phase:F{n}", f"{_PAGES}.phase.phase_page", "PhasePage", 1) for n in range(5)),
    PageEntry(
        "meetings",
        f"{_PAGES}.meetings.meetings_page",
        "MeetingsPage",
        2,
        (NEXT_MEETING, "all", "month", "follow_ups", "decisions", "methods"),
    ),
    PageEntry(
        "involvement",
        f"{_PAGES}.involvement.involvement_page",
        "InvolvementPage",
        2,
        ("needs", "questions", "involved", "consultations", "gains", "surveys"),
    ),
    PageEntry(
        "direction",
        f"{_PAGES}.direction.direction_page",
        "DirectionPage",
        2,
        ("understanding", "components", "practices", "decisions", "themes", "expectations", "agreed"),
    ),
    PageEntry(
        "work_group",
        f"{_PAGES}.work_group.work_group_page",
        "WorkGroupPage",
        2,
        ("people", "seats", "mandate", "groups", "partners", "duties", "camps", "critical_questions"),
    ),
    PageEntry(
        "time",
        f"{_PAGES}.time.time_page",
        "TimePage",
        2,
        ("slots", "stops", "initiatives", "balance", "agreements", "expenses"),
    ),
    PageEntry(
        "gatekeeping",
        f"{_PAGES}.gate.gate_parts_page",
        "GatePartsPage",
        2,
        ("log", "translations", "learning", "learning_conditions"),
    ),
    PageEntry(
        "plan",
        f"{_PAGES}.plan.plan_page",
        "PlanPage",
        2,
        (
            "timeline",
            "milestones",
            "timeline_table",
            "wheel",
            "routines",
            "wheel_table",
            "evaluations",
            "gaps",
            "upkeep",
            "model",
            "areas",
        ),
    ),
    PageEntry("documents", f"{_PAGES}.documents.documents_page", "DocumentsPage", 3),
    PageEntry(
        "schools",
        f"{_PAGES}.schools.school_parts_page",
        "SchoolPartsPage",
        3,
        (
            *("files", "side_by_side", "networks", "experiences", "pack", "cohorts", "owner"),
            *("talks", "disclosures", "research", "phase_experiences"),
        ),
    ),
    PageEntry(
        "storage",
        f"{_PAGES}.safety.storage_page",
        "StoragePage",
        4,
        ("changes", "bin", "backups", "privacy", "arrivals"),
    ),
    PageEntry("settings", f"{_PAGES}.settings.settings_page", "SettingsPage", 4),
)
# Keys that settings, drafts and links of earlier versions hold: understood for ever.
FORMER = {
    "history": Place("storage", "changes"),
    "backups": Place("storage", "backups"),
    "privacy": Place("storage", "privacy"),
    "records": Place("direction", "components"),
}
# Parts that are the tool of no noun, and are searched for by a name of their own.
NAMED_PARTS = {
    "gaps": Place("plan", "gaps"),
    "timeline": Place("plan", "timeline"),
    "wheel": Place("plan", "wheel"),
    "model": Place("plan", "model"),
    "choices": Place("direction", "decisions"),
    "consultations": Place("involvement", "consultations"),
    "owner_talks": Place("schools", "talks"),
}


def place_named(key: str) -> Place:
    """The place that a page's key means, also one of an earlier version; an unknown key as it is."""
    return FORMER.get(key) or NAMED_PARTS.get(key) or Place(key)


def is_page(key: str) -> bool:
    """Whether a key means a page, of now or of an earlier version."""
    return any(entry.key == place_named(key).page for entry in PAGES)


def page_entry(key: str) -> PageEntry:
    """The entry of a page; StopIteration when there is none of this key."""
    return next(entry for entry in PAGES if entry.key == key)


def page_names(words: Words) -> Mapping[str, str]:
    """The names of the pages other than phases, by key, and of what had a page of its own in earlier versions."""
    return {
        "overview": words("Overview"),
        "meetings": words("Meetings"),
        "involvement": words("Involvement"),
        "direction": words("Direction"),
        "work_group": words("Work group"),
        "time": words("Time and initiatives"),
        "gatekeeping": words("Gatekeeping"),
        "plan": words("Plan and year wheel"),
        "documents": words("Documents"),
        "schools": words("Schools and networks"),
        "storage": words("Storage and privacy"),
        "settings": words("Settings and help"),
        "history": words("History"),
        "backups": words("Backups"),
        "privacy": words("Privacy"),
        "records": words("Direction"),
        "gaps": words("Gaps in the plan"),
        "timeline": words("Time line"),
        "wheel": words("Year wheel"),
        "model": words("The model"),
        "choices": words("Choices"),
        "consultations": words("Consultation (drøfting)"),
        "owner_talks": words("Talks with the owner"),
    }


def page_lead(words: Words, key: str) -> str:
    """What a page of tools is for, in one sentence; empty for pages that say it themselves."""
    return {
        "meetings": words("When you meet, what was decided, and who does what by when."),
        "involvement": words("What staff, pupils, parents and unions say, and what came of it."),
        "direction": words("What you want, in your own words, and what you chose."),
        "work_group": words("Those who drive the work together with the principal: who, why, and with what mandate."),
        "time": words("Time that is set aside for the work, and what gives way so that it does not come on top."),
        "gatekeeping": words("What you let in, what you keep out and translate, and what you learn from it."),
        "plan": words("The years ahead, what you look back on, and what comes next."),
        "schools": words("School files, networks and what you ask the owner for."),
        "storage": words("What you have written, the backups, and what is kept about people."),
    }.get(key, "")
