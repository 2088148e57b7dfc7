"""Shows every part of the product with made-up rows: `python tools/gallery.py [port]`, then open it in a browser.

What is hard to find in real data stands here together: hidden, missing and provisional values, very many
periods, names of 80 characters, changed criteria, a break, an action.
"""

import math
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from dash import Dash, Input, Output, dcc, html  # noqa: E402
from dash.development.base_component import Component  # noqa: E402

from components.chart_tile import chart_tile  # noqa: E402
from components.choices import Choice, choices  # noqa: E402
from components.descriptions.events import event_lines  # noqa: E402
from components.descriptions.reasons import (  # noqa: E402
    reasons_description,
    reasons_subtitle,
    reasons_title,
)
from components.descriptions.split import split_description, split_title  # noqa: E402
from components.descriptions.trend import trend_description, trend_subtitle, trend_title  # noqa: E402
from components.figures.bars import reasons_figure, split_figure  # noqa: E402
from components.figures.rows import (  # noqa: E402
    CriterionStep,
    Mark,
    PathPoint,
    Reading,
    ReasonCount,
    SplitValue,
    TrendPoint,
)
from components.figures.small_trend import small_trend_figure  # noqa: E402
from components.figures.trend import TrendOptions, trend_figure, trend_key  # noqa: E402
from components.frame import NavItem, Origin, page_frame, page_head  # noqa: E402
from components.goal_card import Contact, Goal, condition_rows, goal_cards  # noqa: E402
from components.matrix import MatrixCell, MatrixColumn, MatrixRow, matrix  # noqa: E402
from components.states import empty_state, error_state, unknown_state  # noqa: E402
from components.tables import reasons_table, split_table, trend_table  # noqa: E402
from domain.period import Period, parse_period  # noqa: E402

LONG = "Jongeren die na hun verblijf bij familie, vrienden of zelfstandig verder wonen"
VIEWS = ("doelen", "indicator", "trends", "vergelijken", "partner", "randgevallen", "staten")


def points(
    first: str,
    count: int,
    start: float,
    end: float,
    *,
    n: int = 120,
    hidden: Sequence[int] = (),
    missing: Sequence[int] = (),
    provisional: int = 2,
    interval: bool = False,
) -> list[TrendPoint]:
    """A wavering series from `start` to `end`; `hidden` and `missing` are places in the series."""
    made = []
    for place in range(count):
        if place in missing:
            continue
        period = parse_period(first).shifted(place)
        share = place / max(count - 1, 1)
        value = (
            start
            + (end - start) * share
            + math.sin(place * 2.1) * abs(start) * (0.06 if start < 1 else 0.015)
        )
        made.append(
            _point(period, value, n + place % 7, place in hidden, place >= count - provisional, interval)
        )
    return made


def _point(
    period: Period, value: float, n: int, hidden: bool, provisional: bool, interval: bool
) -> TrendPoint:
    margin = 1.96 * math.sqrt(max(value * (1 - value), 0.01) / n) if interval and value < 1 else None
    return TrendPoint(
        period=period.code,
        kind=period.kind,
        start=period.start,
        end=period.end,
        middle=period.middle,
        value=None if hidden else value,
        denominator=None if hidden else n,
        numerator=None if hidden or value > 1 else round(value * n),
        clients=None if hidden else n - 4,
        suppressed=hidden,
        provisional=provisional,
        lower=value - margin if margin and not hidden else None,
        upper=value + margin if margin and not hidden else None,
    )


def criterion(
    comparator: str, *steps: tuple[int, float], value_to: float | None = None
) -> list[CriterionStep]:
    """Steps that each start in a year and last until the next."""
    ends = [date(year - 1, 12, 31) for year, _ in steps[1:]] + [None]
    return [
        CriterionStep(comparator, value, value_to, date(year, 1, 1), end)
        for (year, value), end in zip(steps, ends, strict=True)
    ]


def path(*steps: tuple[int, float]) -> list[PathPoint]:
    """A path through the middle of years."""
    return [PathPoint(date(year, 7, 1), value) for year, value in steps]


DROPOUT = Reading("Uitval", "procent", "nl", 0, "trajecten")
MARK = Reading("Cliëntervaring", "cijfer", "nl", 1, "jongeren")
WAIT = Reading("Wachttijd", "dagen", "nl", 0, "trajecten")
DROPOUT_OPTIONS = TrendOptions(
    DROPOUT,
    criterion("≤", (2021, 0.20), (2025, 0.15)),
    path((2022, 0.24), (2024, 0.20), (2025, 0.17), (2026, 0.12)),
    (
        Mark(date(2023, 1, 1), "Overstap telt niet meer als uitval", "break"),
        Mark(date(2025, 4, 1), "Warme overdracht bij elke start", "action"),
    ),
    until=date(2026, 12, 31),
)


def goals() -> list[Goal]:
    """Five goals as in the programme, with a hidden, a missing and a long one among them."""
    contact = Contact("Programmaleider jeugd", "jeugd@gemeente.example")
    share = {"language": "nl", "unit": "procent", "decimals": 0, "counted": "jongeren"}
    return [
        Goal(
            1,
            "Netwerk versterken",
            "#",
            Reading("Steunfiguur", **share),
            "{waarde} van de jongeren heeft iemand om op terug te vallen",
            "2026-Q3",  # type: ignore[arg-type]
            points("2023-Q1", 15, 0.55, 0.77, n=96),
            criterion("≥", (2022, 0.65)),
            path((2022, 0.52), (2026, 0.72)),
            (),
            contact,
        ),
        Goal(
            2,
            "Meer zeggenschap",
            "#",
            Reading("Regie ervaren", **share),
            "{waarde} van de jongeren beslist mee over het eigen plan",
            "2026-Q3",  # type: ignore[arg-type]
            points("2023-Q1", 15, 0.58, 0.62, n=141, missing=(4, 5)),
            criterion("≥", (2022, 0.75)),
            path((2022, 0.55), (2026, 0.85)),
            (),
            contact,
        ),
        Goal(
            3,
            "Professionals versterken",
            "#",
            MARK,
            "Jongeren geven de hulp gemiddeld een {waarde}",
            "2026-Q3",
            points("2023-Q1", 15, 6.9, 7.4, n=210),
            criterion("≥", (2022, 7.0)),
            path((2022, 6.8), (2026, 7.3)),
            (),
            contact,
        ),
        Goal(
            4,
            "Eén intake, één contact",
            "#",
            DROPOUT,
            "{waarde} van de trajecten stopt te vroeg",
            "2026-Q3",
            points("2022-Q1", 19, 0.27, 0.18),
            DROPOUT_OPTIONS.criterion,
            DROPOUT_OPTIONS.path,
            DROPOUT_OPTIONS.marks,
            None,
        ),
        Goal(
            5,
            "Anders wonen",
            "#",
            Reading(LONG, **share),
            None,
            "2026-Q3",  # type: ignore[arg-type]
            points("2023-Q1", 15, 0.38, 0.40, n=8, hidden=(12, 13, 14)),
            criterion("≥", (2022, 0.5)),
            path((2022, 0.35), (2026, 0.6)),
            (),
            contact,
        ),
    ]


def goals_view() -> list[Component]:
    made = goals()
    return [
        page_head(
            "In 2026 staan jongeren van 18 jaar en ouder na hun verblijf op eigen benen",
            label="Aanpak 16-27, 2023 tot en met 2026",
            lede="Van vier van de vijf doelen is er een cijfer.",
            choices=choosing(),
            language="nl",
        ),
        goal_cards(made, name="De vijf doelen"),
        html.Section(
            [
                html.H2("Maatschappelijk resultaat"),
                goal_cards([made[0], made[2], made[3]], name="Drie ambities", heading=3),
            ],
            className="section",
        ),
        html.Section(
            [html.H2("Randvoorwaarden"), condition_rows(made[1:], language="nl")], className="section"
        ),
    ]


def indicator_view() -> list[Component]:
    shown = points("2022-Q1", 19, 0.27, 0.18, hidden=(8,), missing=(11,))
    definition = html.Section(
        [
            html.H2("Wat telt mee"),
            html.Dl(
                [
                    html.Dt("Uitval"),
                    html.Dd("De hulp stopte eenzijdig door de cliënt of de aanbieder."),
                    html.Dt("Noemer"),
                    html.Dd("Alle beëindigde trajecten met een bekende reden."),
                ],
                className="deflist",
            ),
        ],
        className="section c4",
    )
    return [
        page_head(
            "18 % van de trajecten stopt te vroeg. De norm is 15 % of minder.",
            trail=[NavItem("Doel 4: één intake, één contact", "#"), NavItem("Uitval", "#", current=True)],
            choices=choosing(),
            language="nl",
        ),
        html.Div(
            [html.Div(trend_tile(shown, DROPOUT_OPTIONS), className="section c8"), definition],
            className="grid12",
        ),
    ]


def trends_view() -> list[Component]:
    tiles = [
        trend_tile(
            goal.points,
            TrendOptions(goal.reading, goal.criterion, goal.path, goal.marks),
            small=True,
            label=[html.B(str(goal.position)), " ", goal.name],
        )
        for goal in goals()
    ]
    return [
        page_head("Alle doelen over de looptijd 2023 tot en met 2026", language="nl"),
        html.Section(tiles, className="mults"),
    ]


def compare_view() -> list[Component]:
    columns = (
        [MatrixColumn("Alle", total=True)]
        + [MatrixColumn(f"Partner {letter}", "#") for letter in "ABCDEFGHIJ"]
        + [MatrixColumn(LONG, "#")]
    )
    cells = [MatrixCell(0.5 + place / 60, 20 + place * 11, href="#") for place in range(12)]
    cells[3], cells[5], cells[7] = (
        MatrixCell(None, None, "hidden"),
        MatrixCell(None, None, "not_measured"),
        MatrixCell(None, None, "not_agreed"),
    )
    cells[9] = MatrixCell(0.61, 30, provisional=True)
    rows = [MatrixRow(goal.reading, goal.criterion[-1], cells, "#") for goal in goals()]
    return [
        page_head("Vijf indicatoren naast hun norm", language="nl"),
        matrix(columns, rows, name="Vergelijking van partners", language="nl"),
    ]


def partner_view() -> list[Component]:
    reasons = [
        ReasonCount("Volgens plan", 63, 0.65),
        ReasonCount("Eerder, in overeenstemming", 12, 0.12),
        ReasonCount("Eenzijdig door de cliënt", 11, 0.11, is_dropout=True),
        ReasonCount("Eenzijdig door de aanbieder", 4, 0.04, is_dropout=True),
        ReasonCount(
            "Door omstandigheden buiten de invloed van de cliënt en van de aanbieder samen",
            None,
            None,
            suppressed=True,
        ),
        ReasonCount("Reden onbekend", 5, 0.05),
    ]
    split = [
        SplitValue("Ambulant op locatie van de aanbieder", 0.12, 210, 25, False),
        SplitValue("Pleegzorg", 0.08, 40, 3, False),
        SplitValue("Gezinsgericht", None, None, None, True),
        SplitValue(LONG, 0.31, 1210, 375, False),
        SplitValue("Gesloten plaatsing", None, None, None, False),
    ]
    tiles = [
        chart_tile(
            reasons_figure(reasons, language="nl"),
            title=reasons_title(reasons, language="nl"),
            subtitle=reasons_subtitle(reasons, language="nl"),
            description=reasons_description(reasons, language="nl"),
            table=reasons_table(reasons, language="nl"),
            source="eigen leveringen, fictief",
            measured_on=None,
            csv_href="#",
            language="nl",
        ),
        chart_tile(
            split_figure(split, reading=DROPOUT, criterion=DROPOUT_OPTIONS.criterion[-1]),
            title=split_title(reading=DROPOUT, split="hulpvorm"),
            description=split_description(split, reading=DROPOUT, split="hulpvorm"),
            table=split_table(split, reading=DROPOUT, split="Hulpvorm"),
            source="eigen leveringen, fictief",
            measured_on=date(2026, 11, 1),
            csv_href="#",
            language="nl",
        ),
        trend_tile(
            points("2023-H1", 7, 0.27, 0.17, n=50),
            TrendOptions(DROPOUT, DROPOUT_OPTIONS.criterion, DROPOUT_OPTIONS.path, height=280),
        ),
    ]
    return [
        page_head("Partner Esdoorn", language="nl"),
        html.Div([html.Div(tile, className="section c6") for tile in tiles], className="grid12"),
    ]


def edge_view() -> list[Component]:
    many = [
        ("geen periode", []),
        ("een periode", points("2026", 1, 0.2, 0.2)),
        ("twee periodes", points("2025", 2, 0.2, 0.3)),
        ("vijf", points("2022", 5, 0.85, 0.93)),
        ("48 maanden", points("2022-10", 48, 0.3, 0.2)),
        ("200 kwartalen", points("1976-Q1", 200, 0.1, 0.6)),
        ("alles verborgen", points("2023-Q1", 12, 0.2, 0.2, hidden=range(12))),
        ("marges", points("2022-Q1", 19, 0.27, 0.18, interval=True)),
    ]
    tiles = [
        trend_tile(
            shown,
            TrendOptions(
                Reading(f"{LONG}, {name}", "procent", "nl", 0, "trajecten"),
                criterion("≤", (2022, 0.16), (2025, 0.15)),
                path((2022, 0.24), (2026, 0.155)),
                DROPOUT_OPTIONS.marks,
            ),
        )
        for name, shown in many
    ]
    tiles.append(
        trend_tile(
            points("2023-Q1", 15, 41, 28), TrendOptions(WAIT, criterion("tussen", (2022, 20), value_to=30))
        )
    )
    return [
        page_head("Randgevallen", language="nl"),
        html.Div([html.Div(tile, className="section c6") for tile in tiles], className="grid12"),
    ]


def states_view() -> list[Component]:
    return [empty_state("nl"), unknown_state("nl"), error_state("nl", reference="3f9a1c02")]


def trend_tile(
    shown: Sequence[TrendPoint],
    options: TrendOptions,
    *,
    small: bool = False,
    label: list[Component | str] | None = None,
) -> html.Figure:
    """The trend with all that belongs to it."""
    reading = options.reading
    draw: Callable[..., dict[str, object]] = small_trend_figure if small else trend_figure
    return chart_tile(
        draw(shown, options=options),
        title=trend_title(shown, reading=reading, marks=options.marks),
        subtitle=trend_subtitle(shown, reading=reading),
        key=() if small else trend_key(shown, options=options),
        description=trend_description(
            shown, reading=reading, criterion=options.criterion, path=options.path, marks=options.marks
        ),
        events=() if small else event_lines(options.marks, reading=reading, criterion=options.criterion),
        table=trend_table(shown, reading=reading, criterion=options.criterion),
        source="leveringen van 7 van de 8 partners, fictief",
        measured_on=None,
        csv_href="#",
        language="nl",
        small=small,
        label=html.Span(label) if label else None,
    )


def choosing() -> html.Form:
    """The sentence of choices."""
    return choices(
        "choice.whole",
        {
            "partner": Choice("partner", "Partner", [("alle", "alle partners"), ("P1", LONG)], "alle"),
            "period": Choice("periode", "Periode", [("2026-Q3", "3e kwartaal 2026")], "2026-Q3"),
            "value": Choice("waarde", "Groep", [("alle", "iedereen")], "alle"),
        },
        language="nl",
    )


CONTENT: dict[str, Callable[[], list[Component]]] = {
    "doelen": goals_view,
    "indicator": indicator_view,
    "trends": trends_view,
    "vergelijken": compare_view,
    "partner": partner_view,
    "randgevallen": edge_view,
    "staten": states_view,
}


def view(pathname: str | None) -> html.Div:
    """The page of one view, in the frame of the product."""
    name = (pathname or "/").strip("/") or VIEWS[0]
    nav = [NavItem(each.capitalize(), f"/{each}", current=each == name) for each in VIEWS]
    origin = Origin(
        "Alle partners · 3e kwartaal 2026", "14", date(2026, 11, 1), fictional=True, provisional=True
    )
    content = CONTENT.get(name, states_view)()
    return page_frame(
        content, nav=nav, origin=origin, language="nl", switch_href=f"/{name}?taal=en", reader="Stuurgroep"
    )


def main() -> None:
    """Serve the gallery."""
    app = Dash("gallery", assets_folder=str(PROJECT / "assets"), title="Galerij")
    app.layout = html.Div([dcc.Location(id="address", refresh="callback-nav"), html.Div(id="shown")])
    app.callback(Output("shown", "children"), Input("address", "pathname"))(view)
    app.run(port=int(sys.argv[1]) if len(sys.argv) > 1 else 8051, debug=False)


if __name__ == "__main__":
    main()
