"""The tables of the method: false signals, what each audience may see, what is released in which period."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.format import capital, grain_name, number, percentage
from components.tables import Column, plain_table, scroll_region
from domain.period import PeriodKind
from pages._visit import Visit
from queries.false_signals import FalseSignal

_AUDIENCES = ("public", "steering", "partner_own", "partner_other")
_RELEASED = ("00", "01", "10", "11")
"""All partners or one, as a whole or with a split; so the names of the published values end."""


def false_signals_section(visit: Visit, found: Sequence[FalseSignal]) -> Component:
    """How often a partner exactly on its criterion is called worse: by its value, and by its interval."""
    heads = [
        Column(visit.say("page_method.signals_criterion")),
        Column(visit.say("page_method.signals_size"), number=True),
        Column(visit.say("page_method.signals_naive"), number=True),
        Column(visit.say("page_method.signals_ours"), number=True),
    ]
    rows = [
        [
            visit.say("criterion.at_most", value=percentage(one.criterion, visit.language)),
            number(one.size, visit.language),
            percentage(one.naive, visit.language, 1),
            percentage(one.ours, visit.language, 1),
        ]
        for one in found
    ]
    title = visit.say("page_method.signals")
    table = scroll_region(plain_table(heads, rows), name=title, language=visit.language)
    most = percentage(max((one.ours for one in found), default=0.0), visit.language, 1)
    lede = html.P(visit.say("page_method.signals_lede", most=most))
    return html.Section([html.H2(title), lede, table], className="section method")


def policies_table(visit: Visit, values: dict[str, str]) -> Component:
    """What each audience may see."""
    heads = [
        Column(visit.say("page_method.audience")),
        Column(visit.say("page_method.least_clients"), number=True),
        Column(visit.say("page_method.least_part"), number=True),
        Column(visit.say("page_method.counts")),
    ]
    rows = [
        [
            visit.say(f"page_method.audience_{one}"),
            values[f"{one}_clients"],
            values[f"{one}_part"],
            visit.say(
                f"page_method.counts_{'rounded' if one == 'public' else 'exact'}", base=values["rounding"]
            ),
        ]
        for one in _AUDIENCES
    ]
    title = visit.say("page_method.policies")
    return scroll_region(plain_table(heads, rows, caption=title), name=title, language=visit.language)


def released_table(visit: Visit, values: dict[str, str]) -> Component:
    """In which periods the figures of all partners and of one are told, as a whole and with a split."""
    heads = [
        Column(visit.say("page_method.released_period")),
        *(Column(visit.say(f"page_method.released_{one}")) for one in _RELEASED),
    ]
    rows = [
        [
            capital(grain_name(kind, visit.language)),
            *(
                visit.say(f"page_method.released_{'yes' if values[f'{kind}_{one}'] == '1' else 'no'}")
                for one in _RELEASED
            ),
        ]
        for kind in PeriodKind
    ]
    title = visit.say("page_method.released_table")
    return scroll_region(plain_table(heads, rows, caption=title), name=title, language=visit.language)
