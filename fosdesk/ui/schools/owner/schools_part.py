"""SchoolsPart: the schools of a folder in one standard list, alphabetical, by municipality or by cohort."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from fosdesk.display.noun_words import label_words
from fosdesk.display.sharing.owner_words import (
    beginnings,
    cohort_words,
    municipality_words,
    phases_words,
    request_facts,
    school_name,
)
from fosdesk.domain.fields import NOUNS, Record
from fosdesk.domain.records import Cohort
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS
from fosdesk.domain.rules.owner.opened_schools import (
    Group,
    OpenedSchool,
    by_cohort,
    by_municipality,
    chosen_themes,
    municipality_of,
    requests,
)
from fosdesk.domain.values.moments import utc_day
from fosdesk.domain.values.text_folding import folded
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.plain_widgets import clear, column, row, text
from fosdesk.ui.controls.search_line import SearchLine
from fosdesk.ui.controls.side_panel import SidePanel
from fosdesk.ui.lists.grouped_table import GroupedRows, GroupedTable, heading_words
from fosdesk.ui.lists.listing import Heading, Row
from fosdesk.ui.lists.records_table import Column
from fosdesk.ui.schools.owner.opened_topic import OpenedTopic
from fosdesk.ui.schools.owner.owner_part import OwnerPart
from fosdesk.ui.style.steps import UNBOUND
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

ALPHABETICAL, MUNICIPALITY, COHORT = "alphabetical", "municipality", "cohort"
_PHASES, _PLACE, _BEGINS, _PANEL = 250, 170, 200, 360  # px at 100 %
_ROOMY = 900  # px at 100 %: narrower than this, the panel takes the place of the list


class SchoolRow(Record, frozen=True):
    """One school in the list; nothing in it is a number."""

    name: str = ""
    phases: str = ""
    municipality: str = ""
    begins: str = ""


class SchoolsPart(OwnerPart):
    """Nothing is sorted by a column: the order is the alphabet, under municipalities or cohorts if wanted."""

    columns: ClassVar[tuple[str, ...]] = ("name", "phases", "municipality", "begins")

    def __init__(self, topic: OpenedTopic, words: Words, theme: Theme) -> None:
        super().__init__(topic, words, theme)
        self._folded: set[str] = set()
        self._by_id: dict[str, OpenedSchool] = {}
        self._begins: Mapping[str, str] = {}
        body = column(self, gap=8)
        self.order = ChipChoice(
            [
                (ALPHABETICAL, words("Alphabetical")),
                (MUNICIPALITY, words("By municipality")),
                (COHORT, words("By group of schools")),
            ],
            ALPHABETICAL,
            name=words("Order of the schools"),
            always=True,
        )
        self.order.chosen.connect(lambda _: self.refresh())
        self.wanted = SearchLine(words("Find a school"))
        self.wanted.setMaximumWidth(theme.px(280))
        self.wanted.textChanged.connect(lambda _: self.refresh())
        tools = row(gap=12)
        tools.addWidget(self.order, 1)
        tools.addWidget(self.wanted)
        body.addLayout(tools)
        self.nothing = text("", "note")
        body.addWidget(self.nothing)
        heads = (words("School"), words("Phase in progress"), words("Municipality"), words("Begins in"))
        columns: list[Column[Row]] = [
            Column(title, lambda one, name=name: str(getattr(one, name)))  # type: ignore[misc]
            for title, name in zip(heads, self.columns, strict=True)
        ]
        rows = GroupedRows(columns, theme, lambda heading: heading_words(words, heading))
        self.table = GroupedTable(rows, theme, words("Schools"), words("Columns"))
        header = self.table.header
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing can be sorted by it
        header.setSectionsClickable(False)
        for section, width in ((1, _PHASES), (2, _PLACE), (3, _BEGINS)):
            header.resizeSection(section, theme.px(width))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.fold_asked.connect(self._fold)
        self.table.clicked.connect(self._open_at)
        self.table.activated.connect(self._open_at)
        beside = row(gap=16)
        beside.addWidget(self.table, 1)
        self.panel = SidePanel("", words("Close"))
        self.panel.closed.connect(self._close_panel)
        self.panel.hide()
        beside.addWidget(self.panel)
        body.addLayout(beside, 1)
        self._told = column(gap=6)
        self.panel.body.addLayout(self._told)
        self.panel.body.addStretch(1)

    def refresh(self) -> None:
        """List the schools that are chosen and found."""
        words, schools = self.words, self.topic.schools
        self._begins = beginnings(words, schools)
        looked_for = folded(self.wanted.text().strip())
        found = [one for one in schools if looked_for in folded(school_name(words, one))]
        self._by_id = {one.school.id: one for one in found}
        self.nothing.setText(self._why_empty(bool(schools)))
        self.nothing.setVisible(not found)
        self.table.setVisible(bool(found))
        if self.order.value == ALPHABETICAL:
            rows: list[Row] = [self._row(one) for one in found]
        else:
            by_place = self.order.value == MUNICIPALITY
            rows = []
            for group in (by_municipality if by_place else by_cohort)(found):
                title = municipality_words(words, group) if by_place else cohort_words(words, group)
                rows += self._grouped(group, title)
        self.table.show_rows(rows)

    def _why_empty(self, has_schools: bool) -> str:
        if has_schools:
            return self.words("No school is called that.")
        return self.words("No school file was found here. Put the files that schools gave you in this folder.")

    def _grouped(self, group: Group, title: str) -> list[Row]:
        key = f"{self.order.value}:{group.key}"
        folded = key in self._folded
        head = Heading(key, title, len(group.schools), folded)
        return [head, *([] if folded else map(self._row, group.schools))]

    def _row(self, one: OpenedSchool) -> SchoolRow:
        phases = phases_words(self.topic.framework, one) or self.words("No phase is in progress")
        key = one.school.id
        return SchoolRow(key, school_name(self.words, one), phases, municipality_of(one), self._begins.get(key, ""))

    def _fold(self, key: str) -> None:
        self._folded ^= {key}
        self.refresh()

    # -- one school

    def _open_at(self, index: QModelIndex) -> None:
        row_there = self.table.rows.row_at(index)
        if isinstance(row_there, SchoolRow):
            self.open_school(row_there.id)

    def open_school(self, school: str) -> None:
        """Show what a school wrote, beside the list or in its place."""
        one = self._by_id[school]
        self.panel.heading.setText(school_name(self.words, one))
        clear(self._told)
        for label, said in self.told_of(one):
            if label:
                self._told.addWidget(text(label, "label"))
            self._told.addWidget(text(said, selectable=True))
        self.panel.show()
        self.panel.to_top()
        self._lay_panel()

    def _lay_panel(self) -> None:
        """The panel beside the list, or in its place where there is no room for both."""
        has_room = self.width() >= self.theme.px(_ROOMY)
        self.panel.setMinimumWidth(self.theme.px(_PANEL) if has_room else 0)
        self.panel.setMaximumWidth(self.theme.px(_PANEL) if has_room else UNBOUND)
        self.table.setVisible(has_room or self.panel.isHidden())

    def _close_panel(self) -> None:
        self.panel.hide()
        self.table.show()
        self.table.setFocus()

    def told_of(self, one: OpenedSchool) -> list[tuple[str, str]]:
        """What a school wrote: labels and texts."""
        words, profile = self.words, one.school.profile
        phases = phases_words(self.topic.framework, one) or words("No phase is in progress")
        told = [
            (words("Municipality"), municipality_of(one)),
            (words("Phase in progress"), phases),
            (words("Begins in"), self._begins.get(one.school.id, "")),
        ]
        fields = NOUNS["school_profile"].fields
        told += [(label_words(words, fields[name]), str(getattr(profile, name)).strip()) for name in DIRECTION_FIELDS]
        told.append((words("Themes that were chosen"), "\n".join(chosen_themes(one.school))))
        condition = NOUNS["cohort"].fields["condition"]
        told += [(label_words(words, condition), group.condition.strip()) for group in one.school.of(Cohort)]
        for _, request in requests([one]):
            facts = request_facts(words, request)
            asked = "\n".join(part for part in (request.what.strip(), facts, request.answer.strip()) if part)
            told.append((words("Asks the owner for"), asked))
        day = words.date(utc_day(one.made).isoformat())
        told.append((words("File"), words("{file}, written on {day}", file=one.file, day=day)))
        if one.is_whole:
            told.append(("", whole_file_words(words)))
        return [(label, said) for label, said in told if said]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay an open panel for the new width."""
        super().resizeEvent(event)
        if not self.panel.isHidden():
            self._lay_panel()


def whole_file_words(words: Words) -> str:
    """What is said of a file that has more in it than an owner needs."""
    return words(
        "This file holds everything that the school has, also people and private notes. None of that is shown here; "
        "ask the school for a file for others."
    )
