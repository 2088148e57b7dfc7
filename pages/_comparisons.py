"""How many comparisons stand behind what a reader is told: each could have given a signal by chance alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.descriptions.judgement import told_path, told_status
from components.figures.rows import Judged
from domain.chance import Comparisons
from domain.status import Movement, PathStatus, Status
from pages._plan import Plan
from pages._turns import Turn
from queries._observation import Observation

_DECIDED = {Status.MET, Status.NOT_MET}
_ON_THE_WAY = {PathStatus.REACHED, PathStatus.ON_PATH, PathStatus.BEHIND}
_SEEN = {Movement.IMPROVING, Movement.WORSENING, Movement.HIGHER, Movement.LOWER, Movement.NO_CHANGE}
_QUARTERS = "quarters"

Key = tuple[str, str | None, str | None, str | None]


def beside_criterion(figure: Judged | None, unit: str) -> Comparisons:
    """One where the figure has a sign or could have had one: an interval, and of a share enough records."""
    status = told_status(figure)
    if status in _DECIDED:
        return Comparisons(intervals=1)
    if figure is None or status is not Status.UNDECIDED or not _has_interval(figure):
        return Comparisons()
    return Comparisons(intervals=int(unit != "procent" or figure.svd is not None))


def on_the_way(figure: Judged | None, *, has_target: bool) -> Comparisons:
    """One where the interval was laid beside the path."""
    told = told_path(figure, has_target=has_target)
    could = told is PathStatus.UNDECIDED and figure is not None and _has_interval(figure)
    return Comparisons(intervals=int(told in _ON_THE_WAY or could))


@dataclass(frozen=True)
class Bases:
    """On what the movements rest; a difference between quarters is an interval too."""

    on_quarters: frozenset[Key]

    def of(self, movement: str | None, row: Observation | None) -> Comparisons:
        """One where the series has a movement that could have been another."""
        if row is None or movement not in _SEEN:
            return Comparisons()
        is_interval = (row.indicator, row.partner, row.split, row.split_value) in self.on_quarters
        return Comparisons(intervals=1) if is_interval else Comparisons(charts=1)


def bases(plan: Plan) -> Bases:
    rested = [one for one in plan.movement_reasons if one.basis == _QUARTERS]
    return Bases(frozenset((one.indicator, one.partner, one.split, one.split_value) for one in rested))


def bases_of(known: Sequence[Turn]) -> Bases:
    """Those of the plan that the turns share."""
    return bases(known[0].plan) if known else Bases(frozenset())


def told_of(turn: Turn, known: Bases) -> Comparisons:
    """All three messages of one indicator."""
    moved = known.of(turn.now.movement if turn.now else None, turn.course.current)
    return verdicts_of(turn) + moved


def verdicts_of(turn: Turn, *, earlier: bool = False) -> Comparisons:
    """Criterion and path, of its figure or of the one before."""
    figure = turn.earlier if earlier else turn.now
    has_target = turn.goal is not None and turn.goal.target is not None
    beside = beside_criterion(figure, turn.indicator.unit)
    return beside + on_the_way(figure, has_target=has_target)


def total(made: Iterable[Comparisons]) -> Comparisons:
    return sum(made, Comparisons())


def _has_interval(figure: Judged) -> bool:
    return figure.lower is not None and figure.upper is not None and figure.lower < figure.upper
