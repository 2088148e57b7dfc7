"""Where a figure comes from."""

from pages._visit import Visit
from queries._observation import Observation
from queries.partners import Partner


def source_of(visit: Visit, row: Observation | None, partner: Partner | None = None) -> str:
    """Where a figure comes from: what the row says itself, else who delivered."""
    if row is not None and row.source and partner is None and not row.expected_from:
        return row.source.removeprefix("Bron: ")
    if partner is not None:
        return visit.say("page.source_partner", partner=partner.name)
    if row is None or row.delivered_by is None or not row.expected_from:
        return visit.say("page.source_any")
    return visit.say("page.source_deliveries", delivered=row.delivered_by, expected=row.expected_from)
