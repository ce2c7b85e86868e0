"""Nouns and values are said for the search as the screen says them, and nobody is named by a reference."""

from fosdesk.display.search_speech import ShownSpeech
from fosdesk.domain.fields import NOUNS, fields_of
from fosdesk.domain.records import Decision, GateEntry, Meeting
from fosdesk.words import read_words


def test_nouns_and_values_are_said_in_the_language_of_the_screen() -> None:
    speech = ShownSpeech(read_words("nn"))
    assert set(speech.kind(NOUNS["meeting"])) == {"Møte"}
    assert speech.value(fields_of(GateEntry)["decision"], "parked") == "Parkert"
    assert speech.value(fields_of(Meeting)["day"], "2026-12-01") == "1. desember 2026"
    assert speech.value(fields_of(Meeting)["start"], "14:30") == "14.30"


def test_a_reference_says_nothing() -> None:
    assert ShownSpeech(read_words("nb")).value(fields_of(Decision)["meeting"], "abc123") == ""
