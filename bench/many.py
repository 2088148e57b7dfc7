"""Figures of many partners as they deliver them themselves, made up in one statement from hashes.

Every client is drawn with a value of each split and with an outcome, so that the parts of each figure add up.
"""

from data.store import Connection, open_intake
from settings import Settings

MANY = (100, 20, 16, 4)
"""Partners, indicators, quarters and splits."""

_CLIENTS = 40  # of a partner in a quarter, about
_FIRST_YEAR = 2023
_AMBITION = """
    INSERT INTO ambition (code, name, text, starts_on, ends_on, fictional, delivery_id, row_number)
    VALUES ('A1', 'Proef', 'Hoe lang publiceren duurt', DATE '2023-01-01', DATE '2026-12-31', TRUE, 1, 1)
"""
_PARTNERS = """
    INSERT INTO partner (code, name, sector, named, delivery_id, row_number)
    SELECT 'P' || p, 'Partner ' || p, 'jeugdhulp', TRUE, 1, p FROM range(1, $partners + 1) AS r(p)
"""
_INDICATORS = """
    INSERT INTO indicator (
        code, name, definition, unit, direction, outcome_criterion, computation, level, question,
        delivery_id, row_number
    )
    SELECT
        'indicator_' || i, 'Indicator ' || i, 'Verzonnen', 'procent', 'hoger', 'uitval', 'cijfers', 'partner',
        'Hoe lang duurt het?', 1, i
    FROM range(1, $indicators + 1) AS r(i)
"""
_AGREEMENTS = """
    INSERT INTO agreement (partner, indicator, valid_from, frequency, delivery_id, row_number)
    SELECT p.code, i.code, DATE '2023-01-01', 'kwartaal', 1, p.row_number
    FROM partner AS p, indicator AS i
"""
_FIGURES = """
    INSERT INTO aggregate (
        partner, indicator, period, split, split_value, numerator, denominator, clients, records,
        delivery_id, row_number
    )
    WITH counted AS (
        SELECT
            p.code AS partner, i.code AS indicator, q.quarter,
            (hash(p.row_number, i.row_number, q.quarter, c.client) % 1000000007)::BIGINT AS drawn
        FROM partner AS p, indicator AS i, range($quarters) AS q(quarter), range(2 * $clients) AS c(client)
        WHERE c.client < $clients // 4 + hash(p.row_number, 'size') % (3 * $clients // 2)
    ),
    described AS (
        SELECT
            c.partner, c.indicator, $first_year + c.quarter // 4 || '-Q' || c.quarter % 4 + 1 AS period,
            ['01', '02', '03', '04', '05'][1 + c.drawn % 5] AS care_form,
            ['0-3', '4-7', '8-11', '12-15', '16-17'][1 + c.drawn // 5 % 5] AS age_group,
            ['01', '02', '03', '04', '05'][1 + c.drawn // 25 % 5] AS referrer,
            ['GM0394', 'GM0034', 'GM0362', 'GM0736', 'GM0307'][1 + c.drawn // 125 % 5] AS municipality,
            (c.drawn // 625 % 100 < 65)::INTEGER AS is_reached
        FROM counted AS c
    )
    SELECT
        d.partner, d.indicator, d.period,
        CASE
            WHEN grouping(d.care_form) = 0 THEN 'hulpvorm'
            WHEN grouping(d.age_group) = 0 THEN 'leeftijdsgroep'
            WHEN grouping(d.referrer) = 0 THEN 'verwijzer'
            WHEN grouping(d.municipality) = 0 THEN 'gemeente'
        END AS split,
        coalesce(d.care_form, d.age_group, d.referrer, d.municipality) AS split_value,
        sum(d.is_reached), count(*), count(*), count(*), 1, row_number() OVER ()
    FROM described AS d
    GROUP BY
        d.partner, d.indicator, d.period,
        GROUPING SETS ((), (d.care_form), (d.age_group), (d.referrer), (d.municipality))
    HAVING $splits >= CASE
        WHEN grouping(d.care_form) = 0 THEN 1
        WHEN grouping(d.age_group) = 0 THEN 2
        WHEN grouping(d.referrer) = 0 THEN 3
        WHEN grouping(d.municipality) = 0 THEN 4
        ELSE 0
    END
"""


def take_in_many(settings: Settings, size: tuple[int, int, int, int] = MANY) -> None:
    """Put so many partners, indicators, quarters and splits in a new intake, as if they had been accepted."""
    given = dict(zip(("partners", "indicators", "quarters", "splits"), size, strict=True))
    connection = open_intake(settings)
    try:
        given |= {"clients": _CLIENTS, "first_year": _FIRST_YEAR}
        for statement in (_AMBITION, _PARTNERS, _INDICATORS, _AGREEMENTS, _FIGURES):
            _run(connection, statement, given)
    finally:
        connection.close()


def _run(connection: Connection, statement: str, given: dict[str, int]) -> None:
    asked = {name: value for name, value in given.items() if f"${name}" in statement}
    connection.execute(statement, asked or None)
