"""How far an action is, and what stock-taking may be called."""

from datetime import date

import pytest

from domain.action import ActionState, action_state
from domain.balance import Balance, YearState, balance, year_state

FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 3, 31), ActionState.PLANNED),
        (FIRST, ActionState.RUNNING),
        (LAST, ActionState.RUNNING),
        (date(2026, 4, 1), ActionState.ENDED),
    ],
)
def test_the_first_and_last_day_belong_to_an_action(today: date, state: ActionState) -> None:
    assert action_state(FIRST, LAST, today) is state


def test_an_action_without_an_end_goes_on() -> None:
    assert action_state(FIRST, None, date(2099, 1, 1)) is ActionState.RUNNING


@pytest.mark.parametrize(
    ("figure", "state"),
    [
        (None, YearState.MISSING),
        ((False, False, False), YearState.MISSING),
        ((False, True, False), YearState.SUPPRESSED),
        ((True, False, True), YearState.PROVISIONAL),
        ((True, False, False), YearState.SETTLED),
    ],
)
def test_a_year_that_is_over_is_settled_provisional_hidden_or_missing(
    figure: tuple[bool, bool, bool] | None, state: YearState
) -> None:
    assert year_state(2025, date(2026, 1, 1), figure) is state


def test_a_year_that_still_runs_is_not_missing() -> None:
    assert year_state(2026, date(2026, 12, 31), None) is YearState.AHEAD
    assert year_state(2026, date(2026, 7, 1), (True, False, True)) is YearState.PROVISIONAL


ENDS = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("today", "last", "kind"),
    [
        (ENDS, [YearState.SETTLED], Balance.INTERIM),
        (date(2027, 1, 1), [YearState.SETTLED, YearState.SUPPRESSED], Balance.FINAL),
        (date(2027, 1, 1), [YearState.SETTLED, YearState.PROVISIONAL], Balance.INTERIM),
        (date(2027, 1, 1), [YearState.MISSING], Balance.INTERIM),
    ],
)
def test_an_evaluation_is_final_only_when_all_years_are_over_and_settled(
    today: date, last: list[YearState], kind: Balance
) -> None:
    assert balance(ENDS, today, last) is kind
