"""From the rows of a question to the rows of a figure."""

from collections.abc import Iterable

from components.descriptions.path import agreed_path
from components.figures.rows import CriterionStep, Mark, PathPoint, Reading, SplitValue, TrendPoint
from queries._observation import Observation
from queries.actions import Action
from queries.breaks import SeriesBreak
from queries.criteria import Criterion
from queries.goals import Goal
from queries.indicators import Indicator
from queries.milestones import Milestone
from queries.splits import SplitFigure


def trend_point(row: Observation) -> TrendPoint:
    return TrendPoint(
        period=row.period,
        kind=row.kind,
        start=row.start,
        end=row.end,
        middle=row.middle,
        value=row.value,
        denominator=row.denominator,
        numerator=row.numerator,
        clients=row.clients,
        suppressed=row.suppressed,
        provisional=row.provisional,
        partner=row.partner,
        split_value=row.split_value,
        lower=row.lower,
        upper=row.upper,
        status=row.status,
        strong=row.strong,
        svd=row.svd,
        path=row.path,
        movement=row.movement,
        small=row.small,
        hidden_since=row.hidden_since,
    )


def reading(indicator: Indicator, language: str) -> Reading:
    """How a figure writes the values of this indicator."""
    return Reading(
        name=indicator.name,
        unit=indicator.unit,
        language=language,
        decimals=indicator.decimals,
        counted=indicator.counted,
    )


def steps(known: Iterable[Criterion], indicator: str) -> list[CriterionStep]:
    """The criteria of an indicator through time; those for one partner go before the general ones."""
    own = [one for one in known if one.indicator == indicator]
    special = [one for one in own if one.partner]
    return [
        CriterionStep(one.comparator, one.value, one.value_to, one.valid_from, one.valid_to)
        for one in special or own
    ]


def path(goal: Goal | None, known: Iterable[Milestone] = ()) -> list[PathPoint]:
    """The agreed line of a goal, with its milestones."""
    return agreed_path(goal, known)


def marks(known_breaks: Iterable[SeriesBreak], known_actions: Iterable[Action], indicator: str) -> list[Mark]:
    """The dated events of an indicator: where its series breaks and which actions should show in it."""
    broken = [Mark(one.broke_on, one.reason, "break") for one in known_breaks if one.indicator == indicator]
    acted = [
        Mark(one.starts_on, one.name, "action")
        for one in known_actions
        if indicator == (one.indicator or one.goal_indicator)
    ]
    return sorted([*broken, *acted], key=lambda mark: mark.on)


def split_value(row: SplitFigure) -> SplitValue:
    return SplitValue(
        label=row.label,
        value=row.value,
        denominator=row.denominator,
        numerator=row.numerator,
        suppressed=row.suppressed,
        provisional=row.provisional,
        lower=row.lower,
        upper=row.upper,
        small=row.small,
        hidden_since=row.hidden_since,
        status=row.status,
    )
