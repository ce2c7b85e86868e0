"""Settings and help: what is chosen counts at once, and what is typed is not lost on the way."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.forms.parsing import MOST_CHARACTERS
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.settings.settings_page import SettingsPage
from tests.program import Start
from tests.ui.acts import desk_of, page_of, put_in, said_on, type_in
from tests.ui.gate_log import gate_log


def settings(program: Fosdesk) -> SettingsPage:
    return page_of(program.window, "settings", SettingsPage)


@pytest.mark.parametrize(
    ("chips", "key", "value"),
    [
        ("languages", "nn", ("language", "nn")),
        ("themes", "dark", ("theme", "dark")),
        ("sizes", "150", ("text_size", 150)),
    ],
)
def test_a_choice_rebuilds_the_window_where_it_stands_and_keeps_what_was_typed(
    fresh_school: Fosdesk, qtbot: QtBot, chips: str, key: str, value: tuple[str, object]
) -> None:
    before = fresh_school.window
    type_in(settings(fresh_school).form.editors["municipality"], "Strandøy kommune")
    with qtbot.waitSignal(fresh_school.opened):
        QTest.mouseClick(getattr(settings(fresh_school), chips).chip(key), Qt.MouseButton.LeftButton)
    assert fresh_school.window is not before
    assert fresh_school.window.current_key == "settings"
    assert fresh_school.window.size() == before.size()
    assert getattr(SettingsFile(fresh_school.folder).value, value[0]) == value[1]
    assert desk_of(fresh_school).school.profile.municipality == "Strandøy kommune"
    anew = settings(fresh_school)
    assert anew.form.editors["municipality"].editor.value() == "Strandøy kommune"
    assert getattr(anew, chips).value == key


def test_the_look_that_was_chosen_is_seen(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    bright = fresh_school.window.grab().toImage().pixelColor(600, 300).lightness()
    with qtbot.waitSignal(fresh_school.opened):
        QTest.mouseClick(settings(fresh_school).themes.chip("dark"), Qt.MouseButton.LeftButton)
    assert fresh_school.window.grab().toImage().pixelColor(600, 300).lightness() < bright / 2
    low = settings(fresh_school).title.fontMetrics().height()
    with qtbot.waitSignal(fresh_school.opened):
        QTest.mouseClick(settings(fresh_school).sizes.chip("200"), Qt.MouseButton.LeftButton)
    assert settings(fresh_school).title.fontMetrics().height() > 1.7 * low
    assert "Innstillinger og hjelp" in said_on(fresh_school.window)


def test_pressing_what_is_chosen_already_changes_nothing(fresh_school: Fosdesk) -> None:
    page, window = settings(fresh_school), fresh_school.window
    QTest.mouseClick(page.languages.chip("nb"), Qt.MouseButton.LeftButton)
    assert fresh_school.window is window
    assert page.languages.value == "nb"


def test_what_cannot_be_saved_is_shown_before_the_window_is_built_anew(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    gate = gate_log(window)
    gate.begin()
    reason = gate.editor("reason")
    put_in(reason, "x" * (MOST_CHARACTERS + 1))
    QTest.mouseClick(settings(fresh_school).themes.chip("dark"), Qt.MouseButton.LeftButton)
    assert fresh_school.window is window
    assert window.current_key == "gatekeeping"
    assert "er ikke lagret ennå" in said_on(window)
    assert SettingsFile(fresh_school.folder).value.theme == "system"
    assert settings(fresh_school).themes.value == "system"
    put_in(reason, "kort")
    settings(fresh_school)
    assert desk.school.get(GateEntry, gate.panel.entry_id).reason == "kort"


def test_the_role_of_the_laptop_signs_from_now_on(fresh_school: Fosdesk) -> None:
    page = settings(fresh_school)
    page.role.setFocus()
    page.role.setCurrentIndex(page.role.findText("Lederteamet"))
    page.role.activated.emit(page.role.currentIndex())
    gate = gate_log(fresh_school.window)
    gate.begin()
    QTest.mouseClick(gate.panel.decision.chip("parked"), Qt.MouseButton.LeftButton)
    (entry,) = desk_of(fresh_school).school.of(GateEntry)
    assert entry.signed_by == "leadership"
    assert "Lederteamet, 23. november 2026" in said_on(gate.panel)


def test_the_six_texts_the_shortcuts_and_the_words_are_there_to_read(fresh_school: Fosdesk) -> None:
    page, desk = settings(fresh_school), desk_of(fresh_school)
    said = said_on(page)
    assert len(desk.framework.first_run) == 6
    for sentence in desk.framework.first_run:
        assert sentence in said
    assert "Ctrl+K" in said
    assert page.search()
    term = next(t for group in desk.framework.glossary for t in group.terms if t.meaning)
    QTest.keyClicks(page.wanted, term.word)
    assert term.meaning in said_on(page)
    page.wanted.setText("qqxx")
    assert "Fant ingenting" in said_on(page)


def test_a_folder_that_takes_nothing_is_told_and_the_choice_goes_back(fresh_school: Fosdesk) -> None:
    page, window = settings(fresh_school), fresh_school.window
    # A folder of that name is in the way of the file, whoever runs the test.
    (fresh_school.folder / "settings.json.part").mkdir()
    QTest.mouseClick(page.themes.chip("dark"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert fresh_school.window is window
    assert "kunne ikke lagres" in said_on(window)
    assert page.themes.value == "system"


def test_settings_that_are_damaged_or_unknown_count_as_not_chosen(tmp_path: Path) -> None:
    for written in ("", "{", "[]", '{"language": "se"}', '{"text_size": 9000}', '{"language": 5, "theme": "dark"}'):
        (tmp_path / "settings.json").write_text(written, encoding="utf-8")
        value = SettingsFile(tmp_path).value
        assert value.language == "nb"
        assert 50 <= value.text_size <= 300


def test_the_language_of_the_command_line_counts_this_time_only(started: Start, tmp_path: Path) -> None:
    os.makedirs(tmp_path / "folder")
    SettingsFile(tmp_path / "folder").change(language="nn")
    program = started(tmp_path / "folder", "en")
    assert "Welcome to fosdesk" in said_on(program.window)
    assert SettingsFile(tmp_path / "folder").value.language == "nn"


USED = {
    "innspill",
    "plass i gruppen",
    "papirkurv",
    "fjern",
    "slette for godt",
    "skjerme",
    "slå sammen",
    "konflikt",
    "mandat",
}


def test_every_word_that_is_listed_is_explained_without_asking(fresh_school: Fosdesk) -> None:
    page, glossary = settings(fresh_school), desk_of(fresh_school).framework.glossary
    explained = {term.word: term.meaning for group in glossary for term in group.terms if term.meaning}
    assert set(explained) >= USED, "words that the program uses all the time"
    said = said_on(page)
    assert [word for word, meaning in explained.items() if f"{word}: {meaning}" not in said] == []
    bare = [term.word for group in glossary for term in group.terms if not term.meaning]
    page.wanted.setText("skrivebeskyttet")
    assert "skrivebeskyttet" in bare
    assert "Fant ingenting" in said_on(page), "a word alone explains nothing"
    page.wanted.setText("papirkurv")
    assert "Programmet" in said_on(page)
    assert "papirkurv: " in said_on(page)
    assert "kengurusatsing" not in said_on(page)


def test_the_page_for_it_is_a_click_away(fresh_school: Fosdesk) -> None:
    page = settings(fresh_school)
    QTest.mouseClick(page.for_it, Qt.MouseButton.LeftButton)
    assert fresh_school.window.current_key == "documents"
    panel = page_of(fresh_school.window, "documents", DocumentsPage).panel
    assert panel is not None
    assert panel.kind.key == "for_it"
