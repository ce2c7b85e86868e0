"""The acts that the search offers: beginning a record of each noun, undo, print, and how the program looks."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.display.record_words import LANGUAGE_NAMES, short
from fosdesk.domain.fields import NOUNS, Long, Noun, Privacy, Record, Short
from fosdesk.domain.rules.blank_records import record_of_line
from fosdesk.domain.rules.review.translations import translation_id
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import NEXT_MEETING, PAGES
from fosdesk.ui.frame.places import home_of
from fosdesk.ui.window.search.found import Found
from fosdesk.ui.window.search.place_search import Entry, Sort

_SIZES = (100, 125, 150, 200)  # per cent, those of the page Settings
_SHOWN = 70  # characters of what was typed


class Acting(Protocol):
    """What the acts need of the window."""

    def undo(self) -> None:
        """Undo the latest step."""

    def redo(self) -> None:
        """Redo the step that was undone last."""

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record of a noun on its page."""


def made_nouns() -> list[Noun]:
    """The nouns whose records people begin themselves, in a list of their own; not those of which there is one."""
    return [noun for noun in NOUNS.values() if noun.use.new and not (noun.parent or noun.use.at_items)]


def act_entries(desk: Desk, window: Acting) -> Iterator[Entry]:
    """All acts; for a colleague's school only those that write nothing."""
    words = desk.words
    if not desk.read_only:
        yield _act(desk, words("Make the agenda"), partial(desk.go, "meetings", NEXT_MEETING), (words("Agenda"),))
        for noun in made_nouns():
            one, many = noun_one(words, noun), noun_many(words, noun)
            title = words(noun.use.new)
            names: tuple[str, ...] = (words("New: {thing}", thing=one),)
            yield _act(desk, title, partial(window.begin_record, noun), names, many)
        yield _act(desk, words("Undo the latest change"), window.undo, (words("Undo"),))
        yield _act(desk, words("Do again what was undone"), window.redo, (words("Redo"),))
    names = (words("Print"), words("Make a PDF"), words("Make a Word file"))
    yield _act(desk, words("Print a document"), partial(desk.go, "documents", ""), names)
    if desk.read_only:
        return
    for key, title, other in (
        ("dark", words("Dark colours"), words("Dark")),
        ("light", words("Light colours"), words("Light")),
        ("contrast", words("Colours with high contrast"), words("High contrast")),
        ("system", words("Colours as the computer has them"), words("As the computer")),
    ):
        if key != desk.choices.theme:
            yield _act(desk, title, partial(change_look, desk, theme=key), (other,))
    size = desk.choices.text_size
    larger, smaller = next((s for s in _SIZES if s > size), 0), next((s for s in reversed(_SIZES) if s < size), 0)
    for size, title in ((larger, words("Larger text")), (smaller, words("Smaller text"))):
        if size:
            yield _act(desk, title, partial(change_look, desk, text_size=size), (f"{size} %",))
    for key, name in LANGUAGE_NAMES.items():
        if key != words.language:
            title = words("Language: {language}", language=name)
            yield _act(desk, title, partial(change_look, desk, language=key), (name,))


def change_look(desk: Desk, **values: object) -> None:
    """Change settings that the whole window is built by, and build it anew; as it was where that cannot be stored."""
    if desk.release() and desk.attempt(lambda: desk.settings.change(**values)):
        desk.restart()


def offers_to_make(desk: Desk, typed: str) -> list[Found]:
    """For each noun for which that is sensible: a record that has what was typed as its title."""
    title = " ".join(typed.split())
    if desk.read_only or not title:
        return []
    words, made = desk.words, []
    pages = [place.key for place in PAGES]
    for noun in sorted(made_nouns(), key=lambda one: pages.index(home_of(one))):
        field = noun.fields[noun.title]
        if isinstance(field, Short | Long) and field.privacy is Privacy.OPEN:
            new = words("{new}: {text}", new=words(noun.use.new), text=short(title, _SHOWN))
            made.append(Found(new, noun_one(words, noun), partial(_make, desk, noun, title), page=home_of(noun)))
    return made


def _make(desk: Desk, noun: Noun, title: str) -> None:
    """Store a record with this title, as one step, and show it."""
    if not desk.release():
        return
    record = record_of_line(desk.school, noun, title, desk.day())
    stored: list[Record] = []
    if desk.attempt(lambda: stored.append(desk.workspace.add(record))):
        made = stored[0].id
        desk.go(home_of(noun), made if isinstance(stored[0], noun.record) else translation_id(made))


def _act(desk: Desk, title: str, act: Callable[[], object], names: tuple[str, ...] = (), about: str = "") -> Entry:
    return Entry(Sort.ACT, Found(title, desk.words("Do"), act), names, about)
