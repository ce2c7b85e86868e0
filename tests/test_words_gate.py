"""All words that the code says stand in both Norwegian catalogues, whole, and with the same places to fill."""

from pathlib import Path

import catalogues

PACKAGE = Path(__file__).resolve().parent.parent / "fosdesk"


def test_the_catalogues_are_complete() -> None:
    assert catalogues.faults(PACKAGE, catalogues.TRANSLATIONS, catalogues.defined()) == []
    assert len(catalogues.asked_for(PACKAGE)) > 50
