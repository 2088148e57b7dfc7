"""Partners without a name around their average: who stands out, and how often chance alone does that."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.descriptions.funnel import OUTSIDE, funnel_description, funnel_note, funnel_title
from components.figures.funnel import funnel_figure, funnel_key
from components.figures.funnel_rows import FunnelOptions
from components.format import number, period_name
from components.tables import funnel_table
from domain.period import PeriodKind, parse_period
from pages._facts import figure_in, source_of
from pages._mix import mix_section
from pages._rows import reading
from pages._series import Series, containing
from pages._visit import Visit
from queries.funnel_limits import funnel_limits
from queries.funnel_units import FunnelUnit, funnel_units
from queries.funnels import Funnel, funnels
from queries.indicators import Indicator
from queries.partners import Partner, partners

_DECIMALS, _FINE = 1, 4


def partners_and_clients(
    visit: Visit, indicator: Indicator, course: Series, partner: Partner | None
) -> Component:
    """How much partners differ beside who was helped."""
    sides = [
        funnel_section(visit, indicator, course, partner),
        mix_section(visit, indicator, course.current, partner),
    ]
    there = [side for side in sides if side]
    names = ("c7", "c5") if len(there) > 1 else ("c8",)
    columns = [html.Div(side, className=name) for side, name in zip(there, names, strict=False)]
    return html.Div(columns, className="grid12")


def funnel_section(
    visit: Visit, indicator: Indicator, course: Series, partner: Partner | None
) -> list[Component]:
    """The funnel of the chosen period, or of the newest one before it; nothing where there is none."""
    tile = funnel_tile(visit, indicator, course, partner)
    return [html.Section(tile, className="section funnel")] if tile else []


def funnel_tile(
    visit: Visit, indicator: Indicator, course: Series, partner: Partner | None
) -> list[Component]:
    """The figure with its note; a partner sees its own point by name when that may be shown."""
    found = _of_period(funnels(visit.published, indicator=indicator.code), course)
    if found is None:
        return []
    units = funnel_units(visit.published, indicator=indicator.code, period=found.period)
    limits, adjusted = (
        funnel_limits(visit.published, indicator=indicator.code, period=found.period, adjusted=wider)
        for wider in (False, True)
    )
    who = partner or _reader(visit)
    own = who.code if who and any(unit.partner == who.code for unit in units) else None
    name = who.name if who and own else ""
    options = FunnelOptions(reading(indicator, visit.language), found.centre, own, name)
    period = period_name(found.period, visit.language)
    key = "funnel.subtitle_own" if own else "funnel.subtitle"
    tile = chart_tile(
        funnel_figure(units, limits, options=options, adjusted=adjusted),
        title=funnel_title(units, language=visit.language),
        subtitle=visit.say(key, name=indicator.name, period=period),
        description=funnel_description(units, options=options),
        key=funnel_key(units, options=options),
        table=funnel_table(units, options=options),
        source=source_of(visit, figure_in(visit, indicator.code, found.period)),
        measured_on=None,
        csv_href=visit.csv(
            "trechter",
            indicator=indicator.code,
            period=found.period,
            partner=partner.code if partner else None,
        ),
        language=visit.language,
    )
    note = html.P(funnel_note(units, language=visit.language), className="label chance")
    return [tile, *_instead(visit, found, course), note, *_spread(visit, found, units if adjusted else [])]


def _reader(visit: Visit) -> Partner | None:
    """The partner whose file it is, which finds itself without having to choose."""
    if not visit.publication.is_of_partner:
        return None
    code = visit.publication.audience.removeprefix("partner-")
    return next(iter(partners(visit.published, language=visit.language, code=code)), None)


def _of_period(known: list[Funnel], course: Series) -> Funnel | None:
    """The funnel of the period itself, else of the longer one around it, else the newest before its end."""
    if course.current is None:
        return None
    code, end = course.current.period, course.current.end
    kinds = sorted({PeriodKind(one.kind) for one in known}, key=list(PeriodKind).index)
    around = containing(code, kinds) if kinds else None
    exact = next((one for one in known if around and one.period == around.code), None)
    return exact or next((one for one in known if parse_period(one.period).end <= end), None)


def _instead(visit: Visit, found: Funnel, course: Series) -> list[Component]:
    """Why it is the funnel of an earlier period, where the chosen one is over and has none."""
    kind = parse_period(found.period).kind
    asked = containing(course.current.period, [kind]) if course.current else None
    if asked is None or asked.code == found.period or asked.end > visit.publication.today:
        return []
    period = period_name(asked, visit.language)
    return [html.P(visit.say("funnel.other_period", asked=period), className="label")]


def _spread(visit: Visit, found: Funnel, units: Sequence[FunnelUnit]) -> list[Component]:
    """That partners differ more than chance, where they do; of `units` how many lie outside wider limits."""
    if found.phi is None or found.phi <= 1:
        return []
    phi = number(found.phi, visit.language, _DECIMALS)
    told = [visit.say("funnel.varied", phi=phi)]
    if units:
        tau2 = number(found.tau2 or 0, visit.language, _FINE)
        outside = sum(unit.adjusted_place in OUTSIDE for unit in units)
        told.append(visit.say("funnel.adjusted", phi=phi, tau2=tau2, outside=number(outside, visit.language)))
    return [html.P(" ".join(told), className="label")]
