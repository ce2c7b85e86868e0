"""All words that the code says stand in both Norwegian catalogues, whole, and with the same places to fill."""

from pathlib import Path

import catalogues

PACKAGE = Path(__file__).resolve().parent.parent / "fosdesk"


def test_the_catalogues_are_complete() -> None:
    assert catalogues.problems(PACKAGE, catalogues.TRANSLATIONS, catalogues.definition_entries()) == []
    assert len(catalogues.looked_up_entries(PACKAGE)) > 50
