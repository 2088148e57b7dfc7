"""Hidden flows that are listed are at least one each, which whoever adds up knows."""

import numpy as np
import pytest

from domain.disclosure_table import Integers, Relation
from domain.flow_protection import hidden_flows, is_safe_together

THRESHOLD = 10


def most(sizes: Integers, hidden: np.ndarray, relation: Relation) -> list[int]:
    """The attack: how large each hidden part may be, when all other hidden ones are as small as can be."""
    parts = [part for part in relation.parts if hidden[part]]
    left = int(sizes[relation.total] - sum(sizes[part] for part in relation.parts if not hidden[part]))
    return [left - (len(parts) - 1) for _ in parts]


@pytest.mark.parametrize(
    "parts", [[50, *[1] * 10], [50, 5, 5], [50, 9, 2], [30, 20, *[2] * 5], [9, 9], [5, 5]]
)
def test_every_hidden_part_of_a_shown_total_may_be_no_small_group(parts: list[int]) -> None:
    sizes = np.array([sum(parts), *parts])
    relation = Relation(0, tuple(range(1, sizes.size)))
    hidden = hidden_flows(sizes, sizes < THRESHOLD, [relation], THRESHOLD)
    assert hidden[sizes < THRESHOLD].all()
    if not hidden[0]:
        assert min(most(sizes, hidden, relation)) >= THRESHOLD


def test_generated_flows_leave_no_part_that_must_be_small() -> None:
    draw, attacked = np.random.default_rng(9), 0
    for _ in range(300):
        parts = draw.integers(1, 25, size=draw.integers(2, 9))
        sizes = np.array([parts.sum(), *parts])
        relation = Relation(0, tuple(range(1, sizes.size)))
        hidden = hidden_flows(sizes, sizes < THRESHOLD, [relation], THRESHOLD)
        if hidden.any() and not hidden[0]:
            attacked += 1
            assert min(most(sizes, hidden, relation)) >= THRESHOLD
    assert attacked > 100


def test_a_sum_of_ten_single_paths_may_not_be_told() -> None:
    assert not is_safe_together([1] * 10, THRESHOLD)
    assert not is_safe_together([5, 5], THRESHOLD)
    assert is_safe_together([5, 6], THRESHOLD)
