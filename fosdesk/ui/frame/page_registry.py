"""The registry of pages: keys, modules, classes and names."""

from collections.abc import Mapping
from typing import NamedTuple

from fosdesk.words import Words


class PageEntry(NamedTuple):
    """One page: key, module, class name and navigation group."""

    key: str
    module: str
    page: str
    group: int


_PAGES = "fosdesk.ui"
PAGES = (
    PageEntry("overview", f"{_PAGES}.overview.overview_page", "OverviewPage", 0),
    *(PageEntry(f"phase:F{n}", f"{_PAGES}.phase.phase_page", "PhasePage", 1) for n in range(5)),
    PageEntry("meetings", f"{_PAGES}.meetings.meetings_page", "MeetingsPage", 2),
    PageEntry("work_group", f"{_PAGES}.work_group.work_group_page", "WorkGroupPage", 2),
    PageEntry("time", f"{_PAGES}.time.time_page", "TimePage", 2),
    PageEntry("gatekeeping", f"{_PAGES}.gate.gate_page", "GatekeepingPage", 2),
    PageEntry("records", f"{_PAGES}.more_lists.records_page", "RecordsPage", 2),
    PageEntry("documents", f"{_PAGES}.documents.documents_page", "DocumentsPage", 3),
    PageEntry("schools", f"{_PAGES}.schools.schools_page", "SchoolsPage", 3),
    PageEntry("history", f"{_PAGES}.safety.history_page", "HistoryPage", 3),
    PageEntry("backups", f"{_PAGES}.safety.backups_page", "BackupsPage", 4),
    PageEntry("privacy", f"{_PAGES}.safety.privacy_page", "PrivacyPage", 4),
    PageEntry("settings", f"{_PAGES}.settings.settings_page", "SettingsPage", 4),
)


def page_names(words: Words) -> Mapping[str, str]:
    """The names of the pages other than phases, by key."""
    return {
        "overview": words("Overview"),
        "meetings": words("Meetings"),
        "work_group": words("Work group"),
        "time": words("Time"),
        "gatekeeping": words("Gatekeeping"),
        "records": words("Components and partners"),
        "documents": words("Documents"),
        "schools": words("Schools"),
        "history": words("History"),
        "backups": words("Backups"),
        "privacy": words("Privacy"),
        "settings": words("Settings and help"),
    }
