"""One chosen indicator on a partner's page: its course and how it splits."""

from dash import html
from dash.development.base_component import Component

from components.projector_parts import on_projector
from domain.period import PeriodKind
from pages._choices import bar, indicator_choice
from pages._course_tile import course_tile
from pages._funnel import funnel_section
from pages._messages import movement_line
from pages._mix import mix_section
from pages._own import Own
from pages._series import SERIES_KINDS, Series, chosen, default_kind
from pages._splits import no_split, split_of
from pages._told import Told
from queries.indicators import Indicator
from queries.trend import trend

_HEIGHT = 320


def one_section(own: Own) -> Component:
    """The course of the chosen indicator beside its parts; the first indicator without a choice."""
    visit = own.visit
    asked = next((one for one in own.indicators if one.code == visit.view.indicator), None)
    indicator = asked or next((one for one in own.indicators if own.is_known(one)), own.indicators[0])
    found = trend(
        visit.published,
        indicators=[indicator.code],
        kinds=(*SERIES_KINDS, PeriodKind.HORIZON),
        partner=own.partner.code,
    )
    kind = default_kind(found)
    course = Series([row for row in found if row.kind == kind], chosen(found, own.period), kind)
    split = split_of(visit, indicator, course, own.partner)
    beside = [split.tile if split else no_split(visit, own.partner)]
    beside += mix_section(visit, indicator, course.current, own.partner)
    picked = indicator_choice(visit, own.indicators, indicator.code)
    sentence = bar(visit, picked, split.choice if split else None, name=picked.label)
    told = Told(visit, own.plan, indicator, course, own.partner)
    parts = [
        html.Div(_chart(own, indicator, course, told), className="c6"),
        html.Div(beside, className="c6"),
        *(
            on_projector(html.Div(part, className="c8"))
            for part in funnel_section(visit, indicator, course, own.partner)
        ),
    ]
    return html.Section([sentence, html.Div(parts, className="grid12")], className="section one")


def _chart(own: Own, indicator: Indicator, course: Series, told: Told) -> Component:
    return course_tile(
        own.visit,
        own.plan,
        indicator,
        course,
        partner=own.partner,
        height=_HEIGHT,
        with_actions=False,
        told=movement_line(told),
    )
