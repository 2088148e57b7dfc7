"""Shows every part of the product with made-up rows: `python tools/gallery.py [port]`, then open a browser.

What is hard to find in real data stands here together: hidden, missing and provisional values, very many
periods, names of 80 characters, changed criteria, a break, an action.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from dash import Dash, Input, Output, dcc, html  # noqa: E402
from dash.development.base_component import Component  # noqa: E402

from components.chart_tile import chart_tile  # noqa: E402
from components.choices import Choice, filter_bar  # noqa: E402
from components.descriptions import reasons, split, trend  # noqa: E402
from components.descriptions.events import event_lines  # noqa: E402
from components.descriptions.trend_title import trend_subtitle, trend_title  # noqa: E402
from components.figures.bars import reasons_figure, split_figure  # noqa: E402
from components.figures.rows import Point, Reading, TrendOptions  # noqa: E402
from components.figures.small_trend import small_trend_figure  # noqa: E402
from components.figures.trend import trend_figure, trend_key  # noqa: E402
from components.frame import Frame, NavItem, Origin, page_frame, page_head  # noqa: E402
from components.goal_card import condition_rows, goal_cards, goals_key  # noqa: E402
from components.matrix import MatrixCell, MatrixColumn, MatrixRow, matrix  # noqa: E402
from components.source import Source  # noqa: E402
from components.states import empty_state, error_state, unknown_state  # noqa: E402
from components.tables import reasons_table, split_table, trend_table  # noqa: E402
from tools import gallery_rows as rows  # noqa: E402

Content = list[Component]
_SOURCE = Source("leveringen van 7 van de 8 partners", "n = 120", "bekend bij 92 %", "14", fictional=True)


def goals_view() -> Content:
    """Cards of goals, five and three beside each other, and conditions."""
    goals = rows.goals()
    title = "In 2026 staan jongeren van 18 jaar en ouder na hun verblijf op eigen benen"
    three = [goals[0], goals[2], goals[3]]
    return [
        page_head(
            title, lede="Van vier van de vijf doelen is er een cijfer.", choices=choosing(), language="nl"
        ),
        goal_cards(goals, name="De vijf doelen"),
        goals_key("nl"),
        section("Maatschappelijk resultaat", goal_cards(three, name="Drie ambities", heading=3)),
        section("Randvoorwaarden", condition_rows(goals[1:], language="nl")),
    ]


def indicator_view() -> Content:
    """One large figure."""
    trail = [NavItem("Doel 4: één intake, één contact", "#"), NavItem("Uitval", "#", current=True)]
    shown = rows.series("2022-Q1", 19, (0.27, 0.18), hidden=(8,), missing=(11,))
    title = "18 % van de trajecten stopt te vroeg. De norm is 15 % of minder."
    return [
        page_head(title, trail=trail, choices=choosing(), language="nl"),
        html.Div(
            html.Div(trend_tile(shown, rows.DROPOUT_OPTIONS), className="section c8"), className="grid12"
        ),
    ]


def trends_view() -> Content:
    """Small multiples."""
    tiles = [
        trend_tile(goal.points, TrendOptions(goal.reading, goal.criterion, goal.path, goal.marks), small=True)
        for goal in rows.goals()
    ]
    return [page_head("Alle doelen over de looptijd", language="nl"), html.Section(tiles, className="mults")]


def compare_view() -> Content:
    """The matrix with every kind of cell."""
    names = [*(f"Partner {letter}" for letter in "ABCDEFGHIJ"), rows.LONG]
    columns = [MatrixColumn("Alle", total=True), *(MatrixColumn(name, "#") for name in names)]
    cells = [MatrixCell(0.5 + place / 60, 20 + place * 11, href="#") for place in range(len(columns))]
    cells[3], cells[5] = MatrixCell(None, None, "hidden"), MatrixCell(None, None, "not_measured")
    cells[7], cells[9] = MatrixCell(None, None, "not_agreed"), MatrixCell(0.61, 30, provisional=True)
    compared = [MatrixRow(goal.reading, goal.criterion[-1], cells, "#") for goal in rows.goals()]
    shown = matrix(columns, compared, name="Vergelijking van partners", language="nl")
    return [page_head("Vijf indicatoren naast hun norm", language="nl"), shown]


def partner_view() -> Content:
    """Rows of bars, rows of points, and a figure of half-years."""
    halves = rows.series("2023-H1", 7, (0.27, 0.17), n=50)
    options = TrendOptions(
        rows.DROPOUT, rows.DROPOUT_OPTIONS.criterion, rows.DROPOUT_OPTIONS.path, height=280
    )
    return [
        page_head("Partner Esdoorn", language="nl"),
        beside([reasons_tile(), split_tile(), trend_tile(halves, options)]),
    ]


def edges_view() -> Content:
    """Nothing, one, very many, all hidden, intervals, a criterion of two values."""
    many = {
        "geen": [],
        "een": rows.series("2026", 1, (0.2, 0.2)),
        "twee": rows.series("2025", 2, (0.2, 0.3)),
        "vijf": rows.series("2022", 5, (0.85, 0.93)),
        "48 maanden": rows.series("2022-10", 48, (0.3, 0.2)),
        "200 kwartalen": rows.series("1976-Q1", 200, (0.1, 0.6)),
        "verborgen": rows.series("2023-Q1", 12, (0.2, 0.2), hidden=range(12)),
        "marges": rows.series("2022-Q1", 19, (0.27, 0.18), interval=True),
    }
    agreed = (
        rows.criterion("≤", (2022, 0.16), (2025, 0.15)),
        rows.path((2022, 0.24), (2026, 0.155)),
        rows.MARKS,
    )
    tiles = [
        trend_tile(shown, TrendOptions(rows.share(f"{rows.LONG}, {name}"), *agreed))
        for name, shown in many.items()
    ]
    between = TrendOptions(rows.WAIT, rows.criterion("tussen", (2022, 20), value_to=30))
    tiles.append(trend_tile(rows.series("2023-Q1", 15, (41, 28)), between))
    return [page_head("Randgevallen", language="nl"), beside(tiles)]


def states_view() -> Content:
    """Nothing here, unknown, an error."""
    return [empty_state("nl"), unknown_state("nl"), error_state("nl", reference="3f9a1c02")]


def trend_tile(shown: Sequence[Point], options: TrendOptions, *, small: bool = False) -> html.Figure:
    """The trend with all that belongs to it."""
    reading, agreed, marks = options.reading, options.criterion, options.marks
    draw = small_trend_figure if small else trend_figure
    words = trend.trend_description(shown, reading=reading, criterion=agreed, path=options.path, marks=marks)
    return chart_tile(
        draw(shown, options=options),
        title=trend_title(shown, reading=reading, marks=marks),
        subtitle=trend_subtitle(shown, reading=reading, marks=marks),
        key=() if small else trend_key(shown, options=options),
        description=words,
        events=() if small else event_lines(marks, reading=reading, criterion=agreed),
        table=trend_table(shown, reading=reading, criterion=agreed),
        source=_SOURCE,
        measured_on=None,
        csv_href="#",
        language="nl",
        small=small,
    )


def reasons_tile() -> html.Figure:
    """The reasons of ending with all that belongs to them."""
    return chart_tile(
        reasons_figure(rows.REASONS, language="nl"),
        title=reasons.reasons_title(rows.REASONS, language="nl"),
        subtitle=reasons.reasons_subtitle(rows.REASONS, language="nl"),
        description=reasons.reasons_description(rows.REASONS, language="nl"),
        table=reasons_table(rows.REASONS, language="nl"),
        source=_SOURCE,
        measured_on=None,
        csv_href="#",
        language="nl",
    )


def split_tile() -> html.Figure:
    """The groups of a split with all that belongs to them."""
    reading: Reading = rows.DROPOUT
    return chart_tile(
        split_figure(rows.GROUPS, reading=reading, criterion=rows.DROPOUT_OPTIONS.criterion[-1]),
        title=split.split_title(rows.GROUPS, reading=reading, split="hulpvorm"),
        description=split.split_description(rows.GROUPS, reading=reading, split="hulpvorm"),
        table=split_table(rows.GROUPS, reading=reading, split="Hulpvorm"),
        source=_SOURCE,
        measured_on=date(2026, 11, 1),
        csv_href="#",
        language="nl",
    )


def choosing() -> html.Form:
    """The sentence of choices."""
    chosen = {
        "partner": Choice("partner", "Partner", [("alle", "alle partners"), ("P1", rows.LONG)], "alle"),
        "grain": Choice("per", "Per", [("kwartaal", "kwartaal"), ("jaar", "jaar")], "kwartaal"),
        "period": Choice("periode", "Periode", [("2026-Q3", "3e kwartaal 2026")], "2026-Q3"),
    }
    return filter_bar(list(chosen.values()), language="nl")


def section(title: str, content: Component) -> html.Section:
    """A titled part of a page."""
    return html.Section([html.H2(title), content], className="section")


def beside(tiles: Sequence[Component]) -> html.Div:
    """Tiles two beside each other."""
    return html.Div([html.Div(tile, className="section c6") for tile in tiles], className="grid12")


VIEWS: dict[str, Callable[[], Content]] = {
    "doelen": goals_view,
    "indicator": indicator_view,
    "trends": trends_view,
    "vergelijken": compare_view,
    "partner": partner_view,
    "randgevallen": edges_view,
    "staten": states_view,
}


def view(pathname: str | None) -> html.Div:
    """The page of one view, in the frame of the product."""
    name = (pathname or "").strip("/") or "doelen"
    nav = [NavItem(each.capitalize(), f"/{each}", current=each == name) for each in VIEWS]
    origin = Origin(
        "Alle partners · 3e kwartaal 2026", "14", date(2026, 11, 1), fictional=True, provisional=True
    )
    content = VIEWS.get(name, states_view)()
    frame = Frame(nav=nav, language="nl", switch_href=f"/{name}", reader=html.Span("Stuurgroep"))
    return page_frame(content, frame=frame, origin=origin)


def main() -> None:
    """Serve the gallery."""
    app = Dash("gallery", assets_folder=str(PROJECT / "assets"), title="Galerij")
    app.layout = html.Div([dcc.Location(id="address", refresh="callback-nav"), html.Div(id="shown")])
    app.callback(Output("shown", "children"), Input("address", "pathname"))(view)
    app.run(port=int(sys.argv[1]) if len(sys.argv) > 1 else 8051, debug=False)


if __name__ == "__main__":
    main()
