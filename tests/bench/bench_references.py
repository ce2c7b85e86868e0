"""References: 10,000 read from RIS and BibTeX against the libraries' own parse, and the work of a letter among them."""

import json
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
REFERENCES = 10_000
ROUNDS = 7
FRAME = 16.0  # milliseconds, a sixtieth of a second
TYPED = ("lesing", "mellomtrinnet", "brinkmann", "2017", "qx")
RIS = """TY  - JOUR
AU  - Brinkmann, Svend
AU  - Tanggaard, Lene
TI  - Lesing og samtale på mellomtrinnet {n}
JO  - Norsk pedagogisk tidsskrift
VL  - 104
IS  - 2
SP  - 12
EP  - 25
PY  - {year}
DO  - 10.18261/x.{n}
UR  - https://example.org/{n}
KW  - skole
AB  - En undersøkelse av hvordan samtaler om tekst blir til i fellesskap over tid.
ER  - """
BIBTEX = """@article{{k{n},
  author = {{Brinkmann, Svend and Tanggaard, Lene}},
  title = {{Lesing og samtale på mellomtrinnet {n}}},
  journal = {{Norsk pedagogisk tidsskrift}},
  volume = 104,
  number = 2,
  pages = {{12--25}},
  year = {year},
  doi = {{10.18261/x.{n}}}
}}
"""


def main() -> None:
    """Print the ratios, and the letters among as many entries."""
    import rispy
    from bibtexparser.entrypoint import parse_string

    from fosdesk.exchange.references.reference_files import read_references

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    ris = "".join(f"{RIS.format(n=n, year=1990 + n % 35)}\n\n" for n in range(REFERENCES))
    bibtex = "\n".join(BIBTEX.format(n=n, year=1990 + n % 35) for n in range(REFERENCES))
    figures: list[tuple[str, str, float, float, float]] = []
    for name, text, theirs in (
        ("RIS against rispy alone", ris, lambda: rispy.loads(ris)),
        ("BibTeX against bibtexparser alone", bibtex, lambda: parse_string(bibtex)),
    ):
        content = text.encode()
        pairs = [(_spent(theirs), _spent(lambda: read_references(content, "x"))) for _ in range(ROUNDS)][1:]  # noqa: B023
        limit, ours = (statistics.median(one) for one in zip(*pairs, strict=True))
        figures.append((f"10,000 references read from {name}", "ms", ours, limit, 3.0))
    found = read_references(ris.encode(), "x")
    assert len(found.references) == REFERENCES
    figures += _letters(found)
    for what, unit, figure, limit, reach in figures:
        line = {"what": what, "unit": unit, "ours": round(figure, 2), "limit": round(limit, 2), "reach": reach}
        print(json.dumps(line, ensure_ascii=False))


def _spent(act: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def _letters(found: Any) -> list[tuple[str, str, float, float, float]]:
    """Typing in the filter of the inbox that holds them all."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from fosdesk.app import STORE_NAME, build
    from fosdesk.domain.records import GateEntry
    from fosdesk.exchange.example.example_school import example_journal
    from fosdesk.store import Store
    from fosdesk.ui.tuning import keep_constants
    from tests.ui.gate_log import GateLog

    app = QApplication([])
    keep_constants()
    times: dict[str, list[float]] = {}  # of each letter in each round, as in the bench of search
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place) / STORE_NAME)
        store.merge(example_journal(language="nb", entries=0), own=True, now=1)
        store.close()
        program = build(Path(place), "nb", today=lambda: date(2026, 11, 23))
        program.window.show()
        while program.window.desk is None:
            QTest.qWait(20)
        entries = [GateEntry(f"r{n}", came="2026-11-20", **one.fields) for n, one in enumerate(found.references)]
        program.window.desk.workspace.commit_all([(None, one) for one in entries], "create")
        program.window.go("gatekeeping", "")
        QTest.qWait(300)
        page = GateLog(program.window)
        while page.list.is_preparing:
            QTest.qWait(20)
        page.wanted.setFocus()
        for _ in range(5):
            for words in TYPED:
                page.wanted.clear()
                app.processEvents()
                for at, letter in enumerate(words):
                    begun = time.perf_counter()
                    QTest.keyClicks(page.wanted, letter)
                    app.processEvents()
                    times.setdefault(words[: at + 1], []).append((time.perf_counter() - begun) * 1000)
        program.window.close()
        program.close()
    letters = [statistics.median(rounds) for rounds in times.values()]
    return [
        ("typing one letter in the inbox, 10,000 references", "ms", statistics.median(letters), FRAME, 1),
        (
            "the slowest letter in a hundred in the inbox, 10,000 references",
            "ms",
            statistics.quantiles(letters, n=100)[98],
            FRAME,
            1,
        ),
    ]


if __name__ == "__main__":
    main()
