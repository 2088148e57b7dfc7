"""How every figure is judged and protected: each rule with formula, settings and one worked example."""

from itertools import groupby

import dash
from dash import html
from dash.development.base_component import Component

from components.aria import aria
from components.frame import page_head
from pages._facts import unproved
from pages._method_tables import false_signals_section, policies_table, released_table
from pages._method_values import told, written_values
from pages._visit import Screen, Visit, document_title, shown
from queries.false_signals import false_signals
from queries.indicators import indicators
from queries.method_values import method_values

PATH = "/methode"
dash.register_page(
    __name__, path=PATH, name="methode", title=document_title, order=9, menu="page_method.menu"
)
_AFTER = "chance"  # the rule below which the table of false signals stands
_PARTS = ("rule", "formula", "example")


@shown(PATH)
def layout(visit: Visit) -> Screen:
    """The page, made from the numbers in force when the version was made."""
    title = visit.say("page_method.title")
    rules = [
        (rule, written_values(visit, members))
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
            content.append(false_signals_section(visit, false_signals(visit.published)))
    content.append(_definitions(visit))
    return Screen(title, content, visit.say("page_method.scope"))


def _definitions(visit: Visit) -> Component:
    """Every indicator of the plan, each with a page that explains it."""
    known = indicators(visit.published, language=visit.language)
    items = [html.Li(html.A(one.name, href=visit.href(f"{PATH}/{one.code}"))) for one in known]
    title = html.H2(visit.say("page_method.definitions"))
    return html.Section([title, html.Ul(items)], id="indicatoren", className="section contents")


def _section(visit: Visit, rule: str, values: dict[str, str]) -> Component:
    """What the rule is, how it is computed, one example, and what more there is to it."""
    rules, formula, example = (told(visit, f"{rule}_{part}", values) for part in _PARTS)
    parts: list[Component] = [html.H2(_name(visit, rule))]
    if rules:
        parts.append(html.P(rules))
    if formula:
        parts.append(html.P(formula, className="formula"))
    if example:
        opening = html.B(visit.say("page_method.example"))
        parts.append(html.P([opening, " ", example], className="note"))
    return html.Section([*parts, *_more(visit, rule, values)], id=rule, className="section method")


def _more(visit: Visit, rule: str, values: dict[str, str]) -> list[Component]:
    """The table of a rule, and what is known of this publication only."""
    if rule == "protection":
        keys = ("proved" if visit.publication.is_proved else "unproved", "others", "complete", "since")
        said = [html.P(visit.say(f"page_method.protection_{key}")) for key in keys]
        return [*said, policies_table(visit, values)]
    if rule == "complement":
        return unproved(visit)
    return [released_table(visit, values)] if rule == "released" else []


def _name(visit: Visit, rule: str) -> str:
    return visit.say(f"page_method.{rule}_title")
