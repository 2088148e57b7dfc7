"""Turns records that stay at home into a delivery of figures, with the SQL that would count them here.

Importing those figures gives the same published figures as importing the records. Two computations are left
out where a partner shares its pseudonyms: they look at the help that other partners gave.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from data.importing.content import read
from data.importing.gathering import Delivery, gathered
from data.importing.intake import Report
from data.importing.outcome import Outcome, State
from data.importing.recognition import Kind
from data.importing.storing import Received, next_id, store_plan, store_trajectories
from data.importing.workplace import workplace
from data.publishing.aggregation import compute_figures
from data.publishing.statements import statement
from data.schema import COMPUTED_AT_HOME, trajectory
from data.store import Connection, copy_plan, rows, scratch_intake
from data.summarising.outcome import CannotSummarise, Summary
from data.summarising.writing import write_figures
from domain.period import parse_period
from settings import Settings

ACROSS_PARTNERS = ("geen_nieuwe_start", "doorgaande_zorg")
"""Computations that follow a client from one partner to another."""

_DELIVERED = "SELECT DISTINCT t.partner, t.delivery_period FROM trajectory AS t ORDER BY 1, 2"
_LEFT_OUT = """
    SELECT DISTINCT i.code
    FROM indicator AS i
    CROSS JOIN partner AS p
    WHERE p.code IN (SELECT t.partner FROM trajectory AS t)
        AND p.shared_pseudonyms
        AND list_contains($across_partners, i.computation)
    ORDER BY i.code
"""


def summarise(
    settings: Settings, paths: Iterable[Path], output: Path, plan: Path | None, report: Report
) -> Summary:
    """Write the figures of the records to the file `output`; refused when any file has an error."""
    if output.exists():
        raise CannotSummarise(f"{output} bestaat al. Noem een nieuw bestand.")
    deliveries = _chosen(paths, plan)
    with workplace(settings) as folder, scratch_intake(Path(mkdtemp(dir=folder))) as scratch:
        if deliveries[0].kind is not Kind.PLAN:
            copy_plan(scratch, settings)
        with scratch.cursor() as session:  # its working tables go with it
            summary = Summary(tuple(_take_in(session, deliveries, folder, report, settings.today)))
        if summary.is_refused:
            return summary
        compute_figures(scratch, settings.today, report)
        return _written(scratch, summary, output)


def _chosen(paths: Iterable[Path], plan: Path | None) -> list[Delivery]:
    """The plan, where it was given, and the records; CannotSummarise when something else is among them."""
    deliveries = gathered([*([plan] if plan else []), *paths])
    for delivery in deliveries:
        if delivery.kind in (Kind.CIJFERS, Kind.STATLINE):
            raise CannotSummarise(f"{delivery.name} is geen bestand met trajecten. Laat het weg.")
    if plan is not None and not any(delivery.kind is Kind.PLAN for delivery in deliveries):
        raise CannotSummarise(f"In {plan} staat geen plan.")
    if all(delivery.kind is Kind.PLAN for delivery in deliveries):
        raise CannotSummarise("Er zijn geen trajecten opgegeven.")
    return deliveries


def _take_in(
    session: Connection, deliveries: Sequence[Delivery], folder: Path, report: Report, today: date
) -> Iterable[Outcome]:
    key = secrets.token_bytes(32)  # pseudonyms need to be the same within this one run only
    for number, delivery in enumerate(deliveries):
        report(delivery.name, number, len(deliveries))
        # Records that stay with their partner need no ground to be shared.
        session.execute("UPDATE partner SET legal_ground = 'blijft bij de partner'")
        content = read(session, delivery, folder, today)
        if delivery.kind is not Kind.PLAN and not _has_plan(session):
            raise CannotSummarise("Er is geen plan. Geef het mee met: --plan MAP")
        if content.refused or delivery.kind is None:
            yield Outcome(delivery.name, delivery.kind, State.REFUSED, findings=content.findings)
            continue
        received = Received(next_id(session), delivery.kind, delivery.name, "", "")
        if delivery.kind is Kind.PLAN:
            store_plan(session, content.tables, received)
        else:
            store_trajectories(session, content.tables[trajectory.name], received, key)
        yield Outcome(delivery.name, delivery.kind, State.FINE, content.rows, content.findings)


def _has_plan(session: Connection) -> bool:
    return bool(rows(session, "SELECT 1 FROM indicator LIMIT 1"))


def _written(session: Connection, summary: Summary, output: Path) -> Summary:
    across = {"across_partners": list(ACROSS_PARTNERS)}
    named = {**across, "source": COMPUTED_AT_HOME}
    figures = rows(session, statement("summary/delivered_figure"), named)
    write_figures(figures, output)
    delivered = rows(session, _DELIVERED)
    half_years = tuple(sorted({str(period) for _, period in delivered}))
    return replace(
        summary,
        rows=len(figures),
        partners=tuple(sorted({str(partner) for partner, _ in delivered})),
        half_years=half_years,
        missing=_missing(half_years),
        left_out=tuple(str(code) for (code,) in rows(session, _LEFT_OUT, across)),
    )


def _missing(half_years: Sequence[str]) -> tuple[str, ...]:
    found = []
    period, last = parse_period(half_years[0]), parse_period(half_years[-1])
    while period < last:
        if period.code not in half_years:
            found.append(period.code)
        period = period.shifted(1)
    return tuple(found)
