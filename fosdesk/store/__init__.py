"""The local database: the journal of one's own school and of colleagues' schools; nobody else sees a row."""

from fosdesk.store.arrivals import Arrival, TakenBack
from fosdesk.store.past_queries import Deleted, Past, PastLine
from fosdesk.store.reading import RecentChange, Step, Version
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
