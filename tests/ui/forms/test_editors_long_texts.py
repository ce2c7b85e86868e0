"""Whatever 250,000 letters are pasted, or came with a file: the window answers, and what is stored is what was written.

Each is tried in a process of its own, because a widget that never ends could not be stopped from here.
"""

import pytest

from fosdesk.ui.controls.long_blanks import shortened_blanks
from tests.sampling import sampled
from tests.store.processes import told

MANY = 250_000
TEXTS = {
    "words": "Dette er en ganske vanlig tekst om skolen vår. ",
    "a word without end": "x",
    "words with hard spaces": "ord\\u00a0",
    "words with narrow hard spaces": "ord\\u202f",
    "joined words": "ord\\u2060",
    "spaces": " ",
    "wide spaces": "\\u2003",
    "tabs": "\\t",
    "lines": "Dette er en linje\\n",
    "blank lines with a space": " \\n",
    "hyphens": "ord-",
    "signs without spaces": "漢字仮名",
    "joiners": "\\u200d",
    "turned round": "\\u202eabc",
    "marks": "e\\u0301",
}
PASTE = """
import sys
from time import process_time
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from fosdesk.ui.controls.plain_widgets import text
from fosdesk.ui.forms.differing_text import DifferingText
from fosdesk.ui.forms.editors import LongEditor, ShortEditor
from fosdesk.words import read_words
app = QApplication([])
written = (sys.argv[1].encode("latin-1", "backslashreplace").decode("unicode_escape") * 250_000)[:250_000]
longest = 0.0
def run(act):
    global longest
    began = process_time()
    act()
    app.processEvents()
    longest = max(longest, process_time() - began)
pasted = QMimeData()
pasted.setText(written)
for editor in (LongEditor(read_words("nb")), LongEditor(read_words("nb"), one_line=True)):
    editor.resize(600, 200)
    editor.show()
    app.processEvents()
    run(lambda: editor.insertFromMimeData(pasted))
    run(lambda: editor.insertPlainText("a"))
    few = QMimeData()
    few.setText("og mer")
    run(lambda: editor.insertFromMimeData(few))
    run(lambda: editor.show_value(written))
    assert written.isascii() is False or not editor.dirty, "what is only looked at is not written"
    run(lambda: editor.resize(500, 200))
draft = LongEditor(read_words("nb"))
draft.resize(600, 200)
draft.show()
run(lambda: draft.type_over(editor.typed))
line = ShortEditor(read_words("nb"))
line.show()
run(lambda: line.insert(written))
label = text("", "note")
label.resize(600, 200)
label.show()
run(lambda: label.setText(written))
print(f"{longest:.2f}")
"""


@pytest.mark.parametrize("part", sampled(TEXTS.values()), ids=TEXTS)
def test_the_window_answers_whatever_is_pasted(part: str) -> None:
    """2 to 4.7 s and more, or never: words with hard spaces, and more than 65,535 blanks in a row."""
    assert float(told(PASTE, part)) < 1.5


def test_only_blanks_beyond_a_thousand_in_a_row_are_left_out_of_what_is_shown() -> None:
    few = " " * 50_000 + "x"
    assert shortened_blanks(few) == few
    assert shortened_blanks(" " * 70_000 + "x" + "\t" * 900 + "\n") == " " * 1_000 + "x" + "\t" * 900 + "\n"
    lines = "a \n" * 30_000
    assert shortened_blanks(lines) == lines
