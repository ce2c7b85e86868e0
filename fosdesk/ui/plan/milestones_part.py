"""The part Milestones: the standard list, and the plan of the framework that follows the start and the pace."""

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import QPushButton

from fosdesk.domain.records import Milestone, SchoolProfile
from fosdesk.domain.rules.plan.rebasing import has_plan, is_moved, rebased
from fosdesk.domain.rules.progress import pace_of
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.plan.rebase_dialog import RebaseDialog


class MilestonesPart(NounPart):
    """Above the list stand start and pace, with a way to move them; a moved milestone has a way back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Milestone)
        self.nouns = (*self.nouns, SchoolProfile)  # type: ignore[misc]  # of this one part
        beside = FlowBox(gap=8)
        self.plan = text("", "quiet", wrap=False)
        self.rebase = button("", "text")
        self.rebase.clicked.connect(self.open_plan)
        beside.add(self.plan)
        beside.add(self.rebase)
        self.add_above(beside)
        set_shown(self.rebase, not desk.read_only)

    def open_plan(self) -> None:
        """Open the dialog that moves the plan, unless unsaved text cannot be stored."""
        if self.desk.release(self):
            RebaseDialog(self.desk, self.window()).open()

    def refresh(self) -> None:
        """Show the list, and what the plan follows."""
        super().refresh()
        words, school = self.words, self.desk.school
        start, pace = Semester.known(school.profile.start), pace_of(self.desk.framework, school)
        if not has_plan(school):
            self.plan.setText(words("The framework has a milestone plan that can begin in your semester."))
            self.rebase.setText(words("Take the plan in …"))
            return
        said = [words("Start: {semester}", semester=words.semester(start).lower())] if start is not None else []
        waiting = len(rebased(self.desk.framework, school, start, pace).moves) if start is not None else 0
        if waiting:
            said.append(
                words.plural(
                    "{n} milestone stands as before the start was changed",
                    "{n} milestones stand as before the start was changed",
                    waiting,
                )
            )
        self.plan.setText(" · ".join((*said, pace.title)))
        self.rebase.setText(words("Move the plan …"))

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """The way back for one that was moved by hand."""
        found = self.desk.school.find(record_id)
        if not isinstance(found, Milestone) or not is_moved(found) or self.desk.read_only:
            return super().form_acts(record_id)
        semester = self.words.semester(found.planned).lower()
        back = button(self.words("Back to {semester}, as in the plan", semester=semester), "text")
        back.clicked.connect(lambda: self._put_back(record_id))
        return (*super().form_acts(record_id), back)

    def _put_back(self, record_id: str) -> None:
        found = self.desk.school.find(record_id)
        if isinstance(found, Milestone) and self.desk.release(self):
            after = msgspec.structs.replace(found, semester=found.planned, day="")
            self.desk.attempt(lambda: self.desk.workspace.commit(found, after))
