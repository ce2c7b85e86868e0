"""The parts with what schools wrote: networks, choices side by side, requests, and files that are not shown."""

from PySide6.QtWidgets import QWidget

from fosdesk.display.sharing.choice_words import difference_words, said_words
from fosdesk.display.sharing.owner_words import (
    network_facts,
    network_members,
    owner_name,
    request_facts,
    school_name,
)
from fosdesk.domain.records import OwnerRequest
from fosdesk.domain.rules.owner.opened_schools import (
    OpenedSchool,
    SchoolNetwork,
    Unread,
    municipality_of,
    networks,
    requests,
)
from fosdesk.domain.rules.sharing.school_choices import Difference, Said
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.schools.owner.opened_topic import OpenedTopic
from fosdesk.ui.schools.owner.owner_part import ScrolledPart, entry, labelled
from fosdesk.ui.schools.owner.schools_part import whole_file_words
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words


class NetworksPart(ScrolledPart):
    """Networks by theme or place, as schools wrote of them, and what schools have in common."""

    def __init__(self, topic: OpenedTopic, words: Words, theme: Theme) -> None:
        about = words("Networks that the schools have written of, and schools that have a theme or a place in common.")
        super().__init__(topic, words, theme, about)
        self.basis = ChipChoice(
            [("", words("All")), ("theme", words("By theme")), ("geography", words("By place"))],
            "",
            name=words("What joins the schools"),
            always=True,
        )
        self.basis.chosen.connect(lambda _: self.refresh())
        self.above.addWidget(self.basis)

    def refresh(self) -> None:
        """Show the networks of the schools that are chosen."""
        found = [one for one in networks(self.topic.schools) if self.basis.value in ("", one.basis)]
        self.show_entries(found, self._entry, self.words("None of these schools has written of a network."))

    def _entry(self, one: SchoolNetwork) -> QWidget:
        words = self.words
        proposed = words("Not a network yet: these schools have it in common.") if one.is_suggested else ""
        purposes = [
            words("{school}: {text}", school=school_name(words, school), text=network.purpose.strip())
            for school, network in one.told
            if network.purpose.strip()
        ]
        facts = network_facts(words, one)
        return entry(
            one.name, (facts, "quiet"), (network_members(words, one), ""), ("\n".join(purposes), ""), (proposed, "note")
        )


class ChoicesPart(ScrolledPart):
    """One choice at a time, with what the owner and each school said, in alphabetical order."""

    def __init__(self, topic: OpenedTopic, words: Words, theme: Theme) -> None:
        about = words(
            "What the schools chose, side by side, in their own words. It says nothing of how far anybody has come, or "
            "who is best."
        )
        super().__init__(topic, words, theme, about)
        self.place = DropDown()
        self.place.setAccessibleName(words("Choice"))
        self.place.activated.connect(lambda _: self._show_choice())
        self.above.addLayout(labelled(theme, words("Choice"), self.place, 440))
        self._found: list[Difference] = []

    def refresh(self) -> None:
        """Offer the choices of the schools that are shown."""
        before = self.place.currentText()
        self._found = list(self.topic.choices())
        self.place.clear()
        for one in self._found:
            self.place.addItem(difference_words(self.words, self.topic.framework, one))
        self.place.setCurrentIndex(max(self.place.findText(before), 0) if self._found else -1)
        self.place.setEnabled(bool(self._found))
        self._show_choice()

    def _show_choice(self) -> None:
        words, at = self.words, self.place.currentIndex()
        rows: list[tuple[str, str, tuple[Said, ...]]] = []
        if at >= 0:
            names = [
                (owner_name(words, self.topic.own.school), words("The school owner")),
                *((school_name(words, s), municipality_of(s)) for s in self.topic.schools),
            ]
            rows = [(*name, said) for name, said in zip(names, self._found[at].said, strict=True) if said]
        self.show_entries(rows, self._entry, words("None of these schools has shared anything of its choices."))

    def _entry(self, told: tuple[str, str, tuple[Said, ...]]) -> QWidget:
        name, place, said = told
        return entry(name, (place, "quiet"), ("\n".join(said_words(self.words, one) for one in said), ""))


class RequestsPart(ScrolledPart):
    """What schools ask their owner for, as they wrote it."""

    def __init__(self, topic: OpenedTopic, words: Words, theme: Theme) -> None:
        super().__init__(topic, words, theme, words("What the schools ask the owner for, as they wrote it themselves."))

    def refresh(self) -> None:
        """Show the requests of the schools that are chosen."""
        nothing = self.words("None of these schools has asked for anything.")
        self.show_entries(list(requests(self.topic.schools)), self._entry, nothing)

    def _entry(self, one: tuple[OpenedSchool, OwnerRequest]) -> QWidget:
        (school, request), words = one, self.words
        came = words("What came of it: {text}", text=request.answer.strip()) if request.answer.strip() else ""
        facts = " · ".join(part for part in (municipality_of(school), request_facts(words, request)) if part)
        return entry(school_name(words, school), (request.what.strip(), ""), (facts, "quiet"), (came, ""))


class FilesPart(ScrolledPart):
    """The files that are not shown, each with its sentence, and those with more in them than an owner needs."""

    def __init__(self, topic: OpenedTopic, words: Words, theme: Theme) -> None:
        super().__init__(topic, words, theme, words("Files in the folder that are not shown, and why."))

    def refresh(self) -> None:
        """Show the files."""
        words = self.words
        told = [(one.file, self._why(one)) for one in self.topic.unread]
        told += [(one.file, whole_file_words(words)) for one in self.topic.documents("").schools if one.is_whole]
        self.show_entries(
            told, lambda one: entry(one[0], (one[1], "")), words("Every school file in the folder is shown.")
        )

    def _why(self, one: Unread) -> str:
        return self.words(one.why.sentence, **one.why.arguments)
