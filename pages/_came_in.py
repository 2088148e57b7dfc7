"""What came in per half-year, beside what was agreed, and every delivery with its corrections."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dash import html
from dash.development.base_component import Component

from components.format import long_date, number, period_name, period_short, short_date
from components.projector_parts import on_projector
from components.states import missing_mark, provisional_tag
from components.tables import Column, Content, plain_table, scroll_region
from pages._visit import Visit
from queries.deliveries import Delivery
from queries.delivery_log import Receipt
from queries.indicators import Indicator, indicators
from queries.partners import Partner

_HALF_YEARS, _RECEIPTS = 6, 14
_LOG = ("partner", "period", "kind", "received", "rows", "state")


@dataclass(frozen=True)
class Came:
    """What is known of the deliveries to one reader; `partner` when one was chosen."""

    visit: Visit
    known: Sequence[Partner]
    rows: Sequence[Delivery]
    receipts: Sequence[Receipt]
    period: str
    partner: Partner | None

    @cached_property
    def indicators(self) -> list[Indicator]:
        """All indicators of the plan."""
        return indicators(self.visit.published, language=self.visit.language)

    @property
    def about(self) -> list[Partner]:
        """The partner that was chosen, else all of them by name."""
        return [self.partner] if self.partner else list(self.known)

    def at(self, partner: Partner, period: str) -> Delivery | None:
        """What is known of one half-year of one partner."""
        return next((one for one in self.rows if (one.partner, one.period) == (partner.code, period)), None)

    def is_corrected(self, row: Delivery) -> bool:
        """Whether an earlier delivery of the same half-year was replaced."""
        replaced = {(one.partner, one.period) for one in self.receipts if one.state == "replaced"}
        return (row.partner, row.period) in replaced

    @property
    def named(self) -> str:
        """The half-year in words."""
        return period_name(self.period, self.visit.language)


def matrix_section(came: Came) -> Component:
    """Partners beside the half-years up to the chosen one."""
    visit = came.visit
    codes = sorted({row.period for row in came.rows if row.period <= came.period})[-_HALF_YEARS:]
    columns = [Column(visit.say("page_deliveries.partner"))]
    columns += [Column(period_short(code, visit.language)) for code in codes]
    rows = [[_name(came, one), *(_cell(came, one, code) for code in codes)] for one in came.about]
    title = visit.say("page_deliveries.matrix_title")
    table = plain_table(columns, rows, stacked=True)
    chosen = came.partner.code if came.partner else None
    link = html.A(visit.say("figure.csv"), href=visit.csv("aanlevering", partner=chosen), download="")
    return html.Section(
        [
            html.H2(title, className="fig-title"),
            html.P(_matrix_sub(came), className="fig-sub"),
            scroll_region(table, name=title, language=visit.language),
            html.P(link, className="small"),
        ],
        className="section came",
    )


def _matrix_sub(came: Came) -> str:
    is_own = came.visit.publication.is_of_partner
    keys = ("matrix_sub",) if is_own else ("matrix_sub_others", "rows_hidden")
    return " ".join(came.visit.say(f"page_deliveries.{key}") for key in keys)


def log_section(came: Came) -> Component:
    """The newest deliveries as they came in."""
    visit = came.visit
    codes = {one.code for one in came.about}
    found = [one for one in came.receipts if one.partner in codes][:_RECEIPTS]
    title = html.H2(visit.say("page_deliveries.log_title"), className="fig-title")
    if not found:
        return html.Section([title, html.P(visit.say("page_deliveries.log_none"))], className="section")
    is_own = visit.publication.is_of_partner
    keys = [key for key in _LOG if is_own or key != "rows"]
    heads = {"received": "page_partner.received"}
    columns = [
        Column(visit.say(heads.get(key, f"page_deliveries.{key}")), number=key == "rows") for key in keys
    ]
    names = {one.code: one.name for one in came.known}
    cells = [_receipt(visit, one, names) for one in found]
    table = plain_table(columns, [[row[key] for key in keys] for row in cells], stacked=True)
    told = ("log_sub", "log_rows" if is_own else "rows_hidden")
    sub = html.P(" ".join(visit.say(f"page_deliveries.{key}") for key in told), className="fig-sub")
    region = scroll_region(table, name=visit.say("page_deliveries.log_title"), language=visit.language)
    return on_projector(html.Section([title, sub, region], className="section"))


def _name(came: Came, partner: Partner) -> Content:
    return html.A(partner.name, href=came.visit.href(f"/partners/{partner.code}"))


def _cell(came: Came, partner: Partner, period: str) -> Content:
    """The day, or why there is none: not delivered, or not agreed yet."""
    visit, row = came.visit, came.at(partner, period)
    if row is None or not (row.delivered or row.expected):
        return missing_mark(visit.language, why="not_agreed")
    if not row.delivered:
        return missing_mark(visit.language, why="not_delivered")
    day = (
        short_date(row.received_on, visit.language)
        if row.received_on
        else visit.say("page_deliveries.delivered")
    )
    parts: list[str | Component] = [html.Span(day, className="came-day")]
    if row.rows is not None:
        key = "counted_cijfers" if row.kind == "cijfers" else "counted_trajecten"
        told = visit.say(f"page_deliveries.{key}", count=number(row.rows, visit.language))
        parts.append(html.Span(told, className="small desk"))
    if not row.final:
        parts.append(provisional_tag(visit.language))
    if not row.expected:
        parts.append(html.Span(visit.say("page_deliveries.without_agreement"), className="small"))
    if came.is_corrected(row):
        parts.append(html.Span(visit.say("page_deliveries.corrected"), className="small"))
    return parts


def _receipt(visit: Visit, one: Receipt, names: dict[str, str]) -> dict[str, Content]:
    several = visit.say("page_deliveries.several")
    return {
        "partner": names.get(one.partner, one.partner),
        "period": period_name(one.period, visit.language) if one.period else several,
        "kind": visit.say(f"page_partners.{one.kind}"),
        "received": long_date(one.received_on, visit.language),
        "rows": "" if one.rows is None else number(one.rows, visit.language),
        "state": visit.say(f"page_deliveries.{one.state}"),
    }
