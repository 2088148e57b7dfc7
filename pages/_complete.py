"""How complete the figures of a half-year are, and what stands out in them."""

from collections.abc import Iterator, Sequence

from dash import html
from dash.development.base_component import Component

from components.aria import aria
from components.format import number, percentage
from components.states import hidden_mark
from components.tables import Column, Content, plain_table, scroll_region
from domain.period import parse_period
from domain.plausible import has_jumped, is_mostly_missing
from pages._came_in import Came
from pages._visit import Visit
from queries.completeness import Completeness, completeness

_KEYS = ("indicator", "recorded", "eligible", "share", "partners", "asked", "response")
_OF_ALL = "partners"
"""Of how many partners it is told; of one partner there is nothing to say there."""

_DESK = ("eligible", "asked")
"""A meeting reads the shares."""


def complete_section(came: Came) -> Component:
    """Per indicator the share with a recorded outcome, and the response."""
    visit, found = came.visit, _found(came)
    title = visit.say("page_deliveries.complete_title", period=came.named)
    head = html.H2(title, className="fig-title")
    if not found:
        none = html.P(visit.say("page_deliveries.complete_none", period=came.named), className="label")
        return html.Section([head, none], className="section complete")
    partner = came.partner.code if came.partner else None
    keys = [key for key in _KEYS if key != _OF_ALL or partner is None]
    columns = [
        Column(visit.say(f"page_deliveries.{key}"), number=key != "indicator", desk=key in _DESK)
        for key in keys
    ]
    table = plain_table(columns, [_row(visit, one, keys) for one in found], stacked=True)
    address = visit.csv("volledigheid", period=came.period, partner=partner)
    return html.Section(
        [
            head,
            html.P(visit.say("page_deliveries.complete_sub"), className="fig-sub"),
            *([] if partner else [html.P(visit.say("page_deliveries.partners_note"), className="label")]),
            scroll_region(table, name=title, language=visit.language),
            html.P(visit.say("page_deliveries.not_known_note"), className="label"),
            html.P(html.A(visit.say("figure.csv"), href=address, download=""), className="small"),
        ],
        className="section complete",
    )


def unlikely_section(came: Came) -> Component:
    """Counts of its own that jump against the half-year before, and outcomes that are mostly not recorded."""
    visit = came.visit
    told = [*_jumps(came), *_missing(visit, _found(came))]
    title = html.H2(visit.say("page_deliveries.unlikely_title"), className="fig-title")
    if not told:
        key = "unlikely_none" if visit.publication.is_of_partner else "unlikely_none_others"
        text = visit.say(f"page_deliveries.{key}", period=came.named)
        return html.Section([title, html.P(text, className="label")], className="section unlikely")
    sub = html.P(visit.say("page_deliveries.unlikely_sub"), className="fig-sub")
    return html.Section([title, sub, html.Ul([html.Li(one) for one in told])], className="section unlikely")


def _found(came: Came) -> list[Completeness]:
    partner = came.partner.code if came.partner else None
    visit = came.visit
    found = completeness(visit.published, period=came.period, language=visit.language, partner=partner)
    return [one for one in found if one.suppressed or one.recorded is not None or one.share is not None]


def _jumps(came: Came) -> Iterator[str]:
    before = parse_period(came.period).shifted(-1).code
    for partner in came.about:
        now, then = came.at(partner, came.period), came.at(partner, before)
        if now is None or then is None or now.rows is None or then.rows is None or now.kind != then.kind:
            continue
        if has_jumped(now.rows, then.rows):
            counts = {
                "rows": number(now.rows, came.visit.language),
                "before": number(then.rows, came.visit.language),
            }
            yield came.visit.say("page_deliveries.jump", name=partner.name, period=came.named, **counts)


def _missing(visit: Visit, found: Sequence[Completeness]) -> Iterator[str]:
    for one in found:
        if one.known is not None and one.eligible and is_mostly_missing(one.known, one.eligible):
            told = {"name": one.name, "share": percentage(one.known / one.eligible, visit.language)}
            counts = {"partners": one.partners, "of": one.delivered_by} if one.is_of_some else {}
            yield visit.say(f"page_deliveries.missing{'_some' if counts else ''}", **told, **counts)


def _row(visit: Visit, one: Completeness, keys: Sequence[str]) -> list[Content]:
    link: Content = html.A(one.name, href=visit.href(f"/indicatoren/{one.indicator}"))
    if one.suppressed:
        return [link, hidden_mark(visit.language), *[""] * (len(keys) - 2)]
    cells: dict[str, Content] = {
        "indicator": link,
        "recorded": _count(visit, one.recorded if one.known is None else one.known),
        "eligible": _count(visit, one.eligible),
        "share": _not_known(visit) if one.share is None else percentage(one.share, visit.language),
        _OF_ALL: _partners(visit, one),
        "asked": _count(visit, one.asked),
        "response": _share(visit, one.recorded, one.asked),
    }
    return [cells[key] for key in keys]


def _partners(visit: Visit, one: Completeness) -> Content:
    if one.partners is None:
        return _not_known(visit)
    return visit.say("page_deliveries.partners_of", partners=one.partners, of=one.delivered_by)


def _count(visit: Visit, amount: int | None) -> Content:
    return _not_known(visit) if amount is None else number(amount, visit.language)


def _share(visit: Visit, part: int | None, whole: int | None) -> Content:
    """The part of the whole; a dash where one is not known."""
    if part is None or not whole or part > whole:
        return _not_known(visit)
    return percentage(part / whole, visit.language)


def _not_known(visit: Visit) -> list[str | Component]:
    """A dash, which the note below the table explains; in words for who listens."""
    dash = html.Span("–", className="not-known", **aria(hidden="true"))
    return [dash, html.Span(visit.say("page_deliveries.not_known"), className="sr")]
