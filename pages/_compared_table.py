"""The tables of the comparison at the desk: one per domain, of the places that have to do with it."""

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from components.matrix import MatrixColumn, MatrixRow, matrix
from pages._beside import Beside, Place
from pages._compared import Compared
from pages._rows import reading
from queries.indicators import Indicator


def table_section(compared: Compared, domain: str, known: Sequence[Indicator]) -> Component | None:
    """The indicators of one domain beside the places that have to do with them; None where there are none."""
    visit = compared.visit
    members = [one for one in compared.places if one.total or _takes_part(compared, one, known)]
    if len(members) < 2:
        return None
    columns = [MatrixColumn(one.name, one.href, total=one.total) for one in members]
    rows = [_row(compared, indicator, members) for indicator in known]
    title = visit.say(f"page_compare.domain_{compared.beside}", domain=visit.say(f"page_compare.{domain}"))
    table = matrix(columns, rows, name=title, language=visit.language)
    return html.Section([html.H2(title, className="fig-title"), table], className="section")


def _takes_part(compared: Compared, place: Place, known: Sequence[Indicator]) -> bool:
    """A partner without any agreement, or a care form without any figure, has no column."""
    cells = [compared.cell(indicator, place).state for indicator in known]
    if compared.beside.is_of_partners and not place.others:
        return any(state != "not_agreed" for state in cells)
    return any(state in ("shown", "hidden") for state in cells)


def _row(compared: Compared, indicator: Indicator, members: Sequence[Place]) -> MatrixRow:
    visit, words = compared.visit, reading(indicator, compared.visit.language)
    goal = compared.plan.goal_of(indicator.code) if compared.beside is Beside.GOALS else None
    cells = [compared.cell(indicator, place) for place in members]
    if goal is not None:
        named = visit.goal(goal.position, goal.name)
        words = replace(words, name=named)
        return MatrixRow(words, compared.criterion(indicator), cells, visit.href(f"/doelen/{goal.code}"))
    return MatrixRow(
        words, compared.criterion(indicator), cells, visit.href(f"/indicatoren/{indicator.code}")
    )
