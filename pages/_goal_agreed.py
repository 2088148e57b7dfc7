"""What was agreed about one goal: kind, result from baseline to target, milestones, horizon and contact."""

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.as_written import as_written
from components.descriptions.criterion import criterion_text
from components.descriptions.judgement import told_path
from domain.status import PathStatus
from pages._definition import Lines
from pages._tree import Branch
from queries._observation import Observation


def agreed_list(branch: Branch, *, className: str) -> Component:  # noqa: N803
    """The list beside the chart."""
    visit = branch.tree.visit
    entries: list[tuple[str, Lines]] = [
        ("ambition", [branch.goal.ambition_text]),
        ("kind", [visit.say(f"page_goals.kind_{branch.goal.kind}")]),
        ("result", [result_text(branch)]),
        ("milestones", _milestones(branch)),
        ("criterion", [criterion_text(branch.told.agreed.criterion, branch.words)]),
        ("horizon", [_horizon(branch)]),
        ("contact", _contact(branch)),
    ]
    listed: list[Component] = []
    for key, lines in entries:
        if lines:
            listed += [html.Dt(visit.say(f"page_goal.{key}")), html.Dd([html.P(line) for line in lines])]
    title = html.H2(visit.say("page_goal.agreed"), className="fig-title")
    return html.Section([title, html.Dl(listed, className="deflist")], className=className)


def result_text(branch: Branch) -> str:
    """'Van 65 % in 2022 naar 75 % in 2026.', or which of the two was not agreed."""
    goal, visit = branch.goal, branch.tree.visit
    words = {
        "baseline": amount_text(branch, goal.baseline),
        "baseline_year": goal.baseline_year or "",
        "target": amount_text(branch, goal.target),
        "target_year": goal.target_year or goal.ends_on.year,
    }
    has = (goal.baseline is not None, goal.target is not None)
    key = {(True, True): "from_to", (False, True): "to", (True, False): "from"}.get(has, "nowhere")
    return visit.say(f"page_goal.result_{key}", **words)


def amount_text(branch: Branch, value: float | None) -> str:
    """A value of the goal as its indicator is written; empty without one."""
    words = branch.words
    return "" if value is None else written.value(value, words.unit, words.language, words.decimals)


def _milestones(branch: Branch) -> Lines:
    found = [one for one in branch.tree.plan.milestones if one.goal == branch.goal.code]
    said = [
        branch.tree.visit.say("page_goal.milestone", year=one.year, value=amount_text(branch, one.value))
        for one in found
    ]
    return [" · ".join(said)] if said else []


def _horizon(branch: Branch) -> str:
    first, last = (
        written.long_date(day, branch.words.language) for day in (branch.goal.starts_on, branch.goal.ends_on)
    )
    return branch.tree.visit.say("page_goal.from_until", first=first, last=last)


def _contact(branch: Branch) -> Lines:
    """A function with its address, never a person."""
    contact = branch.tree.plan.contact(goal=branch.goal.code)
    if contact is None:
        return [branch.tree.visit.say("goal.no_contact")]
    link = html.A(contact.address, href=f"mailto:{contact.address}")
    return [as_written(contact.role, branch.words.language), link]


def path_told(branch: Branch, row: Observation) -> PathStatus:
    """Where the year lies on the path."""
    return told_path(row, has_target=branch.goal.target is not None)


def has_path(branch: Branch, row: Observation) -> bool:
    """Before its baseline there is a target but no path yet."""
    return branch.goal.target is None or path_told(branch, row) is not PathStatus.NO_TARGET
