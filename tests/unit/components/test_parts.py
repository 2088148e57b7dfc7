"""Tiles, cards, tables and the frame: complete, named for a screen reader, and the same as the figures."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from dash import dcc, html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.choices import Choice, filter_bar
from components.descriptions.verdicts import Moved
from components.figures.rows import CriterionStep, PathPoint, Reading, ReasonCount, SplitValue, TrendPoint
from components.figures.trend import TrendOptions, trend_figure
from components.frame import Frame, NavItem, Origin, page_frame, page_head
from components.frozen import as_html, frozen
from components.goal_card import Contact, Goal, condition_rows, goal_card, goal_cards
from components.matrix import MatrixCell, MatrixColumn, MatrixRow, matrix
from components.measure import measure
from components.source import Source
from components.states import empty_state, error_state, hidden_mark, missing_mark, unknown_state
from components.tables import Column, plain_table, reasons_table, split_table, trend_table
from domain.status import Movement

Build = Callable[..., TrendPoint]
Walk = Callable[[Any], Iterator[Component]]
Words = Callable[[Any], str]
SOURCE = Source("leveringen van 7 van de 8 partners", "n = 120", "uitkomst bekend bij 92 %", "14")
HIDDEN = ("verborgen", "verborgen", "verborgen")
NORM = CriterionStep("≤", 0.15, None, date(2025, 1, 1), None)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def properties(component: Component) -> dict[str, Any]:
    found: dict[str, Any] = component.to_plotly_json()["props"]
    return found


def tile(points: list[TrendPoint], reading: Reading) -> html.Figure:
    return chart_tile(
        trend_figure(points, options=TrendOptions(reading)),
        title="Uitval daalt",
        subtitle="In %",
        description="Van 24 % naar 18 %.",
        table=trend_table(points, reading=reading, criterion=(NORM,)),
        source=SOURCE,
        measured_on=date(2026, 11, 1),
        csv_href="/csv/trend?indicator=uitval",
        language="nl",
        events=["1 april 2025, actie: iets"],
    )


def test_a_tile_has_title_words_table_source_and_download(
    point: Build, reading: Reading, words_of: Words, parts_of: Walk
) -> None:
    made = tile([point()], reading)
    said = plain(words_of(made))
    for text in ("leveringen van 7 van de 8 partners", "n = 120", "92 %", "1 november 2026", "publicatie 14"):
        assert text in said
    for text in ("Uitval daalt", "In %", "Download CSV", "Download SVG", "als tabel", "18,0 %"):
        assert text in said
    assert "1 april 2025, actie: iets" in said
    links = [part for part in parts_of(made) if isinstance(part, html.A)]
    assert properties(links[0])["href"] == "/csv/trend?indicator=uitval"


def test_a_plot_is_one_picture_with_a_name(point: Build, reading: Reading, parts_of: Walk) -> None:
    plot = next(part for part in parts_of(tile([point()], reading)) if getattr(part, "role", None) == "img")
    assert properties(plot)["aria-label"] == "Van 24 % naar 18 %."
    assert properties(plot)["style"] == {"--h": "392", "--h-narrow": "330"}
    assert isinstance(plot.children, dcc.Graph)


def test_the_table_twin_shows_newest_first_with_the_criterion_of_then(point: Build, reading: Reading) -> None:
    points = [point("2024-Q4", 0.21), point("2025-Q1", suppressed=True), point("2025-Q2", provisional=True)]
    rows = table_rows(trend_table(points, reading=reading, criterion=(NORM,)))
    assert rows == [
        ["2e kwartaal 2025", "18,0 %", "22", "120", "15 % of minder", "voorlopig"],
        ["1e kwartaal 2025", *HIDDEN, "15 % of minder", "verborgen: de groep is te klein"],
        ["4e kwartaal 2024", "21,0 %", "25", "120", "geen norm", ""],
    ]


def test_the_table_twin_of_intervals_has_a_column_for_them(point: Build, reading: Reading) -> None:
    rows = table_rows(trend_table([point(lower=0.124, upper=0.262)], reading=reading))
    assert rows[0][2] == "12,4 % tot 26,2 %"


def test_the_table_twin_of_groups_names_what_is_absent(reading: Reading) -> None:
    rows = [SplitValue("Pleegzorg", None, None, None, True), SplitValue("Ambulant", None, None, None, False)]
    assert [row[1] for row in table_rows(split_table(rows, reading=reading, split="Hulpvorm"))] == [
        "verborgen",
        "niet gemeten",
    ]


def test_the_table_twin_of_groups_has_their_margins_and_above_them_the_criterion(reading: Reading) -> None:
    rows = [SplitValue("Ambulant", 0.145, 166, 24, False, lower=0.1, upper=0.206)]
    norm = CriterionStep("≤", 0.15, None, date(2022, 1, 1), None)
    table = split_table(rows, reading=reading, split="Hulpvorm", criterion=norm)
    assert table_rows(table)[0][1:3] == ["14,5 %", "10,0 % tot 20,6 %"]
    assert plain(table.children[0].children.children[1].children) == "Uitval, norm 15 %"


def test_the_table_twin_of_reasons_has_counts_and_shares() -> None:
    rows = [ReasonCount("Volgens plan", 63, 0.65), ReasonCount("Onbekend", None, None, suppressed=True)]
    assert table_rows(reasons_table(rows, language="nl")) == [
        ["Volgens plan", "63", "65 %"],
        ["Onbekend", "verborgen", ""],
    ]


def table_rows(table: html.Table) -> list[list[str]]:
    body = next(part for part in table.children if isinstance(part, html.Tbody))
    return [[plain(str(cell.children)) for cell in row.children] for row in body.children]


def test_the_first_cell_of_a_row_names_it(parts_of: Walk) -> None:
    table = plain_table([Column("Periode"), Column("n", number=True)], [["2026", "12"]], caption="Aantallen")
    heads = [properties(part)["scope"] for part in parts_of(table) if isinstance(part, html.Th)]
    assert heads == ["col", "col", "row"]


def goal(point: Build, reading: Reading, **changed: Any) -> Goal:
    fields: dict[str, Any] = {
        "position": 4,
        "name": "Eén intake, één contact",
        "href": "/indicatoren/uitval",
        "reading": reading,
        "sentence": "{waarde} van de trajecten stopt te vroeg",
        "period": "2026-Q3",
        "points": [point("2026-Q2", 0.2), point(provisional=True)],
        "moved": Moved(Movement.TOO_FEW),
        "criterion": (NORM,),
        "path": (PathPoint(date(2022, 7, 1), 0.24), PathPoint(date(2026, 7, 1), 0.12)),
        "contact": Contact("Programmaleider jeugd", "jeugd@gemeente.example"),
    }
    return Goal(**{**fields, **changed})


def test_a_card_gives_value_period_n_criterion_target_and_contact(
    point: Build, reading: Reading, words_of: Words
) -> None:
    said = plain(words_of(goal_card(goal(point, reading))))
    for text in ("18 % van de trajecten stopt te vroeg", "22 van de 120 trajecten", "3e kwartaal 2026"):
        assert text in said
    for text in ("voorlopig", "15 % of minder", "Doel 2026", "12 %", "Programmaleider jeugd"):
        assert text in said


def test_a_card_tells_criterion_movement_and_path_apart_each_with_its_sentence(
    point: Build, reading: Reading, parts_of: Walk, words_of: Words
) -> None:
    judged = point(status="met", path="behind", lower=0.1, upper=0.14)
    card = goal_card(goal(point, reading, points=[judged], moved=Moved(Movement.IMPROVING)))
    found = [part.to_plotly_json()["props"] for part in parts_of(card)]
    marks = {one["children"][0]: one for one in found if one.get("className", "").startswith("status")}
    assert marks["Voldoet"]["className"] == "status status--better"
    assert plain(marks["Voldoet"]["title"]).endswith("De hele marge, 10 % tot 14 %, ligt aan de goede kant.")
    assert marks["Achter"]["className"] == "status status--worse"
    assert "haalt dat niet" in marks["Achter"]["title"]
    assert marks["Gaat vooruit"]["className"] == "status status--better"
    assert marks["Gaat vooruit"]["title"] == "Dat is meer dan toeval en gaat de goede kant op."
    rows = [part.children for part in parts_of(card) if isinstance(part, html.Dt)]
    assert rows[:3] == ["Norm", "Beweging", "Pad"]


def test_a_card_of_a_figure_that_was_not_judged_claims_nothing(
    point: Build, reading: Reading, words_of: Words
) -> None:
    said = words_of(goal_card(goal(point, reading)))
    assert "Geen norm" in said
    assert not [word for word in ("Voldoet", "Op pad", "Achter") if word in said]


def test_a_card_without_a_figure_says_missing_and_waits_for_nothing(
    point: Build, reading: Reading, words_of: Words
) -> None:
    said = words_of(goal_card(goal(point, reading, points=[], contact=None, criterion=(), path=())))
    for text in ("Nog geen cijfer", "Er is geen cijfer over deze periode.", "niet afgesproken",
                 "nog niemand genoemd"):  # fmt: skip
        assert text in said


def test_a_hidden_figure_is_called_hidden_on_its_card(
    point: Build, reading: Reading, words_of: Words
) -> None:
    said = words_of(goal_card(goal(point, reading, points=[point(suppressed=True)])))
    assert "Verborgen" in said
    assert "De groep is te klein om te tonen." in said


def test_a_card_says_since_when_its_figure_is_hidden(point: Build, reading: Reading, words_of: Words) -> None:
    hidden = point(suppressed=True, hidden_since=date(2026, 11, 1))
    said = plain(words_of(goal_card(goal(point, reading, points=[hidden]))))
    assert "Sinds 1 november 2026 verborgen" in said


@pytest.mark.parametrize(("count", "columns"), [(1, 3), (3, 3), (4, 4), (5, 5), (8, 5)])
def test_cards_stand_three_to_five_beside_each_other(
    count: int, columns: int, point: Build, reading: Reading
) -> None:
    cards = goal_cards([goal(point, reading)] * count, name="Doelen")
    assert properties(cards)["className"] == f"goals goals--{columns}"


def test_conditions_give_value_n_and_criterion(point: Build, reading: Reading, words_of: Words) -> None:
    said = plain(words_of(condition_rows([goal(point, reading)], language="nl")))
    assert "22 van de 120 trajecten" in said
    assert "15 % of minder" in said


def test_a_measure_is_decoration_and_keeps_within_its_strip() -> None:
    strip = measure(1.2, unit="procent", criterion=NORM, lower=-0.1, upper=0.5)
    assert properties(strip)["aria-hidden"] == "true"
    assert [part.style for part in strip.children] == [
        {"--lo": "0.0", "--hi": "50.0"},
        {"--v": "100.0"},
        {"--norm": "15.0"},
    ]


def test_a_measure_without_a_value_shows_only_the_criterion() -> None:
    strip = measure(None, unit="dagen", criterion=CriterionStep("≤", 30, None, date(2025, 1, 1), None))
    assert [part.className for part in strip.children] == ["nm"]


def test_where_a_series_goes_stands_in_a_matrix_with_a_sign_of_its_own(reading: Reading) -> None:
    moves = [
        MatrixCell(0.18, 120, status="not_met", movement=one) for one in ("improving", "lower", "no_change")
    ]
    columns = [MatrixColumn(name) for name in ("Acacia", "Beuk", "Els")]
    shown = matrix(columns, [MatrixRow(reading, NORM, moves)], name="Vergelijking", language="nl")
    said = properties(shown)["data-html"]
    assert 'class="moves moves--better">Gaat vooruit' in said
    assert 'class="moves moves--undecided">Daalt' in said
    assert "Geen bijzondere verandering" not in said


MATRIX_CELLS = [
    MatrixCell(0.18, 120, href="/partners/P01", provisional=True),
    MatrixCell(None, None, "hidden"),
    MatrixCell(None, None, "not_measured"),
    MatrixCell(None, None, "not_agreed"),
]


def test_every_cell_of_a_matrix_has_a_value_or_a_word(reading: Reading) -> None:
    columns = [
        MatrixColumn("Alle", total=True),
        MatrixColumn("Acacia"),
        MatrixColumn("Beuk"),
        MatrixColumn("Els"),
    ]
    shown = matrix(columns, [MatrixRow(reading, NORM, MATRIX_CELLS)], name="Vergelijking", language="nl")
    said = plain(properties(shown)["data-html"])
    for text in (
        "18 %",
        "n = 120",
        "voorlopig",
        "verborgen",
        "niet gemeten",
        "niet afgesproken",
        "norm 15 % of minder",
    ):
        assert text in said
    assert properties(shown)["aria-label"].startswith("Vergelijking")
    assert properties(shown)["tabIndex"] == "0"


def test_a_matrix_with_a_cell_too_few_is_refused(reading: Reading) -> None:
    with pytest.raises(ValueError, match="zip"):
        matrix([MatrixColumn("Alle")], [MatrixRow(reading, NORM, MATRIX_CELLS)], name="x", language="nl")


def test_what_is_frozen_is_escaped() -> None:
    hostile = html.Td(["<script>&", html.A('"x"', href='/a?b="c"&d', title="<")], className="num")
    assert as_html(hostile) == (
        '<td class="num">&lt;script&gt;&amp;<a href="/a?b=&quot;c&quot;&amp;d" title="&lt;">"x"</a></td>'
    )


def test_what_is_frozen_has_no_style_attribute() -> None:
    assert as_html(html.I(style={"--v": "5"})) == '<i data-style="{&quot;--v&quot;: &quot;5&quot;}"></i>'


def test_a_living_component_cannot_be_frozen() -> None:
    with pytest.raises(TypeError, match="Graph"):
        frozen(html.Div(dcc.Graph()))


NAV = [NavItem("Overzicht", "/", current=True), NavItem("Trends", "/trends")]
ORIGIN = Origin("Alle partners", "14", date(2026, 11, 1), fictional=True, provisional=True)


def framed(language: str = "nl", origin: Origin | None = ORIGIN) -> html.Div:
    frame = Frame(nav=NAV, language=language, switch_href="/?taal=en", version="000014")
    return page_frame([html.H1("Doelen")], frame=frame, origin=origin)


def test_every_page_says_where_its_figures_come_from(words_of: Words) -> None:
    said = words_of(framed())
    for text in ("Fictieve gegevens", "Alle partners", "Publicatie 14, 1 november 2026", "voorlopig",
                 "fictief"):  # fmt: skip
        assert text in said


def test_real_figures_are_not_called_fictional(words_of: Words) -> None:
    real = Origin("Alle partners", "14", date(2026, 11, 1), fictional=False, provisional=False)
    said = words_of(framed(origin=real))
    assert "ictie" not in said
    assert "voorlopig" not in said


def test_a_page_without_a_publication_has_a_frame_too(words_of: Words) -> None:
    assert "Publicatie" not in words_of(framed(origin=None))


def test_the_current_page_is_marked_and_the_content_can_be_reached_at_once(parts_of: Walk) -> None:
    links = [properties(part) for part in parts_of(framed()) if isinstance(part, html.A)]
    assert links[0]["href"] == "#inhoud"
    assert [link["href"] for link in links if link.get("aria-current") == "page"] == ["/", "/"]


def test_the_switch_names_the_other_language_in_that_language(parts_of: Walk) -> None:
    switch = [
        part for part in parts_of(framed("en")) if isinstance(part, html.A) and getattr(part, "lang", None)
    ]
    assert {(link.children, str(properties(link)["lang"])) for link in switch} == {("Nederlands", "nl")}


def test_a_page_opens_with_one_title_and_the_way_to_it(parts_of: Walk, words_of: Words) -> None:
    head = page_head(
        "Uitval", trail=[NavItem("Doel 4", "/"), NavItem("Uitval", "", current=True)], language="nl"
    )
    assert sum(isinstance(part, html.H1) for part in parts_of(head)) == 1
    assert "Doel 4" in words_of(head)


def test_choices_read_as_a_sentence_with_named_selects(parts_of: Walk) -> None:
    chosen = Choice("periode", "Periode", [("2026-Q3", "3e kwartaal 2026")], "2026-Q3")
    form = filter_bar([chosen], language="nl")
    label = next(part for part in parts_of(form) if isinstance(part, html.Label))
    assert form.children[0].children == "U ziet"
    assert label.children[0].children == "Periode"
    assert label.children[1].id == {"type": "choice", "name": "periode"}


def test_an_error_gives_a_number_and_what_to_do(words_of: Words) -> None:
    said = words_of(error_state("nl", reference="3f9a1c02"))
    assert "3f9a1c02" in said
    assert "Probeer het opnieuw" in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_state_has_words(language: str, words_of: Words) -> None:
    marks = [missing_mark(language, why=why) for why in ("not_measured", "not_agreed", "not_delivered")]
    for shown in (empty_state(language), unknown_state(language), hidden_mark(language), *marks):
        assert words_of(html.Div(shown)).strip()
