"""A page on a projector: one thing at a time, at most seven by seven, with its period and choices below."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from dash import dcc, html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.choices import Choice, filter_bar
from components.figures.rows import Mark, Reading, TrendOptions, TrendPoint
from components.figures.trend import trend_figure
from components.frame import Origin, page_head
from components.projector import Stage, projected
from components.projector_columns import MOST
from components.projector_parts import on_projector, screens_of, words_of
from components.source import Source
from components.tables import Column, plain_table, scroll_region

Walk = Callable[[Any], Iterator[Component]]
ORIGIN = Origin("Alle partners · 2025", "14", date(2026, 11, 1), fictional=True, provisional=True)
PERIOD = Choice("periode", "Periode", [("/a", "2025"), ("/b", "2024")], "/a")


def table_of(rows: int, columns: int, word: str = "12") -> html.Div:
    heads = [Column(f"Kolom {place}") for place in range(columns)]
    table = plain_table(heads, [[f"Rij {row}", *[word] * (columns - 1)] for row in range(rows)])
    return scroll_region(table, name="Cijfers", language="nl")


def stage(place: int = 1) -> Stage:
    return Stage(ORIGIN, "nl", place, lambda to: f"/x?figuur={to}", "/x")


@pytest.mark.parametrize(("rows", "columns"), [(1, 2), (7, 7), (48, 3), (5, 61), (30, 20)])
@pytest.mark.parametrize("word", ["12", "een langer woord", "verantwoordelijkheidsverdeling"])
def test_no_screen_has_more_than_seven_rows_and_columns_and_nothing_is_lost(
    rows: int, columns: int, word: str, parts_of: Walk
) -> None:
    screens = screens_of([html.H1("Titel"), table_of(rows, columns, word)], "nl")[1:]
    seen = set()
    for screen in screens:
        trs = [part for part in parts_of(screen) if isinstance(part, html.Tr)]
        assert len(trs) - 1 <= MOST
        assert all(len(tr.children) <= MOST for tr in trs)
        heads = [words_of(cell) for cell in trs[0].children]
        seen |= {(words_of(tr.children[0]), head) for tr in trs[1:] for head in heads[1:]}
    assert len(seen) == rows * (columns - 1)


def test_the_first_screen_is_the_message_of_the_page(parts_of: Walk) -> None:
    head = page_head(
        "De conclusie", lede="Waarom.", choices=filter_bar([PERIOD], language="nl"), language="nl"
    )
    opening = screens_of([head, table_of(2, 2)], "nl")[0]
    assert words_of(opening) == "De conclusieWaarom."


def test_period_choices_and_marks_stay_in_sight_and_the_menu_does_not(parts_of: Walk) -> None:
    content = [page_head("Titel", choices=filter_bar([PERIOD], language="nl"), language="nl")]
    shown = projected(content, stage())
    foot = next(part for part in parts_of(shown) if isinstance(part, html.Footer))
    for said in ("U ziet de cijfers in 2025", "fictieve gegevens", "voorlopig", "publicatie 14"):
        assert said.lower() in words_of(foot).lower()
    assert not [part for part in parts_of(shown) if isinstance(part, (html.Header, html.Form))]


def test_a_figure_has_the_words_of_a_projector_on_every_width(
    parts_of: Walk, series: Callable[..., list[TrendPoint]], reading: Reading
) -> None:
    """A beamer of 4:3 is narrow for a figure, and its words are as large there."""
    drawn = trend_figure(series(18), options=TrendOptions(reading))
    shown = screens_of([html.H1("Titel"), tile_of(drawn)], "nl")[1]
    graph: Any = next(part for part in parts_of(shown) if isinstance(part, dcc.Graph))
    layout = graph.figure["layout"]
    assert layout["annotations"] == layout["meta"]["projector"]["annotations"]
    assert layout["annotations"] == layout["meta"]["narrow"]["annotations"]


@pytest.mark.parametrize(("asked", "shown"), [(0, 1), (1, 1), (3, 3), (99, 3)])
def test_a_place_outside_the_page_is_its_nearest_screen(asked: int, shown: int, parts_of: Walk) -> None:
    made = projected([html.H1("Titel"), table_of(10, 2)], stage(asked))
    assert f"Scherm {shown} van 3" in words_of(made)
    ways = {
        vars(part)["className"]: vars(part)["href"] for part in parts_of(made) if isinstance(part, html.A)
    }
    assert ("proj-next" in ways) == (shown < 3)
    assert ("proj-previous" in ways) == (shown > 1)
    assert ways["proj-back"] == "/x"


def tile_of(drawn: dict[str, Any]) -> html.Figure:
    return chart_tile(
        drawn,
        title="Uitval: 18 %",
        description="Uitval: 18 %",
        table=html.Table([]),
        source=Source("leveringen", "n = 120", "", "publicatie 1"),
        measured_on=None,
        csv_href="#",
        language="nl",
    )


def test_a_figure_says_below_its_plot_what_its_signs_and_numbered_dates_mean(
    series: Callable[..., list[TrendPoint]], reading: Reading
) -> None:
    marks = [Mark(date(2023, 7, 1), "Nieuwe definitie", "break"), Mark(date(2024, 1, 1), "Loket", "action")]
    tile = tile_of(trend_figure(series(18), options=TrendOptions(reading, marks=marks)))
    told = words_of(screens_of([html.H1("Titel"), tile], "nl")[1]).replace("\u00a0", " ")
    assert "grijs: voor de breuk" in told
    assert "1 breuk 1 jul 2023: Nieuwe definitie" in told
    assert "2 actie 1 jan 2024: Loket" in told


def test_names_of_events_are_left_out_where_the_plot_would_become_too_low(
    series: Callable[..., list[TrendPoint]], reading: Reading
) -> None:
    marks = [Mark(date(2023, month, 1), "Een lange naam " * 6, "action") for month in range(1, 10)]
    tile = tile_of(trend_figure(series(18), options=TrendOptions(reading, marks=marks)))
    told = words_of(screens_of([html.H1("Titel"), tile], "nl")[1]).replace("\u00a0", " ")
    assert "8 actie 1 aug 2023 9 actie 1 sep 2023" in told
    assert "lange naam" not in told


@pytest.mark.parametrize("name", ["note", "label chance"])
def test_what_chance_alone_would_give_stands_on_the_screen_of_the_list_or_figure_above_it(
    name: str, series: Callable[..., list[TrendPoint]], reading: Reading
) -> None:
    note = html.P("Door toeval alleen verwachten wij er 1,7.", className=name)
    drawn = tile_of(trend_figure(series(18), options=TrendOptions(reading)))
    listed = on_projector(
        html.Section([html.Ul([]), note]), lambda: [plain_table([Column("Wat")], [["Uitval"]])]
    )
    below: list[list[Any]] = [
        [table_of(2, 2), note],
        [html.Section(table_of(2, 2)), note],
        [drawn, note],
        [listed],
    ]
    for content in below:
        screens = screens_of([html.H1("Titel"), html.Div(content)], "nl")
        assert [words_of(screen).count("toeval alleen") for screen in screens] == [0, 1]
