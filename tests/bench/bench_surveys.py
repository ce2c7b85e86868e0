"""Surveys: 400 answers to eight questions, from choosing a file of Forms or Nettskjema to the figures of the round."""

import json
import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.domain.records import Survey, SurveyComment, SurveyQuestion
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.exchange.table_file import as_xlsx
from fosdesk.privacy.survey_counts import survey_result
from fosdesk.store import Store
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.involvement.answers_dialog import AnswersDialog, open_answers

ANSWERS, QUESTIONS, ROUNDS = 400, 8, 5
MOST = 1000.0  # ms
LEVELS = ("Aldri", "Av og til", "Ofte")
HEADINGS = [f"Spørsmål nummer {number}" for number in range(1, QUESTIONS + 1)]


def survey(program: Fosdesk, key: str) -> None:
    """A round with its questions."""
    assert program.window.desk is not None
    levels = "\n".join(LEVELS)
    records = [
        SurveyQuestion(f"{key}{n}", survey=key, text=text, levels=levels, pos=f"a{n}")
        for n, text in enumerate(HEADINGS, 1)
    ]
    for one in (Survey(key, name=key), *records):
        program.window.desk.workspace.add(one)


def rest(desk: Desk) -> None:
    """Wait until nothing is read or stored any more."""
    while desk.long_work.under_way:
        QApplication.processEvents()


def read_in(program: Fosdesk, key: str, path: Path) -> float:
    """Choose the file, press the button, and see the figures; the milliseconds of it."""
    desk = program.window.desk
    assert desk is not None
    begun = time.perf_counter()
    open_answers(desk, key, program.window, path)
    rest(desk)
    dialog = next(one for one in program.window.findChildren(AnswersDialog) if one.isVisible())
    dialog.take.click()
    rest(desk)
    answers = survey_result(desk.school, f"{key}{QUESTIONS}").answers
    took = (time.perf_counter() - begun) * 1000
    assert answers == ANSWERS
    assert desk.school.of(SurveyComment)
    return took


def main() -> None:
    """One line for each kind of file."""
    app = QApplication([])
    lines = [[LEVELS[(one + n) % 3] for n in range(QUESTIONS)] + [f"Noe {one}"] for one in range(ANSWERS)]
    headings = [*HEADINGS, "Kommentar"]
    as_csv = "\r\n".join(";".join(row) for row in [headings, *lines]).encode("cp1252")
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place) / STORE_NAME)
        store.merge(example_journal(language="nb"), own=True, now=1)
        store.close()
        program = build(Path(place), "nb", today=lambda: date(2026, 11, 23))
        program.window.show()
        while program.window.desk is None:
            QTest.qWait(20)
        program.window.go("involvement", "")
        QTest.qWait(2_000)  # until what writing needs is imported
        for ending, content in (("csv", as_csv), ("xlsx", as_xlsx("Svar", headings, lines))):
            took = []
            for number in range(ROUNDS):
                key = f"{ending}{number}"
                survey(program, key)
                path = Path(place) / f"{key}.{ending}"
                path.write_bytes(content)
                app.processEvents()
                took.append(read_in(program, key, path))
            what = f"{ANSWERS} answers read from {ending.upper() if ending == 'csv' else 'Excel'} and counted"
            print(json.dumps({"what": what, "unit": "ms", "ours": statistics.median(took), "limit": MOST, "reach": 1}))
        program.window.close()
        program.close()


if __name__ == "__main__":
    main()
