"""What is kept for the next start is told once, and a spoiled file of settings tells nothing and stops nothing."""

import json
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.frame.untold import keep_untold, take_untold

TOLD = FosdeskError("The file {file} lies in {folder}.", file="a.db", folder="{here}", more=object())


def test_it_is_told_once(tmp_path: Path) -> None:
    keep_untold(SettingsFile(tmp_path), TOLD)
    settings = SettingsFile(tmp_path)
    told = take_untold(settings)
    assert told is not None
    assert (told.sentence, told.arguments) == (TOLD.sentence, {"file": "a.db", "folder": "{here}"})
    assert take_untold(settings) is None
    assert take_untold(SettingsFile(tmp_path)) is None


@pytest.mark.parametrize("written", ["{", "[]", "7", '["a"]', '["a", 3]', "[" * 100_000], ids=len)
def test_what_is_no_sentence_is_dropped(tmp_path: Path, written: str) -> None:
    settings = SettingsFile(tmp_path)
    settings.change(untold=written)
    assert take_untold(settings) is None
    assert settings.value.untold == ""


@pytest.mark.parametrize("sentence", ["{0}", "{file.__class__}", "{english}", "{file:>99999999}", "{", "{file"])
def test_what_somebody_else_wrote_there_is_never_filled_in(tmp_path: Path, sentence: str) -> None:
    settings = SettingsFile(tmp_path)
    settings.change(untold=json.dumps([sentence, {"english": "x", "self": "y"}]))
    assert take_untold(settings) is None
