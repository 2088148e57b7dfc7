"""What changed since the period before, said so that chance is never taken for a change."""

from collections.abc import Callable
from dataclasses import replace

from components.descriptions.change import change_parts, change_sentence, turned_sentences
from components.figures.rows import Reading, TrendPoint
from domain.status import Direction, Movement, PathStatus, Status

Build = Callable[..., TrendPoint]


def test_a_change_that_chance_can_give_is_said_to_fit_chance(point: Build, reading: Reading) -> None:
    now, earlier = point("2026-Q3", 0.18, movement=Movement.NO_CHANGE), point("2026-Q2", 0.17)
    assert change_sentence(now, earlier, reading) == (
        "Van 17\N{NO-BREAK SPACE}% in het 2e kwartaal 2026 naar 18\N{NO-BREAK SPACE}%. Dat past bij toeval."
    )
    assert change_parts(now, earlier, reading) == ("was 17\N{NO-BREAK SPACE}%", "past bij toeval")


def test_a_series_that_worsens_says_that_it_is_more_than_chance(point: Build, reading: Reading) -> None:
    now, earlier = point(value=0.18, movement=Movement.WORSENING), point("2026-Q2", 0.17)
    assert change_sentence(now, earlier, reading).endswith("De reeks gaat achteruit, meer dan door toeval.")


def test_the_same_value_is_not_called_a_change(point: Build, reading: Reading) -> None:
    said = change_sentence(point(value=0.181), point("2026-Q2", 0.179), reading)
    assert said == "Net als in het 2e kwartaal 2026: 18\N{NO-BREAK SPACE}%."


def test_nothing_is_compared_across_a_break(point: Build, reading: Reading) -> None:
    said = change_sentence(point(), point("2026-Q2"), reading, is_broken=True)
    assert "Vergelijken met de periode ervoor kan niet" in said
    assert "17" not in said


def test_a_hidden_figure_tells_nothing_of_the_one_before(point: Build, reading: Reading) -> None:
    hidden = point(suppressed=True)
    for said in (change_sentence, change_parts):
        assert "17" not in str(said(hidden, point("2026-Q2", 0.17), reading))


def test_a_first_figure_is_called_the_first(point: Build, reading: Reading) -> None:
    assert change_sentence(point(), None, reading) == "Dit is het eerste cijfer."
    assert change_sentence(point(), point("2026-Q2", suppressed=True), reading) == "Dit is het eerste cijfer."


def test_no_figure_at_all_is_said(point: Build, reading: Reading) -> None:
    assert change_sentence(None, point("2026-Q2"), reading) == "Er is nog geen cijfer."


def test_a_verdict_that_can_now_be_given_is_a_turn(point: Build, reading: Reading) -> None:
    earlier = point("2026-Q2", status=Status.UNDECIDED, path=PathStatus.UNDECIDED)
    now = point(status=Status.NOT_MET, path=PathStatus.BEHIND)
    assert turned_sentences(now, earlier, reading, has_target=True) == [
        "Norm: van nog niet te zeggen naar voldoet niet.",
        "Pad: van nog niet te zeggen naar achter.",
    ]


def test_a_verdict_that_can_no_longer_be_given_is_no_turn(point: Build, reading: Reading) -> None:
    earlier = point("2026-Q2", status=Status.NOT_MET)
    now = replace(earlier, status=Status.UNDECIDED)
    assert turned_sentences(now, earlier, reading, has_target=False) == []


def test_a_last_step_against_the_way_of_the_series_is_said_first(point: Build, reading: Reading) -> None:
    now, earlier = point(value=0.19, movement=Movement.IMPROVING), point("2026-Q2", 0.17)
    said = change_sentence(now, earlier, reading, direction=Direction.LOWER)
    assert said.endswith(
        "Dit laatste cijfer is slechter. "
        "Over meer periodes samen gaat de reeks vooruit, meer dan door toeval."
    )
    _, note = change_parts(now, earlier, reading, direction=Direction.LOWER)
    assert note == "nu slechter, de reeks als geheel vooruit"


def test_a_last_step_along_with_the_series_is_no_worse_figure(point: Build, reading: Reading) -> None:
    now, earlier = point(value=0.19, movement=Movement.IMPROVING), point("2026-Q2", 0.17)
    said = change_sentence(now, earlier, reading, direction=Direction.HIGHER)
    assert said.endswith("De reeks gaat vooruit, meer dan door toeval.")
