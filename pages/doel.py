"""One goal: what was agreed, where it stands, what is done about it, and who promised what."""

import dash
from dash import html
from dash.development.base_component import Component

from components.descriptions.goal import judged_conclusion
from components.format import period_name
from components.frame import NavItem, page_head
from components.states import empty_state
from pages._apology import UnknownPlace
from pages._choices import bar, grain_choice, period_choice
from pages._goal_agreed import agreed_list
from pages._goal_done import actions_section, partners_section
from pages._goal_measured import goal_chart, indicators_section
from pages._messages import told_section
from pages._plan import Plan
from pages._series import SERIES_KINDS
from pages._tree import Branch, Tree
from pages._visit import Screen, Visit, document_title, shown
from queries.periods import periods

PATH = "/doelen/{code}"
dash.register_page(__name__, path_template="/doelen/<code>", name="doel", title=document_title, order=20)


@shown(PATH, uses=("per",))
def layout(visit: Visit, code: str) -> Screen:
    """The page as the address asks for it; UnknownPlace when the plan has no such goal."""
    tree = Tree(visit, Plan(visit))
    branch = next((one for one in tree.branches if one.goal.code == code), None)
    if branch is None:
        raise UnknownPlace
    title = judged_conclusion(branch.indicator.sentence, branch.point, branch.words)
    content: list[Component] = [
        page_head(
            title,
            lede=branch.goal.text,
            trail=_trail(visit, branch),
            choices=_choices(visit, branch),
            language=visit.language,
        ),
        told_section(branch.told),
        html.Div(
            [html.Div(_measured(branch), className="c8"), agreed_list(branch, className="c4")],
            className="grid12 after",
        ),
        indicators_section(branch),
        actions_section(branch),
        partners_section(branch),
    ]
    provisional = branch.point is not None and branch.point.provisional
    return Screen(title, content, _scope(visit, branch), provisional)


def _measured(branch: Branch) -> Component:
    """The course on the horizon; a designed state where nothing was delivered yet."""
    if branch.course.rows:
        return goal_chart(branch)
    return empty_state(branch.words.language, text=branch.tree.visit.say("page_goal.no_figures"))


def _trail(visit: Visit, branch: Branch) -> list[NavItem]:
    goal = branch.goal
    name = visit.goal(goal.position, goal.name)
    return [
        NavItem(visit.say("page_goals.menu"), visit.href("/doelen")),
        NavItem(name, visit.here(), current=True),
    ]


def _choices(visit: Visit, branch: Branch) -> Component:
    found = periods(visit.published, indicator=branch.indicator.code)
    newest = branch.point.period if branch.point else None
    present = {one.kind for one in found if one.shown}
    kinds = [kind for kind in SERIES_KINDS if kind in present]
    return bar(
        visit,
        period_choice(visit, found, SERIES_KINDS, newest=newest),
        grain_choice(visit, kinds, branch.course.kind) if len(kinds) > 1 else None,
    )


def _scope(visit: Visit, branch: Branch) -> str:
    who = visit.say("page.population" if branch.indicator.is_population else "page_partners.scope")
    period = branch.point.period if branch.point else visit.view.period
    return f"{who} · {period_name(period, visit.language) if period else visit.say('page.latest_short')}"
