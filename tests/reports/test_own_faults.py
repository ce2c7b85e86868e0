"""Trouble with the chosen place is told as that, and a fault while a document is made is not."""

from pathlib import Path

import pytest

from fosdesk.reports.own_faults import UnwritableFile, own_faults_apart, writing_target
from tests.reports.telling import make, school_of


def test_only_trouble_with_the_file_that_is_written_goes_on_as_such() -> None:
    @own_faults_apart
    def made(place: str) -> str:
        if place == "closed":
            with writing_target():
                raise PermissionError(13, "no")
        if place == "font":
            raise FileNotFoundError("a font")
        return place

    assert made("fine") == "fine"
    with pytest.raises(UnwritableFile):
        made("closed")
    with pytest.raises(RuntimeError) as fault:
        made("font")
    assert not isinstance(fault.value, OSError)
    assert isinstance(fault.value.__cause__, FileNotFoundError)


def test_a_folder_that_is_not_there_is_trouble_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile):
        make(tmp_path / "nowhere", "status", school_of())
