"""Everything stored about one person, in sections, with links to where it is stored."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.changes.written_value import WrittenValue
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Restriction
from fosdesk.privacy.subject_access import Mention, SubjectAccessReport
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.confirm_button import ConfirmButton
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, column, framed, line, row, set_shown, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import page_of
from fosdesk.ui.safety.person_data_words import (
    Group,
    group_by_record,
    passage_of,
    person_words,
    place_words,
    role_label,
    when_words,
    written_value_label,
    written_value_words,
)

_LABEL = 150
_MOST = 20  # of a kind are shown before somebody asks for the others


class PersonDataView(QWidget):
    """The data, and buttons to save, shield and erase it."""

    left = Signal()
    save_requested = Signal()
    erase_requested = Signal()
    redact_requested = Signal(object)  # the change by its worldwide name
    shielded = Signal(str)  # why
    shown_again = Signal()

    def __init__(self, desk: Desk, held: SubjectAccessReport) -> None:
        super().__init__()
        self.desk, self.held = desk, held
        words = desk.words
        self._body = column(self, gap=6)
        back = row(gap=0)
        self.back = button(words("‹ All people"), "text")
        self.back.clicked.connect(self.left)
        back.addWidget(self.back)
        back.addStretch(1)
        self._body.addLayout(back)
        self.heading = text(words("What we know about {person}", person=person_words(words, held)), "heading")
        self._body.addWidget(self.heading)
        role = role_label(words, held.role)
        if role and held.names:
            self._body.addWidget(text(role, "quiet"))
        restriction = desk.school.get(Restriction, f"restriction:{held.person}")
        self._is_shielded = desk.school.find(restriction.id) is not None
        if self._is_shielded:
            self._body.addWidget(self._shield_notice(restriction))
        self._build_acts()
        self._build_sections()

    # -- what can be done

    def _build_acts(self) -> None:
        words, read_only = self.desk.words, self.desk.read_only
        acts = FlowBox(gap=8)
        self.save = button(words("Save as a file for the person"), "main")
        self.save.clicked.connect(self.save_requested)
        acts.add(self.save)
        self.erase = button(words("Erase the person …"))
        self.erase.clicked.connect(self.erase_requested)
        set_shown(self.erase, not read_only)
        acts.add(self.erase)
        self.shield = Disclosure(self.desk.theme, words("Shield instead of erasing"), self._shield_panel)
        set_shown(self.shield, not read_only and not self._is_shielded)
        acts.add(self.shield)
        self._body.addSpacing(6)
        self._body.addWidget(acts)
        self._body.addLayout(self.shield.place)

    def _shield_panel(self) -> QWidget:
        words = self.desk.words
        panel = framed("notice")
        body = column(panel, gap=8, margins=(16, 12, 16, 14))
        body.addWidget(
            text(
                words(
                    "What must be kept can be shielded: it is no longer shown on pages, in lists, in documents or in "
                    "files for others, but it is kept. You can show it again at any time."
                )
            )
        )
        body.addWidget(text(words("Why it must be kept"), "label"))
        self.reason = LineEdit(self.desk.edits.draft(self._draft).get("reason", ""))
        self.reason.textChanged.connect(self._keep)
        self.reason.setAccessibleName(words("Why it must be kept"))
        self.reason.returnPressed.connect(lambda: self.shielded.emit(self.reason.text().strip()))
        body.addWidget(self.reason)
        foot = row(gap=8)
        self.shield_now = button(words("Shield"))
        self.shield_now.clicked.connect(lambda: self.shielded.emit(self.reason.text().strip()))
        foot.addWidget(self.shield_now)
        foot.addStretch(1)
        body.addLayout(foot)
        return panel

    @property
    def _draft(self) -> str:
        return f"shielding {self.held.person}"

    def _keep(self, typed: str) -> None:
        self.desk.edits.keep_draft(self._draft, {"reason": typed} if typed.strip() else {}, "privacy")

    def forget_reason(self) -> None:
        """Remove the draft of the reason, as it is stored now."""
        self.desk.edits.keep_draft(self._draft, {})

    def _shield_notice(self, restriction: Restriction) -> QWidget:
        words = self.desk.words
        notice = framed("notice")
        inside = row(notice, gap=16, margins=(16, 10, 12, 10))
        said = words("Shielded from {date}, and shown nowhere but here.", date=words.short_date(restriction.since))
        if restriction.reason:
            said += " " + words("Because: {reason}", reason=restriction.reason)
        inside.addWidget(text(said), 1)
        self.show_again = button(words("Show again"))
        self.show_again.clicked.connect(self.shown_again)
        set_shown(self.show_again, not self.desk.read_only)
        inside.addWidget(self.show_again, 0, Qt.AlignmentFlag.AlignVCenter)
        return notice

    # -- what is known

    def _build_sections(self) -> None:
        words, held = self.desk.words, self.held
        own, about = group_by_record(held.own), group_by_record(held.about)
        if not (own or about or held.references or held.mentions):
            self._head(words("Nothing is known"))
            self._body.addWidget(text(words("Nothing is written about this person any more."), "quiet"))
            return
        for group in own:
            self._head(words("About the person"), group.now[:1] or group.before[:1])
            self._add_group(self._body, group)
        for group in about:
            noun = NOUNS.get(group.noun)
            self._head(noun_one(words, noun) if noun else group.noun, group.now[:1])
            self._add_group(self._body, group)
        if held.references:
            self._head(words("Where the person is chosen"))
            self._add_some(held.references)
        live = [mention for mention in held.mentions if mention.written.live]
        past = [mention for mention in held.mentions if not mention.written.live]
        if live:
            self._head(words("Texts that mention the name"))
            self._add_some(live)
        if past:
            self._head(words("Only in the history"))
            about_past = words("Earlier versions of texts that mention the name. Only the history still shows them.")
            self._body.addWidget(text(about_past, "quiet"))
            self._add_some(past)

    def _head(self, title: str, lead_to: Sequence[WrittenValue] = ()) -> None:
        self._body.addSpacing(12)
        self._body.addWidget(line())
        self._body.addSpacing(4)
        head = row(gap=8)
        head.addWidget(text(title, "heading"), 1)
        for written in lead_to:
            if self._leads(written):
                head.addWidget(self._way(written))
        self._body.addLayout(head)

    def _add_group(self, body: QVBoxLayout, group: Group) -> None:
        for written in group.now:
            body.addLayout(self._fact(written))
        if group.before and not group.now:
            body.addWidget(self._earlier(group))  # of what was deleted
        elif group.before:
            n = len(group.before)
            earlier = Disclosure(
                self.desk.theme,
                self.desk.words.plural("{n} earlier version", "{n} earlier versions", n),
                lambda: self._earlier(group),
            )
            foot = row(gap=0)
            foot.addWidget(earlier)
            foot.addStretch(1)
            body.addLayout(foot)
            body.addLayout(earlier.place)

    def _earlier(self, group: Group) -> QWidget:
        whole = QWidget()
        body = column(whole, gap=6)
        for written in group.before:
            body.addLayout(self._fact(written, when_words(self.desk, written)))
        return whole

    def _fact(self, written: WrittenValue, note: str = "") -> QVBoxLayout:
        """A label and a value."""
        whole = column(gap=0)
        one = row(gap=12)
        label = text(written_value_label(self.desk, written), "label")
        label.setFixedWidth(self.desk.theme.px(_LABEL))
        one.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        one.addWidget(text(written_value_words(self.desk, written), selectable=True), 1)
        whole.addLayout(one)
        if note:
            below = row(gap=12)
            below.addSpacing(self.desk.theme.px(_LABEL) + 12)
            below.addWidget(text(note, "note"), 1)
            whole.addLayout(below)
        return whole

    def _add_some(self, things: Sequence[WrittenValue | Mention]) -> None:
        """The first of many, and a button for the others."""
        first = QWidget()
        self._lay(column(first, gap=10), things[:_MOST])
        self._body.addWidget(first)
        if len(things) > _MOST:

            def rest() -> QWidget:
                more = QWidget()
                self._lay(column(more, gap=10), things[_MOST:])
                return more

            left = len(things) - _MOST
            others = Disclosure(self.desk.theme, self.desk.words("Show {n} more", n=left), rest)
            foot = row(gap=0)
            foot.addWidget(others)
            foot.addStretch(1)
            self._body.addLayout(foot)
            self._body.addLayout(others.place)

    def _lay(self, body: QVBoxLayout, things: Sequence[WrittenValue | Mention]) -> None:
        for thing in things:
            written = thing.written if isinstance(thing, Mention) else thing
            one = row(gap=12)
            words = column(gap=1)
            words.addWidget(text(place_words(self.desk, written), "label"))
            if isinstance(thing, Mention):
                words.addWidget(text(self.desk.words.quoted(passage_of(thing)), selectable=True))
            if not written.live:
                words.addWidget(text(when_words(self.desk, written), "note"))
            one.addLayout(words, 1)
            top = Qt.AlignmentFlag.AlignTop
            if written.live and self._leads(written):
                one.addWidget(self._way(written), 0, top)
            elif isinstance(thing, Mention) and not written.live and not self.desk.read_only:
                one.addWidget(self._redact(written), 0, top)
            body.addLayout(one)

    def _redact(self, written: WrittenValue) -> QWidget:
        words = self.desk.words
        made = ConfirmButton(words("Erase this version"), words("Erase for good"), place_words(self.desk, written))
        made.confirmed.connect(lambda: self.redact_requested.emit(written.change))
        return made

    def _leads(self, written: WrittenValue) -> bool:
        return (
            self.desk.school.find(written.record) is not None and page_of(self.desk.school, written.record) != "privacy"
        )

    def _way(self, written: WrittenValue) -> QWidget:
        school, of_person = self.desk.school, written.record in self.held.records
        page = page_of(school, written.record)
        made = button(
            self.desk.words("Go there"),
            "text",
            name=f"{self.desk.words('Go there')}: {place_words(self.desk, written)}",
        )
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if of_person:
            made.clicked.connect(lambda: self.desk.go(page, self.held.person))
        else:
            made.clicked.connect(lambda: self.desk.go_to_field(written.record, written.field))
        return made
