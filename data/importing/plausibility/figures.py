"""Figures beside those of the period before: a jump is often another way of registering."""

from itertools import groupby

from data.importing.findings import Finding
from data.importing.plausibility import shown_number, warning
from data.schema import aggregate
from data.store import Connection, rows

_POINTS, _MARKS = 15, 2
_LEAST_DIFFERENCE, _FACTOR = 50, 2
_LEAST_DENOMINATOR = 50
_SHOWN = 3
_KEY = ("indicator", "partner", "municipality", "split", "split_value")
_COLUMNS = (*_KEY, "period", "denominator")
_UNLIKELY = f"""
        SELECT DISTINCT ON (indicator, place, period) indicator, place, period_before, before, period, value
        FROM paired
        WHERE CASE unit
            WHEN 'procent' THEN abs(value - before) >= {_POINTS}
            WHEN 'cijfer' THEN abs(value - before) >= {_MARKS}
            ELSE abs(value - before) >= {_LEAST_DIFFERENCE}
                AND greatest(value, before) >= {_FACTOR} * least(value, before)
        END
        ORDER BY indicator, place, period
"""


def unlikely_figures(session: Connection, relation: str, earlier: str = "") -> list[Finding]:
    """A warning per indicator that jumps in some region, partner or split."""
    found = _jumps(session, relation, f"{earlier}{aggregate.name}")
    return [_finding(str(code), list(jumps)) for code, jumps in groupby(found, key=lambda jump: jump[0])]


def _finding(indicator: str, jumps: list[tuple[object, ...]]) -> Finding:
    shown = [
        f"{place}: van {shown_number(before)} in {period_before} naar {shown_number(value)} in {period}"
        for _, place, period_before, before, period, value in jumps[:_SHOWN]
    ]
    return warning(
        f"{indicator} springt",
        "Klopt dit, of is de registratie veranderd? Leg een trendbreuk dan vast in het plan.",
        values=(*shown, *(["…"] if len(jumps) > _SHOWN else [])),
    )


def _jumps(session: Connection, relation: str, stored: str) -> list[tuple[object, ...]]:
    """Only of regions that the plan names: a whole table of StatLine has hundreds."""
    names = {str(name) for (name, *_) in rows(session, f"DESCRIBE {relation}")}
    asked = ", ".join(
        name if name in names else f"NULL AS {name}" for name in (*_COLUMNS, "numerator", "value")
    )
    same = " AND ".join(f"n.{name} IS NOT DISTINCT FROM o.{name}" for name in _KEY)
    return rows(
        session,
        f"""
        WITH asked AS (SELECT {asked} FROM {relation}),
        everything AS (
            SELECT {", ".join(_COLUMNS)}, numerator, value FROM {stored} UNION ALL FROM asked
        ),
        {_named_and_paired(same)}
        {_UNLIKELY}
        """,
    )


def _named_and_paired(same: str) -> str:
    """SQL: each figure beside that of the period before, as far as the plan asks for it."""
    return f"""
        named AS (
            SELECT region AS code FROM statline_measure
            UNION SELECT unnest(string_split(compared_with, '|')) FROM statline_measure
        ),
        paired AS (
            SELECT
                n.indicator,
                concat_ws(' ', n.partner, n.municipality, n.split_value) AS place,
                o.period AS period_before,
                {_value("o")} AS before,
                n.period,
                {_value("n")} AS value,
                i.unit
            FROM asked AS n
            INNER JOIN indicator AS i ON n.indicator = i.code
            INNER JOIN everything AS o ON {same} AND o.period = {_period_before("n.period")}
            WHERE (n.municipality IS NULL OR n.municipality IN (SELECT code FROM named))
                AND NOT coalesce(least(n.denominator, o.denominator) < {_LEAST_DENOMINATOR}, false)
        )
    """


def _value(side: str) -> str:
    return f"coalesce({side}.value, 100 * {side}.numerator / nullif({side}.denominator, 0))"


def _period_before(period: str) -> str:
    """SQL: the period just before one of a year, half-year, quarter or month."""
    year = f"CAST(left({period}, 4) AS INTEGER)"
    part = f"CAST(right({period}, 1) AS INTEGER)"
    lettered = f"substr({period}, 6, 1)"
    last = f"CASE {lettered} WHEN 'H' THEN '2' ELSE '4' END"
    month = f"strftime(CAST({period} || '-01' AS DATE) - INTERVAL 1 MONTH, '%Y-%m')"
    return f"""CASE
        WHEN length({period}) = 4 THEN CAST({year} - 1 AS VARCHAR)
        WHEN {lettered} IN ('H', 'Q') AND {part} = 1
            THEN CAST({year} - 1 AS VARCHAR) || '-' || {lettered} || {last}
        WHEN {lettered} IN ('H', 'Q') THEN left({period}, 6) || CAST({part} - 1 AS VARCHAR)
        WHEN regexp_full_match({period}, '[0-9]{{4}}-[0-9]{{2}}') THEN {month}
    END"""
