"""The pages there are: their keys, where their classes are, and what they are called."""

from collections.abc import Mapping
from typing import NamedTuple

from fosdesk.words import Words


class Place(NamedTuple):
    """One page: its key, where its class is, and the group it belongs to."""

    key: str
    module: str
    page: str
    group: int


_PAGES = "fosdesk.ui"
PLACES = (
    Place("overview", f"{_PAGES}.overview.overview_page", "OverviewPage", 0),
    *(Place(f"phase:F{n}", f"{_PAGES}.phase.phase_page", "PhasePage", 1) for n in range(5)),
    Place("work_group", f"{_PAGES}.work_group.work_group_page", "WorkGroupPage", 2),
    Place("time", f"{_PAGES}.time.time_page", "TimePage", 2),
    Place("gatekeeping", f"{_PAGES}.gate.gate_page", "GatekeepingPage", 2),
    Place("records", f"{_PAGES}.more_lists.records_page", "RecordsPage", 2),
    Place("documents", f"{_PAGES}.documents.documents_page", "DocumentsPage", 3),
    Place("schools", f"{_PAGES}.schools.schools_page", "SchoolsPage", 3),
    Place("history", f"{_PAGES}.safety.history_page", "HistoryPage", 3),
    Place("backups", f"{_PAGES}.safety.backups_page", "BackupsPage", 4),
    Place("privacy", f"{_PAGES}.safety.privacy_page", "PrivacyPage", 4),
    Place("settings", f"{_PAGES}.settings.settings_page", "SettingsPage", 4),
)


def place_names(words: Words) -> Mapping[str, str]:
    """What the pages that are no phases are called."""
    return {
        "overview": words("Overview"),
        "work_group": words("Work group"),
        "time": words("Time"),
        "gatekeeping": words("Gatekeeping"),
        "records": words("More lists"),
        "documents": words("Documents"),
        "schools": words("Schools"),
        "history": words("History"),
        "backups": words("Backups"),
        "privacy": words("Privacy"),
        "settings": words("Settings and help"),
    }
