"""The language of a text, told by its commonest words and its letters: bokmål, nynorsk, English or North Sámi."""

import re
import unicodedata
from collections.abc import Iterator

# Common words that are none in another of the languages: «to», «at», «by» and «men» are both English and Norwegian.
_BOKMAL = (
    "ikke jeg hva fra være hver hvordan hvorfor hvem hvor hvilke hvilken skole skolen skoler elever elevene lærere noe "
    "noen også ble dere hele mer bare sammen mange først etter gjøre gjorde"
)
_NYNORSK = (
    "ikkje eg kva frå vere kvar korleis kvifor kven skule skulen skular elevar elevane lærarar noko nokon òg blei vart "
    "dykk heile meir berre saman dei ein eit eitt ei gjere etter mykje"
)
_NORWEGIAN = (
    "og er det som på til av med vi har å skal kan den når eller blir alle om oss dette denne var en så må vil seg mot "
    "ved ut inn opp fordi hos mellom enn heller sa felles andre både selv sjølv hadde fikk fekk bli gjør tid uke uker "
    "foreldre foreldrene foreldra ansatte tilsette arbeid gruppen gruppa møte møter"
)
_ENGLISH = (
    "the and of in is that with was are we our it not this from they have which what who on an as has were been their "
    "there here will would can may when where how why more some any only you your its into about than but or if"
)
_SAMI = (
    "lea leat leai eai eat ehpet mii sii daid muhto dahje buot dán gos goas juohke ovttas leimmet "
    "mánáid mánát mánáide oahppi oahppit oahppat oahpaheaddji skuvla skuvllas skuvlii giella sámegiella "
    "vuoigatvuohta"
)
_LANGUAGES = {
    word: language
    for language, listed in (
        ("nb", _BOKMAL),
        ("nn", _NYNORSK),
        ("no", f"{_NORWEGIAN} i"),
        ("en", _ENGLISH),
        ("se", _SAMI),
    )
    for word in listed.split()
}
_NORWEGIAN_LETTERS, _SAMI_LETTERS = frozenset("æøå"), frozenset("čđŋšŧž")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[ \u00a0]+|\n+")
_SAMPLE = 4000  # characters that tell the language of a long text
_SURE = 3.0  # points that a single sentence must have to be told apart from what is around it


def language_of(text: str) -> str:
    """`nb`, `nn`, `en` or `se` (North Sámi) for a text that is clearly in that language; else empty."""
    return _told(text)[0]


def passages(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The text in passages, each with its language; empty for that of the document, `language`.

    Bokmål and nynorsk are no foreign languages to each other.
    """
    whole = _foreign(language_of(text[:_SAMPLE]), language)
    begins, spoken, at = 0, whole, 0
    for end in [*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]:
        told, points = _told(text[at:end]) if end - at < len(text) else ("", 0.0)
        own = _foreign(told, language) if points >= _SURE else whole
        if own != spoken:
            if at > begins:
                yield text[begins:at], spoken
            begins, spoken = at, own
        at = end
    if text:
        yield text[begins:], spoken


def foreign_language(text: str, language: str) -> str:
    """The language of a text where that is another than the document's, `language`; else empty."""
    return _foreign(language_of(text), language)


def _foreign(told: str, language: str) -> str:
    return "" if told in ("nb", "nn") and language in ("nb", "nn") or told == language else told


def _told(text: str) -> tuple[str, float]:
    """The language and its points: one for each word that belongs to it, half of one for an á."""
    if not text.strip():
        return "", 0.0
    points = {"nb": 0.0, "nn": 0.0, "no": 0.0, "en": 0.0, "se": 0.0}
    for spelt in _WORD.findall(unicodedata.normalize("NFC", text)):
        word = spelt.lower()
        language = _LANGUAGES.get(word, "") or ("" if word.isascii() else _by_letters(word))
        if language and spelt != "I":  # with a capital it may be Norwegian and English
            points[language] += 1
        elif "á" in word:
            points["se"] += 0.5
    nynorsk = points["nn"] > points["nb"]
    points["no"] += points.pop("nb") + points.pop("nn")
    best, *others = sorted(points, key=lambda name: -points[name])
    if points[best] < 1 or points[best] < 1.5 * points[others[0]]:
        return "", 0.0
    return ("nn" if nynorsk else "nb") if best == "no" else best, points[best]


def _by_letters(word: str) -> str:
    if not _SAMI_LETTERS.isdisjoint(word):
        return "se"
    return "" if _NORWEGIAN_LETTERS.isdisjoint(word) else "no"
