"""Every page speaks the language that was chosen, in the window as a whole."""

import gettext
import shutil
from pathlib import Path

import pytest

from fosdesk import paths
from fosdesk.app import STORE_NAME
from fosdesk.ui.frame.page_registry import PAGES
from tests.program import Start
from tests.reading import words_on

SAME = {"", "PPT", "PDF", "Status", "Semester", "Person", "Partner", "Start", "Ctrl+K", "Bokmål", "Nynorsk", "English"}


def english_left(language: str, said: list[str]) -> set[str]:
    """What is shown in English although the language has other words for it."""
    place = paths.resource("translations", language, "LC_MESSAGES", "fosdesk.mo")
    with place.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    meant = {"nn": "Now"}  # «No» is what it is in Nynorsk
    own = {catalogue.gettext(text) for text in (meant.get(language, ""),) if text}
    return {text for text in said if text not in SAME and text not in own and catalogue.gettext(text) != text}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_page_speaks_english_in_norwegian(
    language: str, started: Start, example_store: Path, tmp_path: Path
) -> None:
    shutil.copy(example_store, tmp_path / STORE_NAME)
    window = started(tmp_path, language).window
    for place in PAGES:
        window.go(place.key, "")
        said = words_on(window)
        assert len(said) > 20, place.key
        assert english_left(language, said) == set(), place.key


def test_the_first_start_speaks_each_language(started: Start, tmp_path: Path) -> None:
    greetings = {
        "nb": "Velkommen til fosdesk",
        "nn": "Velkomen til fosdesk",
        "en": "Welcome to fosdesk",
    }
    for language, greeting in greetings.items():
        said = words_on(started(tmp_path / language, language).window)
        assert greeting in said
        if language != "en":
            assert english_left(language, said) == set()
