"""How it went on with what came in, as sentences to be read one after the other."""

from typing import NamedTuple

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.display.record_words import role_words
from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import DECIDED, reasons_by_entry
from fosdesk.domain.rules.gatekeeping.story import story_of
from fosdesk.domain.school import School
from fosdesk.words import Words

_LONGEST = 240  # letters of a reason that is told here


class StoryLine(NamedTuple):
    """One sentence, and the id of the entry that it tells of."""

    entry: str
    words: str


def story_lines(words: Words, school: School, entry_id: str) -> list[StoryLine]:
    """The story of the chain that an entry belongs to; empty where nothing was taken up again or replaced."""
    chain = story_of(school, entry_id)
    if len(chain) < 2:
        return []
    reasons, found = reasons_by_entry(school), []
    for place, entry in enumerate(chain):
        found.append(StoryLine(entry.id, _came(words, entry, is_first=not place)))
        if entry.decision in DECIDED:
            found.append(StoryLine(entry.id, _decided(words, entry, reasons.get(entry.id, ()))))
    return found


def _came(words: Words, entry: GateEntry, *, is_first: bool) -> str:
    day = words.date(entry.came) or words("Without a date")
    what = words.quoted(" ".join(entry.what.split()))
    if not is_first:
        return words("{day}: {what} was taken up again.", day=day, what=what)
    who = entry.brought_by.strip()
    if who:
        return words("{day}: {what} came in from {who}.", day=day, what=what, who=f"{who[:1].lower()}{who[1:]}")
    return words("{day}: {what} came in.", day=day, what=what)


def _decided(words: Words, entry: GateEntry, reasons: "list[str] | tuple[()]") -> str:
    day = words.date(entry.signed) or words("Without a date")
    decision = option_words(words, choice_of(GateEntry, "decision"), entry.decision)
    role = role_words(words, entry.signed_by).strip()
    said = f"{day}: {decision}"
    if role:
        said += f", {role[:1].lower()}{role[1:]}"
    why = " ".join(entry.reason.split()) or "; ".join(reasons)
    if not why:
        return f"{said}."
    told = f"{why[:_LONGEST]}…" if len(why) > _LONGEST else why
    return f"{said}. {told}" if told.endswith((".", "!", "?", "…")) else f"{said}. {told}."
