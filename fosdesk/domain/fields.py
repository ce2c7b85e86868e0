"""Field kinds and nouns: the metadata that every record class declares, and the registry of nouns."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeVar

import msgspec

Scalar = str | int | bool | None
Expects = Literal["", "past", "ahead"]
Surfaces = Literal["", "due", "revisit", "happens", "ends"]


class Privacy(StrEnum):
    """Who may see a field; see the README's table of audiences."""

    OPEN = "open"
    PERSON = "person"
    PRIVATE = "private"


class _Labelled(msgspec.Struct, frozen=True):  # a struct is declared in a tenth of the time that a dataclass takes
    label: str


class Field(_Labelled, frozen=True, kw_only=True):
    """Metadata of one field, given in `Annotated`; `label` and `hint` are English msgids of the catalogues."""

    privacy: Privacy  # no default: whoever declares a field decides who may see it
    names: bool = False  # its value is the name of somebody, or a way to reach them, to be looked for in other texts
    hint: str = ""
    hidden: bool = False  # kept by pages of its own; not in the standard form, lists and documents
    context: str = ""  # `noun.field`, under which its words are looked up first; set when the noun is declared
    python_type: ClassVar[type] = str

    @property
    def blank(self) -> Scalar:
        """The value of a field that nobody has filled in."""
        return "" if self.python_type is str else False if self.python_type is bool else None

    def accepts(self, value: Scalar) -> bool:
        """Whether a stored value has this kind; one that has not stays in the journal but is not shown."""
        return type(value) is self.python_type or value == self.blank


class Short(Field, frozen=True):
    """One line of text."""


class Long(Field, frozen=True):
    """Text of any length, with line breaks."""


class Date(Field, frozen=True):
    """A day as YYYY-MM-DD, or empty; `after` names the date that it usually follows.

    `expects` says where it usually lies, for days that are typed without a year; `surfaces`, as what it comes up on
    the overview, among the proposals for a meeting and in calendars. `settled_by` names the date that ends this when it
    is the same day or a later one.
    """

    after: str = ""
    expects: Expects = ""
    surfaces: Surfaces = ""
    settled_by: str = ""


class ClockTime(Field, frozen=True):
    """A time of day as HH:MM, or empty."""


class SemesterField(Field, frozen=True):
    """A semester as «2026H» (autumn) or «2027V» (spring), or empty."""


class Months(Short, frozen=True):
    """Months of every year as their numbers in order, such as «2,8,10», or empty."""


class Number(Field, frozen=True):
    """A whole number, or None."""

    python_type = int


class Minutes(Number, frozen=True):
    """A time span in whole minutes, or None."""


class Kroner(Number, frozen=True):
    """An amount in whole kroner, or None."""


class YesNo(Field, frozen=True):
    """Yes or not."""

    python_type = bool


class Order(Field, frozen=True):
    """A position in a list as a fractional index (see `fractional_index`); always hidden."""


class Option(msgspec.Struct, frozen=True):
    """One option of a choice; `key` is stored, `label` is shown."""

    key: str
    label: str


class Choice(Field, frozen=True):
    """One of some keys, or empty; an unknown key from a newer version is kept and shown as it is."""

    options: tuple[Option, ...] = ()

    def label_of(self, key: str) -> str:
        """The English label of a key, or the key itself."""
        return next((option.label for option in self.options if option.key == key), key)


class Reference(Field, frozen=True):
    """The id of another record of the noun `target`, or empty.

    With `parent`, the record is a child of the other: shown in its form, deleted and brought back together with it.
    """

    target: str = ""
    parent: bool = False


class AnyReference(Reference, frozen=True):
    """The id of a record of any noun, or of a checklist item («answer:F1-06»), or empty; `target` is empty."""


class _Identified(msgspec.Struct, frozen=True):
    id: str = ""


class Record(_Identified, frozen=True, kw_only=True):
    """Base of all record classes; every field but the id has a default, so that nothing is required.

    What is `put_away` stays, out of the way of lists and of what comes up by itself; it is neither done nor deleted.
    """

    if TYPE_CHECKING:  # so that records are still made from values of one type, such as dict[str, str]

        @property
        def put_away(self) -> bool:
            """Whether it is out of the way."""

    else:
        # A truth and no day: two laptops that put the same away on different days agree.
        put_away: Annotated[bool, YesNo("Out of the way", hidden=True, privacy=Privacy.OPEN)] = False


class _AtRecord(msgspec.Struct, frozen=True):
    item: str
    record: str
    fields: tuple[str, ...]  # those that are written at the item; the first is the one that a button leads to


class AtItem(_AtRecord, frozen=True, kw_only=True):
    """What a checklist item shows of a record whose id is known beforehand, such as «work_group».

    In the id, {phase} stands for the item's phase, and {semester} for the semester that it is.
    """

    elsewhere: bool = False  # they are written where the record lives, and only led to from the item
    if_written: bool = False  # shown where they hold something, because another noun has taken their place


class Begin(msgspec.Struct, frozen=True, kw_only=True):
    """One more way to begin a record: what its button says, an English msgid, and what the record has at first."""

    new: str
    values: tuple[tuple[str, Scalar], ...]


class SubList(msgspec.Struct, frozen=True, kw_only=True):
    """Some records of a noun, which have a list of their own: a part of a page, with words like those of a noun.

    A record is among them when any of the choices in `where` has one of its options. They are left out of the noun's
    own list, unless the part is on another `page`.
    """

    part: str
    many: str
    purpose: str
    new: str
    where: tuple[tuple[str, tuple[str, ...]], ...]
    values: tuple[tuple[str, Scalar], ...]  # what a new record has at first
    page: str = ""

    def holds(self, record: Record) -> bool:
        """Whether a record of the noun is among them."""
        return any(getattr(record, name) in options for name, options in self.where)


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """How a noun is used; the standard list, places, overview and checklist read it. All names are of fields."""

    part: str = ""  # of the page that keeps it
    purpose: str = ""  # what the tool is good for, in one line; an English msgid
    new: str = ""  # the button that begins a record; an English msgid
    items: tuple[str, ...] = ()  # the checklist items that its records document
    at_items: tuple[AtItem, ...] = ()  # where the records have fixed ids: what the items show of them
    line_makes: str = ""  # the noun that a typed line becomes a record of, where it is another one
    at_first: tuple[tuple[str, str, str], ...] = ()  # item, choice, option: what a line that is written there holds
    columns: tuple[str, ...] = ()  # after the title; without any, the first short ones
    order: tuple[str, ...] = ()  # what the list is sorted by at first; «-» before a name turns it round
    group: str = ""  # a choice or a text that rows are grouped by at first
    filters: tuple[str, ...] = ()  # choices that are offered above the list
    done: str = ""  # when it is filled in, the record is finished
    over: str = ""  # the date from which a record is over; after which, where it says when something happens
    over_heading: str = ""  # above those; an English msgid
    now: tuple[str, ...] = ()  # what a new record has at first: today, or the semester that is being planned
    begins: tuple[Begin, ...] = ()  # more ways to begin a record, offered while there is none
    sub_lists: tuple[SubList, ...] = ()
    starters: tuple[str, ...] = ()  # titles that are offered while there is no record; English msgids
    waits: tuple[str, ...] = ()  # a choice, and those of its options (also none) with which the record is unfinished
    left: str = "{n} not finished"  # how many are unfinished; an English msgid that fits one and several
    wants: tuple[str, ...] = ()  # what a plan lacks while it is blank in an unfinished record; of «a|b», one is enough
    suggests: tuple[str, ...] = ()  # texts for which earlier ones are offered; never personal or private ones
    letter: str = ""  # the key, such as «O», that makes an unsorted line one of these; empty: it is not offered
    board: str = ""  # the choice or the short text whose values are the columns of a board
    matrix: tuple[str, ...] = ()  # the fields whose values are the rows and the columns of a matrix; a link may be one
    shuffled: bool = False  # records stand in an order that tells nothing of when they were written


class Noun(msgspec.Struct, frozen=True, dict=True):
    """The definition of one kind of record, used by store, forms, lists, search, files and documents."""

    key: str
    record: type[Record]
    one: str
    many: str
    title: str
    page: str  # the page that keeps it; empty: the standard list and form
    use: Use = Use()

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields by name, in the order of the class, without the id."""
        return fields_of(self.record)

    @cached_property
    def parent(self) -> str:
        """The name of the field that holds the record's parent; empty when it is no child. Asked of every record."""
        return next((n for n, f in self.fields.items() if isinstance(f, Reference) and f.parent), "")


def is_any_link(name: str) -> bool:
    """Whether fields of this name point to records of any noun."""
    return any(isinstance(noun.fields.get(name), AnyReference) for noun in NOUNS.values())


R = TypeVar("R", bound=Record)
NOUNS: dict[str, Noun] = {}
_NOUN_OF: dict[type[Record], Noun] = {}
_KEY_OF: dict[type[Record], str] = {}


def noun(
    key: str, *, one: str, many: str, title: str = "", page: str = "", use: Use | None = None
) -> Callable[[type[R]], type[R]]:
    """Declare a record class as a noun; `title` names the field that a list shows first (else the first short text)."""

    def declare(record: type[R]) -> type[R]:
        _KEY_OF[record] = key
        first = title or next((name for name, field in fields_of(record).items() if isinstance(field, Short)), "")
        NOUNS[key] = _NOUN_OF[record] = Noun(key, record, one, many, first, page, use or Use())
        return record

    return declare


def noun_of(record: Record | type[Record]) -> Noun:
    """The noun that a record or its class belongs to; KeyError when the class was never declared."""
    return _NOUN_OF[record if isinstance(record, type) else type(record)]


def child_nouns(noun: Noun) -> tuple[Noun, ...]:
    """The nouns whose records belong to a record of this one, in the order in which they were declared."""
    nouns = (one for one in NOUNS.values() if one.parent)
    return tuple(one for one in nouns if getattr(one.fields[one.parent], "target", "") == noun.key)


def children_in_forms(noun: Noun) -> tuple[Noun, ...]:
    """Those of the child nouns that are listed in a form; one with nothing to be seen is kept by a page of its own."""
    return tuple(one for one in child_nouns(noun) if not all(field.hidden for field in one.fields.values()))


def parent_id(record: Record) -> str:
    """The id of the record that this one is a child of; empty where it is none, or belongs nowhere yet."""
    name = noun_of(record).parent
    return str(getattr(record, name)) if name else ""


_PUT_AWAY = "put_away"


@cache
def fields_of(record: type[Record]) -> Mapping[str, Field]:
    """The metadata of each annotated field of a record class."""
    hints: dict[str, Any] = {}
    for base in reversed(record.__mro__):  # typing.get_type_hints looks for names in texts, too: 3 ms of the start
        hints |= getattr(base, "__annotations__", {})
    found = {}
    for name in record.__struct_fields__:
        meta = next((m for m in getattr(hints[name], "__metadata__", ()) if isinstance(m, Field)), None)
        if meta is not None:
            # A copy for each noun: two of them may inherit the same field, and each has words of its own.
            found[name] = (
                msgspec.structs.replace(meta, context=f"{_KEY_OF[record]}.{name}") if record in _KEY_OF else meta
            )
    if not any(field.privacy is Privacy.OPEN for name, field in found.items() if name != _PUT_AWAY):
        # Else the mark alone would tell others that there is something.
        found[_PUT_AWAY] = msgspec.structs.replace(found[_PUT_AWAY], privacy=Privacy.PRIVATE)
    return found
