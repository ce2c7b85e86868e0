"""Whether a file gets a password: proposed where people are in it, and decided by whoever writes it."""

import pytest
from pytestqt.qtbot import QtBot

from fosdesk.ui.controls.password_choice import PasswordChoice
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words
from tests.ui.acts import press, said_on
from tests.ui.controls.conftest import Show

SOON_GUESSED = "Et kort passord er fort gjettet."


@pytest.fixture
def lock(words: Words, theme: Theme, show: Show) -> PasswordChoice:
    made = PasswordChoice(words, theme)
    show(made, 500, 300)
    return made


def test_it_is_on_where_people_are_in_the_file_and_proposes_words(lock: PasswordChoice) -> None:
    assert (lock.password, lock.lacking) == ("", False)
    lock.set_people(True)
    assert lock.wanted.isChecked()
    assert len(lock.password.split()) == 6
    lock.set_people(False)
    assert (lock.wanted.isChecked(), lock.password) == (False, "")


def test_what_somebody_decided_stands(lock: PasswordChoice) -> None:
    lock.set_people(True)
    lock.wanted.click()
    lock.set_people(False)
    lock.set_people(True)
    assert lock.password == ""
    assert "Uten passord kan alle som får tak i filen, lese" in said_on(lock)


def test_a_short_one_is_met_with_a_word_and_taken(lock: PasswordChoice) -> None:
    lock.set_people(True)
    assert SOON_GUESSED not in said_on(lock)
    lock.field.setText("hemmelig")
    assert SOON_GUESSED in said_on(lock)
    assert (lock.password, lock.lacking) == ("hemmelig", False)


def test_none_at_all_is_lacking_and_has_no_sheet(lock: PasswordChoice, qtbot: QtBot) -> None:
    lock.set_people(True)
    with qtbot.waitSignal(lock.sheet_wanted):
        lock.sheet.click()
    lock.field.setText("  ")
    assert lock.lacking
    assert not lock.sheet.isEnabled()


def test_another_proposal_is_another_one(lock: PasswordChoice) -> None:
    lock.set_people(True)
    before = lock.password
    press(lock, "Nytt forslag")
    assert len(lock.password.split()) == 6
    assert lock.password != before
