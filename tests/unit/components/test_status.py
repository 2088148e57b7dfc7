"""Signs: a word, a shape and a colour for everything a reader may be told."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from dash.development.base_component import Component

from components.figures.rows import CriterionStep, Reading
from components.matrix import MatrixCell, MatrixColumn, MatrixRow, matrix
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
