"""The figures about all inhabitants, visibly apart from those of partners' clients."""

from dash import html
from dash.development.base_component import Component

from components.descriptions.counts import counted_text
from components.descriptions.criterion import criterion_on, criterion_text
from components.format import period_name, value
from components.states import hidden_mark, missing_mark
from components.tables import Column, Content, plain_table, scroll_region
from pages._chance import rows_note
from pages._facts import source_of
from pages._plan import Plan
from pages._row_told import RowTold
from pages._rows import reading, steps
from pages._series import SERIES_KINDS, series
from pages._visit import Visit
from queries._observation import Observation
from queries.indicators import Indicator
from queries.trend import trend


def population_section(visit: Visit, plan: Plan) -> list[Component]:
    """The figures about all inhabitants, visibly apart from those of partners' clients."""
    known = [one for one in plan.indicators.values() if one.is_population]
    if not known:
        return []
    found = trend(visit.published, indicators=[one.code for one in known], kinds=SERIES_KINDS)
    heads = [
        Column(visit.say("table.indicator")),
        Column(visit.say("page_compare.value"), number=True),
        Column(visit.say("page_compare.period")),
        Column(visit.say("table.criterion")),
        Column(visit.say("page_partner.told")),
        Column(visit.say("page_partner.movement")),
        Column(visit.say("page_partner.path")),
        Column(visit.say("page_compare.source"), desk=True),
    ]
    current = [(one, series(found, one.code, visit.view).current) for one in known]
    rows = [_population_row(visit, plan, one, row) for one, row in current]
    title = visit.say("page_compare.population_title")
    return [
        html.Section(
            [
                html.H2(title, className="fig-title"),
                html.P(visit.say("page_compare.population_lede"), className="label"),
                scroll_region(plain_table(heads, rows, stacked=True), name=title, language=visit.language),
                *rows_note(visit, plan, current),
            ],
            className="section population",
        )
    ]


def _population_row(
    visit: Visit, plan: Plan, indicator: Indicator, current: Observation | None
) -> list[Content]:
    link = html.A(indicator.name, href=visit.href(f"/indicatoren/{indicator.code}"))
    day = current.end if current else visit.publication.today
    step = criterion_on(steps(plan.criteria, indicator.code), day)
    norm = criterion_text(step, reading(indicator, visit.language))
    if current is None or current.value is None:
        mark = hidden_mark(visit.language) if current and current.suppressed else missing_mark(visit.language)
        return [link, mark, "", norm, "", "", "", ""]
    amount = value(current.value, indicator.unit, visit.language, indicator.decimals)
    counted = html.Span(counted_text(current, reading(indicator, visit.language)), className="row-note")
    source = source_of(visit, current)
    told = RowTold(plan, indicator, current, step)
    marks = [told.criterion_mark(), told.movement_mark() or "", told.path_mark() or ""]
    period = period_name(current.period, visit.language)
    return [link, [amount, counted], period, norm, *marks, source.marked(source.said, visit.language)]
