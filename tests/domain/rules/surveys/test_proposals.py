"""Questions to begin with: for what a survey may be about, and each with what can be answered."""

from fosdesk.domain.records.surveys import ABOUT_OPTIONS
from fosdesk.domain.rules.surveys.proposals import LEVELS, PROPOSED
from fosdesk.words import LANGUAGES, read_words


def test_there_are_questions_for_all_but_what_is_the_schools_own() -> None:
    assert set(PROPOSED) == {one.key for one in ABOUT_OPTIONS} - {"own"}
    assert all(3 <= len(questions) <= 6 for questions in PROPOSED.values())


def test_they_are_said_in_every_language_and_none_is_called_validated() -> None:
    texts = [*LEVELS, *(text for questions in PROPOSED.values() for text in questions)]
    for language in LANGUAGES:
        words = read_words(language)
        said = [words(text) for text in texts]
        assert len({*said}) == len(texts)
        assert language == "en" or not {*said} & {*texts}, "each is translated"
        assert not any("valid" in text.lower() for text in said)
