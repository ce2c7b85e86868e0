"""ListMemory: how somebody left the list of a noun on this laptop; kept among the settings as `lists`."""

from collections.abc import Callable, Mapping
from typing import Any

from fosdesk.display.noun_table import TITLE, column_names
from fosdesk.domain.fields import Choice, Noun, SubList
from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.lists.listing import Listing, Sorting

_NARROWEST, _WIDEST = 40, 2_000


class ListMemory:
    """Reads with care: what stands in the file may come from another version, or from a hand.

    `settings.lists` holds for each key of a noun, or for the part of a sub-list («involvement:consultations»): `order`
    (the name of a field, «-» before it turns it round), `group` (the name of a field, empty for none), `filters` (a
    choice and its chosen option), `widths` (px at 100 %), and `view` (`board` or `matrix`; without it, the list).
    """

    def __init__(self, settings: SettingsFile, noun: Noun, sub_list: SubList | None = None) -> None:
        self._settings, self._noun = settings, noun
        self._key = noun.key if sub_list is None else f"{noun.key}:{sub_list.part}"
        found = settings.value.lists.get(self._key)
        self._kept: Mapping[str, Any] = found if isinstance(found, dict) else {}
        view = self._kept.get("view")
        self.view = view if isinstance(view, str) else ""  # stored with the next `keep`

    @property
    def widths(self) -> Mapping[str, int]:
        """The widths that somebody gave to columns, in px at 100 %."""
        found = self._kept.get("widths")
        known = {self._noun.title, *column_names(self._noun)}
        pairs = found.items() if isinstance(found, dict) else ()
        return {
            name: width
            for name, width in pairs
            if name in known and type(width) is int and _NARROWEST <= width <= _WIDEST
        }

    def fill(self, listing: Listing) -> None:
        """Give a listing the order, group and filters that were left."""
        noun, kept = self._noun, self._kept
        order, group, filters = kept.get("order"), kept.get("group"), kept.get("filters")
        if isinstance(order, str) and order.removeprefix("-") in {noun.title, *column_names(noun)}:
            bare = order.removeprefix("-")
            listing.sorting = Sorting(TITLE if bare == noun.title else bare, bare != order)
        if isinstance(group, str) and (group in noun.fields or not group):
            listing.group = group
        if isinstance(filters, dict):
            for name in noun.use.filters:
                field, chosen = noun.fields[name], filters.get(name)
                if isinstance(field, Choice) and any(chosen == option.key for option in field.options):
                    listing.filters[name] = str(chosen)

    def keep(self, listing: Listing, widths: Mapping[str, int], failed: Callable[[FosdeskError], object]) -> None:
        """Store how the list is left now; `failed` is told when the settings cannot be written."""
        order = None
        if listing.sorting is not None:
            order = "-" * listing.sorting.descending + (listing.sorting.column or self._noun.title)
        left: dict[str, Any] = {
            "order": order,
            "group": listing.group if listing.group != self._noun.use.group else None,
            "filters": dict(listing.filters),
            "widths": dict(widths),
            "view": self.view or None,
        }
        left = {name: value for name, value in left.items() if value or value == ""}
        others = {key: value for key, value in self._settings.value.lists.items() if key != self._key}
        lists = {**others, self._key: left} if left else others
        if lists == self._settings.value.lists:
            return
        self._kept = left
        try:
            self._settings.change(lists=lists)
        except FosdeskError as trouble:
            failed(trouble)
