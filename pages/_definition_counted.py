"""How an indicator is counted, with an example from the figures in force, and how it is protected."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.descriptions.counting import (
    example_rules,
    formula_text,
    maturity_text,
    moment_text,
    part_text,
    whole_text,
)
from components.descriptions.counts import count_text
from pages._facts import source_of
from pages._method_values import method_examples
from pages._rows import reading
from pages._visit import Visit
from queries._observation import Observation
from queries.indicators import Indicator
from queries.published_splits import published_splits


def counted_section(visit: Visit, indicator: Indicator) -> Component:
    """Part, whole, formula, who counts, moment, window, completeness, scale and direction."""
    code, language, say = indicator.computation, visit.language, visit.say
    entries = [
        ("part", part_text(code, language)),
        ("whole", whole_text(code, language)),
        ("formula", formula_text(code, indicator.unit, language)),
        ("who", say(f"page_definition.who_{indicator.level}{_domain(indicator)}")),
        ("moment", moment_text(code, language)),
        ("window", _window(visit, indicator)),
        ("maturity", maturity_text(code, language)),
        ("scale", _scale(visit, indicator)),
        ("direction", say(f"page_definition.direction_{indicator.direction}")),
        ("family", say(f"outcome_family.{indicator.outcome_criterion.replace(' ', '_')}")),
    ]
    listed = [
        part
        for key, text in entries
        if text
        for part in (html.Dt(say(f"page_definition.{key}")), html.Dd(text))
    ]
    return _section(say("page_definition.counted"), [html.Dl(listed, className="deflist deflist--wide")])


def example_section(visit: Visit, indicator: Indicator, current: Observation | None) -> Component:
    """The latest published figure computed in words, and the margin around such a figure."""
    parts: list[Component] = [html.P(_worked(visit, indicator, current))]
    rules = example_rules(indicator.computation, indicator.unit)
    for title, example in method_examples(visit, rules):
        link = html.A(title, href=visit.href("/methode"))
        parts.append(html.P([html.B([link, ": "]), example], className="example"))
    if not rules:
        parts.append(html.P(visit.say("judged.no_margin")))
    return _section(visit.say("page_definition.example"), parts)


def protection_section(visit: Visit, indicator: Indicator, current: Observation | None) -> Component:
    """By what the figures are taken apart, which of them are hidden, and where they come from."""
    say = visit.say
    found = published_splits(visit.published, indicator=indicator.code)
    source = source_of(visit, current)
    named = source.marked(say("page_definition.source", source=source), visit.language)
    parts: list[Component] = [html.P(named)]
    if found:
        items = [
            html.Li(
                say(
                    "page_definition.split",
                    name=say(f"page_split.{one.split}"),
                    shown=written.number(one.shown, visit.language),
                    hidden=written.number(one.hidden, visit.language),
                )
            )
            for one in found
        ]
        parts += [html.P(say("page_definition.splits")), html.Ul(items, className="splits")]
    else:
        parts.append(html.P(say("page_definition.no_splits")))
    threshold = say("page_definition.protection", number=visit.publication.min_clients)
    link = html.A(say("page_definition.protection_link"), href=visit.href("/methode") + "#protection")
    key = "page_definition.public" if indicator.is_population else ""
    parts.append(html.P([threshold, " ", link] if not key else say(key)))
    return _section(say("page_definition.apart"), parts)


def _worked(visit: Visit, indicator: Indicator, current: Observation | None) -> str:
    """'In de 2e helft 2025: 31 gedeeld door 150 is 21 %.', or why there is no example."""
    if current is None or current.suppressed or current.value is None:
        return visit.say("page_definition.worked_none")
    words = reading(indicator, visit.language)
    amount = written.value(current.value, indicator.unit, visit.language, indicator.decimals)
    period = written.capital(written.period_name(current.period, visit.language))
    if indicator.unit == "procent" and current.numerator is not None and current.denominator:
        part, whole = (
            written.number(one, visit.language) for one in (current.numerator, current.denominator)
        )
        return visit.say("page_definition.worked_share", period=period, part=part, whole=whole, value=amount)
    counted = count_text(current, words)
    key = "page_definition.worked_counted" if counted else "page_definition.worked_value"
    return visit.say(key, period=period, value=amount, counted=counted)


def _domain(indicator: Indicator) -> str:
    return f"_{indicator.domain}" if indicator.domain and not indicator.is_population else ""


def _window(visit: Visit, indicator: Indicator) -> str:
    months = indicator.window_months
    return "" if months is None else visit.say("page_indicator.window", months=months)


def _scale(visit: Visit, indicator: Indicator) -> str:
    lines = [visit.say("page_indicator.scale", scale=indicator.scale)] if indicator.scale else []
    if indicator.cut_off is not None:
        places = 0 if indicator.cut_off.is_integer() else 1
        amount = written.number(indicator.cut_off, visit.language, places)
        lines.append(visit.say("page_indicator.cut_off", value=amount))
    return " ".join(lines)


def _section(title: str, parts: Sequence[Component]) -> Component:
    return html.Section([html.H2(title), *parts], className="section explained")
