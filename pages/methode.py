"""How every figure is judged and protected: each rule with formula, settings and one worked example."""

from collections.abc import Sequence
from itertools import groupby

import dash
from dash import html
from dash.development.base_component import Component

from components.aria import aria
from components.format import number, percentage
from components.frame import page_head
from components.tables import Column, plain_table, scroll_region
from pages._method_values import written_value
from pages._visit import Screen, Visit, document_title, shown
from queries.false_signals import FalseSignal, false_signals
from queries.indicators import indicators
from queries.method_values import method_values

PATH = "/methode"
dash.register_page(
    __name__, path=PATH, name="methode", title=document_title, order=9, menu="page_method.menu"
)
_AFTER = "chance"  # the rule below which the table of false signals stands
_AUDIENCES = ("public", "steering", "partner_own", "partner_other")


@shown(PATH)
def layout(visit: Visit) -> Screen:
    """The page, made from the numbers in force when the version was made."""
    title = visit.say("page_method.title")
    rules = [
        (rule, {one.name: written_value(visit, one) for one in members})
        for rule, members in groupby(method_values(visit.published), key=lambda one: one.rule)
    ]
    content: list[Component] = [
        page_head(title, lede=visit.say("page_method.lede"), language=visit.language),
        html.Nav(
            html.Ul(
                [
                    html.Li(html.A(visit.say("page_method.definitions"), href="#indicatoren")),
                    *(html.Li(html.A(_name(visit, rule), href=f"#{rule}")) for rule, _ in rules),
                ]
            ),
            className="contents",
            **aria(label=visit.say("page_method.contents")),
        ),
    ]
    for rule, values in rules:
        content.append(_section(visit, rule, values))
        if rule == _AFTER:
            content.append(_false_signals(visit, false_signals(visit.published)))
    content.append(_definitions(visit))
    return Screen(title, content, visit.say("page_method.scope"))


def _definitions(visit: Visit) -> Component:
    """Every indicator of the plan, each with a page that explains it."""
    known = indicators(visit.published, language=visit.language)
    items = [html.Li(html.A(one.name, href=visit.href(f"{PATH}/{one.code}"))) for one in known]
    title = html.H2(visit.say("page_method.definitions"))
    return html.Section([title, html.Ul(items)], id="indicatoren", className="section contents")


def _section(visit: Visit, rule: str, values: dict[str, str]) -> Component:
    """What the rule is, how it is computed, and one example."""
    parts = [
        html.H2(_name(visit, rule)),
        html.P(visit.say(f"page_method.{rule}_rule", **values)),
        html.P(visit.say(f"page_method.{rule}_formula", **values), className="formula"),
        html.P(
            [
                html.B(visit.say("page_method.example")),
                " ",
                visit.say(f"page_method.{rule}_example", **values),
            ],
            className="note",
        ),
    ]
    if f"{_AUDIENCES[0]}_clients" in values:
        how = "proved" if visit.publication.is_proved else "unproved"
        said = [html.P(visit.say(f"page_method.protection_{key}")) for key in (how, "others")]
        parts += [*said, _policies(visit, values)]
    return html.Section(parts, id=rule, className="section method")


def _false_signals(visit: Visit, found: Sequence[FalseSignal]) -> Component:
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
    lede = html.P(visit.say("page_method.signals_lede"))
    return html.Section([html.H2(title), lede, table], className="section method")


def _policies(visit: Visit, values: dict[str, str]) -> Component:
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


def _name(visit: Visit, rule: str) -> str:
    return visit.say(f"page_method.{rule}_title")
