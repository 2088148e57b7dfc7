"""Partners that delivered the half-year before, and of which nothing has come yet."""

from collections.abc import Iterable

from data.importing.findings import Finding, sentence_of
from data.importing.plausibility import warning
from data.importing.plausibility.records import half_year_before
from data.store import Connection, rows

_NAMED = 8


def missing_partners(session: Connection, first_id: int) -> list[Finding]:
    """Per half-year of the deliveries from that number on, who is still expected."""
    accepted = "FROM delivery AS d WHERE d.kind = 'trajecten' AND d.state = 'accepted'"
    found = rows(
        session,
        f"""
        WITH delivered AS (SELECT DISTINCT d.period {accepted} AND d.id >= $first_id),
        latest AS (SELECT max(period) AS period FROM delivered)
        SELECT latest.period, list(DISTINCT d.partner ORDER BY d.partner)
        FROM latest, delivery AS d
        WHERE d.kind = 'trajecten' AND d.state = 'accepted' AND d.period = {half_year_before("latest.period")}
            AND d.partner IN (SELECT code FROM partner)
            AND d.partner NOT IN (SELECT d.partner {accepted} AND d.period = latest.period)
        GROUP BY latest.period
        """,
        {"first_id": first_id},
    )
    return [_finding(str(period), partners) for period, partners in found if isinstance(partners, list)]


def _finding(period: str, partners: Iterable[object]) -> Finding:
    names = [str(partner) for partner in partners]
    others = len(names) - _NAMED
    shown = [*names[:_NAMED], *([f"{others} andere"] if others > 0 else [])]
    return warning(
        f"van {period} ontbreekt nog {sentence_of(shown)}",
        "Vraag de levering op, of laat het zo als de partner is gestopt.",
    )
