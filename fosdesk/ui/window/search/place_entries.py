"""The pages, tools and documents that the search finds by their names and purposes."""

from collections.abc import Callable, Iterator
from functools import partial

from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.display.phase_names import numbered_phase
from fosdesk.domain.fields import NOUNS, Noun
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import FORMER, NAMED_PARTS, PAGES, page_lead, page_names
from fosdesk.ui.frame.places import home_of
from fosdesk.ui.window.search.found import Found
from fosdesk.ui.window.search.place_search import Entry, Sort


def page_entries(desk: Desk) -> Iterator[Entry]:
    """All pages that the navigation has."""
    words = desk.words
    names = page_names(words)
    for place in PAGES:
        phase_id = place.key.partition(":")[2]
        title = names.get(place.key) or numbered_phase(desk.framework, desk.school, phase_id)
        other = (words("phase {n}", n=phase_id[1:]),) if phase_id else ()
        phase = desk.framework.phase(phase_id)
        yield Entry(
            Sort.PLACE,
            Found(title, words("Page"), partial(desk.go, place.key, ""), page=place.key),
            other,
            phase.aim if phase is not None else page_lead(words, place.key),
        )


def part_entries(desk: Desk) -> Iterator[Entry]:
    """The parts that are no tool of a noun: those that had a page of their own in earlier versions, and some more."""
    names = page_names(desk.words)
    for key, inside in FORMER.items():
        if inside.page == "storage" and (key == "history" or not desk.read_only):
            found = Found(names[key], names[inside.page], partial(desk.go, key, ""), page=inside.page)
            yield Entry(Sort.PLACE, found)
    abouts = {
        "gaps": desk.words("What is blank, and what has stood unchanged for long."),
        "model": desk.words("The phases as a figure, what each is called, and what was changed in the model."),
        "choices": desk.words("What was considered in phases 1 and 2, with answer, reason and date."),
    }
    told = {one.part: desk.words(one.purpose) for noun in NOUNS.values() for one in noun.use.sub_lists}
    for key, inside in NAMED_PARTS.items():
        found = Found(names[key], names[inside.page], partial(desk.go, key, ""), page=inside.page)
        yield Entry(Sort.PLACE, found, (), abouts.get(key) or told[inside.part])


def tool_entries(desk: Desk, show: Callable[[Noun], None]) -> Iterator[Entry]:
    """The lists that nouns are kept in, where they say what they are good for."""
    words, names = desk.words, page_names(desk.words)
    for noun in NOUNS.values():
        if noun.use.purpose or not noun.page:
            page = home_of(noun)
            found = Found(noun_many(words, noun), names.get(page, words("Page")), partial(show, noun), page=page)
            yield Entry(
                Sort.PLACE,
                found,
                (),
                " ".join((noun_one(words, noun), words(noun.use.purpose) if noun.use.purpose else "")),
            )


def document_entries(desk: Desk) -> Iterator[Entry]:
    """The documents that can be made of this school."""
    words = desk.words
    for key, kind in DOCUMENTS.items():
        if not desk.read_only or Audience.RESEARCH not in kind.audiences:
            found = Found(words(kind.title), words("Document"), partial(desk.go, "documents", key), page="documents")
            yield Entry(Sort.PLACE, found, (), words(kind.about))
