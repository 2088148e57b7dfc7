"""The A4 on a projector: a screen per goal that matters most, and the other goals in lines."""

from collections.abc import Sequence
from itertools import groupby

from dash import html

from components.descriptions.criterion import criterion_text
from components.format import NBSP
from components.tables import Column, Content, plain_table
from pages._goal_agreed import amount_text
from pages._sheet import large_goals, sheet_actions
from pages._tree import Branch, Tree
from pages._tree_projected import Cells, marks_of, name_of, stand_of


def sheet_projected(tree: Tree) -> list[html.Table]:
    """The tables in the order of the sheet, each with its conclusion as title."""
    wide, rest = large_goals(tree)
    groups = [list(members) for _, members in groupby(rest, key=lambda one: one.goal.ambition)]
    return [*(_one_goal(one) for one in wide), *(_lines(members) for members in groups)]


def _one_goal(branch: Branch) -> html.Table:
    """Strategy, measures, outcome with its line, and where it stands."""
    say = branch.tree.visit.say
    parts: list[tuple[str, str, Content]] = [
        ("S", "strategy", [html.P(one.text) for one in branch.strategies] or say("page_goals.no_strategy")),
        ("M", "measures", sheet_actions(branch, between=" · ")),
        ("", "outcome", f"{branch.indicator.name}, {_norm(branch)}. {_line(branch)}"),
        ("", "now", _now(branch)),
    ]
    rows: list[list[Content]] = [
        [[html.B(letter, className="letter"), " ", say(f"page_ogsm.{key}")], content]
        for letter, key, content in parts
    ]
    table = plain_table([Column(say("page_ogsm.goal")), Column(_goal_name(branch))], rows)
    table.children = [html.Caption(branch.conclusion), *table.children]
    return table


def _now(branch: Branch) -> Content:
    """The figure with its counts, and the three messages below it."""
    keys, say = ("goal.criterion", "goal.movement", "goal.path"), branch.tree.visit.say
    told: Cells = []
    for key, mark in zip(keys, marks_of(branch), strict=True):
        told += [html.Span([f"{say(key)}{NBSP}", mark], className="nb"), " "]
    return [html.Div(stand_of(branch, apart=", ")), html.Div(told, className="proj-told")]


def _lines(members: Sequence[Branch]) -> html.Table:
    say = members[0].tree.visit.say
    messages = ("goal.criterion", "goal.movement", "goal.path")
    keys = ("page_ogsm.goal", "page_ogsm.outcome", "page_ogsm.now", *messages)
    rows: list[list[Content]] = [
        [name_of(one), f"{_norm(one)}. {_line(one)}", stand_of(one), *marks_of(one)] for one in members
    ]
    return plain_table([Column(say(key)) for key in keys], rows, caption=members[0].goal.ambition_text)


def _goal_name(branch: Branch) -> str:
    return f"{branch.goal.position} {branch.goal.name}"


def _norm(branch: Branch) -> str:
    norm = criterion_text(branch.told.agreed.criterion, branch.words)
    return branch.tree.visit.say("page_ogsm.norm", criterion=norm)


def _line(branch: Branch) -> str:
    """'Van 60 % in 2022 naar 75 % in 2026.'"""
    goal, say = branch.goal, branch.tree.visit.say
    if goal.baseline is None or goal.target is None or not (goal.baseline_year and goal.target_year):
        return say("page_ogsm.no_line")
    return say(
        "page_ogsm.from_to",
        first=amount_text(branch, goal.baseline),
        last=amount_text(branch, goal.target),
        start=goal.baseline_year,
        end=goal.target_year,
    )
