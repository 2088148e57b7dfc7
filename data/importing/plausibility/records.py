"""Records beside those of the half-year before: what vanished, what jumped, what is mostly empty."""

from collections.abc import Iterator

from data.importing.findings import Finding
from data.importing.plausibility import warning
from data.importing.prepared import Prepared
from data.importing.rekeying import hashed, key_parameters
from data.schema import trajectory
from data.store import Connection, rows

_LEAST_DIFFERENCE, _FACTOR = 50, 2
_LEAST_ENDED = 20
_SPLITS = (("care_form", "hulpvorm"), ("referrer", "verwijzer"))
_FILLED = (
    ("end_reason", "reden_beeindiging", 0.7),
    ("satisfaction", "tevredenheid", 0.2),
)


def unlikely_records(session: Connection, table: Prepared, key: bytes, earlier: str = "") -> list[Finding]:
    """Every warning about the records; `earlier` is the schema in which accepted deliveries stand."""
    stored = f"{earlier}{trajectory.name}"
    session.execute(_counted(table))
    return [
        *_vanished(session, table, stored, key),
        *_jumps(session, stored),
        *_mostly_empty(session),
    ]


def _counted(table: Prepared) -> str:
    """All that the warnings count, in one pass: the rows of a delivery can be a million."""
    filled = ", ".join(
        f"count({column}) FILTER (WHERE ended_on IS NOT NULL) AS {column}" for column, _, _ in _FILLED
    )
    return f"""
        CREATE OR REPLACE TEMP TABLE delivered_count AS
        SELECT
            partner, delivery_period, care_form, referrer,
            count(*) AS times, count(ended_on) AS ended, {filled}
        FROM {table.typed}
        GROUP BY ALL
    """


def half_year_before(period: str) -> str:
    """SQL: the half-year before one such as 2025-H1."""
    return (
        f"CASE WHEN right({period}, 1) = '2' THEN left({period}, 4) || '-H1' "
        f"ELSE CAST(CAST(left({period}, 4) AS INTEGER) - 1 AS VARCHAR) || '-H2' END"
    )


def _vanished(session: Connection, table: Prepared, stored: str, key: bytes) -> Iterator[Finding]:
    """Records of this half-year that a new delivery leaves out, and running ones of the one before."""
    session.execute(_expected(stored))
    if not rows(session, "SELECT count(*) FROM expected_record")[0][0]:
        return
    number = hashed("'trajectory:' || t.partner || ':'", "t.trajectory")
    found = session.execute(
        f"""
        SELECT e.partner, e.period, e.delivered, count(*)
        FROM expected_record AS e
        ANTI JOIN (
            SELECT t.partner, t.delivery_period AS delivered, {number} AS trajectory, t.care_form
            FROM {table.typed} AS t
        ) AS n USING (partner, delivered, trajectory, care_form)
        GROUP BY ALL ORDER BY ALL
        """,
        key_parameters(key),
    ).fetchall()
    yield from (_gone(*each) for each in found)


def _gone(partner: str, period: str, delivered: str, times: int) -> Finding:
    some = f"ontbreekt {times} traject" if times == 1 else f"ontbreken {times} trajecten"
    if period == delivered:
        return warning(
            f"van {partner} {some} uit de eerdere levering van {period}",
            "Klopt dit? Wat ontbreekt, telt niet meer mee.",
        )
    return warning(
        f"van {partner} {some} uit {period} zonder einddatum",
        "Lever ook wat doorloopt, en geef wat eindigde een einddatum.",
    )


def _expected(stored: str) -> str:
    return f"""
        CREATE OR REPLACE TEMP TABLE expected_record AS
        SELECT
            e.partner, e.delivery_period AS period, d.delivery_period AS delivered, e.trajectory, e.care_form
        FROM {stored} AS e
        INNER JOIN (SELECT DISTINCT partner, delivery_period FROM delivered_count) AS d
            ON e.partner = d.partner AND (
                e.delivery_period = d.delivery_period
                OR (e.ended_on IS NULL AND e.delivery_period = {half_year_before("d.delivery_period")})
            )
        """


def _jumps(session: Connection, stored: str) -> list[Finding]:
    """In total, and where the total does not jump, per code of a split."""
    total = _jumped(session, stored, "NULL")
    found = [_jump(partner, period, times, before, "") for partner, period, _, times, before in total]
    for column, header in _SPLITS:
        found += [
            _jump(partner, period, times, before, f" met {header} {code}", header)
            for partner, period, code, times, before in _jumped(session, stored, column)
            if (partner, period) not in [each[:2] for each in total]
        ]
    return found


def _jumped(session: Connection, stored: str, column: str) -> list[tuple[object, ...]]:
    part = f"partner, delivery_period AS period, CAST({column} AS VARCHAR) AS code"
    return rows(
        session,
        f"""
        WITH new AS (SELECT {part}, CAST(sum(times) AS BIGINT) AS times FROM delivered_count GROUP BY ALL),
        old AS (SELECT {part}, count(*) AS times FROM {stored} GROUP BY ALL UNION ALL SELECT * FROM new),
        paired AS (
            SELECT n.partner, n.period, n.code, n.times, max(o.times) AS before
            FROM new AS n
            INNER JOIN old AS o
                ON n.partner = o.partner AND n.code IS NOT DISTINCT FROM o.code
                AND o.period = {half_year_before("n.period")}
            GROUP BY ALL
        )
        SELECT * FROM paired
        WHERE abs(times - before) >= {_LEAST_DIFFERENCE}
            AND greatest(times, before) >= {_FACTOR} * least(times, before)
        ORDER BY ALL
        """,
    )


def _jump(
    partner: object, period: object, times: object, before: object, which: str, column: str | None = None
) -> Finding:
    return warning(
        f"{partner} telt in {period} {times} trajecten{which}, tegen {before} het halfjaar ervoor",
        "Klopt dit, of is de registratie veranderd?",
        column,
    )


def _mostly_empty(session: Connection) -> Iterator[Finding]:
    """What a partner asks or registers, but of few records; what it never fills in it does not ask."""
    for column, header, least in _FILLED:
        found = rows(
            session,
            f"""
            SELECT partner, CAST(sum({column}) AS BIGINT) AS filled, CAST(sum(ended) AS BIGINT) AS of_ended
            FROM delivered_count
            GROUP BY partner
            HAVING of_ended >= {_LEAST_ENDED} AND filled BETWEEN 1 AND {least} * of_ended
            ORDER BY partner
            """,
        )
        for partner, filled, ended in found:
            yield warning(
                f"is bij {partner} ingevuld bij {filled} van de {ended} beëindigde trajecten",
                "Vul aan wat bekend is: hoe minder, hoe minder het cijfer zegt.",
                header,
            )
