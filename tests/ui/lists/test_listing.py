"""Which records a list shows: search, filters, groups, what is finished, and how it is left."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from fosdesk.content import read_framework
from fosdesk.display.noun_table import CellWords, column_names
from fosdesk.domain.fields import NOUNS, Privacy, Record, noun_of
from fosdesk.domain.records import Decision, FollowUp, Meeting
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.lists.list_memory import ListMemory
from fosdesk.ui.lists.listing import FINISHED, PUT_AWAY, Heading, Listing, Sorting
from fosdesk.words import read_words


def listing_of(*records: Record) -> Listing:
    made = Listing(noun_of(records[0]), "Ferdig", "Andre", "Lagt bort")
    show(made, *records)
    return made


def show(listing: Listing, *records: Record) -> None:
    school = School("s", {one.id: one for one in records}, {})
    listing.use(school.of(listing.noun.record), CellWords(read_words("nb"), read_framework("nb"), school, listing.noun))


def shown(listing: Listing) -> list[str]:
    return [f"{one.title} {one.records}" if isinstance(one, Heading) else one.id for one in listing.rows()]


TASKS = (
    FollowUp("a", what="Ring PPT", responsible="Rektor", due="2026-12-08"),
    FollowUp("b", what="Bestill rom på Åsen", responsible="Inspektør", due="2026-12-01"),
    FollowUp("c", what="Skriv til FAU", responsible="Rektor", due="2026-12-02"),
    FollowUp("d", what="Ring rapporten", responsible="Rektor", done="2026-11-01"),
    FollowUp("e", what="Uten noen"),
)


def test_what_is_finished_is_folded_below_the_groups() -> None:
    listing = listing_of(*TASKS)
    assert shown(listing) == ["Inspektør 1", "b", "Rektor 2", "c", "a", "Andre 1", "e", "Ferdig 1"]
    listing.folded.discard(FINISHED)
    assert shown(listing)[-2:] == ["Ferdig 1", "d"]
    listing.folded.add("group:Rektor")
    assert shown(listing)[2:4] == ["Rektor 2", "Andre 1"]
    assert listing.unfold_for("a")
    assert "a" in shown(listing)


def test_a_search_finds_words_without_accents_and_days_as_they_are_read() -> None:
    listing = listing_of(*TASKS)
    for typed, found in (("ring", ["a", "d"]), ("ring PPT", ["a"]), ("åsen", ["b"]), ("8. des", ["a"]), ("qx", [])):
        listing.search(typed)
        assert sorted(one.id for one in listing.matching()) == found, typed
    listing.search("")
    assert len(listing.matching()) == len(TASKS)


def test_typing_on_and_taking_back_letters_find_the_same_as_typing_anew() -> None:
    listing = listing_of(*TASKS)
    typed = "ring ppt"
    for end in [*range(1, len(typed) + 1), *range(len(typed), 0, -1)]:
        listing.search(typed[:end])
        afresh = listing_of(*TASKS)
        afresh.search(typed[:end])
        assert listing.matching() == afresh.matching(), typed[:end]


def test_a_search_sees_what_was_changed_and_not_what_is_gone() -> None:
    listing = listing_of(*TASKS)
    listing.search("fau")
    assert [one.id for one in listing.matching()] == ["c"]
    show(listing, FollowUp("c", what="Skriv til elevrådet"), FollowUp("x", what="Hør med FAU"))
    assert [one.id for one in listing.matching()] == ["x"]


@pytest.mark.parametrize("key", list(NOUNS))
def test_private_text_that_no_column_shows_is_not_searched(key: str) -> None:
    noun = NOUNS[key]
    hidden = {n for n, f in noun.fields.items() if f.privacy is not Privacy.OPEN} - {noun.title, *column_names(noun)}
    assert hidden.isdisjoint(Listing(noun, "", "", "")._searched)


def test_chips_count_what_they_would_show() -> None:
    meetings = [Meeting(str(n), what="x", day="2026-01-01", who=who) for n, who in enumerate(["staff", "staff", ""])]
    listing = listing_of(*meetings)
    assert listing.counts("who") == {"staff": 2, "": 1}
    listing.filters["who"] = "staff"
    listing.forget()
    assert shown(listing) == ["0", "1"]
    assert listing.counts("who") == {"staff": 2, "": 1}, "a choice does not narrow its own counts"


def test_rows_stand_in_the_order_of_the_definition_until_somebody_sorts() -> None:
    listing = listing_of(*(Decision(f"d{day}", what="Noe", day=day) for day in ("2026-01-10", "", "2026-11-02")))
    assert shown(listing) == ["d2026-11-02", "d2026-01-10", "d"]
    listing.sorting = Sorting("day")
    listing.forget()
    assert shown(listing) == ["d2026-01-10", "d2026-11-02", "d"]


# -- how it is left


def never(trouble: FosdeskError) -> None:
    raise trouble


def left(folder: Path, lists: Any) -> tuple[Listing, ListMemory, SettingsFile]:
    settings = SettingsFile(folder)
    settings.change(lists=lists)
    again = SettingsFile(folder)
    memory = ListMemory(again, NOUNS["meeting"])
    listing = Listing(NOUNS["meeting"], "", "", "")
    memory.fill(listing)
    return listing, memory, again


def test_order_group_filters_and_widths_are_there_the_next_time(tmp_path: Path) -> None:
    listing, memory, settings = left(tmp_path, {"decision": {"order": "groups"}})
    listing.sorting, listing.group, listing.filters["who"] = Sorting("minutes", True), "who", "staff"
    memory.keep(listing, {"day": 150}, never)
    assert settings.value.lists["decision"] == {"order": "groups"}
    again, remembered, _ = left(tmp_path, SettingsFile(tmp_path).value.lists)
    assert (again.sorting, again.group, again.filters) == (Sorting("minutes", True), "who", {"who": "staff"})
    assert remembered.widths == {"day": 150}


def test_a_list_that_is_left_as_it_was_defined_leaves_nothing(tmp_path: Path) -> None:
    listing, memory, settings = left(tmp_path, {"meeting": {"order": "day", "filters": {"who": "staff"}}})
    listing.sorting = None
    listing.filters.clear()
    memory.keep(listing, {}, never)
    assert settings.value.lists == {}


@pytest.mark.parametrize(
    "found",
    [
        {"meeting": 3},
        {"meeting": {"order": 3, "group": [], "filters": "x", "widths": []}},
        {"meeting": {"order": "nothing", "group": "nothing", "filters": {"who": "nobody", "day": "x"}}},
        {"meeting": {"widths": {"day": "wide", "nothing": 100, "minutes": 9_999_999, "who": True}}},
    ],
)
def test_what_nobody_understands_counts_for_nothing(found: Any, tmp_path: Path) -> None:
    listing, memory, _ = left(tmp_path, found)
    assert (listing.sorting, listing.group, listing.filters) == (None, "", {})
    assert memory.widths == {}


def test_what_is_put_away_is_folded_last_and_neither_counted_nor_matched_until_it_is_unfolded() -> None:
    away = [msgspec.structs.replace(one, put_away=True) for one in (TASKS[0], TASKS[3])]
    listing = listing_of(*away, *TASKS[1:3], TASKS[4], FollowUp("f", what="Gjort", done="2026-11-02"))
    assert shown(listing)[-2:] == ["Ferdig 1", "Lagt bort 2"]
    assert [one.id for one in listing.matching()] == ["b", "c", "e", "f"]
    assert (listing.all_count, listing.count_under(PUT_AWAY)) == (4, 2)
    assert listing.counts("responsible") == {"Inspektør": 1, "Rektor": 1, "": 1}
    listing.search("ring")
    assert shown(listing) == ["Lagt bort 2"], "it is still found"
    assert listing.unfold_for("a")
    assert [one.id for one in listing.matching()] == ["a", "d"]
    assert listing.all_count == 6
