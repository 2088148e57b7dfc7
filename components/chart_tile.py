"""A figure with all that belongs to it: title sentence, key, text alternative, table twin, source, CSV, SVG.

The reader's own browser makes the SVG of what is drawn: assets/saving.js.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from components.aria import aria
from components.frozen import frozen
from components.key import KeyItem, key_line
from components.source import Source
from components.text import say

_CONFIG: Any = {"displayModeBar": False, "responsive": True, "doubleClick": False, "showTips": False}


def plot(
    figure: dict[str, Any],
    *,
    description: str,
    language: str,
    static: bool = False,
    narrow_height: int | None = None,
) -> html.Div:
    """A drawn figure that a screen reader hears as one picture with `description`."""
    height = figure["layout"]["height"]
    narrow = narrow_height or figure["layout"].get("meta", {}).get("narrow", {}).get("height", height)
    config: Any = {**_CONFIG, "staticPlot": static, "locale": language}
    graph = dcc.Graph(figure=figure, config=config, className="plot-canvas")
    heights = {"--h": str(height), "--h-narrow": str(narrow)}
    return html.Div(graph, className="plot", role="img", style=heights, **aria(label=description))


def chart_tile(  # noqa: PLR0913 - whoever makes a figure is asked for all that belongs to it
    figure: dict[str, Any],
    *,
    title: str,
    description: str,
    table: Component,
    source: Source,
    measured_on: date | None,
    csv_href: str,
    language: str,
    subtitle: str = "",
    key: Sequence[KeyItem] = (),
    events: Sequence[str] = (),
    heading: int = 2,
    label: Component | str | None = None,
    href: str | None = None,
    small: bool = False,
    told: Component | None = None,
    enlarge: tuple[str, str] | None = None,
) -> html.Figure:
    """The complete tile.

    `title` is the sentence with the conclusion (a link when `href` is given), `subtitle` unit, grain and n,
    `key` from the figure's own key function, `events` the lines that stand under a plot which is too narrow
    or too full for them, `table` the twin (see components/tables.py), `heading` the level of the title,
    `small` for small multiples, `enlarge` the word and address that make it large (or small again).
    """
    caption = _caption(title, subtitle, key, heading, label, href)
    return html.Figure(
        [
            caption,
            plot(figure, description=description, language=language),
            *([html.P(told, className="fig-told")] if told else []),
            _foot(source, measured_on, csv_href, enlarge, language),
            *_events(events, figure),
            table_twin(table, name=title, language=language),
        ],
        className="figure mult" if small else "figure",
    )


def table_twin(table: Component, *, name: str, language: str) -> html.Details:
    """The same figures as a table, closed until asked for."""
    region = frozen(table, className="scroll", role="region", tabIndex="0", **aria(label=name))
    return html.Details([html.Summary(say("figure.show_table", language)), region], className="twin")


def _caption(
    title: str,
    subtitle: str,
    key: Sequence[KeyItem],
    heading: int,
    label: Component | str | None,
    href: str | None,
) -> html.Figcaption:
    level = {2: html.H2, 3: html.H3, 4: html.H4}[heading]
    parts: list[Component] = [html.P(label, className="label")] if label else []
    parts.append(level(html.A(title, href=href) if href else title, className="fig-title"))
    if subtitle:
        parts.append(html.P(subtitle, className="fig-sub"))
    if key:
        parts.append(key_line(key))
    return html.Figcaption(parts)


def _foot(
    source: Source, measured_on: date | None, csv_href: str, enlarge: tuple[str, str] | None, language: str
) -> html.Div:
    csv = html.A(say("figure.csv", language), href=csv_href, download="")
    svg = html.Button(say("figure.svg", language), type="button", className="save-svg link")
    mark = [html.Span(say("frame.fictional", language), className="fig-mark", hidden=True)]
    tools: list[Component] = [html.A(enlarge[0], href=enlarge[1])] if enlarge else []
    return html.Div(
        [
            html.Span(
                source.marked(source.line(language, measured_on=measured_on), language),
                className="fig-source",
            ),
            *(mark if source.fictional else []),
            html.Span([*tools, csv, svg], className="fig-tools"),
        ],
        className="fig-foot",
    )


def _events(events: Sequence[str], figure: dict[str, Any]) -> list[Component]:
    if not events:
        return []
    name = "events events--shown" if figure["layout"].get("meta", {}).get("unplaced") else "events"
    return [html.Ul([html.Li(line) for line in events], className=name)]
