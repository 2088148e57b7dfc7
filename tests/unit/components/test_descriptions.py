"""Words say what the rows say, in both languages, and never what is hidden."""

from collections.abc import Callable
from datetime import date

import pytest

from components.descriptions.counts import count_text, n_range_text, n_text
from components.descriptions.criterion import criterion_label, criterion_on, criterion_text
from components.descriptions.events import event_lines
from components.descriptions.goal import goal_conclusion
from components.descriptions.reasons import reasons_description, reasons_subtitle, reasons_title
from components.descriptions.reasons_time import reasons_time_description, reasons_time_title
from components.descriptions.split import regions_title, split_description, split_title
from components.descriptions.trend import trend_description
from components.descriptions.trend_title import trend_subtitle, trend_title
from components.figures.reasons_time import ReasonPanel, ReasonShare
from components.figures.rows import (
    CriterionStep,
    Mark,
    PathPoint,
    Reading,
    ReasonCount,
    SplitValue,
    TrendPoint,
)

Build = Callable[..., TrendPoint]
NORM = CriterionStep("≤", 0.15, None, date(2025, 1, 1), None)
OLD_NORM = CriterionStep("≤", 0.20, None, date(2021, 1, 1), date(2024, 12, 31))
MARKS_OF_TEN = Reading("Cliëntervaring", "cijfer", "nl", 1, "jongeren")
ENGLISH = Reading("Dropout", "procent", "en", 0, "trajectories")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("step", "reading", "text"),
    [
        (NORM, Reading("Uitval", "procent", "nl"), "15 % of minder"),
        (NORM, ENGLISH, "15% or less"),
        (CriterionStep("≥", 7, None, date(2025, 1, 1), None), MARKS_OF_TEN, "7,0 of hoger"),
        (
            CriterionStep("≤", 31, None, date(2025, 1, 1), None),
            Reading("Wachttijd", "dagen", "nl"),
            "31 dagen of minder",
        ),
        (
            CriterionStep("tussen", 0.1, 0.2, date(2025, 1, 1), None),
            Reading("Bereik", "procent", "nl"),
            "tussen 10 en 20 %",
        ),
        (None, MARKS_OF_TEN, "geen norm"),
    ],
)
def test_a_criterion_reads_as_a_person_says_it(
    step: CriterionStep | None, reading: Reading, text: str
) -> None:
    assert plain(criterion_text(step, reading)) == text


def test_the_criterion_of_a_day_is_the_one_that_was_valid_then() -> None:
    steps = (OLD_NORM, NORM)
    assert criterion_on(steps, date(2024, 12, 31)) is OLD_NORM
    assert criterion_on(steps, date(2025, 1, 1)) is NORM
    assert criterion_on(steps, date(2020, 12, 31)) is None


def test_the_label_at_a_line_is_short(reading: Reading) -> None:
    assert plain(criterion_label(NORM, reading)) == "norm 15 %"


def test_a_share_is_counted_as_so_many_of_so_many(point: Build, reading: Reading) -> None:
    assert count_text(point(), reading) == "22 van de 120 trajecten"
    assert count_text(point(), ENGLISH) == "22 of 120 trajectories"


def test_a_mean_is_counted_by_its_n(point: Build) -> None:
    row = point(value=7.4, numerator=None, denominator=1210.0)
    assert count_text(row, MARKS_OF_TEN) == "1.210 jongeren"
    assert plain(n_text(row, MARKS_OF_TEN)) == "n = 1.210"


def test_without_a_count_no_count_is_said(point: Build, reading: Reading) -> None:
    assert count_text(point(denominator=None), reading) == ""
    assert n_text(point(denominator=None), reading) == ""
    assert n_range_text([point(denominator=None)], reading) == ""


def test_the_n_of_a_series_is_a_range(point: Build, reading: Reading) -> None:
    rows = [point(denominator=108.0), point(denominator=122.0), point(suppressed=True)]
    assert n_range_text(rows, reading) == "n = 108 tot 122"
    assert n_range_text(rows[:1], reading) == "n = 108"


def test_a_goal_concludes_with_the_sentence_of_the_plan(point: Build, reading: Reading) -> None:
    sentence = "{waarde} van de trajecten stopt te vroeg"
    assert plain(goal_conclusion(sentence, point(), reading)) == "18 % van de trajecten stopt te vroeg"


def test_a_goal_without_a_sentence_names_indicator_and_value(point: Build, reading: Reading) -> None:
    assert plain(goal_conclusion(None, point(), reading)) == "Uitval: 18 %"
    assert plain(goal_conclusion("Een zin zonder plaats", point(), reading)) == "Uitval: 18 %"


def test_a_goal_says_when_its_figure_is_missing_or_hidden(point: Build, reading: Reading) -> None:
    assert goal_conclusion("{waarde}", None, reading) == "Nog geen cijfer: Uitval"
    assert goal_conclusion("{waarde}", point(suppressed=True), reading) == "Het cijfer is verborgen: Uitval"


def test_braces_in_a_sentence_of_the_plan_are_harmless(point: Build, reading: Reading) -> None:
    assert plain(goal_conclusion("{waarde} {0} {x!r}", point(), reading)) == "18 % {0} {x!r}"


def test_a_trend_is_told_from_its_first_to_its_last_period(point: Build, reading: Reading) -> None:
    path = (PathPoint(date(2022, 7, 1), 0.24), PathPoint(date(2026, 7, 1), 0.12))
    points = [point("2023", 0.24), point("2026-Q3", 0.18)]
    text = trend_description(points, reading=reading, criterion=(OLD_NORM, NORM), path=path)
    assert plain(text) == (
        "Van 24 % in 2023 naar 18 % in het 3e kwartaal 2026. De norm is 15 % of minder. "
        "Het doel is 12 % in 2026."
    )


def test_a_trend_is_told_in_english(point: Build) -> None:
    text = trend_description([point("2026-Q2", 0.24), point()], reading=ENGLISH, criterion=(NORM,))
    assert text == "From 24% in quarter 2 of 2026 to 18% in quarter 3 of 2026. The criterion is 15% or less."


def test_a_trend_does_not_compare_across_a_break(point: Build, reading: Reading) -> None:
    marks = (Mark(date(2023, 1, 1), "Overstap telt niet meer", "break"),)
    text = trend_description([point("2022", 0.4), point("2023", 0.2)], reading=reading, marks=marks)
    assert plain(text).startswith("Het was 20 % in 2023.")
    assert "1 januari 2023" in text
    assert "40" not in text


def test_a_trend_that_stays_the_same_says_so(point: Build, reading: Reading) -> None:
    text = trend_description([point("2025-H1", 0.181), point("2026-H1", 0.179)], reading=reading)
    assert plain(text).startswith("In de 1e helft 2025 en in de 1e helft 2026 was het 18 %.")


def test_a_trend_says_what_is_hidden_and_provisional(point: Build, reading: Reading) -> None:
    points = [point("2026-Q1"), point("2026-Q2", suppressed=True), point(provisional=True)]
    text = trend_description(points, reading=reading)
    assert "Het laatste cijfer is voorlopig." in text
    assert "Eén periode is verborgen" in text


@pytest.mark.parametrize(
    ("hidden", "text"), [(True, "De cijfers zijn verborgen"), (False, "Er zijn nog geen")]
)
def test_a_trend_without_values_says_why(hidden: bool, text: str, point: Build, reading: Reading) -> None:
    points = [point(suppressed=True)] if hidden else []
    assert trend_description(points, reading=reading).startswith(text)


def test_the_title_of_a_trend_is_its_course(point: Build, reading: Reading) -> None:
    assert (
        plain(trend_title([point("2025", 0.24), point("2026")], reading=reading))
        == "Uitval: van 24 % naar 18 %"
    )
    assert plain(trend_title([point()], reading=reading)) == "Uitval: 18 %"
    assert trend_title([], reading=reading) == "Uitval: nog geen cijfers"
    assert trend_title([point(suppressed=True)], reading=reading) == "Uitval: cijfers verborgen"


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        ("met", "Dat voldoet aan de norm."),
        ("not_met", "Dat voldoet niet aan de norm."),
        ("undecided", "Of dat aan de norm voldoet, is nog niet te zeggen."),
    ],
)
def test_a_judged_figure_gives_the_title_its_verdict_and_the_course_stands_under_it(
    status: str, verdict: str, point: Build, reading: Reading
) -> None:
    points = [point("2025", 0.24), point("2026", status=status)]
    assert plain(trend_title(points, reading=reading)) == f"Uitval: 18 %. {verdict}"
    assert plain(trend_subtitle(points, reading=reading)).startswith("Van 24 % naar 18 %, per ")


def test_the_subtitle_says_unit_grain_and_n(point: Build, reading: Reading) -> None:
    assert trend_subtitle([point()], reading=reading) == "In %, per kwartaal, n = 120"
    assert trend_subtitle([], reading=reading) == "In %"


def test_events_are_listed_in_order_of_time_with_the_criterion_when_it_changed(reading: Reading) -> None:
    marks = [
        Mark(date(2025, 4, 1), "Warme overdracht", "action"),
        Mark(date(2023, 1, 1), "Overstap telt niet meer", "break"),
    ]
    assert [plain(line) for line in event_lines(marks, reading=reading, criterion=(OLD_NORM, NORM))] == [
        "1 januari 2021, norm: 20 % of minder",
        "1. 1 januari 2023, breuk: Overstap telt niet meer",
        "1 januari 2025, norm: 15 % of minder",
        "2. 1 april 2025, actie: Warme overdracht",
    ]
    assert len(event_lines(marks, reading=reading, criterion=(NORM,))) == 2


REASONS = [
    ReasonCount("Volgens plan", 63, 0.65),
    ReasonCount("Eenzijdig door de cliënt", 11, 0.11, is_dropout=True),
    ReasonCount("Reden onbekend", None, None, suppressed=True),
]


def test_reasons_are_told_with_their_counts_and_the_hidden_ones_by_name() -> None:
    assert reasons_title(REASONS, language="nl") == "63 van de 74 trajecten eindigden zo: volgens plan"
    assert plain(reasons_description(REASONS, language="nl")) == (
        "74 beëindigde trajecten. Volgens plan: 63 (65 %); Eenzijdig door de cliënt: 11 (11 %); "
        "Reden onbekend: verborgen."
    )
    assert reasons_subtitle(REASONS, language="nl").startswith("74 beëindigde trajecten.")


def test_reasons_without_counts_say_why() -> None:
    assert reasons_title([], language="nl") == "Nog geen beëindigde trajecten"
    assert reasons_description(REASONS[2:], language="nl").startswith("Redenen van beëindiging verborgen")


def test_groups_are_told_one_by_one(reading: Reading) -> None:
    rows = [
        SplitValue("Pleegzorg", 0.08, 40, 3, False),
        SplitValue("Verblijf", None, None, None, True),
        SplitValue("Ambulant", None, None, None, False),
        SplitValue("Zeewolde", 0.1, None, None, False),
    ]
    assert plain(split_description(rows, reading=reading, split="hulpvorm")) == (
        "Uitval per hulpvorm. Pleegzorg: 8 % (n = 40); Verblijf: verborgen; Ambulant: geen cijfer; "
        "Zeewolde: 10 %."
    )
    assert split_description([], reading=reading, split="hulpvorm") == "Er zijn geen groepen om te tonen."


ONE_UNTOLD = "van één is het nog niet te zeggen"


def judged_group(label: str, value: float | None, status: str) -> SplitValue:
    return SplitValue(label, value, 100, 10, suppressed=status == "suppressed", status=status)


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        (
            ["met", "met", "undecided"],
            "twee van de drie voldoen aan de norm, van één is het nog niet te zeggen",
        ),
        (["met", "not_met", "not_met"], "één van de drie voldoet aan de norm, twee niet"),
        (["not_met", "undecided", "suppressed"], f"één van de twee voldoet niet aan de norm, {ONE_UNTOLD}"),
        (["undecided", "undecided"], "of ze aan de norm voldoen, is nog niet te zeggen"),
        (["met", "met", "met"], "alle drie voldoen aan de norm"),
        (["not_met"], "A voldoet niet aan de norm"),
        (["suppressed", "suppressed"], "alle groepen zijn verborgen"),
        (["not_measured"], "er zijn geen cijfers"),
        (["no_criterion", "no_criterion"], "overal 12 %"),
    ],
)
def test_the_title_of_a_split_counts_its_verdicts(reading: Reading, statuses: list[str], told: str) -> None:
    unseen = {"suppressed", "not_measured"}
    rows = [
        judged_group(label, None if status in unseen else 0.12, status)
        for label, status in zip("ABCDEFG", statuses, strict=False)
    ]
    assert plain(split_title(rows, reading=reading, split="hulpvorm")) == f"Uitval per hulpvorm: {told}"


def test_without_a_criterion_the_title_of_a_split_says_from_which_value_to_which(reading: Reading) -> None:
    rows = [judged_group("A", 0.12, "no_criterion"), judged_group("B", 0.3, "no_criterion")]
    assert (
        plain(split_title(rows, reading=reading, split="hulpvorm"))
        == "Uitval per hulpvorm: van 12 % tot 30 %"
    )


def test_a_region_is_told_beside_the_others(reading: Reading) -> None:
    home = [judged_group("Haarlemmermeer", 0.13, "no_criterion")]
    others = [judged_group("Woerden", 0.11, "no_criterion"), judged_group("Montfoort", 0.09, "no_criterion")]
    told = plain(regions_title(home, others, reading=reading))
    assert told == "Uitval: 13 % in Haarlemmermeer, elders van 9 % tot 11 %"
    assert plain(regions_title([], others, reading=reading)) == "Uitval per gebied: van 9 % tot 11 %"


def _panels(client: float, provider: float, *, small: bool = False) -> list[ReasonPanel]:
    return [
        ReasonPanel(name, True, [ReasonShare("2024", share, small=small)])
        for name, share in (("Eenzijdig door de cliënt", client), ("Eenzijdig door de aanbieder", provider))
    ]


def test_the_reasons_of_a_figure_add_up_to_the_sum_in_its_title() -> None:
    panels = _panels(0.1634, 0.0327)
    title, told = (
        words.replace("\u00a0", " ")
        for words in (
            reasons_time_title(panels, language="nl"),
            reasons_time_description(panels, language="nl"),
        )
    )
    assert title == "Eenzijdig gestopt: 19,6 % in 2024"
    assert "16,3 %" in told
    assert "3,3 %" in told


def test_no_title_concludes_from_the_percentages_of_a_few() -> None:
    title = reasons_time_title(_panels(0.25, 0.0, small=True), language="nl")
    assert title == "Te weinig beëindigde trajecten om jaren te vergelijken"


def test_a_course_after_a_break_says_that_it_begins_there(point: Build, reading: Reading) -> None:
    points = [point("2025-Q4", 0.22), point("2026-Q1", 0.16), point("2026-Q2", 0.14)]
    broken = [Mark(date(2026, 1, 1), "Anders geteld", "break")]
    said = plain(trend_subtitle(points, reading=reading, marks=broken))
    assert said.startswith("Sinds de breuk van 16 % (1e kwartaal 2026) naar 14 %, per kwartaal")
