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

Terms = tuple[str, ...]
_TERMS = ("frequency", "valid", "moment_of", "informant", "instrument", "evaluator")
_FROM_PLAN = (3, 4)  # written by the plan, in Dutch only


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
    """Who measures it, how often, when, with whom and with which instrument; alike agreements on one line."""
    say = visit.say
    title = html.H2(say("page_definition.agreements"))
    found = [one for one in agreements(visit.published) if one.indicator == indicator.code]
    if not found:
        whom = "_population" if indicator.is_population else ""
        text = html.P(say(f"page_definition.no_agreements{whom}"))
        return html.Section([title, text], className="section explained")
    terms: dict[Terms, list[str]] = {}
    for one in found:
        terms.setdefault(_terms(visit, one), []).append(one.partner)
    used = [place for place in range(len(_TERMS)) if any(each[place] for each in terms)]
    heads = [Column(say(f"page_definition.{_TERMS[place]}")) for place in used]
    heads.insert(1, Column(say("page_definition.partner")))
    rows = [_agreed_row(visit, each, codes, used) for each, codes in terms.items()]
    own = visit.publication.audience.startswith("partner-")
    lede = [html.P(say("page_definition.own_only"), className="label")] if own else []
    region = scroll_region(
        plain_table(heads, rows, stacked=True),
        name=say("page_definition.agreements"),
        language=visit.language,
    )
    return html.Section([title, *lede, region], className="section explained")


def _terms(visit: Visit, one: Agreement) -> Terms:
    """What was agreed, without the partner; empty where nothing was."""
    return (
        visit.say(f"frequency.{one.frequency}"),
        _span(visit, one.valid_from, one.valid_to),
        visit.say(f"moment.{one.moment}") if one.moment else "",
        one.informant or "",
        one.instrument or "",
        one.evaluator or "",
    )


def _agreed_row(visit: Visit, terms: Terms, codes: list[str], used: list[int]) -> list[Content]:
    """One set of terms with the partners that agreed to it, by name."""
    names = _names(visit)
    who = sorted((names.get(code, visit.say("funnel.someone")) for code in codes), key=str.casefold)
    none = visit.say("page_definition.none")
    said: list[Content] = [
        (as_written(terms[place], visit.language) if place in _FROM_PLAN else terms[place]) or none
        for place in used
    ]
    said.insert(1, ", ".join(who))
    return said


def _names(visit: Visit) -> dict[str, str]:
    return {one.code: one.name for one in partners(visit.published, language=visit.language)}


def _span(visit: Visit, first: date, last: date | None) -> str:
    """'sinds 1 jan 2025', or both days."""
    since = short_date(first, visit.language)
    if last is None:
        return visit.say("page_definition.since", date=since)
    return visit.say("page_goal.from_until", first=since, last=short_date(last, visit.language))
