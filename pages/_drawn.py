"""One series with all that its chart, its twin, its text alternative and its file are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from components.descriptions.trend import trend_description
from components.descriptions.trend_title import trend_subtitle, trend_title
from components.figures.rows import Mark, TrendPoint
from components.figures.trend import TrendOptions
from components.tables import trend_table
from pages._facts import source_of
from pages._messages import verdicts
from pages._rows import marks, path, steps
from pages._told import Told
from queries._observation import Observation
from queries.forecast import ForecastPoint, forecast
from queries.goals import Goal


@dataclass(frozen=True)
class Drawn:
    """Which points are drawn; `row` is the figure that the source line is about, `goal` has the path."""

    told: Told
    goal: Goal | None
    points: Sequence[TrendPoint]
    row: Observation | None
    with_actions: bool = True

    @cached_property
    def events(self) -> list[Mark]:
        """The dated breaks, and the actions unless another chart beside it tells them."""
        plan = self.told.plan
        return marks(plan.breaks, plan.actions if self.with_actions else (), self.told.indicator.code)

    @cached_property
    def options(self) -> TrendOptions:
        """Everything besides the points that the chart draws."""
        told = self.told
        return TrendOptions(
            told.words,
            steps(told.plan.criteria, told.indicator.code),
            path(self.goal, told.plan.milestones),
            self.events,
            self._forecast,
            until=self.goal.ends_on if self.goal else None,
        )

    @property
    def subtitle(self) -> str:
        return trend_subtitle(self.points, reading=self.told.words, marks=self.events)

    def around(self) -> dict[str, Any]:
        """What `chart_tile` puts around the chart, whatever its size."""
        told, options = self.told, self.options
        shared: dict[str, Any] = {
            "reading": told.words,
            "criterion": options.criterion,
            "marks": self.events,
            "forecast": options.forecast,
        }
        return {
            "title": trend_title(self.points, reading=told.words, marks=self.events),
            "description": trend_description(
                self.points, path=options.path, verdicts=verdicts(told), **shared
            ),
            "table": trend_table(self.points, **shared),
            "source": source_of(told.visit, self.row, told.partner),
            "measured_on": self.row.measured_on if self.row else None,
            "csv_href": told.visit.csv(
                "verloop", indicator=told.indicator.code, partner=self._partner, per=told.course.per
            ),
            "language": told.visit.language,
        }

    @property
    def _partner(self) -> str | None:
        return self.told.partner.code if self.told.partner else None

    @property
    def _forecast(self) -> Sequence[ForecastPoint]:
        told = self.told
        return forecast(
            told.visit.published,
            indicator=told.indicator.code,
            kind=told.course.kind,
            partner=self._partner,
        )
