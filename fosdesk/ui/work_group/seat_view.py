"""The panel of a seat of the work group: to decide on it, and to fill it."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtWidgets import QBoxLayout, QWidget

from fosdesk.display.noun_words import choice_of, label_words, options_words
from fosdesk.display.people_in_group import membership_of
from fosdesk.domain.records import CriticalVoice, Person, Seat, SeatHolder
from fosdesk.domain.rules.group_seats import CRITICAL_VOICE, UNION, candidates, coverage, members
from fosdesk.domain.values.collation import SortKey, sort_key
from fosdesk.ui.controls.chips import ChipChoice, FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, framed, line, row, set_shown, text
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.forms.editors import ChoiceEditor, as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.work_group.people_list import called, role_of

_FITTING: Mapping[str, Sequence[str]] = {
    "teachers": ("teacher", "special_needs"),
    "assistants": ("assistant", "skilled_worker"),
    "sfo": ("sfo",),
    "ppt": ("ppt",),
    "resource_person": ("resource_person",),
    "fau": ("fau",),
    "health": ("health",),
}


class Holders(QWidget):
    """The people who fill a seat, and a list to choose from, with those of a fitting role first."""

    def __init__(self, desk: Desk, seat: str) -> None:
        super().__init__()
        self._desk, self._seat = desk, seat
        layout = column(self, gap=6)
        self._by_role = text("", "quiet")
        layout.addWidget(self._by_role)
        self._chips = FlowBox()
        layout.addWidget(self._chips)
        self.choose = ChoiceEditor((), blank=desk.words("Choose somebody …"))
        self.choose.setAccessibleName(desk.words("Who fills the seat"))
        self.choose.setMaximumWidth(desk.theme.px(320))
        self.choose.committed.connect(self._fill)
        set_shown(self.choose, not desk.read_only)
        layout.addWidget(self.choose)
        self.reload()

    def reload(self) -> None:
        """Show the holders and the possible ones."""
        words, school = self._desk.words, self._desk.school
        view = next(v for v in coverage(school, self._desk.day()) if v.seat == self._seat)
        standing = (*members(school, self._desk.day()), *candidates(school, self._desk.day()))
        appointed = [m.person for m in standing if m.union_appointed and m.person]
        there = dict.fromkeys((*view.holders, *(appointed if self._seat == UNION else ())))
        chosen = {h.person for h in school.of(SeatHolder) if h.seat == self._seat}
        if self._seat == UNION:
            chosen.update(appointed)
        self._chips.clear()
        by_role: list[str] = []
        for person in [school.get(Person, i) for i in there]:
            name = called(words, person)
            if self._desk.read_only or person.id not in chosen:
                by_role.append(name)  # whoever fills the seat by role cannot be taken out of it
                continue
            chip = button(f"{name}  ×", "chip", name=words("Take {name} out of the seat", name=name))
            chip.clicked.connect(lambda _=False, p=person.id: self._leave(p))
            self._chips.add(chip)
        self._by_role.setText(
            words("By their role: {names}", names=", ".join(by_role)) if by_role else words("Nobody yet.")
        )
        self._by_role.setVisible(bool(by_role) or not there)
        self.choose.clear()
        self.choose.addItem(words("Choose somebody …"), "")
        for person in self._possible():
            if person.id not in there:
                self.choose.addItem(_with_role(self._desk, person), person.id)

    def _possible(self) -> Sequence[Person]:
        school, fitting = self._desk.school, _FITTING.get(self._seat, ())
        order = {"member": 0, "candidate": 1, "": 2, "former": 3}

        def key(person: Person) -> tuple[bool, int, SortKey]:
            standing = membership_of(school, person.id).standing
            return person.role not in fitting, order.get(standing, 2), sort_key(called(self._desk.words, person))

        today = self._desk.day()
        here = [person for person in school.of(Person) if not person.left or person.left > today]
        return sorted(here, key=key)

    def _fill(self) -> None:
        person_id = str(self.choose.value())
        if not person_id:
            return
        if self._seat == UNION:
            self._appoint(person_id, appointed=True)
            return
        holder = SeatHolder(seat=self._seat, person=person_id)
        if not self._desk.attempt(lambda: self._desk.workspace.add(holder)):
            self.reload()

    def _leave(self, person_id: str) -> None:
        school = self._desk.school
        if self._seat == UNION and membership_of(school, person_id).union_appointed:
            self._appoint(person_id, appointed=False)
            return
        held = [h for h in school.of(SeatHolder) if h.seat == self._seat and h.person == person_id]
        self._desk.attempt(lambda: self._desk.workspace.delete(held))

    def _appoint(self, person_id: str, *, appointed: bool) -> None:
        part = membership_of(self._desk.school, person_id)
        before = part if self._desk.school.find(part.id) is not None else None
        after = msgspec.structs.replace(part, person=person_id, union_appointed=appointed)
        if before is None:  # who was only noted so far is somebody to ask
            after = msgspec.structs.replace(after, standing="candidate")
        if not self._desk.attempt(lambda: self._desk.workspace.commit(before, after)):
            self.reload()


class SeatPanel(QWidget):
    """The decision (yes, no or later), its reason, and the holders."""

    def __init__(self, desk: Desk, seat: str) -> None:
        super().__init__()
        self.desk, self.seat = desk, seat
        words = desk.words
        layout = column(self, gap=12)
        about = self._about()
        if about:
            layout.addWidget(text(about, "quiet"))
        field = choice_of(Seat, "considered")
        self.considered = ChipChoice(options_words(words, field), name=label_words(words, field))
        self.considered.setEnabled(not desk.read_only)
        self.considered.chosen.connect(self._decide)
        layout.addWidget(self.considered)
        self.reason = FieldEditor(desk, Seat, f"seat:{seat}", "reason", lines=2)
        self.editors = {"reason": self.reason}
        layout.addWidget(self.reason)
        self.holders: Holders | None = None
        self.voices: CriticalVoices | None = None
        if seat == CRITICAL_VOICE:
            self.voices = CriticalVoices(desk)
            set_shown(self.voices, not desk.read_only)
            layout.addWidget(self.voices)
        elif seat == UNION:
            self.holders = Holders(desk, seat)
            box = framed("notice")
            body = column(box, margins=(14, 10, 14, 12))
            body.addWidget(_private_heading(desk, words("Who it is")))
            body.addWidget(self.holders)
            set_shown(box, not desk.read_only)
            layout.addWidget(box)
        else:
            self.holders = Holders(desk, seat)
            layout.addWidget(text(words("Who fills the seat"), "label"))
            layout.addWidget(self.holders)
        self._history = button(words("History"), "text")
        self._history.clicked.connect(lambda: HistoryDialog(desk, f"seat:{seat}", self.window()).open())
        foot = row(gap=8)
        foot.addWidget(self._history)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.reload()

    def _about(self) -> str:
        words, framework = self.desk.words, self.desk.framework
        item = framework.item("F2-12")
        if self.seat == CRITICAL_VOICE and item is not None:
            return f"{item.why} {words('It is a task in the group that may go round, never a label on a person.')}"
        if self.seat == UNION:
            return framework.warning("W14").says()
        if self.seat == "camps":
            return words("Think of views and groups that should recognise themselves in the work group.")
        return ""

    def reload(self) -> None:
        """Show the stored seat."""
        self.considered.set_value(self.desk.school.get(Seat, f"seat:{self.seat}").considered)
        self.reason.reload()
        self._history.setVisible(self.desk.school.find(f"seat:{self.seat}") is not None)
        for part in (self.holders, self.voices):
            if part is not None:
                part.reload()

    def _decide(self, considered: str) -> None:
        seat = self.desk.school.get(Seat, f"seat:{self.seat}")
        after = msgspec.structs.replace(seat, considered=considered)
        if not self.desk.attempt(lambda: self.desk.workspace.commit(seat, after)):
            self.reload()


class CriticalVoices(QWidget):
    """The current and former critical voices; private to the leadership team."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        words = desk.words
        outer = column(self)
        box = framed("notice")
        outer.addWidget(box)
        body = column(box, gap=8, margins=(14, 10, 14, 12))
        body.addWidget(_private_heading(desk, words("Who has the task now")))
        about = words("You do not have to write it down. It stays out of documents, and out of files for others.")
        body.addWidget(text(about, "note"))
        self._list = column(gap=8)
        body.addLayout(self._list)
        self.new = button(words("Note who has the task"))
        self.new.clicked.connect(self._make)
        acts = row(gap=8)
        acts.addWidget(self.new)
        acts.addStretch(1)
        body.addLayout(acts)
        self.forms: dict[str, FieldsPanel] = {}
        for left in desk.new_records.of(CriticalVoice):  # begun when this was open before, and not written in
            desk.new_records.drop(left.id)
        self.reload()

    def reload(self) -> None:
        """Show them, the latest first; existing editors stay."""
        voices = sorted(
            self.desk.new_records.school.of(CriticalVoice), key=lambda v: (v.since or "9999", v.id), reverse=True
        )
        here = [voice.id for voice in voices]
        for gone in [one for one in self.forms if one not in here]:
            self.desk.edits.drop(self.forms[gone])
            place = self._list.indexOf(self.forms.pop(gone))
            _take_out(self._list, place + 1)  # the line below it
            _take_out(self._list, place)
        for number, voice in enumerate(here):
            if voice not in self.forms:
                following = (self._list.indexOf(self.forms[one]) for one in here[number + 1 :] if one in self.forms)
                place = next(following, self._list.count())
                lines = (("person", "since", "until"), ("note",))
                self.forms[voice] = FieldsPanel(self.desk, CriticalVoice, voice, lines, plain=True)
                self._list.insertWidget(place, self.forms[voice])
                self.forms[voice].show()  # so that the cursor can be put into it at once
                self._list.insertWidget(place + 1, line())
        self.forms = {one: self.forms[one] for one in here}
        for form in self.forms.values():
            form.reload()

    def _make(self) -> None:
        begun = self.desk.new_records.of(CriticalVoice)
        made = begun[0] if begun else self.desk.new_records.begin(CriticalVoice(since=self.desk.day()))
        self.reload()
        as_widget(self.forms[made.id].editors["person"].editor).setFocus()


def _take_out(layout: QBoxLayout, place: int) -> None:
    item = layout.takeAt(place)
    widget = item.widget() if item is not None else None
    if widget is not None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


def _private_heading(desk: Desk, title: str) -> QWidget:
    whole = QWidget()
    head = row(whole, gap=8)
    head.addWidget(WrappingLabel(title, "strong"))
    head.addWidget(WrappingLabel("· " + desk.words("only for the leadership team"), "note"))
    head.addStretch(1)
    return whole


def _with_role(desk: Desk, person: Person) -> str:
    role = role_of(desk.words, person)
    return f"{person.name} ({role})" if person.name and role else called(desk.words, person)
