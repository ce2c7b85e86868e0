"""What a pack is called in each language, and that each topic has words."""

import pytest

from fosdesk.display.sharing.pack_words import school_called, topic_words
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.rules.sharing.pack_contents import TOPICS
from fosdesk.domain.school import School
from fosdesk.domain.values.pack_ids import pack_school_id
from fosdesk.words import LANGUAGES, read_words


def school(name: str, school_id: str = "a school") -> School:
    return School(school_id, {"school": SchoolProfile("school", name=name)}, {})


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb", "Erfaringer fra Fjordvik"), ("nn", "Erfaringar frå Fjordvik"), ("en", "Experiences from Fjordvik")],
)
def test_a_pack_is_called_by_the_school_it_is_from(language: str, said: str) -> None:
    words = read_words(language)
    assert school_called(words, school(" Fjordvik ", pack_school_id("x")), "–") == said
    assert school_called(words, school("Fjordvik"), "–") == "Fjordvik"


def test_without_a_name_there_is_something_to_say() -> None:
    words = read_words("nb")
    assert school_called(words, school(""), "Uten navn") == "Uten navn"
    assert school_called(words, school("", pack_school_id("x")), "Uten navn") == "Erfaringer fra en annen skole"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_has_words_in_the_order_of_the_pack(language: str) -> None:
    assert list(topic_words(read_words(language))) == [topic.key for topic in TOPICS]
