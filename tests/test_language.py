"""The language of what ships: the same in all languages, spelt right, no bokmål in nynorsk, easy to read."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

import catalogues
from fosdesk.content import LANGUAGES, read_framework
from fosdesk.domain.framework import Framework

ROOT = Path(__file__).resolve().parent.parent
FRAMEWORK = ROOT / "resources" / "framework"
TRANSLATIONS = ROOT / "resources" / "translations"
NORWEGIAN = ("nb", "nn")
PLACE = re.compile(r"\{[^{}]*\}")
NOT_WORDS = re.compile(r"--[a-z-]+|\{[^{}]*\}|\S*[/\\@]\S*|\S+\.(?:py|db|fosdesk)\b")

# Words that are never right in our texts: bokmål forms that a reader of nynorsk stumbles on (also the few that the
# dictionary allows), and words that sound like inspection or like something else than we mean.
BANNED = {
    "nb": "varsling varslinger avvik avvikene",
    "nn": "varsling varslingar avvik ikke hva hvor hvordan hvorfor hvem hvilken hvilke hvilket noen noe ansatt ansatte "
    "ansette være vær gjøre gjør uten dere deres skole skolen skoler skolene fra mer bare også kun et jeg selv siden "
    "begrunnelse medvirkning velge velger tilpasning opplysninger forandring advarsel",
}


def texts_of(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a TOML file by where it stands."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from texts_of(value, f"{path}.{key}")
    elif isinstance(tree, list):
        for place, value in enumerate(tree):
            yield from texts_of(value, f"{path}[{place}]")


def framework_texts(language: str) -> dict[str, str]:
    files = sorted((FRAMEWORK / language).glob("*.toml"))
    return {path: text for file in files for path, text in texts_of(tomllib.loads(file.read_text("utf-8")), file.name)}


def translations(language: str) -> dict[catalogues.Entry, tuple[str, ...]]:
    return catalogues.entries(catalogues.read(TRANSLATIONS / f"{language}.po"))


def all_texts(language: str) -> list[str]:
    translated = [text for texts in translations(language).values() for text in texts]
    return [*framework_texts(language).values(), *translated, *qt_texts(language)]


def qt_texts(language: str) -> list[str]:
    if language == "en":
        return []
    tree = ElementTree.parse(TRANSLATIONS / f"qtbase_{language}.ts")
    return [(place.text or "").replace("&", "").replace("%1", "").strip() for place in tree.iter("translation")]


def lix(text: str) -> float:
    """Readability: about 25 for a children's book, 40 for a newspaper, 55 for a white paper."""
    words = re.findall(r"\w+", PLACE.sub("", text))
    sentences = max(1, len(re.findall(r"[.:!?](?:\s|$)", text)))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / max(1, len(words))


def test_the_three_languages_say_the_same_things() -> None:
    nb, nn, en = (set(framework_texts(language)) for language in LANGUAGES)
    assert nb == nn == en


def test_the_same_numbers_and_names_are_filled_in() -> None:
    nb = framework_texts("nb")
    for language in ("nn", "en"):
        for path, text in framework_texts(language).items():
            assert set(PLACE.findall(text)) == set(PLACE.findall(nb[path])), f"{language} {path}"


@pytest.mark.parametrize("language", NORWEGIAN)
def test_everything_the_code_says_is_translated(language: str) -> None:
    translated = translations(language)
    missing = [
        entry for entry in catalogues.looked_up_entries(ROOT / "fosdesk") if not all(translated.get(entry, ("",)))
    ]
    assert missing == [], "add the translations: packaging/dev.py words"
    assert [entry for entry, texts in translated.items() if not all(texts)] == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_translations_have_the_places_of_the_english(language: str) -> None:
    for entry, texts in translations(language).items():
        for text, english in zip(texts, (entry.text, entry.many), strict=False):
            assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(english)), f"{entry} → {text}"


@pytest.mark.parametrize("language", NORWEGIAN)
def test_nothing_in_the_catalogue_has_gone_from_the_code(language: str) -> None:
    said = catalogues.text_constants(ROOT / "fosdesk")
    assert [entry for entry in translations(language) if entry.text not in said] == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_every_word_is_in_the_dictionary_or_in_our_list(language: str) -> None:
    assert shutil.which("hunspell"), "The spelling test needs hunspell: apt-get install hunspell hunspell-no"
    command = ["hunspell", "-d", f"{language}_NO", "-i", "UTF-8", "-l"]
    text = "\n".join(NOT_WORDS.sub(" ", text) for text in all_texts(language))
    checked = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
    assert not checked.stderr, "The spelling test needs Norwegian dictionaries: apt-get install hunspell-no"
    ours = {word.lower() for word in (ROOT / "tests" / "data" / f"wordlist_{language}.txt").read_text("utf-8").split()}
    assert sorted({word for word in checked.stdout.split() if len(word) > 1 and word.lower() not in ours}) == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_no_word_that_we_never_use(language: str) -> None:
    banned = re.compile(rf"\b(?:{'|'.join(BANNED[language].split())})\b", re.IGNORECASE)
    found = {text: banned.findall(text) for text in all_texts(language)}
    assert {text: words for text, words in found.items() if words} == {}


def help_texts(framework: Framework) -> dict[str, list[str]]:
    """What people read to understand, in the portions in which they meet it."""
    portions = {
        phase.id: [phase.aim, *phase.reflection, *(f"{item.text} {item.why}" for item in phase.items)]
        for phase in framework.phases
    }
    portions["warnings"] = [f"{warning.text} {warning.alternative}" for warning in framework.warnings]
    portions["first run"] = list(framework.first_run)
    portions["glossary"] = [term.meaning for group in framework.glossary for term in group.terms if term.meaning]
    return portions


@pytest.mark.parametrize("language", NORWEGIAN)
def test_help_is_easy_to_read(language: str) -> None:
    hard = {}
    for portion, texts in help_texts(read_framework(language)).items():
        if (found := lix("\n".join(texts))) > 40:
            hard[portion] = (round(found), max(texts, key=lix))
    assert hard == {}, "readability (lix) is to be 40 at most; the hardest text of each portion is shown"


@pytest.mark.parametrize("language", NORWEGIAN)
def test_sentences_on_the_screen_are_easy_to_read(language: str) -> None:
    sentences = [text for texts in translations(language).values() for text in texts if text.endswith((".", "?"))]
    assert lix("\n".join(sentences)) <= 40, max(sentences, key=lix)


@pytest.mark.parametrize("language", LANGUAGES)
def test_typography(language: str) -> None:
    texts = all_texts(language)
    if language != "en":
        assert [text for text in texts if re.search(r"[“”\"]", text)] == [], "Norwegian quotes are « and »"
    assert [text for text in texts if re.search(r" {2}|\.\.\.|^\s|\s$| [.,;:!?]", text)] == []
    assert [text for text in texts if "'" in text] == [], "the apostrophe is ’"


@pytest.mark.parametrize("language", NORWEGIAN)
def test_qts_own_words_are_compiled_from_what_is_written(language: str, tmp_path: Path) -> None:
    source = TRANSLATIONS / f"qtbase_{language}.ts"
    catalogues.compile_qt_words(source, tmp_path / "now.qm")
    committed = source.with_suffix(".qm").read_bytes()
    assert committed == (tmp_path / "now.qm").read_bytes(), "compile them: packaging/catalogues.py qt"


@pytest.mark.parametrize(
    ("language", "buttons"),
    [("nb", ["Åpne", "Lagre", "Avbryt", "Lukk"]), ("nn", ["Opne", "Lagre", "Avbryt", "Lukk"])],
)
def test_qts_own_buttons_speak_the_language(language: str, buttons: list[str]) -> None:
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / f"qtbase_{language}.qm"))
    said = [translator.translate("QPlatformTheme", text) for text in ("Open", "Save", "Cancel", "Close")]
    assert said == buttons
