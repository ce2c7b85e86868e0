"""The words of a gap: what it is about, and what is the matter there."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import FollowUp
from fosdesk.domain.rules.review.plan_gaps import Gap
from fosdesk.ui.plan.gap_row import gap_words
from tests.ui.acts import desk_of


@pytest.mark.parametrize(
    ("gap", "title", "said"),
    [
        (Gap("item", "answer:F1-10"), "Samle innvendinger, og vis hva dere gjør med dem.", "ingenting er skrevet her"),
        (Gap("blank", "school", "direction"), "Retningen vår", ""),
        (Gap("blank", "phase_frame:F1", "time_frame"), "Tidsramme, og hvorfor", "1 Klargjøring"),
        (Gap("blank", "core_component"), "Kjernekomponenter", "Ingen er skrevet ned ennå"),
        (Gap("blank", "f", "due"), "Ring FAU", "Blankt: frist"),
        (Gap("unchanged", "school", "direction", "2025-03-12"), "Retningen vår", "Uendret siden 12. mars 2025"),
    ],
)
def test_what_is_said_of_a_gap(fresh_school: Fosdesk, gap: Gap, title: str, said: str) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit(FollowUp("f"), FollowUp("f", what="Ring FAU"))
    shown = gap_words(desk, gap)
    assert shown[0] == title
    assert said in shown[1]
