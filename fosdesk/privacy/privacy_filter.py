"""The privacy filter: a school as documents, previews and files for an audience may show it."""

from collections.abc import Container, Iterable, Iterator

import msgspec

from fosdesk.domain.changes.change_history import History, HistoryEntry
from fosdesk.domain.fields import (
    NOUNS,
    Choice,
    Date,
    Field,
    Long,
    Months,
    Noun,
    Privacy,
    Record,
    Reference,
    Scalar,
    SemesterField,
    Short,
    noun_of,
)
from fosdesk.domain.records import SchoolProfile, SurveyQuestion
from fosdesk.domain.rules.surveys.questions import levels_of
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.privacy.audience import Audience, may_show
from fosdesk.privacy.filtered_school import AT_HOME, NAME_IN_TEXT, PERSON, PRIVATE, Filtered, Withheld
from fosdesk.privacy.hidden_links import without_hidden_links
from fosdesk.privacy.known_names import PLACE_FIELDS
from fosdesk.privacy.meeting_audience import AtHome, nouns_told_of, stays_at_home
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.research_filter import filter_for_research
from fosdesk.privacy.survey_counts import SurveyResult, for_others, in_documents, survey_result, survey_results
from fosdesk.privacy.vote_counts import vote_counts_for_others

NAMES_IN_TEXTS = "names in texts"  # among what is ticked: texts may mention somebody this one time
_PLACE_FIELDS = {(SchoolProfile, name) for name in PLACE_FIELDS}
_Rules = dict[str, tuple[Field, str]]  # by a field's name: the field, and why it stays out
_TEXTS = frozenset((Short, Long, Months))


def filter_school(
    school: School,
    audience: Audience,
    *,
    names: NameDetector,
    ticked: Container[str] = (),
    history: History = (),
    shows_roles: bool = True,
) -> Filtered:
    """Blank what `audience` may not see; a place («noun.field») or a whole noun in `ticked` is included this once.

    `names` are all that were ever written and not erased. With `shows_roles`, references to people stay, so that the
    role can stand in place of the name.
    """
    if audience is Audience.RESEARCH:
        filtered = filter_for_research(school, ticked, names=names)
        return without_hidden_links(filtered, lambda noun: not _shows_title(noun, audience, ticked))
    records: dict[str, Record] = {}
    at_home = AtHome.nothing() if audience is Audience.SCHOOL else stays_at_home(school, history)
    withheld = [Withheld(key, NOUNS[key].title, one, AT_HOME) for key, one in nouns_told_of(school, at_home)]
    gone = {*school.shielded, *at_home.records}
    rules = {noun.key: dict(_rules(noun, audience, ticked, shows_roles)) for noun in NOUNS.values()}
    for record_id, record in school.records.items():
        if record_id in at_home:
            continue
        noun = noun_of(record)
        blanks: dict[str, Scalar] = {}
        for name, (field, reason) in _rules_of(rules, noun, audience, ticked, shows_roles).items():
            value = getattr(record, name)
            if value == field.blank or (reason == NAME_IN_TEXT and not mentions(names, field, value)):
                continue
            blanks[name] = field.blank
            withheld.append(Withheld(noun.key, name, record_id, reason))
        if blanks:
            record = msgspec.structs.replace(record, **blanks)
            if all(getattr(record, name) == field.blank for name, field in noun.fields.items() if not field.hidden):
                gone.add(record_id)
                continue
        records[record_id] = record
    withheld_fields = {(one.record, one.field) for one in withheld}
    conflicts = {}
    for (record_id, name), values in school.conflicts.items():
        found = school.find(record_id)
        if (record_id, name) in withheld_fields or found is None or record_id in at_home:
            continue
        if not _withholds(_rules_of(rules, noun_of(found), audience, ticked, shows_roles).get(name), values, names):
            conflicts[record_id, name] = values
    shown_history = []
    for one in history:
        if one.record in school.shielded or one.record in at_home:
            continue
        rule = _rule_for(one, rules)
        if _withholds(rule, (one.before, one.value), names):
            withheld.append(Withheld(one.noun, one.field, one.record, rule[1] if rule else PRIVATE))
        else:
            shown_history.append(one)
    shown = School(school.id, records, conflicts, school.unknown)
    results = _results_told(school, shown, audience)
    votes = {} if audience is Audience.SCHOOL else vote_counts_for_others(school)
    filtered = Filtered(shown, tuple(withheld), frozenset(gone), tuple(shown_history), results, votes)
    return without_hidden_links(filtered, lambda noun: not _shows_title(noun, audience, ticked))


def _results_told(school: School, shown: School, audience: Audience) -> dict[str, SurveyResult]:
    """What is told of the answers to the questions that are shown, in the words that are shown of them."""
    questions = {key: shown.find(key) for key in survey_results(school)}
    told = {
        key: in_documents(survey_result(school, key), levels_of(shown, one))
        for key, one in questions.items()
        if isinstance(one, SurveyQuestion)
    }
    return told if audience is Audience.SCHOOL else {key: for_others(one) for key, one in told.items()}


def _shows_title(noun: Noun, audience: Audience, ticked: Container[str]) -> bool:
    return noun.title not in fields_withheld(noun, audience, ticked)


def fields_withheld(noun: Noun, audience: Audience, ticked: Container[str] = ()) -> frozenset[str]:
    """The fields of a noun that are withheld whatever their values."""
    rules = _rules(noun, audience, ticked, shows_roles=False)
    return frozenset(name for name, (_, reason) in rules if reason != NAME_IN_TEXT)


def mentions(names: NameDetector, field: Field, value: Scalar) -> bool:
    """Whether a value is free text that names somebody."""
    return isinstance(value, str) and is_free_text(field, value) and names.found_in(value)


def is_free_text(field: Field, value: str) -> bool:
    """Whether a value may be in a user's own words: a text, or what is none of the options, or no day."""
    if type(field) in _TEXTS:
        return True
    if isinstance(field, Choice):
        return all(value != option.key for option in field.options)
    if isinstance(field, Date):
        return not known_day(value)
    if isinstance(field, SemesterField):
        return Semester.known(value) is None
    return False


def _withholds(rule: tuple[Field, str] | None, values: Iterable[Scalar], names: NameDetector) -> bool:
    """Whether values of a field are withheld: all of them, or those that name somebody."""
    if rule is None:
        return False
    field, reason = rule
    return reason != NAME_IN_TEXT or any(mentions(names, field, one) for one in values)


_UNKNOWN = (Field("", privacy=Privacy.PRIVATE), PRIVATE)  # from a newer version: nobody here knows whose it is


def _rule_for(one: HistoryEntry, rules: dict[str, _Rules]) -> tuple[Field, str] | None:
    """The rule for an earlier value of a field; None when it may be shown."""
    if one.deleted and one.noun in NOUNS:
        return None
    noun = NOUNS.get(one.noun)
    if noun is None or one.field not in noun.fields:
        return _UNKNOWN
    return rules[one.noun].get(one.field)


def _rules_of(
    rules: dict[str, _Rules], noun: Noun, audience: Audience, ticked: Container[str], shows_roles: bool
) -> _Rules:
    if noun.key not in rules:  # a record may be older than the list of nouns
        rules[noun.key] = dict(_rules(noun, audience, ticked, shows_roles))
    return rules[noun.key]


def _rules(
    noun: Noun, audience: Audience, ticked: Container[str], shows_roles: bool
) -> Iterator[tuple[str, tuple[Field, str]]]:
    """The fields of a noun that are withheld, and why; texts only where they name somebody."""
    is_let_in = noun.key in ticked or any(f"{noun.key}.{name}" in ticked for name in noun.fields)
    for name, field in noun.fields.items():
        if noun.key in ticked or f"{noun.key}.{name}" in ticked:
            continue
        if is_let_in and name == noun.parent:
            continue  # else nothing would say what the text is written about
        if not may_show(field, audience):
            if field.privacy is not Privacy.PERSON:
                yield name, (field, PRIVATE)
            elif not shows_roles or not (isinstance(field, Reference) and field.target == "person"):
                yield name, (field, PERSON)
            # Else who is meant may be said by role; the name has its own place among the person's fields.
        elif audience is Audience.SCHOOL or (noun.record, name) in _PLACE_FIELDS or NAMES_IN_TEXTS in ticked:
            continue
        elif field.python_type is str and not isinstance(field, Reference):
            yield name, (field, NAME_IN_TEXT)
