"""Joint trajectories: counted once on all partners together and at each partner, with who evaluates."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.format import number, period_name
from components.projector_parts import on_projector
from components.states import hidden_mark
from components.status import small_number_tag
from components.tables import Column, Content, plain_table, scroll_region
from domain.period import parse_period
from pages._visit import Visit
from queries.agreements import agreements
from queries.joint_care import JointCare, joint_care

_HORIZON = "horizon"


def joint_section(visit: Visit, partner: str | None) -> Component:
    """How many joint trajectories there are, whom they count at, and who evaluates them."""
    found = [row for row in joint_care(visit.published) if partner is None or row.partner in (None, partner)]
    rows = [row for row in found if row.kind == _HORIZON]
    mine = next((row for row in rows if row.partner == partner), None)
    title = _title(visit, mine, partner)
    if mine is None:
        return html.Section(html.H2(title, className="fig-title"), className="section joint")
    named = period_name(mine.period, visit.language)
    table = scroll_region(_table(visit, rows), name=title, language=visit.language)
    parts: list[Component] = [
        html.H2(title, className="fig-title"),
        html.P(visit.say("page_joint.sub", period=named), className="fig-sub"),
        table,
        *_years(visit, _inside(found, mine)),
        html.P(_evaluation(visit, partner, mine.name), className="label"),
        html.P(
            html.A(visit.say("figure.csv"), href=visit.csv("hulppakketten"), download=""), className="small"
        ),
    ]
    return html.Section(parts, className="section joint")


def _inside(found: Sequence[JointCare], whole: JointCare) -> list[JointCare]:
    """The years of the same partner that lie within the whole."""
    span = parse_period(whole.period)
    own = [row for row in found if row.kind != _HORIZON and row.partner == whole.partner]
    return [row for row in own if span.start <= parse_period(row.period).start <= span.end]


def _title(visit: Visit, row: JointCare | None, partner: str | None) -> str:
    if row is None:
        return visit.say("page_joint.title_none")
    counted = {} if row.packages is None else {"packages": number(row.packages, visit.language)}
    hidden = "" if counted else "_hidden"
    if partner is None:
        return visit.say(f"page_joint.title{hidden}", **counted)
    return visit.say(f"page_joint.title_partner{hidden}", name=row.name or "", **counted)


def _table(visit: Visit, rows: Sequence[JointCare]) -> Component:
    columns = [
        Column(visit.say("page_joint.partner")),
        Column(visit.say("page_joint.packages"), number=True),
        Column(visit.say("page_joint.clients"), number=True),
        Column(visit.say("page_joint.evaluates"), number=True),
    ]
    return plain_table(columns, [_row(visit, row) for row in rows])


def _row(visit: Visit, row: JointCare) -> list[Content]:
    who: Content = visit.say("page_joint.all")
    if row.name:
        who = html.A(row.name, href=visit.href(f"/partners/{row.partner}"))
    return [who, *_counts(visit, row)]


def _counts(visit: Visit, row: JointCare) -> list[Content]:
    if row.packages is None:
        return [hidden_mark(visit.language), "", ""]
    evaluated = "" if row.partner is None else number(row.evaluated or 0, visit.language)
    packages: Content = number(row.packages, visit.language)
    if row.small:
        packages = [small_number_tag(visit.language), " ", number(row.packages, visit.language)]
    return [packages, number(row.clients or 0, visit.language), evaluated]


def _years(visit: Visit, rows: Sequence[JointCare]) -> list[Component]:
    if not rows:
        return []
    columns = [
        Column(visit.say("page_joint.period")),
        Column(visit.say("page_joint.packages"), number=True),
        Column(visit.say("page_joint.clients"), number=True),
        Column(visit.say("page_joint.evaluates"), number=True),
    ]
    body = [[period_name(row.period, visit.language), *_counts(visit, row)] for row in rows]
    name = visit.say("page_joint.period")
    table = scroll_region(plain_table(columns, body), name=name, language=visit.language)
    return [on_projector(html.Div(table))]


def _evaluation(visit: Visit, partner: str | None, name: str | None) -> str:
    """Who evaluates by the agreements; in the file of a partner another partner has no name."""
    every = [one for one in agreements(visit.published) if one.has_evaluator]
    agreed = [one for one in every if partner in (None, one.partner) or one.evaluator == name]
    names = sorted({one.evaluator for one in agreed if one.evaluator})
    if names:
        return visit.say("page_joint.agreed", evaluator=", ".join(names))
    return visit.say("page_joint.agreed_other" if agreed else "page_joint.agreed_none")
