"""A catalogue that cannot be read as a whole is an error: passed over, its words would come out in English."""

from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from catalogues import read


def test_a_catalogue_with_a_broken_line_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "nb.po"
    broken.write_text('msgid "Plain"\nmsgstr "Enkel"\n\nmsgid "Two"\n"To"\n\nmsgid "Three"\n', encoding="utf-8")
    with pytest.raises(PoFileError):
        read(broken)
