"""What is said of the tools of a checklist item: their names, how much they hold, and how far a record of one is."""

from fosdesk.display.noun_words import label_words, noun_many, option_words
from fosdesk.display.record_facts import record_facts
from fosdesk.display.record_words import record_words
from fosdesk.domain.fields import Choice, Noun, Privacy, Record, Short, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.children import owner_of
from fosdesk.domain.rules.item_tools import (
    Tool,
    count_of,
    is_private,
    is_unfinished,
    tools_of,
    written_fields,
)
from fosdesk.domain.school import School
from fosdesk.words import Words


def count_words(words: Words, school: School, noun: Noun) -> str:
    """How much a noun holds: «7, 2 uten svar»; empty where it holds nothing."""
    count = count_of(school, noun)
    if not count.records:
        return ""
    left = words(noun.use.left, n=words.number(count.unfinished)) if count.unfinished else ""
    return ", ".join(filter(None, (words.number(count.records), left)))


def tool_words(words: Words, school: School, tool: Tool, phase: str, semester: str) -> str:
    """A tool in use with what it holds, at a checklist item: «Spørsmål og innvendinger · 7, 2 uten svar».

    Empty where it holds nothing, or where all of it is private.
    """
    noun = tool.noun
    if is_private(noun):
        return ""
    if not tool.places:
        said = count_words(words, school, noun)
        return f"{noun_many(words, noun)} · {said}" if said else ""
    if all(place.elsewhere for place in tool.places):
        return noun_many(words, noun) if count_of(school, noun).records else ""
    names = [name for place in tool.places for name in written_fields(school, noun, place, phase, semester)]
    labels = [label_words(words, noun.fields[name]) for name in names]
    return ", ".join([*labels[:1], *(one[:1].lower() + one[1:] for one in labels[1:])])


def item_line(words: Words, school: School, item_id: str, phase: str, semester: str) -> str:
    """The tools in use at a checklist item in one line; empty where none is."""
    said = [tool_words(words, school, tool, phase, semester) for tool in tools_of(item_id)]
    here = "; ".join(one for one in said if one)
    return words("Here: {tools}", tools=here) if here else ""


def record_line(words: Words, framework: Framework, school: School, record: Record) -> tuple[str, str]:
    """The title of a record in the short list of a tool, and its state; the title of what it is about, where that is.

    The state says what kind it is, whether it is finished, and its day; nothing that is private or about people.
    """
    noun = noun_of(record)
    about = owner_of(record)[0]
    titled = about if about and school.find(about) is not None else record.id
    title = record_words(words, framework, school, titled)
    facts = record_facts(words, school, record.id)[1:]
    left = words(noun.use.left, n="").strip() if is_unfinished(record, noun) and noun.use.done else ""
    return title, " · ".join(one for one in (_kind(words, record), left, *facts) if one)


def _kind(words: Words, record: Record) -> str:
    """The first choice or short text of the columns that holds something and may be read by everybody."""
    noun = noun_of(record)
    for name in noun.use.columns:
        field = noun.fields[name]
        value = getattr(record, name)
        if not value or field.privacy is not Privacy.OPEN:
            continue
        if isinstance(field, Choice):
            return option_words(words, field, str(value))
        if isinstance(field, Short):
            return str(value)
    return ""
