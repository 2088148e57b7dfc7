"""Taking stock: of every goal the figure at the end of each year, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.states import missing_mark
from components.tables import Column, Content, plain_table, scroll_region
from domain.balance import Balance, YearState, balance, year_state
from domain.period import PeriodKind
from pages._balance_year import year_cell
from pages._goal_agreed import amount_text
from pages._tree import Branch, Tree
from queries._observation import Observation
from queries.indicators import Indicator
from queries.trend import trend


@dataclass(frozen=True)
class Stock:
    """One ambition with the published year figures of its goals."""

    tree: Tree
    branches: Sequence[Branch]
    found: Sequence[Observation]

    @property
    def years(self) -> range:
        goal = self.branches[0].goal
        return range(goal.starts_on.year, goal.ends_on.year + 1)

    @property
    def kind(self) -> Balance:
        """Halfway or final; an ambition whose last year is not settled for every goal is halfway."""
        last = [self.state(one, self.years[-1]) for one in self.branches]
        return balance(self.branches[0].goal.ends_on, self.tree.visit.publication.today, last)

    def figure(self, branch: Branch, year: int) -> Observation | None:
        code = branch.indicator.code
        return next((one for one in self.found if (one.indicator, one.start.year) == (code, year)), None)

    def latest(self, branch: Branch) -> Observation | None:
        """The figure of the last year that has one."""
        shown = [row for year in self.years if (row := self.figure(branch, year)) and row.is_shown]
        return shown[-1] if shown else None

    def state(self, branch: Branch, year: int) -> YearState:
        row = self.figure(branch, year)
        known = None if row is None else (row.value is not None, row.suppressed, row.provisional)
        return year_state(year, self.tree.visit.publication.today, known)


def stocks(tree: Tree) -> list[Stock]:
    """Every ambition of the plan with its year figures, of all partners together or of the population."""
    codes = sorted({one.indicator.code for one in tree.branches})
    found = trend(tree.visit.published, indicators=codes, kinds=[PeriodKind.YEAR]) if codes else []
    return [Stock(tree, members, found) for members in tree.ambitions]


def shown_years(known: Sequence[Stock]) -> list[tuple[Indicator, Observation | None]]:
    """Every figure that stands in a table with its signs."""
    return [
        (one.indicator, stock.figure(one, year))
        for stock in known
        for one in stock.branches
        for year in stock.years
    ]


def stock_table(stock: Stock) -> Component:
    """The goals of one ambition below each other, its years beside each other."""
    visit = stock.tree.visit
    heads = [
        Column(visit.say("page_balance.goal")),
        Column(visit.say("page_balance.baseline")),
        *(Column(str(year)) for year in stock.years),
        Column(visit.say("page_balance.target")),
        Column(visit.say("page_balance.missing")),
    ]
    rows = [_row(stock, one) for one in stock.branches]
    name = stock.branches[0].goal.ambition_name
    return html.Div(
        scroll_region(plain_table(heads, rows, stacked=True), name=name, language=visit.language),
        className="balance",
    )


def _row(stock: Stock, branch: Branch) -> list[Content]:
    goal = branch.goal
    return [
        [html.Span(f"{goal.position} ", className="no"), html.A(goal.name, href=branch.href)],
        _agreed(branch, goal.baseline, goal.baseline_year),
        *(_year(stock, branch, year) for year in stock.years),
        _agreed(branch, goal.target, goal.target_year),
        _missing(stock, branch),
    ]


def _agreed(branch: Branch, value: float | None, year: int | None) -> Content:
    if value is None:
        return branch.tree.visit.say("goal.no_target")
    small = [html.Small(str(year))] if year else []
    return [html.B(amount_text(branch, value), className="aim"), *small]


def _year(stock: Stock, branch: Branch, year: int) -> Content:
    row = stock.figure(branch, year)
    if row is not None and (row.is_shown or row.suppressed):
        return year_cell(branch, row)
    if stock.state(branch, year) is YearState.AHEAD:
        return html.Span(stock.tree.visit.say("page_balance.ahead"), className="small")
    return missing_mark(branch.words.language)


def _missing(stock: Stock, branch: Branch) -> Content:
    """What a final evaluation cannot do without, or that nothing is missing."""
    say, goal = stock.tree.visit.say, branch.goal
    lines = [say("page_balance.no_baseline")] if goal.baseline is None else []
    lines += [say("page_balance.no_target")] if goal.target is None else []
    for state in (YearState.MISSING, YearState.SUPPRESSED, YearState.PROVISIONAL, YearState.AHEAD):
        years = [str(year) for year in stock.years if stock.state(branch, year) is state]
        if years:
            lines.append(say(f"page_balance.year_{state}", years=", ".join(years)))
    if not lines:
        return say("page_balance.complete")
    return [html.Span(line, className="line") for line in lines]


def year_name(stock: Stock) -> str:
    """'2023 tot en met 2026'."""
    first, last = stock.years[0], stock.years[-1]
    return str(first) if first == last else written.period_name(f"{first}/{last}", stock.tree.visit.language)
