"""One goal as a column: conclusion, value with n and period, measure, trend, criterion, target, contact."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.aria import aria
from components.as_written import as_written
from components.chart_tile import plot
from components.descriptions.counts import counted_text, interval_text
from components.descriptions.criterion import criterion_on, criterion_text
from components.descriptions.goal import goal_conclusion
from components.descriptions.trend import Verdicts, target_of, trend_description
from components.descriptions.verdicts import Moved
from components.figures.rows import CriterionStep, Mark, PathPoint, Point, Reading
from components.figures.spark import spark_figure
from components.goal_status import Agreement, goal_status
from components.key import KeyItem, key_line
from components.measure import measure
from components.states import hidden_word, provisional_tag
from components.status import small_number_tag
from components.text import say
from domain.period import parse_period


@dataclass(frozen=True, slots=True)
class Contact:
    """Who to approach: a function with an address."""

    role: str
    address: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with all that its card shows; `points` in order of time, `period` the code the reader chose.

    `sentence` is the plan's template with {waarde}; `path` runs from baseline through milestones to target;
    `target_year` stands in the card also where the path is empty; `verdicts` are read out with the trend.
    """

    position: int
    name: str
    href: str
    reading: Reading
    sentence: str | None
    period: str
    points: Sequence[Point]
    moved: Moved
    criterion: Sequence[CriterionStep] = ()
    path: Sequence[PathPoint] = ()
    marks: Sequence[Mark] = ()
    contact: Contact | None = None
    verdicts: Verdicts | None = None

    @property
    def point(self) -> Point | None:
        """The point of the chosen period."""
        return next((point for point in self.points if point.period == self.period), None)


def goal_cards(goals: Sequence[Goal], *, name: str, heading: int = 2) -> html.Section:
    """The large cards beside each other, on one set of lines; `name` is what a screen reader hears."""
    cards = [goal_card(goal, heading=heading) for goal in goals]
    columns = min(max(len(goals), 3), 5)
    return html.Section(cards, className=f"goals goals--{columns}", **aria(label=name))


def goal_card(goal: Goal, *, heading: int = 2) -> html.Article:
    """One large card: the value with its interval, what may be said of it, and what was agreed."""
    level = {2: html.H2, 3: html.H3, 4: html.H4}[heading]
    conclusion = goal_conclusion(goal.sentence, goal.point, goal.reading)
    return html.Article(
        [
            html.P([html.B(str(goal.position)), goal.name], className="goal-name"),
            level(html.A(conclusion, href=goal.href), className="goal-say"),
            _value(goal),
            _basis(goal),
            goal_status(goal.point, _agreement(goal), goal.moved, goal.reading),
            _trend(goal),
            _agreed(goal),
            _contact(goal),
        ],
        className="goal",
    )


def goals_key(language: str) -> html.P:
    """What the signs in the cards mean; once, under all of them."""
    signs = [
        ("", "key.measured"),
        ("k-open", "key.provisional"),
        ("k-path", "key.path"),
        ("k-mile", "key.target"),
        ("k-bar", "goal.interval_key"),
        ("k-norm k-v", "goal.measure_key"),
    ]
    return key_line([KeyItem(sign, say(key, language)) for sign, key in signs])


def condition_rows(goals: Sequence[Goal], *, language: str) -> html.Ul:
    """Process and other goals as a short list: conclusion, value with n, criterion."""
    return html.Ul([_condition(goal, language) for goal in goals], className="conditions")


def _condition(goal: Goal, language: str) -> html.Li:
    conclusion = goal_conclusion(goal.sentence, goal.point, goal.reading)
    return html.Li(
        [
            html.Span([html.B(str(goal.position)), goal.name], className="goal-name"),
            html.A(conclusion, href=goal.href),
            html.Span(_about(goal), className="label"),
            html.Span([say("goal.criterion", language), " ", _criterion(goal)], className="label"),
            goal_status(goal.point, _agreement(goal), goal.moved, goal.reading),
        ]
    )


def _value(goal: Goal) -> html.P:
    point, reading = goal.point, goal.reading
    if point is not None and point.value is not None and not point.suppressed:
        amount = written.value(point.value, reading.unit, reading.language, reading.decimals)
        return html.P(amount, className="goal-value")
    if point is not None and point.suppressed:
        sign, word = "status--hidden", written.capital(hidden_word(reading.language, point.hidden_since))
    else:
        sign, word = "status--absent", say("goal.no_value_mark", reading.language)
    return html.P(html.Span(word, className=f"status {sign}"), className="goal-value goal-value--none")


def _basis(goal: Goal) -> html.Div:
    return html.Div([html.P(_about(goal)), _measure(goal)], className="goal-n")


def _about(goal: Goal) -> list[Component | str]:
    point, language = goal.point, goal.reading.language
    period = written.period_name(goal.period, language)
    if point is None or point.suppressed or point.value is None:
        why = "goal.hidden_because" if point is not None and point.suppressed else "goal.waiting"
        return [say(why, language), html.Br(), period]
    counted, interval = counted_text(point, goal.reading), interval_text(point, goal.reading)
    lines: list[Component | str] = [counted, html.Br()] if counted else []
    lines.append(period)
    if interval:
        lines.append(html.Span(say("goal.interval", language, interval=interval), className="sr"))
    tags = [small_number_tag(language)] if point.small else []
    tags += [provisional_tag(language)] if point.provisional else []
    return [*lines, *(part for tag in tags for part in (" ", tag))]


def _measure(goal: Goal) -> html.Div:
    point = goal.point
    return measure(
        None if point is None else point.value,
        unit=goal.reading.unit,
        criterion=_step(goal),
        lower=None if point is None else point.lower,
        upper=None if point is None else point.upper,
    )


def _trend(goal: Goal) -> html.Div:
    figure = spark_figure(goal.points, reading=goal.reading, path=goal.path, marks=goal.marks)
    words = trend_description(
        goal.points,
        reading=goal.reading,
        criterion=goal.criterion,
        path=goal.path,
        marks=goal.marks,
        verdicts=goal.verdicts,
    )
    return html.Div(
        plot(figure, description=words, language=goal.reading.language, static=True), className="goal-trend"
    )


def _agreed(goal: Goal) -> html.Dl:
    language, target = goal.reading.language, target_of(goal.path)
    entries: list[Component] = [html.Dt(say("goal.criterion", language)), html.Dd(_criterion(goal))]
    if target is None:
        name, amount = say("goal.target", language, year="").strip(), say("goal.no_target", language)
    else:
        name = say("goal.target", language, year=target.on.year)
        amount = written.value(target.value, goal.reading.unit, language, goal.reading.decimals)
    entries += [html.Dt(name), html.Dd(amount, className="path")]
    return html.Dl(entries, className="goal-foot")


def _contact(goal: Goal) -> html.P:
    language = goal.reading.language
    label = html.Span([say("goal.contact", language), " "], className="label")
    if goal.contact is None:
        return html.P([label, say("goal.no_contact", language)], className="goal-contact")
    role = as_written(goal.contact.role, language)
    link = html.A(role, href=f"mailto:{goal.contact.address}")
    return html.P([label, link], className="goal-contact")


def _agreement(goal: Goal) -> Agreement:
    return Agreement(parse_period(goal.period), _step(goal), goal.path, goal.marks)


def _step(goal: Goal) -> CriterionStep | None:
    return criterion_on(goal.criterion, parse_period(goal.period).end)


def _criterion(goal: Goal) -> str:
    step = _step(goal)
    return (
        say("goal.no_criterion", goal.reading.language)
        if step is None
        else criterion_text(step, goal.reading)
    )
