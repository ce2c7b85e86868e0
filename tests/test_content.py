"""The framework that ships: complete in three languages, with the ids that school files rely on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import compiling
from fosdesk import paths
from fosdesk.content import LANGUAGES, read_framework
from fosdesk.display.noun_words import hint_words
from fosdesk.domain.fields import fields_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import SchoolProfile
from fosdesk.errors import FosdeskError
from fosdesk.words import read_words


@pytest.fixture(params=LANGUAGES)
def framework(request: pytest.FixtureRequest) -> Framework:
    return read_framework(request.param)


def test_all_phases_and_items_are_there(framework: Framework) -> None:
    assert {phase.id: len(phase.items) for phase in framework.phases} == {
        "F0": 5,
        "F1": 17,
        "F2": 20,
        "F3": 17,
        "F4": 17,
    }
    for phase in framework.phases:
        assert [item.id for item in phase.items] == [f"{phase.id}-{n:02}" for n in range(1, len(phase.items) + 1)]


def test_no_text_is_empty(framework: Framework) -> None:
    for phase in framework.phases:
        assert all([phase.title, phase.plan_name, phase.aim, *phase.reflection, *phase.signs])
        assert phase.reflection
        assert phase.signs
    for item in framework.items:
        assert all([item.text, item.why, item.evidence, item.responsible]), item.id
    assert all(warning.risk and warning.text for warning in framework.warnings)
    assert all(pace.title and pace.about for pace in framework.paces)
    assert all(one.title and one.about for one in framework.milestones)
    assert all(one.text for one in framework.yearly)
    assert all(term.word for group in framework.glossary for term in group.terms)


def test_phase_two_has_two_tracks_side_by_side(framework: Framework) -> None:
    tracks = {phase.id: [track.id for track in phase.tracks] for phase in framework.phases}
    assert tracks == {"F0": [], "F1": [], "F2": ["A", "B"], "F3": [], "F4": []}
    for item in framework.items:
        expected = "" if item.phase != "F2" else "A" if item.id <= "F2-07" else "B"
        assert item.track == expected, item.id


def test_kinds_warnings_and_first_run_texts(framework: Framework) -> None:
    assert {item.kind for item in framework.items} == {"S", "A", "L", "S/L"}
    assert [warning.id for warning in framework.warnings] == [f"W{n}" for n in range(1, 17)]
    assert len(framework.first_run) == 6


def test_what_points_to_a_phase_or_an_item_finds_it(framework: Framework) -> None:
    known = {phase.id for phase in framework.phases}
    assert all({one.anchor, *one.phases} <= known for one in framework.milestones)
    assert all(framework.item(one.item) for one in framework.yearly if one.item)
    assert all(set(one.months) <= set(range(1, 13)) for one in framework.yearly)


def test_the_source_is_named_and_the_words_are_called_our_own() -> None:
    assert "våre egne ord" in read_framework("nb").source
    assert "våre eigne ord" in read_framework("nn").source
    assert "our own words" in read_framework("en").source


def test_another_language_is_refused_with_a_sentence() -> None:
    with pytest.raises(FosdeskError, match="no language called “se”"):
        read_framework("se")


def test_the_names_of_the_milestone_plan_are_those_of_the_source() -> None:
    """Its three phases: «Fase 1. Initiering», «Fase 2 Implementering», «Fase 3 Institusjonalisering»."""
    plan = {"": "Leiaropplæring", "1": "Initiering", "2": "Implementering", "3": "Institusjonalisering"}
    phases = read_framework("nn").phases
    assert {phase.plan_number: phase.plan_name for phase in phases} == plan
    assert [phase.plan_number for phase in phases] == ["", "1", "2", "2", "3"]


@pytest.mark.parametrize(
    ("language", "number", "maintenance"),
    [("nb", "fase 3", "vedlikeholdsfasen"), ("nn", "fase 3", "vedlikehaldsfasen"), ("en", "phase 3", "maintenance")],
)
def test_which_phase_of_the_plan_stands_for_which_of_ours_is_told(language: str, number: str, maintenance: str) -> None:
    meanings = {term.key: term.meaning for group in read_framework(language).glossary for term in group.terms}
    assert number in meanings["institutionalisation"]
    assert maintenance in meanings["institutionalisation"]
    hint = hint_words(read_words(language), fields_of(SchoolProfile)["naming"])
    assert maintenance in hint


@pytest.mark.parametrize(
    ("language", "theme"),
    [
        ("nb", "reduksjon av spesialundervisning"),
        ("nn", "reduksjon av spesialundervisning"),
        ("en", "less special education"),
    ],
)
def test_all_themes_of_the_source_are_named(language: str, theme: str) -> None:
    phase = read_framework(language).phase("F2")
    assert phase is not None
    assert theme in next(item.why for item in phase.items if item.id == "F2-04")


@pytest.fixture
def framework_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The framework's files as a fresh clone has them, from which it is read anew."""
    folder = tmp_path / "framework"
    shutil.copytree(paths.resource("framework"), folder, ignore=shutil.ignore_patterns("*.json"))
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path.joinpath(*parts))
    read_framework.cache_clear()
    yield folder
    read_framework.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_says_the_same_as_what_is_not(framework_folder: Path, language: str) -> None:
    plain = read_framework(language)
    compiling.compile_framework(framework_folder)
    read_framework.cache_clear()
    assert read_framework(language) == plain
    assert len(list(framework_folder.glob("*.json"))) == 3


def test_what_is_compiled_is_read_without_parsing_anything(
    framework_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiling.compile_framework(framework_folder)
    monkeypatch.setattr("tomllib.loads", None)
    assert read_framework("nn").language == "nn"


@pytest.mark.parametrize("broken", [b"", b"{", b'{"nb/f1.toml": 3}', b"[]"])
def test_what_was_compiled_by_halves_is_passed_over(framework_folder: Path, broken: bytes) -> None:
    plain = read_framework("nb")
    (framework_folder / "nb.json").write_bytes(broken)
    read_framework.cache_clear()
    assert read_framework("nb") == plain


def test_a_file_that_was_edited_since_speaks_for_itself(framework_folder: Path) -> None:
    compiling.compile_framework(framework_folder)
    edited = framework_folder / "nb" / "framework.toml"
    edited.write_text(edited.read_text(encoding="utf-8").replace('title = "', 'title = "Ny: '), encoding="utf-8")
    assert read_framework("nb").title.startswith("Ny: ")
