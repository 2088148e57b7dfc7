"""The start of the steering group, and of an alderman, on a projector: goals, and what to talk about."""

from collections.abc import Sequence

from dash import html

from components.goal_lines import GoalLine, change_of, contact_of
from components.tables import Column, Content, plain_table
from components.text import say
from pages._plan import Plan
from pages._tree import Tree, is_population
from pages._tree_projected import standing_table
from pages._visit import Visit


def overview_tables(visit: Visit, plan: Plan) -> list[html.Table]:
    """The goals of every ambition of partners."""
    own = [members for members in Tree(visit, plan).ambitions if not is_population(members)]
    return [standing_table(members[0].goal.ambition_name, members) for members in own]


def population_tables(visit: Visit, plan: Plan) -> list[html.Table]:
    """The goals about all inhabitants together: their courses stand on the page with all trends."""
    everyone = [one for members in Tree(visit, plan).ambitions if is_population(members) for one in members]
    return [standing_table(visit.say("page.population"), everyone)] if everyone else []


def alderman_tables(visit: Visit, plan: Plan, lines: Sequence[GoalLine]) -> list[html.Table]:
    """Where all goals stand; then what changed, and who knows more."""
    heads = [Column(say(f"goal_lines.{name}", visit.language)) for name in ("goal", "change", "contact")]
    rows: list[list[Content]] = [[line.name, change_of(line), contact_of(line)] for line in lines]
    changed = plain_table(heads, rows, caption=visit.say("page_alderman.changed"))
    return [*overview_tables(visit, plan), *population_tables(visit, plan), changed]


def talk_table(visit: Visit, title: str, items: Sequence[html.Li]) -> html.Table:
    """A list to talk about, a row each: what it is about, and why it stands there."""
    heads = [Column(visit.say("table.indicator")), Column(visit.say("page_home.why"))]
    rows = [[one.children[0].children, one.children[1:]] for one in items]
    return plain_table(heads, rows, caption=title)
