"""A table on a projector: as few screens as can be, rows as low as can be, and letters as large as fits."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component

from components.projector_columns import NARROW, WIDE, Shape, height_of, widths_of
from components.projector_parts import on_projector, screens_of, words_of
from components.projector_table import packed
from components.projector_widths import SIDES
from components.projector_words import count_lines, listed
from components.status import status_mark
from components.tables import Column, Content, plain_table
from domain.status import Status

Walk = Callable[[Any], Iterator[Component]]
LONG = "Een jaar erna was het 67 %, ervoor 65 %. Dat verschilt niet duidelijk (marge van min 4 tot plus 8)."


def table_of(heads: Sequence[str], rows: Sequence[Sequence[Content]], caption: str = "Titel") -> html.Table:
    return plain_table([Column(head) for head in heads], [list(row) for row in rows], caption=caption)


def rows_of(table: html.Table) -> list[Any]:
    return [row for part in table.children[1:] for row in listed(part.children)]


def kinds_of(content: Sequence[Component], parts_of: Walk) -> list[str]:
    """The class of every table on the screens of these parts of a page."""
    screens = screens_of([html.H1("Titel"), *content], "nl")[1:]
    named = [str(getattr(part, "className", "")) for screen in screens for part in parts_of(screen)]
    return [name for name in named if name.startswith("proj-table")]


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_a_column_of_long_texts_gets_the_room_that_short_ones_can_spare(shape: Shape) -> None:
    heads = ("Actie", "Wie trekt", "Begin", "Eind", "Stand", "Voor en na")
    body = [["Netwerkkaart", "Acacia", "1 mrt 2023", "geen eind", "loopt", LONG] for _ in range(4)]
    rows = rows_of(table_of(heads, body))
    alike = dict.fromkeys(range(6), shape.width / 6)
    chosen = widths_of(rows, range(1, 6), shape.width)
    assert sum(chosen.values()) == pytest.approx(shape.width)
    assert chosen[5] > 1.5 * alike[5]
    assert height_of(rows[1], [chosen]) < 0.75 * height_of(rows[1], [alike])


def test_the_words_of_a_status_stay_on_one_line_where_another_column_can_give_way() -> None:
    marks = [status_mark(Status.UNDECIDED, "nl", small=True) for _ in range(2)]
    told = [html.B("40 %"), html.Div("832 van de 2.074 jongeren")]
    goal = "3 Professionals in de hele regio versterken"
    rows = rows_of(table_of(("Doel", "Stand", "Norm", "Pad"), [[goal, told, *marks]]))
    chosen = widths_of(rows, range(1, 4), WIDE.width)
    cells = rows[1].children
    for place in (2, 3):
        assert count_lines(cells[place], chosen[place] - SIDES) == 1
    assert count_lines(cells[0], chosen[0] - SIDES) > 1


def test_a_small_table_has_larger_letters_and_a_full_one_has_not(parts_of: Walk) -> None:
    small = table_of(("Groep", "2024", "2025"), [["16 en 17 jaar", "33 %", "24 %"]] * 4)
    full = table_of(("Wat", "Waarom"), [["Ervaart regie", LONG * 3]] * 6)
    assert set(kinds_of([small], parts_of)) == {"proj-table proj-table--larger"}
    assert set(kinds_of([full], parts_of)) == {"proj-table"}


def test_tables_that_belong_together_have_letters_of_one_size(parts_of: Walk) -> None:
    def tables() -> list[html.Table]:
        small = table_of(("Groep", "2025"), [["16 en 17 jaar", "24 %"]] * 2)
        return [small, table_of(("Wat", "Waarom"), [["Ervaart regie", LONG * 3]] * 6)]

    assert set(kinds_of([on_projector(html.Div(), tables)], parts_of)) == {"proj-table"}


def test_a_column_that_says_nothing_in_any_row_is_left_out(parts_of: Walk) -> None:
    table = table_of(
        ("Gemeente", "Teller", "Waarde", "Noemer"),
        [["Woerden", "", "11 %", ""], ["Utrecht", "", "12 %", "7"]],
    )
    screen = screens_of([html.H1("Titel"), table], "nl")[1]
    heads = [words_of(part) for part in parts_of(screen) if getattr(part, "scope", "") == "col"]
    assert heads == ["Gemeente", "Waarde", "Noemer"]


@pytest.mark.parametrize(("rows", "sizes"), [(7, [7]), (8, [4, 4]), (26, [7, 7, 7, 5])])
def test_rows_stand_on_as_few_screens_as_can_be(rows: int, sizes: list[int]) -> None:
    found = packed([6.0] * rows, 60.0, 7)
    assert len(found) == len(sizes)
    assert sum(found) == rows
    assert min(found) >= min(sizes)


def test_letters_are_no_larger_where_that_would_break_a_status(parts_of: Walk) -> None:
    def goal(name: str) -> list[Content]:
        told = [html.B("40 %"), html.Div("1.421 van de 2.187 ondervraagden")]
        return [name, told, *(status_mark(Status.UNDECIDED, "nl", small=True) for _ in range(2))]

    table = table_of(("Doel", "Stand", "Norm", "Pad"), [goal("Startkwalificatie"), goal("Sport")])
    assert set(kinds_of([table], parts_of)) == {"proj-table"}
