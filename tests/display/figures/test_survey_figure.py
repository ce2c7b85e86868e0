"""The figure of answers: the latest round first, nothing outside it, and the same in words."""

from fosdesk.display.figures.survey_figure import RoundBars, count_words, survey_figure
from fosdesk.display.shapes import Label
from fosdesk.words import read_words
from tests.display.figures.drawn import faults

WORDS = read_words("nb")
LEVELS = ("Stemmer ikke", "Stemmer litt, men det er svært langt mellom hver gang det gjør det på denne skolen", "Ja")


def test_bars_of_the_latest_three_rounds_are_inside_the_figure_and_told_in_words() -> None:
    rounds = [RoundBars(f"{n}. runde", (n, 10, 3 * n)) for n in range(1, 5)]
    for width in (280, 640):
        figure = survey_figure(LEVELS, rounds, WORDS, width)
        assert faults(figure) == []
        assert "1. runde" not in figure.alt
        assert figure.alt.index("4. runde") < figure.alt.index("2. runde")
        assert "Ja: 12 (46 %)" in figure.alt
        assert {"4. runde", "3. runde", "2. runde"} <= {s.text for s in figure.shapes if isinstance(s, Label)}


def test_a_round_of_a_few_has_its_name_alone_and_hidden_counts_have_no_shares() -> None:
    figure = survey_figure(LEVELS, [RoundBars("Før", (6, 0, 0)), RoundBars("Nå: færre enn fem svar")], WORDS)
    assert (
        figure.alt
        == "Nå: færre enn fem svar. Før. Stemmer ikke: 6 (100 %); "
        + "; ".join(f"{level}: 0 (0 %)" for level in LEVELS[1:])
        + "."
    )
    assert [count_words(WORDS, (None, 6, None), place) for place in range(3)] == ["skjult", "6", "skjult"]
