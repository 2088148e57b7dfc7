"""What was agreed about an indicator: its criteria, the versions of its definition, and who measures."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from components.as_written import as_written
from components.descriptions.criterion import criterion_text
from components.figures.rows import CriterionStep
from components.format import long_date, short_date
from components.tables import Column, Content, plain_table, scroll_region
from pages._plan import Plan
from pages._rows import reading
from pages._visit import Visit
from queries.agreements import Agreement, agreements
from queries.criteria import Criterion, criteria
from queries.indicators import Indicator
from queries.partners import partners


def criteria_section(visit: Visit, indicator: Indicator) -> Component:
    """Every criterion that ever counted, the newest first."""
    say = visit.say
    title = html.H2(say("page_definition.criteria"))
    found = criteria(visit.published, indicator=indicator.code, every_partner=True)
    if not found:
        return html.Section(
            [title, html.P(say("page_indicator.no_criterion"))], className="section explained"
        )
    names = _names(visit)
    heads = [Column(say(f"page_definition.{key}")) for key in ("criterion", "valid", "for_whom", "agreed")]
    rows = [_criterion(visit, indicator, one, names) for one in reversed(found)]
    return html.Section([title, plain_table(heads, rows, stacked=True)], className="section explained")


def _criterion(visit: Visit, indicator: Indicator, one: Criterion, names: dict[str, str]) -> list[Content]:
    step = CriterionStep(one.comparator, one.value, one.value_to, one.valid_from, one.valid_to)
    whom = names.get(one.partner, visit.say("funnel.someone")) if one.partner else None
    agreed: list[str | Component] = []
    if one.agreed_on:
        agreed.append(f"{short_date(one.agreed_on, visit.language)} ")
    if one.agreed_by:
        agreed.append(as_written(one.agreed_by, visit.language))
    return [
        criterion_text(step, reading(indicator, visit.language)),
        _span(visit, one.valid_from, one.valid_to),
        whom or visit.say("page_definition.everyone"),
        agreed,
    ]


def breaks_section(visit: Visit, plan: Plan, indicator: Indicator) -> Component:
    """The version in force, and from when on figures cannot be compared with what came before."""
    say = visit.say
    own = [one for one in plan.breaks if one.indicator == indicator.code]
    lines = [
        html.Li(
            say("page_indicator.break_line", date=long_date(one.broke_on, visit.language), reason=one.reason)
        )
        for one in reversed(own)
    ]
    parts: list[Component] = [
        html.H2(say("page_definition.versions")),
        html.P(say("page_definition.version", version=indicator.definition_version)),
    ]
    parts += (
        [html.P(say("page_definition.broken")), html.Ul(lines, className="splits")]
        if lines
        else [html.P(say("page_definition.unbroken"))]
    )
    return html.Section(parts, className="section explained")


def agreements_section(visit: Visit, indicator: Indicator) -> Component:
    """Who measures it, how often, when, with whom and with which instrument."""
    say, names = visit.say, _names(visit)
    title = html.H2(say("page_definition.agreements"))
    found = [one for one in agreements(visit.published) if one.indicator == indicator.code]
    if not found:
        key = (
            "page_definition.no_agreements_population"
            if indicator.is_population
            else "page_definition.no_agreements"
        )
        return html.Section([title, html.P(say(key))], className="section explained")
    heads = [
        Column(say(f"page_definition.{key}"))
        for key in ("partner", "valid", "frequency", "moment_of", "informant", "instrument", "evaluator")
    ]
    found.sort(key=lambda one: names.get(one.partner, one.partner).casefold())
    table = plain_table(heads, [_agreement(visit, one, names) for one in found], stacked=True)
    own = visit.publication.audience.startswith("partner-")
    lede = [html.P(say("page_definition.own_only"), className="label")] if own else []
    region = scroll_region(table, name=say("page_definition.agreements"), language=visit.language)
    return html.Section([title, *lede, region], className="section")


def _agreement(visit: Visit, one: Agreement, names: dict[str, str]) -> list[Content]:
    say, language = visit.say, visit.language
    none = say("page_definition.none")
    return [
        names.get(one.partner, say("funnel.someone")),
        _span(visit, one.valid_from, one.valid_to),
        say(f"frequency.{one.frequency}"),
        say(f"moment.{one.moment}") if one.moment else none,
        as_written(one.informant, language) if one.informant else none,
        as_written(one.instrument, language) if one.instrument else none,
        one.evaluator or none,
    ]


def _names(visit: Visit) -> dict[str, str]:
    return {one.code: one.name for one in partners(visit.published, language=visit.language)}


def _span(visit: Visit, first: date, last: date | None) -> str:
    """'sinds 1 jan 2025', or both days."""
    since = short_date(first, visit.language)
    if last is None:
        return visit.say("page_definition.since", date=since)
    return visit.say("page_goal.from_until", first=since, last=short_date(last, visit.language))
