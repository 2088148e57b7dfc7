"""What stands beside a partner's figures: its promises, clients, actions, contact and deliveries."""

from dash import html
from dash.development.base_component import Component

from components.as_written import as_written
from components.format import capital, long_date, number, period_name
from components.states import missing_mark
from components.tables import Column, plain_table, scroll_region
from pages._own import Own
from pages._visit import Visit
from queries.actions import Action
from queries.deliveries import Delivery, deliveries
from queries.responsibilities import responsibilities


def promises_section(own: Own) -> Component:
    """Per goal the outcome that the partner promised."""
    visit = own.visit
    found = responsibilities(visit.published, language=visit.language, partner=own.partner.code)
    title = html.H2(visit.say("page_partner.promises", name=own.partner.name), className="fig-title")
    if not found:
        empty = html.P(visit.say("page_partner.no_promises"), className="label")
        return html.Section([title, empty], className="section")
    items = [
        html.Li(
            [
                html.Span(
                    visit.goal(one.position, one.goal_name),
                    className="when",
                ),
                html.Span(one.promise),
            ]
        )
        for one in found
    ]
    return html.Section([title, html.Ul(items, className="ledger")], className="section")


def people_section(own: Own) -> Component:
    """Who the clients are, what the partner does about its figures, and whom to call."""
    visit = own.visit
    contact = own.plan.contact(partner=own.partner.code)
    acted = [one for one in own.plan.actions if one.owner == own.partner.name]
    parts: list[Component] = [html.H2(visit.say("page_partner.context"), className="fig-title")]
    if own.partner.context:
        parts.append(html.P(own.partner.context))
    if acted:
        parts.append(html.H3(visit.say("page_partner.actions", name=own.partner.name)))
        parts.append(html.Ul([_action(visit, one) for one in acted], className="ledger"))
    if contact:
        link = html.A(as_written(contact.role, visit.language), href=f"mailto:{contact.address}")
        parts.append(html.P([html.Span([visit.say("page.contact"), " "], className="label"), link]))
    return html.Section(parts, className="section people")


def deliveries_section(own: Own) -> Component:
    """Per half-year whether the partner delivered, and when."""
    visit = own.visit
    found = deliveries(visit.published, partner=own.partner.code)
    title = visit.say("page_partner.deliveries")
    parts: list[Component] = [html.H2(title, className="fig-title")]
    if not found:
        return html.Section(
            [*parts, html.P(visit.say("page_partner.no_deliveries"), className="label")], className="section"
        )
    is_own = visit.publication.is_of_partner
    keys = ("half_year", "state", "received", "kind", *(["rows"] if is_own else []))
    heads = [Column(visit.say(f"page_partner.{key}"), number=key == "rows") for key in keys]
    table = plain_table(heads, [_delivery(visit, one)[: len(keys)] for one in found], stacked=True)
    told = ["page_partner.deliveries_sub", *([] if is_own else ["page_deliveries.rows_hidden"])]
    parts.append(html.P(" ".join(map(visit.say, told)), className="fig-sub"))
    parts.append(scroll_region(table, name=title, language=visit.language))
    link = html.A(
        visit.say("figure.csv"), href=visit.csv("leveringen", partner=own.partner.code), download=""
    )
    more = html.A(
        visit.say("page_partner.deliveries_link"), href=visit.href("/aanlevering", partner=own.partner.code)
    )
    return html.Section([*parts, html.P([link, " · ", more], className="small")], className="section")


def apart_section(own: Own) -> Component:
    """Where to read on: what follows this help, and all inhabitants, who are not the clients of a partner."""
    visit, code = own.visit, own.partner.code
    places = {
        "paths": visit.href("/zorgpaden", partner=code),
        "population": visit.href("/vergelijken"),
    }
    told = [_linked(visit, key, href, own.partner.name) for key, href in places.items()]
    return html.Section(told, className="section apart")


def _linked(visit: Visit, key: str, href: str, name: str) -> html.P:
    """A sentence with its link in the middle."""
    link = html.A(visit.say(f"page_partner.{key}_link"), href=href)
    before, _, after = visit.say(f"page_partner.{key}", name=name, link="|").partition("|")
    return html.P([before, link, after], className="label")


def _action(visit: Visit, one: Action) -> html.Li:
    start = html.Span(long_date(one.starts_on, visit.language), className="when")
    return html.Li([start, html.Span(one.name)])


def _delivery(visit: Visit, one: Delivery) -> list[str | Component]:
    state: str | Component
    if one.delivered:
        state = visit.say("page_partner.final" if one.final else "page_partner.provisional")
    elif one.expected:
        state = missing_mark(visit.language, why="not_delivered")
    else:
        state = visit.say("page_partner.not_expected")
    return [
        capital(period_name(one.period, visit.language)),
        state,
        long_date(one.received_on, visit.language) if one.received_on else "",
        visit.say(f"page_partners.{one.kind}") if one.kind else "",
        number(one.rows, visit.language) if one.rows is not None else "",
    ]
