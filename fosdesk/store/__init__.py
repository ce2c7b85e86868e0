"""The local SQLite database: the journal of changes of one's own school and of colleagues' schools."""

from fosdesk.store.arrivals import Arrival, TakenBack
from fosdesk.store.lookups.past_queries import Deleted, Past, PastLine
from fosdesk.store.lookups.reading import RecentChange, Step, Version
from fosdesk.store.schools import StoredSchool
from fosdesk.store.store import Store

__all__ = [
    "Arrival",
    "Deleted",
    "Past",
    "PastLine",
    "RecentChange",
    "Step",
    "Store",
    "StoredSchool",
    "TakenBack",
    "Version",
]
