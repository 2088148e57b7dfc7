"""What has been reached? Of every goal baseline, each year, target and verdict side by side."""

from collections.abc import Callable, Sequence

import dash
from dash import html
from dash.development.base_component import Component

from components.descriptions.goal import goals_lede
from components.descriptions.judgement import told_path
from components.figures.rows import TrendPoint
from components.format import long_date
from components.frame import page_head
from components.projector_parts import on_projector
from components.states import empty_state
from domain.balance import Balance
from pages._balance import Stock, shown_years, stock_table, stocks, year_name
from pages._balance_projected import stock_projected
from pages._chance import rows_note
from pages._plan import Plan
from pages._rows import trend_point
from pages._tree import Branch, Tree, is_population
from pages._visit import Screen, Visit, document_title, shown

PATH = "/balans"
dash.register_page(
    __name__, path=PATH, name="balans", title=document_title, order=5, menu="page_balance.menu"
)


@shown(PATH, uses=())
def layout(visit: Visit) -> Screen:
    """The page as the plan stands; it shows whole years only, whatever period was chosen elsewhere."""
    found = stocks(Tree(visit, Plan(visit)))
    if not found:
        state = empty_state(visit.language, text=visit.say("page_overview.nothing"))
        return Screen(visit.say("page_balance.menu"), [state], visit.say("page_partners.scope"))
    title = _title(visit, found)
    partners = [one for one in found if not is_population(one.branches)]
    everyone = [one for one in found if is_population(one.branches)]
    content = [
        page_head(
            title,
            label=found[0].branches[0].goal.ambition_name,
            lede=_lede(visit),
            language=visit.language,
        ),
        *(_section(visit, one, is_first=one is found[0]) for one in partners),
        *_population(visit, everyone),
        html.P(visit.say("page_balance.reading"), className="note"),
        *rows_note(visit, found[0].tree.plan, shown_years(found)),
        html.P(
            html.A(visit.say("figure.csv"), href=visit.csv("balans"), download=""),
            className="fig-tools plan-links",
        ),
    ]
    return Screen(
        title, content, _scope(visit, found), any(row.provisional for one in found for row in one.found)
    )


def _title(visit: Visit, found: Sequence[Stock]) -> str:
    """'Tussentijdse balans: geen van de acht doelen ligt op pad. …', about the first ambition."""
    first = found[0]
    return visit.say(f"page_balance.title_{first.kind}", told=_told(first))


def _told(stock: Stock) -> str:
    """How many goals are on path in the last year that has a figure."""
    paths = [told_path(_point(stock, one), has_target=one.goal.target is not None) for one in stock.branches]
    return goals_lede(paths, stock.tree.visit.language)


def _point(stock: Stock, branch: Branch) -> TrendPoint | None:
    row = stock.latest(branch)
    return trend_point(row) if row else None


def _lede(visit: Visit) -> str:
    return visit.say("page_balance.lede", date=long_date(visit.publication.today, visit.language))


def _section(visit: Visit, stock: Stock, *, is_first: bool) -> Component:
    """One ambition: its kind of balance, what is told of it (the first in the title), and its table."""
    head = _head(visit, stock, html.H2, told=not is_first)
    desk = html.Section([*head, stock_table(stock)], className="section balance-part")
    return on_projector(desk, stock_projected(stock, _told(stock)))


def _population(visit: Visit, found: Sequence[Stock]) -> list[Component]:
    """All inhabitants, apart from the goals of partners."""
    if not found:
        return []
    parts: list[Component] = [
        html.H2(visit.say("page_overview.population")),
        html.P(visit.say("page_overview.population_lede"), className="label"),
    ]
    parts += [
        on_projector(
            html.Div([*_head(visit, one, html.H3), stock_table(one)], className="balance-part"),
            stock_projected(one, _told(one)),
        )
        for one in found
    ]
    return [html.Section(parts, className="section tree")]


def _head(
    visit: Visit, stock: Stock, level: Callable[..., Component], *, told: bool = True
) -> list[Component]:
    goal = stock.branches[0].goal
    label = visit.say(f"page_balance.kind_{stock.kind}", name=goal.ambition_name, years=year_name(stock))
    lines = [html.P(_told(stock), className="label")] if told else []
    if stock.kind is Balance.INTERIM and goal.ends_on < visit.publication.today:
        lines.append(html.P(visit.say("page_balance.over"), className="label"))
    return [html.P(label, className="label"), level(goal.ambition_text), *lines]


def _scope(visit: Visit, found: Sequence[Stock]) -> str:
    return f"{visit.say('page_partners.scope')} · {year_name(found[0])}"
