"""A chart says in words what its figure is judged by, in one order, and what is drawn beside it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from components.descriptions.judgement import criterion_sentence, path_sentence
from components.descriptions.movement import movement_sentence
from components.descriptions.split import split_description
from components.descriptions.trend import Verdicts, trend_description
from components.descriptions.verdicts import Basis, Moved, verdict_sentences
from components.figures.rows import CriterionStep, Mark, PathPoint, Reading, SplitValue, TrendPoint
from components.tables import trend_table
from components.text import Language
from domain.status import Movement
from tests.unit.components.test_parts import table_rows

Build = Callable[..., TrendPoint]
NORM = CriterionStep("≤", 0.15, None, date(2025, 1, 1), None)
PATH = (PathPoint(date(2022, 7, 1), 0.24), PathPoint(date(2026, 7, 1), 0.12))
MARGIN = {"lower": 0.12, "upper": 0.26}
BREAK = Mark(date(2024, 1, 1), "Anders geteld", "break")
ACTION = Mark(date(2025, 4, 1), "Warme overdracht", "action")


@dataclass(frozen=True)
class Expectation:
    on: date = date(2027, 5, 16)
    fit: float = 0.17
    lower80: float = 0.1
    upper80: float = 0.2
    lower95: float = -0.02
    upper95: float = 0.36


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def judged(point: Build) -> TrendPoint:
    return point(status="undecided", path="undecided", svd=0.26, **MARGIN)


@pytest.mark.parametrize("language", list(Language))
def test_the_text_of_a_chart_has_the_sentences_of_the_screen_in_their_order(
    language: str, point: Build, reading: Reading
) -> None:
    words, figure = replace(reading, language=language), judged(point)
    basis = Basis(NORM, PATH, 0.14, Moved(Movement.TOO_FEW, [figure]))
    told = verdict_sentences(figure, basis, words)
    assert told == [
        criterion_sentence(figure, NORM, words),
        movement_sentence(Movement.TOO_FEW, [figure], words),
        path_sentence(figure, asked=0.14, path=PATH, reading=words),
    ]
    earlier = point("2025-Q3", 0.2)
    text = trend_description(
        [earlier, figure], reading=words, criterion=[NORM], path=PATH, verdicts=Verdicts("2026-Q3", told)
    )
    course = "Van 20" if language == "nl" else "From 20"
    places = [text.index(part) for part in (*told, course)]
    assert places == sorted(places)


def test_the_course_does_not_say_again_what_the_verdicts_say(point: Build, reading: Reading) -> None:
    figure = judged(point)
    basis = Basis(NORM, PATH, 0.14, Moved(Movement.TOO_FEW))
    verdicts = Verdicts("2026-Q3", verdict_sentences(figure, basis, reading))
    text = plain(trend_description([figure], reading=reading, criterion=[NORM], path=PATH, verdicts=verdicts))
    assert text.startswith("Over het 3e kwartaal 2026: 22 van de 120 trajecten (18 %).")
    assert text.count("15 % of minder") == 1
    assert text.count("12 % tot 26 %") == 1
    assert text.count("Het doel is 12 % in 2026.") == 1


def test_another_criterion_than_that_of_the_verdict_is_still_told(point: Build, reading: Reading) -> None:
    old = CriterionStep("≤", 0.15, None, date(2021, 1, 1), date(2025, 12, 31))
    new = CriterionStep("≤", 0.05, None, date(2026, 1, 1), None)
    told = Verdicts("2025-Q3", verdict_sentences(point("2025-Q3", status="met"), Basis(old), reading))
    points = [point("2025-Q3"), point("2026-Q3")]
    text = trend_description(points, reading=reading, criterion=[old, new], verdicts=told)
    assert "De norm is 5 % of minder." in plain(text)


def test_the_margin_of_the_latest_figure_is_told_where_no_verdict_does(
    point: Build, reading: Reading
) -> None:
    text = plain(trend_description([point(**MARGIN)], reading=reading))
    assert "De marge van het laatste cijfer loopt van 12 % tot 26 %." in text


def test_what_is_expected_is_told_as_such_within_what_is_possible(point: Build, reading: Reading) -> None:
    text = plain(trend_description([point()], reading=reading, forecast=[Expectation()]))
    assert text.endswith(
        "Als er niets verandert, verwachten wij 17 % in het 2e kwartaal 2027. "
        "Met 95 % zekerheid ligt het tussen 0 % en 36 %."
    )
    english = trend_description([point()], reading=replace(reading, language="en"), forecast=[Expectation()])
    assert "If nothing changes, we expect 17% in quarter 2 of 2027." in english


def test_dated_actions_are_told_after_the_course(point: Build, reading: Reading) -> None:
    text = trend_description([point("2023-Q3"), point()], reading=reading, marks=[BREAK, ACTION])
    assert "Op 1 januari 2024 veranderde de registratie." in text
    assert text.endswith("1 april 2025, actie: Warme overdracht.")


def test_a_hidden_figure_is_told_hidden_and_nothing_else_of_it(point: Build, reading: Reading) -> None:
    hidden = point(suppressed=True, status="met", path="on_path", movement="suppressed", **MARGIN)
    basis = Basis(NORM, PATH, 0.14, Moved(Movement.SUPPRESSED, [hidden]))
    told = verdict_sentences(hidden, basis, reading)
    assert told == [
        "Het cijfer is verborgen: de groep is te klein.",
        "De beweging is verborgen: de groepen zijn te klein.",
    ]
    text = trend_description([hidden], reading=reading, criterion=[NORM], verdicts=Verdicts("2026-Q3", told))
    assert "26" not in text.replace("2026", "")


def test_the_table_of_a_chart_has_what_is_expected_and_when_something_happened(
    point: Build, reading: Reading
) -> None:
    table = trend_table([point()], reading=reading, forecast=[Expectation()], marks=[ACTION, BREAK])
    assert table_rows(table) == [
        ["2e kwartaal 2027", "17,0 %", "0,0 % tot 36,0 %", "", "", "", "verwachting als er niets verandert"],
        ["3e kwartaal 2026", "18,0 %", "", "22", "120", "geen norm", ""],
        ["1 april 2025", "", "", "", "", "", "Actie: Warme overdracht"],
        ["1 januari 2024", "", "", "", "", "", "Breuk: Anders geteld"],
    ]


def test_a_split_tells_the_margin_the_verdict_and_that_a_group_is_small(reading: Reading) -> None:
    rows = [
        SplitValue("Pleegzorg", 0.08, 24, 2, False, lower=0.02, upper=0.26, small=True, status="undecided"),
        SplitValue("Verblijf", None, None, None, True, status="suppressed"),
    ]
    assert plain(split_description(rows, reading=reading, split="hulpvorm")) == (
        "Uitval per hulpvorm. Pleegzorg: 8 % (n = 24, marge 2 % tot 26 %, nog niet te zeggen, klein aantal); "
        "Verblijf: verborgen."
    )


@pytest.mark.parametrize(
    ("unit", "denominator", "reason"),
    [
        ("cijfer", 14.0, "Hoe ver de antwoorden uit elkaar liggen, is niet bekend."),
        ("procent", None, "Van hoeveel dit een deel is, is niet bekend."),
        ("dagen", 14.0, "Van dit soort cijfer kennen wij geen marge."),
    ],
)
def test_a_figure_without_a_margin_says_why(
    unit: str, denominator: float | None, reason: str, point: Build
) -> None:
    words = Reading("Iets", unit, "nl", 1, "antwoorden")
    figure = point(value=0.6, status="undecided", path="undecided", denominator=denominator)
    assert reason in criterion_sentence(figure, NORM, words)
    assert reason in path_sentence(figure, asked=0.5, path=PATH, reading=words)
