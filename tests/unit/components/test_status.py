"""Signs: a word, a shape and a colour for everything a reader may be told."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component

from components.figures.rows import CriterionStep, Reading
from components.matrix import MatrixCell, MatrixColumn, MatrixRow, matrix
from components.projector_words import without_desk
from components.status import (
    Sign,
    movement_mark,
    movement_word,
    path_mark,
    path_word,
    sign_of,
    status_mark,
    status_word,
)
from components.text import Language
from domain.status import Movement, PathStatus, Status

Words = Callable[[Any], str]
Walk = Callable[[Any], Iterator[Component]]


@pytest.mark.parametrize("language", list(Language))
def test_everything_that_may_be_told_has_a_word_and_a_sign(language: str) -> None:
    words = {Status: status_word, Movement: movement_word, PathStatus: path_word}
    for states, word in words.items():
        for told in states:
            assert word(told, language)
            assert sign_of(told) in Sign


def test_only_good_and_bad_have_a_colour_of_their_own() -> None:
    coloured = {told for states in (Status, Movement, PathStatus) for told in states
                if sign_of(told) in (Sign.BETTER, Sign.WORSE)}  # fmt: skip
    assert coloured == {"met", "not_met", "improving", "worsening", "reached", "on_path", "behind"}


def props(mark: Component) -> dict[str, Any]:
    found: dict[str, Any] = mark.to_plotly_json()["props"]
    return found


def test_a_mark_carries_its_sign_as_a_class_and_its_sentence_as_a_title(words_of: Words) -> None:
    mark = status_mark("not_met", "nl", strong=True, title="22 van de 120 trajecten.")
    assert props(mark)["className"] == "status status--worse"
    assert props(mark)["title"] == "22 van de 120 trajecten."
    assert "sterk signaal" in words_of(mark)
    assert props(movement_mark("no_change", "nl"))["className"] == "status"
    assert props(path_mark("behind", "nl", small=True))["className"] == "status status--worse status--s"


def test_the_sentence_of_a_mark_can_be_opened_without_a_mouse_and_is_read_out(parts_of: Walk) -> None:
    for mark in (
        status_mark("met", "nl", title="Een zin."),
        movement_mark("no_change", "nl", title="Een zin."),
        path_mark("behind", "nl", title="Een zin."),
    ):
        button = next(part for part in parts_of(mark) if isinstance(part, html.Button))
        assert props(button)["type"] == "button"
        assert props(button.children) == {"children": "Een zin.", "className": "sr"}
    assert not [part for part in parts_of(status_mark("met", "nl")) if isinstance(part, html.Button)]


def test_on_a_projector_a_mark_has_no_button() -> None:
    shown = without_desk([html.Td(status_mark("met", "nl", title="Een zin."))])
    assert "Button" not in str(shown)


@pytest.mark.parametrize(
    ("path", "word"), [("on_path", "Op pad"), ("behind", "Achter"), ("reached", "Doel bereikt")]
)
def test_a_cell_tells_the_path_apart_from_the_criterion_where_it_is_decided(
    path: str, word: str, reading: Reading, words_of: Words
) -> None:
    cells = [MatrixCell(0.82, 118, status="met", path=told) for told in (path, "undecided", None)]
    columns = [MatrixColumn(name) for name in ("Alle", "A", "B")]
    drawn = words_of(matrix(columns, [MatrixRow(reading, None, cells)], name="x", language="nl"))
    assert drawn.count(f">{word}<") == 1
    assert drawn.count("moves--path") == 1


def test_all_that_is_said_of_a_cell_is_read_out_and_a_cell_without_a_link_can_be_opened(
    reading: Reading, words_of: Words
) -> None:
    cells = [
        MatrixCell(0.82, 118, href="/a", status="met", title="Een zin."),
        MatrixCell(0.8, 9, title="Nog een."),
    ]
    columns = [MatrixColumn("Alle"), MatrixColumn("Overige")]
    drawn = words_of(matrix(columns, [MatrixRow(reading, None, cells)], name="x", language="nl"))
    assert '<span class="sr">Een zin.</span>' in drawn
    assert '<button class="told desk" type="button"><span class="sr">Nog een.</span></button>' in drawn


@pytest.mark.parametrize(
    ("status", "strong", "name"),
    [
        ("met", False, "cell cell--better"),
        ("not_met", True, "cell cell--worse cell--strong"),
        ("undecided", False, "cell"),
        ("no_criterion", False, "cell cell--plain"),
    ],
)
def test_a_cell_of_the_matrix_shows_its_sign_and_fills_only_what_is_strong(
    status: str, strong: bool, name: str, reading: Reading, words_of: Words
) -> None:
    cell = MatrixCell(0.82, 118, status=status, strong=strong, small=True)
    drawn = words_of(
        matrix([MatrixColumn("Alle")], [MatrixRow(reading, None, [cell])], name="x", language="nl")
    )
    assert f'class="{name}"' in drawn
    assert "klein aantal" in drawn
    assert ("sterk signaal" in drawn) == strong


def test_a_hidden_cell_says_nothing_of_its_status(reading: Reading, words_of: Words) -> None:
    cell = MatrixCell(None, None, "hidden", status="not_met", strong=True)
    norm = CriterionStep("≤", 0.15, None, date(2025, 1, 1), None)
    drawn = words_of(
        matrix([MatrixColumn("Alle")], [MatrixRow(reading, norm, [cell])], name="x", language="nl")
    )
    assert "Voldoet" not in drawn
    assert "cell--worse" not in drawn
