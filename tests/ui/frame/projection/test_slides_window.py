"""Slides in the real window: found within three clicks, turned by keys, all of them in large letters on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, GainAndDemand, Person, Reflection, SchoolProfile, StopItem
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.frame.projection.slides_window import SlidesWindow
from tests.reading import words_on
from tests.ui.acts import bring_to_front, button_on, desk_of, page_of, settle, wait_until
from tests.ui.meetings.test_meeting_mode import begun, press

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(program: Fosdesk, name: str = "Modellen for personalet") -> SlidesWindow:
    """The slides, by three clicks from the overview."""
    window = program.window
    for place, label in enumerate(("Dokumenter", name, "Vis på stor skjerm")):
        within = window.page(window.current_key) if place else window.navigation
        QTest.mouseClick(button_on(within, label), Qt.MouseButton.LeftButton)
        settle()
    panel = page_of(window, "documents", DocumentsPage).panel
    assert panel is not None
    assert panel.slides is not None
    bring_to_front(panel.slides)
    return panel.slides


def all_said(slides: SlidesWindow) -> str:
    """The words of all screens, one after the other."""
    QTest.keyClick(slides, Qt.Key.Key_Home)
    said = []
    for _ in range(slides.count):
        settle()
        said += words_on(slides)
        QTest.keyClick(slides, Qt.Key.Key_PageDown)
    return "\n".join(said)


def test_the_model_is_shown_by_three_clicks_and_turned_by_keys(with_example: Fosdesk) -> None:
    slides = opened(with_example)
    assert slides.isFullScreen()
    assert slides.title.text() == desk_of(with_example).school.profile.direction
    assert slides.place.text() == f"1 av {slides.count}"
    for key, modifier, place in (
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 2),
        (Qt.Key.Key_PageDown, CTRL, 3),
        (Qt.Key.Key_PageUp, CTRL, 2),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, slides.count),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, slides.count),
    ):
        QTest.keyClick(slides, key, modifier)
        settle()
        assert slides.place.text() == f"{place} av {slides.count}"
    said = all_said(slides)
    for heading in ("Dette er i gang", "Dette vil vi", "Dette krever arbeidet", "Hva viker"):
        assert heading in said
    panel = page_of(with_example.window, "documents", DocumentsPage).panel
    assert panel is not None
    QTest.keyClick(slides, Qt.Key.Key_Escape)
    wait_until(lambda: panel.slides is None)


def test_nothing_private_and_nobody_is_shown(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    profile = workspace.school.profile
    workspace.commit(profile, SchoolProfile("school", name="Nes", direction="Alle blir sett", left_out="Turid Testad"))
    workspace.add(Person("p", name="Turid Testad", contact="turid@skole.no"))
    workspace.add(Reflection("reflection:F1-1", text="Hemmelig tanke"))
    workspace.add(StopItem("s", what="Listene til Turid Testad"))
    workspace.add(StopItem("t", what="Morgenmøtet"))
    said = all_said(opened(fresh_school))
    assert "Alle blir sett" in said
    assert "Morgenmøtet" in said
    for hidden in ("Turid", "Hemmelig", "skole.no"):
        assert hidden not in said


def test_what_a_screen_has_no_room_for_goes_on_on_the_next_in_letters_that_can_be_read(fresh_school: Fosdesk) -> None:
    workspace, sentence = desk_of(fresh_school).workspace, "Vi møter alle, og vi sier hvorfor vi gjør det. "
    for number in range(8):
        said = f"{sentence * 14}Slutt {number}."
        workspace.add(GainAndDemand(f"d{number}", text=said, kind="demand", for_whom=f"Gruppe {number}"))
    for number in range(4):
        workspace.add(CoreComponent(f"c{number}", name=f"Grep {number}"))
    slides = opened(fresh_school)
    for width, height in ((1366, 728), (1920, 1080)):
        slides.showNormal()
        slides.resize(width, height)
        settle()
        text = all_said(slides)
        for number in range(8):
            assert f"Slutt {number}." in text
        QTest.keyClick(slides, Qt.Key.Key_Home)
        for _ in range(slides.count):
            settle()
            for label in slides.sheet.findChildren(QLabel):
                assert label.fontInfo().pixelSize() >= 20
                assert label.mapTo(slides, label.rect().bottomLeft()).y() <= slides.sheet.geometry().bottom()
                assert label.height() >= label.heightForWidth(label.width()) - 1, "no line is cut"
            QTest.keyClick(slides, Qt.Key.Key_PageDown)
        assert slides.minimumSizeHint().width() <= width
        assert slides.minimumSizeHint().height() <= height


def test_gain_and_challenges_are_slides_too(with_example: Fosdesk) -> None:
    said = all_said(opened(with_example, "Gevinst og utfordringer"))
    assert "Det en kan vinne" in said
    assert "Det som er vanskelig i dag" in said


def test_in_a_meeting_the_model_comes_up_by_one_key_and_escape_leads_back_to_the_minutes(
    fresh_school: Fosdesk,
) -> None:
    part, mode = begun(fresh_school)
    press(Qt.Key.Key_M, CTRL)
    assert mode.slides is not None
    slides = mode.slides
    bring_to_front(slides)
    assert slides.title.text() == "Modellen for personalet"
    QTest.keyClick(slides, Qt.Key.Key_Escape)
    wait_until(lambda: mode.slides is None)
    assert part.mode is mode, "the meeting goes on"
