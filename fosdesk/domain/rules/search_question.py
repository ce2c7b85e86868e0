"""A search as somebody asks it: the words that count, and what is asked for; bokmål, nynorsk and English."""

from enum import Flag, auto
from typing import NamedTuple

from fosdesk.domain.values.word_stems import words_of

_MOST_WORDS = 12  # of a pasted text

_SMALL_WORDS = (
    "og i på om å at av for til med som er var ble blei vart blir bli det den de dei vi oss dere dykk jeg eg "
    "du man en ei et ein eit ett har hadde ha hva kva hvilke hvilken hvilket hvor kor hvordan skal skolle kan "
    "vil må bør fra frå da nå no så men eller jo også òg her der dette desse disse seg sin sitt sine si vår "
    "vårt våre vore min mitt mi ved sa seier sier sagt gjør gjer gjorde gjort noe noko noen nokon finnes "
    "finst mye mykje mange the a an what did we about on of to is was were our do does with in and or how us "
    "has have be it ikke ikkje not igjen att again ser ses se får fikk fekk "
)
_SMALL = frozenset(_SMALL_WORDS.split())


class Asks(Flag):
    """What a question asks for."""

    NOTHING = 0
    DECIDED = auto()
    WHEN = auto()  # what is to come
    LAST = auto()  # what was last
    WHO = auto()
    WHY = auto()
    REPLY = auto()


# How the words begin that ask for something; whole words where they end in «.».
_ASKING = (
    (
        Asks.DECIDED,
        (
            "bestem",
            "avgjor",
            "avgjør",
            "avgjer",
            "vedta",
            "vedtok",
            "vedtek",
            "beslut",
            "decid",
            "decision",
            "ja.",
            "nei.",
        ),
    ),
    (
        Asks.WHEN,
        (
            "når.",
            "neste.",
            "kommende.",
            "komande.",
            "skjer.",
            "frist",
            "dato.",
            "snart.",
            "next.",
            "when.",
            "upcoming.",
        ),
    ),
    (Asks.LAST, ("sist.", "siste.", "forrige.", "førre.", "last.", "previous.")),
    (Asks.WHO, ("hvem.", "kven.", "who.", "ansvar")),
    (Asks.WHY, ("hvorfor.", "kvifor.", "why.", "begrunn", "grunngi", "grunngj")),
    (Asks.REPLY, ("svar.", "svarte.", "svart.", "svara.", "svarer.", "svarar.", "reply.", "replied.", "answer")),
)


class Question(NamedTuple):
    """The words that count, all words that were typed, and what is asked for."""

    words: tuple[str, ...]
    typed: tuple[str, ...]
    asks: Asks

    @property
    def said(self) -> tuple[str, ...]:
        """The words without the small ones, with those that ask for something; all of them where that leaves none."""
        return tuple(word for word in self.typed if word not in _SMALL) or self.typed

    @property
    def wanted(self) -> tuple[str, ...]:
        """The words to look for: those that count, else all of them."""
        return self.words or (() if self.asks else self.typed)


def question_in(text: str) -> Question:
    """Read a search; each word counts once, and no more than twelve do. A single letter begun last waits for more."""
    typed = tuple(dict.fromkeys(words_of(text)))[:_MOST_WORDS]
    if len(typed) > 1 and len(typed[-1]) == 1 and not text[-1:].isspace():
        typed = typed[:-1]
    asks, words = Asks.NOTHING, []
    for word in typed:
        asked = _asked_by(word)
        asks |= asked
        if not asked and word not in _SMALL:
            words.append(word)
    return Question(tuple(words), typed, asks)


def _asked_by(word: str) -> Asks:
    for asks, beginnings in _ASKING:
        if any(word == one[:-1] if one.endswith(".") else word.startswith(one) for one in beginnings):
            return asks
    return Asks.NOTHING
