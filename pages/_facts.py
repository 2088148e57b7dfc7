"""Where a figure comes from: who delivered it, about how many, how much of the outcome is known."""

from dash import html
from dash.development.base_component import Component

from components.format import number, percentage
from components.source import Source
from domain.period import parse_period
from pages._visit import Visit
from queries._observation import Observation
from queries.completeness import completeness
from queries.partners import Partner
from queries.trend import trend

_OF_SOME = {
    "figure.coverage": "figure.coverage_some",
    "page_indicator.coverage_known": "page_indicator.coverage_known_some",
}
"""What is said instead where it is known of some of the partners that delivered."""


def source_of(visit: Visit, row: Observation | None, partner: Partner | None = None) -> Source:
    """The source of one figure; of nothing but the deliveries in general where there is no row."""
    return Source(
        said=_said(visit, row, partner),
        n=_counted(visit, row),
        coverage=_coverage(visit, row),
        version=visit.publication.version.lstrip("0") or "0",
        measured_on=row.measured_on if row else None,
        provisional=bool(row and row.provisional),
        fictional=visit.publication.fictional and not _is_public(row),
        as_delivered=partner is None and _is_public(row),
    )


def unproved(visit: Visit) -> list[Component]:
    """That hidden figures were not protected against subtraction, where that is so: in a demonstration."""
    if visit.publication.is_proved:
        return []
    return [html.P(visit.say("page_method.protection_unproved"), className="note")]


def figure_in(
    visit: Visit, indicator: str, period: str, partner: Partner | None = None
) -> Observation | None:
    """The figure of everybody together, or of one partner, in just this period."""
    code = partner.code if partner else None
    rows = trend(visit.published, indicators=[indicator], kinds=[parse_period(period).kind], partner=code)
    return next((row for row in rows if row.period == period), None)


def _is_public(row: Observation | None) -> bool:
    """Whether it is a figure about all inhabitants, which another party published."""
    return row is not None and bool(row.source) and not row.expected_from and row.partner is None


def _said(visit: Visit, row: Observation | None, partner: Partner | None) -> str:
    """What the row says itself, else who delivered."""
    if row is not None and row.source and partner is None and _is_public(row):
        return row.source.removeprefix("Bron: ")
    if partner is not None:
        return visit.say("page.source_partner", partner=partner.name)
    if row is None or row.delivered_by is None or not row.expected_from:
        return visit.say("page.source_any")
    is_partial = row.q1 is not None and row.delivered_by < row.expected_from
    key = "page.source_median" if is_partial else "page.source_deliveries"  # no median of medians
    if row.delivered_by == row.expected_from == 1:
        key = "page.source_only"
    return visit.say(key, delivered=row.delivered_by, expected=row.expected_from)


def _counted(visit: Visit, row: Observation | None) -> str:
    if row is None or row.suppressed:
        return visit.say("figure.n_hidden") if row else ""
    if row.denominator is None:
        return ""
    return visit.say("figure.n", number=number(row.denominator, visit.language))


def _coverage(visit: Visit, row: Observation | None) -> str:
    """The share of the ended help whose outcome is known; a source that counts all inhabitants says so."""
    if row is None or row.suppressed:
        return ""
    return share_known(visit, row, "figure.coverage") or (
        visit.say("figure.everyone") if _is_public(row) else ""
    )


def share_known(visit: Visit, row: Observation, key: str) -> str:
    """What share of the outcomes is known, and at how many partners where not at all; empty where untold."""
    if row.split:
        if not row.eligible or row.denominator is None or row.denominator > row.eligible:
            return ""
        return visit.say(key, share=percentage(row.denominator / row.eligible, visit.language))
    found = completeness(
        visit.published,
        period=row.period,
        language=visit.language,
        partner=row.partner,
        indicator=row.indicator,
    )
    told = next((one for one in found if one.share is not None), None)
    if told is None or told.share is None:
        return ""
    share = percentage(told.share, visit.language)
    if not told.is_of_some:
        return visit.say(key, share=share)
    return visit.say(_OF_SOME[key], share=share, partners=told.partners, of=told.delivered_by)
