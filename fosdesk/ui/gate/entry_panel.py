"""The panel of one gatekeeping entry: decision, reasons, follow-up date, reply and translation."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fosdesk.display.gatekeeping.gate_reply import proposed_reply
from fosdesk.display.noun_words import choice_of, label_words, noun_one, option_words, options_words
from fosdesk.display.record_words import role_words
from fosdesk.domain.fields import Scalar, fields_of, noun_of
from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.domain.records.gate_entries import LOOKS
from fosdesk.domain.rules.gate_rules import (
    UNDECIDED,
    decide,
    decision_of,
    is_signed_by_principal,
    reasons_by_entry,
    sign_as_principal,
    withdraw_signature,
)
from fosdesk.domain.rules.gatekeeping.story import taken_up_again
from fosdesk.domain.rules.review.translations import TRANSLATED, translation_id
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.reports.documents.gatekeeping.reply_letter import reply_letter
from fosdesk.ui.controls.chips import ChipChoice, FlowBox
from fosdesk.ui.controls.pdf.print_job import PrintJob
from fosdesk.ui.controls.plain_widgets import button, column, framed, line, row, set_shown, text
from fosdesk.ui.forms.conflict import Conflict
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.field_fold import FieldFold
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.forms.used_in import UsedIn
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.gate.entry_lines import DuplicateLine, StoryView
from fosdesk.ui.gate.reason_chips import ReasonChips
from fosdesk.ui.gate.votes_box import VotesBox
from fosdesk.workspace import new_id

REFERENCE_LINES = (
    ("authors",),
    ("year", "publication"),
    ("published_in",),
    ("editors",),
    ("volume", "issue", "pages"),
    ("publisher", "edition"),
    ("doi", "isbn"),
    ("address",),
    ("abstract",),
    ("from_file",),
    ("file_notes",),
)
WIDE = ("authors", "published_in", "editors", "address", "abstract", "from_file", "file_notes")


class EntryPanel(QWidget):
    """The form of an entry, as its decision is signed and its translation shown only where it was let in."""

    def __init__(self, desk: Desk, entry_id: str, acts: Sequence[QPushButton] = ()) -> None:
        """`acts` are put at the foot."""
        words = desk.words
        super().__init__()
        self.desk = desk
        self.entry_id = entry_id
        self.editors: dict[str, FieldEditor] = {}
        body = column(self, gap=12)
        self.what = self._editor("what", wrap=True)
        body.addWidget(self.what)
        body.addLayout(self._pair("kind", "came"))
        body.addLayout(self._pair("brought_by", "source"))
        self.duplicate = DuplicateLine(desk)
        body.addWidget(self.duplicate)
        self.folds = [self._fold(body, *one) for one in self._folded()]
        body.addLayout(self._pair("planned", "outside_focus"))
        body.addWidget(line())
        self._lay_decision(body)
        self.votes = VotesBox(desk, entry_id)
        body.addWidget(self.votes)
        body.addLayout(self._pair("revisit", "points_to"))
        self.component = self._editor("component")
        body.addWidget(self.component)
        self._lay_translation(body)
        body.addWidget(line())
        self._lay_reply(body)
        self.story = StoryView(desk)
        body.addWidget(self.story)
        self.replaces = self._editor("replaces")
        body.addWidget(self.replaces)
        self.used_in = UsedIn(desk)
        body.addWidget(self.used_in)
        body.addWidget(line())
        foot = FlowBox(gap=8)
        self._acts = acts
        self.history = button(words("History"), "text")
        self.history.clicked.connect(lambda: HistoryDialog(desk, self.entry_id, self.window()).open())
        self.delete = button(words("Delete"), "text")
        self.delete.clicked.connect(self._delete)
        self.again = button(words("Take up again"), "text")
        self.again.clicked.connect(self._take_up_again)
        for act in (self.again, self.history, self.delete, *acts):
            foot.add(act)
        body.addWidget(foot)
        self.reload()

    def _lay_decision(self, body: QVBoxLayout) -> None:
        words, desk = self.desk.words, self.desk
        field = choice_of(GateEntry, "decision")
        label = label_words(words, field)
        body.addWidget(text(label, "label"))
        self.decision = ChipChoice(options_words(words, field), name=label)
        self.decision.chosen.connect(self._decide)
        set_shown(self.decision, not desk.read_only)
        body.addWidget(self.decision)
        self._decided = text("")
        set_shown(self._decided, desk.read_only)
        body.addWidget(self._decided)
        self.conflict = Conflict(desk, field, "decision", self._sign_anew)
        body.addWidget(self.conflict)
        self._signature = text("", "quiet")
        body.addWidget(self._signature)
        self._lay_principal(body)
        self._why = text(label_words(words, fields_of(GateEntry)["reason"]), "label")
        body.addWidget(self._why)
        self.reasons = ReasonChips(desk)
        body.addWidget(self.reasons)
        self._reason = self._editor("reason", label="")
        body.addWidget(self._reason)

    def _lay_principal(self, body: QVBoxLayout) -> None:
        """Whether the principal has signed; the acts are there on the principal's computer only."""
        words, desk = self.desk.words, self.desk
        self._principal = text("", "quiet")
        body.addWidget(self._principal)
        self.sign = button(words("The principal signs"))
        self.sign.clicked.connect(lambda: self._sign(sign_as_principal(self._entry(), desk.day())))
        self.withdraw = button(words("Withdraw the signature"), "text")
        self.withdraw.clicked.connect(lambda: self._sign(withdraw_signature(self._entry())))
        acts = row(gap=6)
        for act in (self.sign, self.withdraw):
            act.hide()
            acts.addWidget(act)
        acts.addStretch(1)
        body.addLayout(acts)
        days = fields_of(GateEntry)["principal_signed"]
        self.signing_conflict = Conflict(desk, days, "principal_signed", lambda _: self.reload())
        body.addWidget(self.signing_conflict)

    def _show_principal(self, entry: GateEntry) -> None:
        words, day = self.desk.words, self.desk.words.date(entry.principal_signed)
        decided = decision_of(entry) != UNDECIDED
        signed, by_act = is_signed_by_principal(entry), bool(entry.principal_signed)
        here = self.desk.workspace.role == "principal" and not self.desk.read_only
        said = ""
        if signed:
            said = words("Signed by the principal {date}.", date=day) if by_act else ""
        elif by_act and decided:
            earlier = option_words(words, choice_of(GateEntry, "decision"), entry.principal_signed_decision)
            said = words(
                "The principal signed “{decision}” {date}. It has been decided anew since.", decision=earlier, date=day
            )
        elif decided:
            said = words("The principal has not signed.")
            if not here and not self.desk.read_only:
                said += " " + words("That is done on the principal's computer.")
        self._principal.setText(said)
        self._principal.setVisible(bool(said))
        self.sign.setVisible(here and decided and not signed)
        self.withdraw.setVisible(here and signed and by_act)
        self.signing_conflict.show_record(self.entry_id)

    def _sign(self, after: GateEntry) -> None:
        entry = self._entry()
        if self.desk.release(self):
            self._write(entry, after)

    def _lay_translation(self, body: QVBoxLayout) -> None:
        words = self.desk.words
        self._translation = framed("notice")
        self._translation_body = column(self._translation, gap=10, margins=(14, 12, 14, 12))
        self._translation_body.addWidget(text(noun_one(words, noun_of(TranslationNote)), "strong"))
        about = words("What do you keep as it is, and what do you change so that it makes sense here?")
        self._translation_body.addWidget(text(about, "quiet"))
        self.notes = [
            FieldEditor(self.desk, TranslationNote, translation_id(self.entry_id), name, lines=2)
            for name in ("kept", "added", "left_out", "reshaped")
        ]
        for note in self.notes:
            self._translation_body.addWidget(note)
        self.to_card = button(words("Open the translation card"), "text")
        self.to_card.clicked.connect(lambda: self.desk.go("gatekeeping", translation_id(self.entry_id)))
        self._translation_body.addWidget(self.to_card, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._translation)

    def _lay_reply(self, body: QVBoxLayout) -> None:
        words = self.desk.words
        self.reply = self._editor("reply", lines=4)
        body.addWidget(self.reply)
        acts = row(gap=6)
        self.propose = button(words("Suggest a reply"), "text")
        self.propose.clicked.connect(self._propose)
        self.copy = button(words("Copy the reply"), "text")
        self.copy.clicked.connect(self._copy)
        self.to_paper = button(words("Print"), "text")
        self.job = PrintJob(words, self.to_paper, self.desk.show_message, self)
        self.to_paper.clicked.connect(lambda: self.job.press(self._make_letter))
        for act in (self.propose, self.copy, self.to_paper):
            acts.addWidget(act)
        acts.addStretch(1)
        body.addLayout(acts)
        body.addLayout(self._pair("replied"))

    def _folded(self) -> Sequence[tuple[str, Sequence[Sequence[str]]]]:
        """What is folded while it holds nothing: a title and its lines."""
        return (
            (self.desk.words("Reference"), REFERENCE_LINES),
            (self.desk.words("Six quick looks"), (LOOKS[:2], LOOKS[2:4], LOOKS[4:])),
        )

    def _fold(self, body: QVBoxLayout, title: str, lines: Sequence[Sequence[str]]) -> tuple[FieldFold, list[str]]:
        fold = FieldFold(self.desk, self, gap=10)
        fold.setText(title)
        for names in lines:
            fold.content.addLayout(self._pair(*names))
        body.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        body.addLayout(fold.place)
        return fold, [name for names in lines for name in names]

    def _editor(self, name: str, *, label: str | None = None, lines: int = 3, wrap: bool = False) -> FieldEditor:
        editor = FieldEditor(self.desk, GateEntry, self.entry_id, name, label=label, lines=lines, wrap=wrap)
        self.editors[name] = editor
        return editor

    def _pair(self, *names: str) -> QHBoxLayout:
        pair = row(gap=12)
        for name in names:
            pair.addWidget(self._editor(name), 1, Qt.AlignmentFlag.AlignTop)
        if len(names) == 1 and names[0] not in WIDE:
            pair.addStretch(1)
        return pair

    def reload(self) -> None:
        """Show the stored entry."""
        entry = self._entry()
        words, read_only = self.desk.words, self.desk.read_only
        stored = not self.desk.new_records.is_begun(self.entry_id)
        self.history.setVisible(stored)
        self.delete.setVisible(stored and not read_only)
        for act in self._acts:
            act.setVisible(stored)
        for editor in (*self.editors.values(), *self.notes):
            editor.reload()
        self.duplicate.show_entry(entry if stored else GateEntry())
        for fold, names in self.folds:
            fold.show_record(entry, [self.editors[name] for name in names])
        self.votes.reload()
        self.story.show_entry(self.entry_id)
        self.replaces.setVisible(bool(entry.replaces))
        self.decision.set_value(entry.decision)
        self._decided.setText(option_words(words, choice_of(GateEntry, "decision"), decision_of(entry)))
        self.conflict.show_record(self.entry_id)
        self.reasons.show_entry(self.entry_id)
        self._why.setVisible(not read_only or self.reasons.has_any or bool(entry.reason))
        decided = decision_of(entry) != UNDECIDED
        if decided and (entry.signed_by or entry.signed):
            signed = (role_words(words, entry.signed_by), words.date(entry.signed))
            self._signature.setText(", ".join(filter(None, signed)))
        else:
            self._signature.setText(words("Your role and today's date are noted when you decide."))
        self._signature.setVisible(not read_only or decided)
        self._show_principal(entry)
        written = self.desk.school.find(translation_id(self.entry_id)) is not None
        self.to_card.setVisible(stored)
        self._translation.setVisible(written or (entry.decision in TRANSLATED and not read_only))
        self.component.setVisible(bool(entry.component) or (entry.points_to == "component" and not read_only))
        self.used_in.show_record(self.entry_id)
        self.again.setVisible(stored and decided and not read_only)
        self.copy.setVisible(bool(entry.reply))
        self.to_paper.setVisible(bool(entry.reply))
        self.propose.setVisible(not read_only and decided and not entry.reply)

    def _entry(self) -> GateEntry:
        """The open entry as it is stored, or as it was begun."""
        return self.desk.new_records.school.get(GateEntry, self.entry_id)

    def _decide(self, decision: str) -> None:
        self.desk.edits.save(self)
        entry = self._entry()
        after = decide(entry, decision, self.desk.workspace.role, self.desk.day())
        self._write(entry, after)

    def _sign_anew(self, decision: Scalar) -> None:
        """Settling a conflict of decisions signs the entry again, as two signatures would mean nothing."""
        entry = self.desk.school.get(GateEntry, self.entry_id)
        blank = msgspec.structs.replace(entry, decision="")
        signed = decide(blank, str(decision), self.desk.workspace.role, self.desk.day())

        def settle() -> None:
            for name in ("signed_by", "signed"):
                if (self.entry_id, name) in self.desk.school.conflicts:
                    self.desk.workspace.settle(self.entry_id, name, getattr(signed, name))

        self.desk.attempt(settle)
        self.reload()

    def _write(self, before: GateEntry, after: GateEntry) -> None:
        if not self.desk.attempt(lambda: self.desk.new_records.commit(before, after)):
            self.reload()

    def _propose(self) -> None:
        if not self.desk.release(self):
            return
        entry = self.desk.school.get(GateEntry, self.entry_id)
        reasons = reasons_by_entry(self.desk.school).get(self.entry_id, ())
        said = proposed_reply(self.desk.words, entry, reasons)
        if said:
            self._write(entry, msgspec.structs.replace(entry, reply=said))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.desk.school.get(GateEntry, self.entry_id).reply)
        self.desk.show_message(self.desk.words("The reply is copied. Paste it where you want to send it."))

    def _make_letter(self, done: Callable[[bytes], None]) -> None:
        if not self.desk.release(self):
            return
        desk, entry = self.desk, self.desk.school.get(GateEntry, self.entry_id)
        words, school = desk.words, desk.school
        name, day = school.profile.name or words("A school without a name"), desk.today()
        is_example = school.id in offered_examples()

        def make(_: object) -> bytes:
            return reply_letter(words, name, entry.what, entry.reply, day, is_example=is_example)

        desk.long_work.begin(words("Making the letter"), make, done)

    def _take_up_again(self) -> None:
        """Make a new entry of this one, which stays as it was decided, and open it."""
        if not self.desk.release(self):
            return
        made = msgspec.structs.replace(taken_up_again(self._entry(), self.desk.day()), id=new_id())
        if self.desk.attempt(lambda: self.desk.workspace.add(made)):
            go_to_record(self.desk, made.id)

    def _delete(self) -> None:
        self.desk.edits.save(self)  # so that what was typed comes back with the entry
        entry = self.desk.school.find(self.entry_id)
        if entry is None:
            return
        if self.desk.attempt(lambda: self.desk.workspace.delete([entry])):
            self.desk.show_message(self.desk.words("Deleted. Ctrl+Z brings it back."))
