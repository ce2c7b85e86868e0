"""ListTools: the lines above a standard list: quick add, the filter, and the choices beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.domain.fields import Noun, Record, SubList
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.color_dots import words_width
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import button, column, row, set_shown
from fosdesk.ui.controls.search_line import SearchLine
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.focus.announcing import LiveLabel
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.listing import groupable
from fosdesk.ui.lists.quick_add import QuickAdd, can_quick_add
from fosdesk.words import Words

_GROUPS = 300  # px at 100 %
_TOOLS = 700  # px at 100 %; narrower than this, the choices stand below the filter


class ListTools(QWidget):
    """Who owns the list connects them."""

    def __init__(self, desk: Desk, noun: Noun, make: Callable[[str], Record], sub_list: SubList | None = None) -> None:
        """`make` stores a record with a title, one of `sub_list` where it is given."""
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words, whole = desk.words, column(self, gap=10)
        self.quick = QuickAdd(desk, noun, make, sub_list=sub_list)
        self.first_row = row(gap=8)
        self.first_row.addWidget(self.quick, 1)
        tip = words("Rows from Excel, Word or a mail (Ctrl+V in the list)")
        self.paste = button(words("Paste rows …"), "text", tip=tip)
        set_shown(self.paste, not desk.read_only)
        self.first_row.addWidget(self.paste)
        whole.addLayout(self.first_row)
        set_shown(self.quick, can_quick_add(noun) and not desk.read_only)
        self.tools, self.beside = SideBySide(desk.theme.px(_TOOLS), gap=10, middle=True), FlowBox(gap=10)
        self.wanted = SearchLine(words("Filter the list"))
        self.tools.add(self.wanted, 2)
        self.groups = DropDown()
        self.groups.setAccessibleName(words("Groups"))
        self.groups.addItem(words("Not grouped"), "")
        for name in groupable(noun):
            self.groups.addItem(words("Grouped by: {field}", field=label_words(words, noun.fields[name])), name)
        self.groups.setMaximumWidth(desk.theme.px(_GROUPS))  # a long name must not push the count to a second line
        self.beside.add(self.groups)
        self.save = button(words("Save or print …"), "text")
        self.beside.add(self.save)
        self.count = LiveLabel("", "quiet")
        # Of a fixed size, so that a new number does not lay out the whole page anew at every letter.
        width = words_width(desk.theme, words("{n} of {all}", n="10 000", all="10 000"))
        self.count.setFixedSize(width, desk.theme.px(30))
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.beside.add(self.count)
        self.tools.add(self.beside, 3)  # so that what stands there has room on one line
        whole.addWidget(self.tools)


class EmptyNote(QHBoxLayout):
    """What is said below a list that shows nothing, with a way to show all again."""

    def __init__(self, words: Words, asked: Callable[[], object]) -> None:
        super().__init__()
        self.setSpacing(12)
        self.said = WrappingLabel("", "quiet")
        self.show_all = button(words("Show all"), "text")
        self.show_all.clicked.connect(asked)
        self.addWidget(self.said)
        self.addWidget(self.show_all)
        self.addStretch(1)
