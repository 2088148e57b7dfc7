"""The three messages in words: every status, both languages, and never a reassurance without a signal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from components.descriptions.goal import goals_lede, judged_conclusion
from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.descriptions.movement import movement_sentence, told_movement
from components.descriptions.path import path_value
from components.figures.rows import CriterionStep, Mark, PathPoint, Reading, TrendPoint
from components.text import Language
from domain.period import parse_period
from domain.status import Movement, PathStatus, Status

Build = Callable[..., TrendPoint]
NORM = CriterionStep("≤", 0.15, None, date(2025, 1, 1), None)
MINIMUM = CriterionStep("≥", 0.65, None, date(2025, 1, 1), None)
BETWEEN = CriterionStep("tussen", 0.1, 0.2, date(2025, 1, 1), None)
PATH = (PathPoint(date(2023, 7, 1), 0.24), PathPoint(date(2027, 7, 1), 0.12))
WAIT = Reading("Wachttijd", "dagen", "nl", 0, "trajecten")
MARGIN: dict[str, Any] = {"lower": 0.124, "upper": 0.262, "svd": 0.246}


@dataclass(frozen=True)
class Basis:
    """On what a movement is based."""

    basis: str = "chart"
    kind: str = "quarter"
    rules: Sequence[str] = ()
    difference: float | None = None
    lower: float | None = None
    upper: float | None = None


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def about(language: str) -> Reading:
    return Reading("Uitval", "procent", language, 0, "trajecten" if language == "nl" else "care episodes")


def test_no_signal_names_what_so_many_could_have_shown(point: Build, reading: Reading) -> None:
    assert plain(criterion_sentence(point(status="undecided", **MARGIN), NORM, reading)) == (
        "22 van de 120 trajecten (18 %). Dat verschilt niet duidelijk van de norm (15 % of minder). "
        "Met 120 trajecten valt een verschil pas op vanaf ongeveer 25 %."
    )


def test_below_a_minimum_the_difference_shows_downwards(point: Build, reading: Reading) -> None:
    figure = point(value=0.6, status="undecided", lower=0.5, upper=0.7, svd=0.53)
    assert "pas op bij ongeveer 53 % of lager." in plain(criterion_sentence(figure, MINIMUM, reading))


def test_a_visible_difference_that_rounds_to_the_criterion_gets_a_decimal(
    point: Build, reading: Reading
) -> None:
    figure = point(status="undecided", lower=0.147, upper=0.153, svd=0.154)
    assert "vanaf ongeveer 15,4 %" in plain(criterion_sentence(figure, NORM, reading))


@pytest.mark.parametrize("svd", [0.05, 0.25])
def test_a_criterion_of_two_values_has_a_difference_on_the_nearer_side(
    svd: float, point: Build, reading: Reading
) -> None:
    said = criterion_sentence(point(status="undecided", lower=0.1, upper=0.3, svd=svd), BETWEEN, reading)
    assert ("of lager" in said) == (svd < 0.1)


def test_too_few_for_any_verdict_is_said_as_such(point: Build, reading: Reading) -> None:
    figure = point(status="undecided", lower=0.1, upper=0.4, denominator=20.0, numerator=4.0)
    said = plain(criterion_sentence(figure, NORM, reading))
    assert said.endswith("is nog niet te zeggen. Met 20 trajecten is zo'n verschil niet te beoordelen.")


def test_a_median_has_no_margin_and_no_verdict(point: Build) -> None:
    figure = point(value=41.0, numerator=None, status="undecided")
    step = CriterionStep("≤", 42, None, date(2025, 1, 1), None)
    assert plain(criterion_sentence(figure, step, WAIT)) == (
        "41 dagen bij 120 trajecten. De norm is 42 dagen of minder. "
        "Van dit soort cijfer kennen wij geen marge. Daarom geven wij geen oordeel."
    )


def test_equal_values_have_no_margin_to_judge_by(point: Build, reading: Reading) -> None:
    figure = point(status="undecided", lower=0.18, upper=0.18)
    assert "Alle waarden zijn gelijk." in criterion_sentence(figure, NORM, reading)


def test_a_mean_without_a_visible_difference_names_its_margin(point: Build) -> None:
    marks = Reading("Tevredenheid", "cijfer", "nl", 1, "antwoorden")
    figure = point(value=7.0, numerator=None, status="undecided", lower=6.6, upper=7.3)
    step = CriterionStep("≥", 7, None, date(2025, 1, 1), None)
    assert "De marge loopt van 6,6 tot 7,3, dus beide kan nog." in criterion_sentence(figure, step, marks)


@pytest.mark.parametrize(("status", "side"), [("met", "goede"), ("not_met", "verkeerde")])
def test_a_verdict_says_that_the_whole_margin_lies_on_one_side(
    status: str, side: str, point: Build, reading: Reading
) -> None:
    said = plain(criterion_sentence(point(status=status, **MARGIN), NORM, reading))
    assert said.endswith(f"De hele marge, 12 % tot 26 %, ligt aan de {side} kant.")


def test_a_strong_signal_is_called_strong(point: Build, reading: Reading) -> None:
    figure = point(status="not_met", strong=True, **MARGIN)
    assert "sterk signaal" in criterion_sentence(figure, NORM, reading)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_sentence_in_every_language(status: Status, language: str, point: Build) -> None:
    figure = point(status=status, suppressed=status is Status.SUPPRESSED, **MARGIN)
    step = None if status is Status.NO_CRITERION else NORM
    said = criterion_sentence(figure, step, about(language))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("language", list(Language))
def test_a_hidden_figure_says_so_and_nothing_more(language: str, point: Build) -> None:
    leaking = point(suppressed=True, status="not_met", movement="worsening", path="behind", **MARGIN)
    words = about(language)
    said = {
        criterion_sentence(leaking, NORM, words),
        path_sentence(leaking, asked=0.15, path=PATH, reading=words),
    }
    assert len(said) == 1
    assert not any(character.isdigit() for character in said.pop())


def test_a_figure_that_is_not_there_was_not_measured(reading: Reading) -> None:
    assert told_status(None) is Status.NOT_MEASURED
    assert criterion_sentence(None, NORM, reading) == "Dit is wel afgesproken, maar niet gemeten."
    assert told_path(None, has_target=False) is PathStatus.NO_TARGET


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("told", list(PathStatus))
def test_every_path_status_has_a_sentence_in_every_language(
    told: PathStatus, language: str, point: Build
) -> None:
    figure = point(path=told, suppressed=told is PathStatus.SUPPRESSED, **MARGIN)
    said = path_sentence(figure, asked=0.15, path=PATH, reading=about(language))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("on_path", "De hele marge, 12 % tot 26 %, haalt dat."),
        ("behind", "De hele marge, 12 % tot 26 %, haalt dat niet."),
        ("undecided", "De marge loopt van 12 % tot 26 %, dus beide kan nog."),
    ],
)
def test_a_path_is_told_by_what_it_asks_for_and_the_margin(
    told: str, said: str, point: Build, reading: Reading
) -> None:
    sentence = plain(path_sentence(point(path=told, **MARGIN), asked=0.15, path=PATH, reading=reading))
    assert sentence == f"Het pad vraagt 15 % in het 3e kwartaal 2026. {said}"


def test_a_margin_that_rounds_to_what_the_path_asks_gets_a_decimal(point: Build, reading: Reading) -> None:
    figure = point(path="behind", lower=0.381, upper=0.4154)
    sentence = plain(path_sentence(figure, asked=0.4231, path=PATH, reading=reading))
    assert sentence == (
        "Het pad vraagt 42,3 % in het 3e kwartaal 2026. De hele marge, 38,1 % tot 41,5 %, haalt dat niet."
    )


def test_a_margin_that_rounds_to_the_criterion_gets_a_decimal(point: Build, reading: Reading) -> None:
    figure = point(status="not_met", lower=0.152, upper=0.262)
    sentence = plain(criterion_sentence(figure, NORM, reading))
    assert "De hele marge, 15,2 % tot 26,2 %, ligt aan de verkeerde kant." in sentence


def test_a_path_that_is_not_there_is_not_told(point: Build, reading: Reading) -> None:
    figure = point(path="undecided", **MARGIN)
    assert path_sentence(figure, asked=None, path=(), reading=reading) == "Er is geen doel afgesproken."
    assert "is er geen pad" in path_sentence(figure, asked=None, path=PATH, reading=reading)
    without = point(path="undecided")
    assert "kennen wij geen marge" in path_sentence(without, asked=0.2, path=PATH, reading=reading)


def test_the_path_asks_for_the_value_of_the_middle_month() -> None:
    assert path_value(PATH, (), parse_period("2025")) == pytest.approx(0.18)
    assert path_value(PATH, (), parse_period("2022")) is None
    assert path_value(PATH[:1], (), parse_period("2025")) is None


def test_no_path_lies_across_a_break() -> None:
    broken = (Mark(date(2024, 1, 1), "anders geteld", "break"),)
    assert path_value(PATH, broken, parse_period("2025")) is None


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("basis", ["chart", "quarters"])
@pytest.mark.parametrize("movement", list(Movement))
def test_every_movement_has_a_sentence_in_every_language(
    movement: Movement, basis: str, language: str, point: Build
) -> None:
    reason = Basis(basis, difference=-0.05, lower=-0.08, upper=-0.02, rules=["shift_low"])
    points = [point(f"2026-Q{number}", 0.15 + number / 100) for number in (1, 2, 3, 4)]
    said = movement_sentence(movement, points, about(language), reason=reason, limits=(0.1, 0.3))
    assert said.endswith(".")
    assert "{" not in said


def test_movement_within_chance_says_from_where_it_would_stand_out(point: Build, reading: Reading) -> None:
    points = [point(f"2026-Q{number}", 0.15 + number / 100) for number in (1, 2, 3, 4)]
    said = movement_sentence(Movement.NO_CHANGE, points, reading, reason=Basis(), limits=(0.1, 0.3))
    assert plain(said) == (
        "De laatste vier kwartalen schommelen tussen 16 % en 19 %. "
        "Pas onder 10 % of boven 30 % valt een kwartaal op. Dat past bij toeval. "
        "Het zegt niet dat het goed gaat."
    )


@pytest.mark.parametrize(
    ("limits", "said"), [((-0.1, 0.3), "Pas boven 30 %"), ((0.6, 1.2), "Pas onder 60 %")]
)
def test_a_limit_that_no_figure_can_pass_is_not_named(
    limits: tuple[float, float], said: str, reading: Reading
) -> None:
    told = plain(movement_sentence(Movement.NO_CHANGE, [], reading, reason=Basis(), limits=limits))
    assert told.startswith(f"{said} valt een kwartaal op.")


def test_years_are_compared_by_their_difference_and_its_margin(reading: Reading) -> None:
    lower = Basis("quarters", difference=-0.05, lower=-0.08, upper=-0.02)
    assert plain(movement_sentence(Movement.IMPROVING, [], reading, reason=lower)) == (
        "De laatste vier kwartalen liggen samen 5 procentpunt lager dan de vier ervoor (marge 2 tot 8). "
        "Dat is meer dan toeval en gaat de goede kant op."
    )
    same = Basis("quarters", difference=0.01, lower=-0.03, upper=0.05)
    assert "+1 procentpunt (marge −3 tot +5)" in plain(
        movement_sentence(Movement.NO_CHANGE, [], reading, reason=same)
    )


def test_the_movement_of_a_series_is_that_of_its_latest_judged_figure(point: Build) -> None:
    assert told_movement([point("2026-Q2", movement="worsening"), point()]) is Movement.WORSENING
    assert told_movement([point()]) is Movement.TOO_FEW
    assert told_movement([point(suppressed=True)]) is Movement.SUPPRESSED
    assert told_movement([]) is Movement.TOO_FEW


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ("on_path reached behind behind undecided",
         "Twee van de vijf doelen liggen op pad. Twee lopen achter. Van één is het nog niet te zeggen."),
        ("on_path suppressed no_target",
         "Eén van de drie doelen ligt op pad. Van één is er geen cijfer. Voor één is er geen pad."),
        ("behind behind", "Geen van de twee doelen ligt op pad. Twee lopen achter."),
        ("not_measured not_measured", "Van de twee doelen is er over deze periode geen cijfer."),
        ("no_target no_target", "Voor geen van de twee doelen is er een pad in deze periode."),
        ("no_target suppressed", (
            "Van geen van de twee doelen is te zeggen of het op pad ligt. "
            "Van één is er geen cijfer. Voor één is er geen pad."
        )),
        ("on_path reached", "Alle twee doelen liggen op pad."),
        ("undecided", "Of het doel op pad ligt, is nog niet te zeggen."),
    ],
)  # fmt: skip
def test_all_goals_together_are_told_in_a_few_words(paths: str, said: str) -> None:
    told = [PathStatus(path) for path in paths.split()]
    assert goals_lede(told, "nl") == said
    assert "{" not in goals_lede(told, "en")


def test_a_title_says_when_only_the_substantive_goals_are_counted() -> None:
    said = goals_lede([PathStatus.BEHIND, PathStatus.ON_PATH], "nl", are_substantive=True)
    assert said == "Eén van de twee inhoudelijke doelen ligt op pad. Eén loopt achter."


def test_a_title_ends_with_what_may_be_said(point: Build, reading: Reading) -> None:
    sentence = "{waarde} stopt te vroeg"
    said = plain(judged_conclusion(sentence, point(status="undecided"), reading))
    assert said == "18 % stopt te vroeg. Of dat aan de norm voldoet, is nog niet te zeggen."
    assert plain(judged_conclusion(sentence, point(), reading)) == "18 % stopt te vroeg"
