"""Policies hide what is too small for their audience, and rounding keeps what it covers uncertain."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure import POLICIES, hidden_mask, is_hidden, is_small, primary_reason, small_mask
from domain.rounding import round_counts, round_half_up, round_to_base, rounding_interval

COUNTS = st.integers(0, 60)


@pytest.mark.parametrize(
    ("audience", "clients", "numerator", "expected"),
    [
        ("steering", 9, 3, True),
        ("steering", 10, 0, False),
        ("steering", 0, 0, False),
        ("partner_other", 9, 9, True),
        ("partner_own", 1, 1, False),
        ("public", 20, 10, False),
        ("public", 20, 9, True),
        ("public", 20, 11, True),
        ("public", 0, 0, True),
    ],
)
def test_each_audience_has_its_own_threshold(
    audience: str, clients: int, numerator: int, expected: bool
) -> None:
    policy = POLICIES[audience]
    assert is_hidden(policy, clients=clients, denominator=clients, numerator=numerator) is expected


@given(clients=COUNTS, records=COUNTS, part=COUNTS, audience=st.sampled_from(sorted(POLICIES)))
def test_a_column_is_judged_as_its_rows_are(clients: int, records: int, part: int, audience: str) -> None:
    policy = POLICIES[audience]
    row = is_hidden(policy, clients=clients, denominator=records, numerator=part)
    column = hidden_mask(
        policy,
        clients=np.array([float(clients)]),
        denominator=np.array([float(records)]),
        numerator=np.array([float(part)]),
    )
    assert column[0] == row or clients == 0


def test_few_clients_are_marked_from_the_threshold_up_to_thirty() -> None:
    steering, own = POLICIES["steering"], POLICIES["partner_own"]
    assert [is_small(clients, steering) for clients in (9, 10, 29, 30)] == [False, True, True, False]
    assert [is_small(clients, own) for clients in (0, 1, 29, 30)] == [False, True, True, False]
    assert list(small_mask(steering, np.array([9.0, 29.0, 30.0]))) == [False, True, False]


def test_without_a_numerator_the_clients_decide() -> None:
    assert primary_reason(POLICIES["public"], clients=10) == "shown"


@given(count=st.integers(0, 10_000), base=st.sampled_from([5, 10]))
def test_a_count_lies_in_the_interval_of_its_rounding(count: int, base: int) -> None:
    rounded = round_to_base(count, base)
    low, high = rounding_interval(rounded, base)
    assert low <= count <= high
    assert round_to_base(high, base) == round_to_base(max(low, 0), base) == rounded
    assert round_counts(np.array([float(count)]), base)[0] == rounded


def test_half_goes_up_in_decimal_arithmetic() -> None:
    assert str(round_half_up(2.675, 2)) == "2.68"
    assert str(round_half_up("0.5", 0)) == "1"


def test_the_steering_group_and_other_partners_see_the_same_so_that_one_mask_serves_both() -> None:
    other = POLICIES["partner_other"]
    assert replace(other, audience="steering") == POLICIES["steering"]
