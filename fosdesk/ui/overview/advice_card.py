"""Cards with advice: what was noticed, one thing to do, and the team's reply."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.records import AdviceReply
from fosdesk.domain.rules.advice import Advice, Answered, advice_limit, put_off_until
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, clear, column, line, mark, row, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.edits import UnsavedText
from fosdesk.ui.frame.places import page_of, record_to_open
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.ui.forms.advice_limit_line import AdviceLimitLine


def sentence_of(desk: Desk, advice: Advice) -> str:
    """The sentence of a piece of advice."""
    return desk.framework.warning(advice.warning).says(advice.n, alternative=advice.alternative)


def _one_thing(words: Words, desk: Desk, advice: Advice) -> tuple[str, str, str]:
    """The suggested act: the button's text, and the page and record it leads to."""
    first = advice.about[0] if advice.about else ""
    if advice.warning in ("W1", "W4", "W8", "W14") and first:
        record = first if advice.warning != "W1" or advice.alternative else ""
        return words("Have a look"), page_of(desk.school, first), record_to_open(desk.school, record)
    if advice.warning == "W3":
        if advice.alternative:
            return words("Read the direction"), "direction", "school"
        return words("Think it through"), "phase:F4", "answer:F4-08"
    if advice.warning == "W10":
        return words("Plan how it goes on"), "phase:F4", "answer:F4-03"
    return {
        "W2": (words("Write what gives way"), "time", ""),
        "W5": (words("See the core components"), "direction", first or "core_component"),
        "W6": (words("See the group"), "work_group", ""),
        "W15": (words("See the group"), "work_group", ""),
        "W16": (words("Set aside time"), "time", "time_slot"),
        "W7": (words("See the log"), "gatekeeping", ""),
        "W9": (words("Plan a meeting"), "meetings", ""),
    }.get(advice.warning, (words("Have a look"), "overview", ""))


class AdviceCard(QFrame, UnsavedText):
    """A sentence and four optional replies."""

    def __init__(self, desk: Desk, advice: Advice) -> None:
        super().__init__()
        self.desk, self.advice = desk, advice
        words = desk.words
        self.setProperty("look", "advice")
        self._body = column(self, gap=4, margins=(14, 10, 14, 8))
        head = row(gap=8)
        head.addWidget(mark(desk.theme, "lightbulb", "ochre"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(text(sentence_of(desk, advice)), 1)
        self._body.addLayout(head)
        self.limit = self._limit_line(desk, advice)
        if self.limit is not None:
            self._body.addWidget(self.limit)
        said, page, record = _one_thing(words, desk, advice)
        acts = FlowBox(gap=2)
        self.look = button(said, "text")
        self.look.clicked.connect(lambda: self._follow(page, record))
        acts.add(self.look)
        self.known = self.later = self.no = None
        if not desk.read_only:
            self.known = button(words("We know, because …"), "text")
            self.known.clicked.connect(self.ask_for_reason)
            self.later = button(words("Wait until next semester"), "text")
            self.later.clicked.connect(lambda: self._choose(stance="snoozed", until=put_off_until(desk.day())))
            self.no = button(words("Not for us"), "text")
            self.no.clicked.connect(lambda: self._choose(stance="dismissed"))
            for one in (self.known, self.later, self.no):
                acts.add(one)
        self._body.addWidget(acts)
        self._writing: QWidget | None = None
        self._answered = False

    @staticmethod
    def _limit_line(desk: Desk, advice: Advice) -> "AdviceLimitLine | None":
        if advice_limit(desk.framework, desk.school, advice.warning) is None:
            return None
        from fosdesk.ui.forms.advice_limit_line import AdviceLimitLine

        return AdviceLimitLine(desk, advice.warning)

    def _follow(self, page: str, record: str) -> None:
        """Go to what the button names: the text of a checklist item, the missing reason of an entry, else the page."""
        if record.startswith("answer:"):
            self.desk.go_to_field(record, "how")
        elif self.advice.warning == "W8":
            self.desk.go_to_field(record, "reason")
        else:
            self.desk.go(page, record)

    def ask_for_reason(self) -> None:
        """Show the field for a short text."""
        from fosdesk.ui.forms.editors import LongEditor

        if self._writing is None:
            words = self.desk.words
            self._writing = QWidget()
            inside = column(self._writing, gap=4)
            self.because = LongEditor(words, lines=2, most=6)
            self.because.setAccessibleName(words("We know, because …"))
            self.because.textChanged.connect(lambda: self.desk.edits.register(self))
            inside.addWidget(self.because)
            self._said = text("", "said")
            self._said.hide()
            inside.addWidget(self._said)
            foot = row(gap=8)
            self.keep = button(words("Keep the answer"))
            self.keep.clicked.connect(self.commit)
            foot.addWidget(self.keep)
            foot.addStretch(1)
            inside.addLayout(foot)
            self._body.addWidget(self._writing)
        self.because.setFocus()

    @property
    def as_typed(self) -> str:
        """The typed reply."""
        return self.because.toPlainText()

    def commit(self) -> None:
        """Save the typed reply; one that cannot be stored stays, with an error below it."""
        from fosdesk.ui.forms.editors import InvalidInput

        if not self.dirty:
            return
        try:
            self._answer(stance="known", because=str(self.because.value()))
        except InvalidInput as why:
            self._show_message(str(why))
        except FosdeskError as trouble:
            self._show_message(self.desk.words(trouble.sentence, **trouble.arguments))

    def take_cursor(self) -> None:
        """Set the focus to the reply."""
        self.because.setFocus()

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    @property
    def dirty(self) -> bool:
        """Whether a reply is typed."""
        return self._writing is not None and not self._answered and bool(self.because.toPlainText().strip())

    @property
    def is_in_use(self) -> bool:
        """Whether something is typed here, or the limit is being changed, so that the card must stay."""
        return self.dirty or (self.limit is not None and self.limit.is_open)

    def _choose(self, **values: str) -> None:
        """Reply by a button; text typed for another reply is kept with it."""
        from fosdesk.ui.forms.editors import InvalidInput

        if self.dirty:
            try:
                values["because"] = str(self.because.value())
            except InvalidInput as why:
                self._show_message(str(why))
                return
        self.desk.attempt(lambda: self._answer(**values))

    def _answer(self, **values: str) -> None:
        desk = self.desk
        before = desk.school.get(AdviceReply, self.advice.reply_id)
        self._answered = True  # the page may now let this card go
        try:
            desk.workspace.commit(before, msgspec.structs.replace(before, **values), "advice was answered")
        except FosdeskError:
            self._answered = False
            raise
        desk.show_message(desk.words("The answer is kept below, under “{title}”.", title=desk.words("Answered advice")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape discards the text; Ctrl+Enter saves it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self._writing is not None and not self.dirty:
            self._writing.deleteLater()
            self._writing = None
        else:
            super().keyPressEvent(event)


class AnsweredAdvice(QWidget):
    """Advice that was replied to, to read again and to withdraw the reply."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._body = column(self, gap=6, margins=(8, 0, 0, 0))

    def show_answers(self, answered: tuple[Answered, ...]) -> None:
        """Show these."""
        clear(self._body)
        desk, words = self.desk, self.desk.words
        stance = choice_of(AdviceReply, "stance")
        for one in answered:
            self._body.addWidget(text(sentence_of(desk, one.advice)))
            reply = one.reply
            said = option_words(words, stance, reply.stance or "known")
            if reply.because:
                said = f"{said}: {reply.because}"
            elif reply.stance == "snoozed" and reply.until:
                said = words("Put off until {date}", date=words.date(reply.until))
            self._body.addWidget(text(said, "quiet"))
            if one.until and reply.stance != "snoozed":
                again = words("Shown again from {date}, if it still fits then.", date=words.date(one.until))
                self._body.addWidget(text(again, "note"))
            if not desk.read_only:
                foot = row(gap=0)
                back = button(words("Take the answer back"), "text")
                back.clicked.connect(lambda _=False, r=reply: desk.attempt(lambda: desk.workspace.delete([r])))
                foot.addWidget(back)
                foot.addStretch(1)
                self._body.addLayout(foot)
            self._body.addWidget(line())
