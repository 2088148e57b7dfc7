"""The start of an alderman: all goals on one screen, on path or not, what changed and whom to call."""

from collections.abc import Sequence
from itertools import groupby

from dash.development.base_component import Component

from components.descriptions.goal import goals_lede
from components.frame import page_head
from components.goal_lines import GoalGroup, GoalLine, goal_lines
from components.goal_status import Agreement
from components.projector_parts import on_projector
from domain.period import parse_period
from pages._chance import turns_note
from pages._messages import moved_of
from pages._overview_projected import alderman_tables
from pages._plan import Plan
from pages._rows import marks, path
from pages._told import Told
from pages._turns import Turn
from pages._visit import Visit
from queries.goals import Goal


def alderman_home(
    visit: Visit, plan: Plan, known: Sequence[Turn], choices: Component
) -> tuple[str, list[Component]]:
    """The title and the table; a goal is a line, in the order of the plan."""
    by_code = {turn.indicator.code: turn for turn in known}
    title = goals_lede([by_code[goal.indicator].path for goal in plan.goals], visit.language)
    groups = [
        GoalGroup(name, [_line(visit, plan, goal, by_code[goal.indicator]) for goal in members])
        for name, members in groupby(plan.goals, key=lambda goal: goal.ambition_name)
    ]
    head = page_head(title, choices=choices, language=visit.language)
    caption = visit.say("page_alderman.caption")
    desk = goal_lines(groups, caption=caption, language=visit.language)
    lines = [line for group in groups for line in group.lines]
    told = [by_code[code] for code in dict.fromkeys(goal.indicator for goal in plan.goals)]
    shown = on_projector(desk, lambda: alderman_tables(visit, plan, lines))
    return title, [head, shown, *turns_note(visit, told)]


def _line(visit: Visit, plan: Plan, goal: Goal, turn: Turn) -> GoalLine:
    contact = plan.contact(goal=goal.code)
    return GoalLine(
        position=goal.position,
        name=goal.name,
        href=turn.href(),
        reading=turn.words,
        point=turn.now,
        agreed=Agreement(
            parse_period(turn.now.period if turn.now else str(visit.publication.today.year)),
            turn.criterion,
            path(goal, plan.milestones),
            marks(plan.breaks, (), turn.indicator.code),
        ),
        change=turn.in_short,
        moved=moved_of(Told(visit, plan, turn.indicator, turn.course, None)),
        contact=(contact.role, contact.address) if contact else None,
    )
