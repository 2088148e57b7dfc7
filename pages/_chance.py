"""What chance alone would put in a list of signals, said below it, after every comparison it is made of."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from components.descriptions.movement import told_movement
from components.format import number
from domain.chance import Comparisons, chance_signals, expected_signals
from pages._beside import Place
from pages._compared import Compared
from pages._comparisons import bases, bases_of, beside_criterion, on_the_way, told_of, total, verdicts_of
from pages._plan import Plan
from pages._series import Series
from pages._turns import Turn
from pages._visit import Visit
from queries._observation import Observation
from queries.goals import Goal
from queries.indicators import Indicator

_NO_WAY = "geen"  # the plan's word for an indicator of which neither way is good
_SHOWN = 0.05  # with one decimal anything less reads as none


def asking_note(visit: Visit, known: Sequence[Turn]) -> list[Component]:
    """Below a list of what is not as it should be: of every message only the bad side puts a row there."""
    rests_on = bases_of(known)
    made = [
        verdicts_of(turn) if turn.indicator.direction == _NO_WAY else told_of(turn, rests_on)
        for turn in known
    ]
    return chance_note(visit, total(made), key="chance.list", one_sided=True)


def moved_note(visit: Visit, known: Sequence[Turn]) -> list[Component]:
    """Below a list of series that moved and ask for nothing."""
    rests_on = bases_of(known)
    made = [rests_on.of(turn.now.movement if turn.now else None, turn.course.current) for turn in known]
    return chance_note(visit, total(made), key="chance.moved")


def changed_note(visit: Visit, known: Sequence[Turn]) -> list[Component]:
    """Below a list of what changed: a verdict turns by the figure of then or by that of now."""
    rests_on = bases_of(known)
    made = []
    for turn in known:
        made.append(rests_on.of(turn.now.movement if turn.now else None, turn.course.current))
        if turn.earlier is not None and not turn.is_broken:
            made += [verdicts_of(turn), verdicts_of(turn, earlier=True)]
    return chance_note(visit, total(made), key="chance.changed")


def turns_note(visit: Visit, known: Sequence[Turn]) -> list[Component]:
    """Below a list in which every message of an indicator stands."""
    rests_on = bases_of(known)
    return chance_note(visit, total(told_of(turn, rests_on) for turn in known))


def goals_note(visit: Visit, plan: Plan, drawn: Iterable[tuple[Goal, Series]]) -> list[Component]:
    """Below the goals with their series, each with the sign of every message."""
    rests_on, made = bases(plan), []
    for goal, course in drawn:
        made.append(beside_criterion(course.point, plan.indicators[goal.indicator].unit))
        made.append(on_the_way(course.point, has_target=goal.target is not None))
        made.append(rests_on.of(told_movement(course.points), course.current))
    return chance_note(visit, total(made))


def rows_note(
    visit: Visit, plan: Plan, known: Iterable[tuple[Indicator, Observation | None]]
) -> list[Component]:
    """Below a table of figures, in which every message stands with its sign."""
    rests_on, made = bases(plan), []
    for one, row in known:
        made += [beside_criterion(row, one.unit), on_the_way(row, has_target=plan.has_target(one.code))]
        made.append(rests_on.of(row.movement if row else None, row))
    return chance_note(visit, total(made))


def compared_note(compared: Compared, known: Sequence[Indicator], places: Sequence[Place]) -> list[Component]:
    """Below a comparison: of the signs beside a criterion some are filled, of the others none."""
    visit, plan = compared.visit, compared.plan
    rests_on = bases(plan)
    rows = [(one, compared.by_place.get((one.code, place.key))) for one in known for place in places]
    beside = total(beside_criterion(row, one.unit) for one, row in rows)
    made = beside + total(rests_on.of(row.movement if row else None, row) for _, row in rows)
    made += total(on_the_way(row, has_target=plan.has_target(one.code)) for one, row in rows)
    if not made.total:
        return []
    amounts = {"count": number(made.total, visit.language), "weak": written(visit, expected_signals(made))}
    strong = written(visit, chance_signals(beside.intervals, strong=True))
    return [html.P(visit.say("page_compare.expected", **amounts, strong=strong), className="note")]


def chance_note(
    visit: Visit, made: Comparisons, *, key: str = "chance.signs", one_sided: bool = False
) -> list[Component]:
    """How many of so many comparisons chance alone would put in a list, or would give a sign."""
    if not made.total:
        return []
    count = number(made.total, visit.language)
    expected = written(visit, expected_signals(made, one_sided=one_sided))
    return [html.P(visit.say(key, count=count, expected=expected), className="note")]


def written(visit: Visit, expected: float) -> str:
    """So many signals as a reader reads it."""
    return number(expected, visit.language, 1 if expected >= _SHOWN else 2)
