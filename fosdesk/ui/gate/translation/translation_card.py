"""The card of one translation: source and school side by side, question by question, written where it is read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fosdesk.display.noun_words import choice_of, label_words, option_words
from fosdesk.display.record_words import role_words
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import GateEntry, SchoolProfile, TranslationNote
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.gate_rules import UNDECIDED, decision_of
from fosdesk.domain.rules.review.translations import balance_of_ticks, begun_from_ticks, leaning, translation_id
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, framed, set_shown, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.forms.used_in import UsedIn
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.gate.translation.card_rows import HERE, OURS, SOURCE, CardRow, CardText, heads
from fosdesk.ui.gate.translation.choice_fields import ChoiceField
from fosdesk.ui.style.steps import UNBOUND

_BESIDE, _SIDE = 900, 268  # px at 100 %: where what one thinks here stands beside the card, and how wide it is
_TICKS = ("challenges", "encourages")


class TranslationCard(QWidget):
    """Shows the translation of any entry; its record is made by writing in it."""

    gone = Signal()  # the card was deleted

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.entry_id = ""
        self.texts: dict[str, CardText] = {}
        self.fields: list[FieldEditor] = []
        self.choices: dict[str, ChoiceField] = {}
        whole = SideBySide(desk.theme.px(_BESIDE), gap=24, narrow_gap=16)
        column(self, gap=0).addWidget(whole)
        card = QWidget()
        body = column(card, gap=8)
        self.facts = text("", "quiet")
        body.addWidget(self.facts)
        body.addWidget(heads(desk))
        self._lay_pairs(body)
        self._lay_outcome(body)
        self._lay_rest(body)
        self.used_in = UsedIn(desk)
        body.addWidget(self.used_in)
        foot = FlowBox(gap=8)
        self.history = button(desk.words("History"), "text")
        self.history.clicked.connect(lambda: HistoryDialog(desk, self.note_id, self.window()).open())
        self.delete = button(desk.words("Delete the translation"), "text")
        self.delete.clicked.connect(self._delete)
        for act in (self.history, self.delete):
            foot.add(act)
        body.addWidget(foot)
        body.addStretch(1)
        whole.add(card, 1)
        self._side = self._make_side()
        whole.add(self._side, 0)
        whole.turned.connect(self._fit_side)
        self._fit_side(whole.is_wide)

    @property
    def note_id(self) -> str:
        """The id of the translation that is shown."""
        return translation_id(self.entry_id)

    def show_entry(self, entry_id: str) -> None:
        """Show the translation of an entry, also one that nobody has written in yet."""
        self.entry_id = entry_id
        for one in self._editors():
            one.edit_record(self.note_id)
        for choice in self.choices.values():
            choice.edit_record(self.note_id)
        self.reload()

    def reload(self) -> None:
        """Show what is stored."""
        desk = self.desk
        for one in self._editors():
            one.reload()
        for choice in self.choices.values():
            choice.reload()
        for row in self._rows:
            row.show_captions()
        self.how_we_think.reload()
        entry, note = desk.school.get(GateEntry, self.entry_id), desk.school.get(TranslationNote, self.note_id)
        self.facts.setText(self._facts(entry))
        self.decided.setText(self._decision(entry))
        stored = desk.school.find(self.note_id) is not None
        set_shown(self.history, stored)
        set_shown(self.delete, stored and not desk.read_only)
        disputed = any((self.note_id, name) in desk.school.conflicts for name in _TICKS)
        set_shown(self._before, disputed or any(getattr(note, name) for name in _TICKS))
        set_shown(self.begin_with, not desk.read_only and bool(balance_of_ticks(note)) and not note.balance)
        lean = leaning(desk.school)
        self.lean.setText(lean_words(desk, lean))
        set_shown(self.lean, bool(lean) and bool(note.balance) and not desk.read_only)
        thinks = bool(desk.school.profile.how_we_think.strip())
        set_shown(self._thinking, thinks or not desk.read_only)
        self.used_in.show_record(self.note_id)

    def begin_writing(self) -> None:
        """Set the focus to the first text."""
        self.texts["essential_source"].editor.take_cursor()

    # -- laying out

    def _lay_pairs(self, body: QVBoxLayout) -> None:
        words = self.desk.words
        self._rows: list[CardRow] = []
        for question, names in (
            (words("What is essential"), ("essential_source", "essential_here")),
            (words("Must not be lost"), ("not_lost_source", "not_lost_here")),
            (words("The words"), ("source_words", "our_words")),
            (words("What changes on Monday?"), ("source_asks", "monday")),
        ):
            looks = (SOURCE, OURS if names[1] == "our_words" else HERE)
            self._row(body, question, [self._text(n, look) for n, look in zip(names, looks, strict=True)])

    def _lay_outcome(self, body: QVBoxLayout) -> None:
        """What was kept and what was changed, in four texts."""
        words = self.desk.words
        for question, names in (
            (words("From the source to us"), ("kept", "added")),
            ("", ("left_out", "reshaped")),
        ):
            self._row(body, question, [self._text(name, HERE, captioned=True) for name in names])

    def _lay_rest(self, body: QVBoxLayout) -> None:
        words = self.desk.words
        self._row(
            body, words("What we have from before"), [self._choice("way"), self._field("existing", label="", wrap=True)]
        )
        scale = self._choice("balance", scale=True)
        middle = QWidget()
        inside = column(middle, gap=4)
        inside.addWidget(scale)
        self.lean = text("", "said")
        inside.addWidget(self.lean)
        challenge = self._text("challenge", HERE, captioned=True)
        optimism = self._text("optimism", HERE, captioned=True)
        self._row(body, words("Challenges and creates optimism"), [challenge, middle, optimism])
        with_whom = QWidget()
        tried = column(with_whom, gap=6)
        for name in ("tried_with", "tried"):
            tried.addWidget(self._field(name, wrap=name == "tried_with"))
        tried.addStretch(1)
        self._row(body, words("Tried out"), [with_whom, self._text("feedback", HERE, captioned=True)])
        self._row(body, label_words(words, fields_of(TranslationNote)["standing"]), [self._choice("standing")])
        self._lay_ticks(body)

    def _lay_ticks(self, body: QVBoxLayout) -> None:
        """What two ticks of earlier versions say, where anybody set them."""
        words = self.desk.words
        self._before = framed("notice")
        before = column(self._before, gap=4, margins=(12, 8, 12, 8))
        before.addWidget(text(words("As it stood before"), "note"))
        ticks = FlowBox(gap=16)
        for name in _TICKS:
            ticks.add(self._field(name))
        before.addWidget(ticks)
        self.begin_with = button(words("Begin with this"), "text")
        self.begin_with.clicked.connect(self._begin_with_ticks)
        before.addWidget(self.begin_with, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._before)

    def _row(self, body: QVBoxLayout, question: str, parts: list[QWidget]) -> None:
        made = CardRow(self.desk, question, parts)
        self._rows.append(made)
        body.addWidget(made)

    def _text(self, name: str, look: str, *, captioned: bool = False) -> CardText:
        self.texts[name] = CardText(self.desk, name, look, captioned=captioned)
        return self.texts[name]

    def _field(self, name: str, *, label: str | None = None, wrap: bool = False) -> FieldEditor:
        made = FieldEditor(self.desk, TranslationNote, "", name, label=label, wrap=wrap)
        self.fields.append(made)
        return made

    def _choice(self, name: str, *, scale: bool = False) -> ChoiceField:
        self.choices[name] = ChoiceField(self.desk, TranslationNote, name, scale=scale)
        return self.choices[name]

    def _make_side(self) -> QWidget:
        """How the school thinks, in view while one translates, and what was decided about the entry."""
        desk, words = self.desk, self.desk.words
        side = QWidget()
        body = column(side, gap=12)
        self._thinking = framed("notice")
        inside = column(self._thinking, gap=4, margins=(14, 12, 14, 12))
        inside.addWidget(text(words("How we think here"), "strong"))
        self.how_we_think = FieldEditor(desk, SchoolProfile, PROFILE_ID, "how_we_think", label="", lines=4)
        inside.addWidget(self.how_we_think)
        body.addWidget(self._thinking)
        body.addWidget(text(label_words(words, fields_of(GateEntry)["decision"]), "strong"))
        self.decided = text("")
        body.addWidget(self.decided)
        self.to_entry = button(words("To the entry in the log"), "text")
        self.to_entry.clicked.connect(lambda: desk.go("gatekeeping", self.entry_id))
        body.addWidget(self.to_entry, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        return side

    def _fit_side(self, wide: bool) -> None:
        self._side.setMinimumWidth(self.desk.theme.px(_SIDE) if wide else 0)
        self._side.setMaximumWidth(self.desk.theme.px(_SIDE) if wide else UNBOUND)

    # -- words

    def _facts(self, entry: GateEntry) -> str:
        words = self.desk.words
        kind = option_words(words, choice_of(GateEntry, "kind"), entry.kind) if entry.kind else ""
        who = words("from {who}", who=entry.brought_by.strip()) if entry.brought_by.strip() else ""
        came = words("came in {date}", date=words.date(entry.came)) if entry.came else ""
        return " · ".join(filter(None, (kind, who, came, entry.source.strip())))

    def _decision(self, entry: GateEntry) -> str:
        words = self.desk.words
        said = option_words(words, choice_of(GateEntry, "decision"), decision_of(entry))
        if decision_of(entry) == UNDECIDED:
            return said
        signed = filter(None, (role_words(words, entry.signed_by) if entry.signed_by else "", words.date(entry.signed)))
        return "\n".join(filter(None, (said, ", ".join(signed), entry.reason.strip())))

    # -- acts

    def _editors(self) -> list[FieldEditor]:
        return [*(one.editor for one in self.texts.values()), *self.fields]

    def _begin_with_ticks(self) -> None:
        if self.desk.release(self):
            note = self.desk.school.get(TranslationNote, self.note_id)
            self.desk.attempt(lambda: self.desk.workspace.commit(note, begun_from_ticks(note)))

    def _delete(self) -> None:
        self.desk.edits.save(self)  # so that what was typed comes back with it
        note = self.desk.school.find(self.note_id)
        if note is not None and self.desk.attempt(lambda: self.desk.workspace.delete([note])):
            self.desk.show_message(self.desk.words("Deleted. Ctrl+Z brings it back."))
            self.gone.emit()


def lean_words(desk: Desk, lean: str) -> str:
    """A gentle question where all translations lean to one side; empty where they do not."""
    words = desk.words
    return {
        "challenge": words(
            "All translations lean towards what challenges. What could make people believe that it can be done?"
        ),
        "optimism": words(
            "All translations lean towards optimism. Is there anything that should challenge a bit more?"
        ),
    }.get(lean, "")
