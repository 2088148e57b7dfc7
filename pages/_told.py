"""One indicator in one period with what was agreed about it, from which the three messages are made."""

from dataclasses import dataclass
from functools import cached_property

from components.figures.rows import Reading, TrendPoint
from components.goal_status import Agreement
from domain.period import parse_period
from pages._plan import Plan
from pages._rows import marks, path, reading, steps
from pages._series import Series
from pages._visit import Visit
from queries.criteria import criterion_on
from queries.indicators import Indicator
from queries.partners import Partner


@dataclass(frozen=True)
class Told:
    """One indicator in one period, of one partner or all together, with what was agreed about it."""

    visit: Visit
    plan: Plan
    indicator: Indicator
    course: Series
    partner: Partner | None

    @cached_property
    def words(self) -> Reading:
        return reading(self.indicator, self.visit.language)

    @cached_property
    def point(self) -> TrendPoint | None:
        return self.course.point

    @property
    def is_ahead(self) -> bool:
        """Whether the chosen period still has to begin: nothing can have been measured in it."""
        asked = self.visit.view.period
        if not asked or self.point is not None:
            return False
        return parse_period(asked).start > self.visit.publication.today

    @cached_property
    def agreed(self) -> Agreement:
        """The criterion and path of the chosen period; this year where nothing was chosen or measured."""
        asked = self.visit.view.period or str(self.visit.publication.today.year)
        period = parse_period(self.point.period if self.point else asked)
        code = self.indicator.code
        found = criterion_on(self.plan.criteria, code, period.end)
        known = steps(self.plan.criteria, code)
        step = next((one for one in known if found and one.valid_from == found.valid_from), None)
        course = path(self.plan.goal_of(code), self.plan.milestones)
        return Agreement(period, step, course, marks(self.plan.breaks, (), code))
