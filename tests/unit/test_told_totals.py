"""Counts of all partners together that no proof knows are told only where nobody learns of a small group."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from scipy.optimize import linprog

from domain.period import Period, PeriodKind, parse_period, period_of
from domain.told_totals import Share, Total, told_totals

LEAST = 10
QUARTERS = [parse_period(f"{year}-Q{number}") for year in (2024, 2025) for number in (1, 2, 3, 4)]
KINDS = (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR)
HORIZON = parse_period("2024/2025")

Cells = np.ndarray
"""By partner and quarter."""


def total(period: str, whole: tuple[int, int], *shares: tuple[int, int], is_shown: bool = True) -> Total:
    """Every answer is of another client."""
    parts = {f"P{number}": share(*one) for number, one in enumerate(shares)}
    return Total(parse_period(period), share(*whole), parts, is_shown)


def share(count: int, known: int) -> Share:
    return Share(count, known, known)


def told(*totals: Total) -> list[str]:
    return [one.period.code for one in told_totals(totals, LEAST)]


LARGE = ((60, 40), (30, 20), (30, 20))


def test_what_leaves_enough_others_to_every_partner_is_told() -> None:
    assert told(total("2025-H1", *LARGE)) == ["2025-H1"]


def test_few_others_beside_one_partner_are_not_told() -> None:
    assert told(total("2025-H1", (60, 40), (52, 38), (8, 2))) == []


def test_a_few_missing_are_not_told() -> None:
    assert told(total("2025-H1", (60, 55), (30, 27), (30, 28))) == []
    assert told(total("2025-H1", (60, 40), (30, 12), (30, 28))) == []


def test_none_missing_is_no_small_group() -> None:
    assert told(total("2025-H1", (60, 60), (30, 30), (30, 30))) == ["2025-H1"]


def test_partners_without_a_figure_are_others_too() -> None:
    assert told(total("2025-H1", (63, 40), (30, 20), (30, 20))) == ["2025-H1"]
    assert told(total("2025-H1", (63, 60), (30, 30), (30, 30))) == []


def test_many_records_of_others_may_be_of_few_clients() -> None:
    """The reader has every value, so the twelve records of the others may be of three."""
    assert told(total("2025-H1", (72, 46), (60, 46))) == []
    assert told(total("2025-H1", (84, 56), (60, 46), (24, 10))) == ["2025-H1"]


def test_beside_a_hidden_figure_nothing_is_told() -> None:
    assert told(total("2025-H1", *LARGE, is_shown=False)) == []


def test_quarters_are_told_together_or_not_at_all() -> None:
    half = total("2025-H1", (120, 80), (60, 40), (60, 40))
    quarters = [total("2025-Q1", *LARGE), total("2025-Q2", *LARGE)]
    assert told(half, *quarters) == ["2025-H1", "2025-Q1", "2025-Q2"]
    assert told(half, quarters[0], total("2025-Q2", *LARGE, is_shown=False)) == ["2025-H1"]
    assert told(half, quarters[0]) == ["2025-H1"]


def test_a_year_that_is_not_its_half_years_is_not_told_beside_them() -> None:
    """A partner of seven delivered no year: the half-years less the year would be just that partner."""
    halves = [total("2025-H1", *LARGE), total("2025-H2", (67, 47), (30, 20), (30, 20), (7, 7))]
    assert told(*halves, total("2025", (120, 80), (60, 40), (60, 40))) == ["2025-H1", "2025-H2"]
    assert told(*halves, total("2025", (127, 87), (60, 40), (60, 40), (7, 7)))[-1] == "2025"


def test_a_year_stands_alone_where_its_half_years_are_too_small() -> None:
    halves = [total("2025-H1", (60, 53), (60, 53)), total("2025-H2", (60, 52), (60, 52))]
    assert told(*halves, total("2025", (120, 105), (120, 105))) == ["2025"]


@pytest.mark.parametrize("seed", range(40))
def test_no_reader_can_bound_a_group_of_others_below_the_threshold(seed: int) -> None:
    """The attack: all that is told, one's own counts, and how many answered everywhere, by linear program."""
    counts, missing, left_out = drawn(seed)
    every = list(totals(counts, missing, left_out))
    places = {one.period: part_of(one.period, left_out) for one in every}
    known = [places[one.period] for one in told_totals(every, LEAST)]
    for reader in range(-1, len(counts)):
        own = np.arange(len(counts)) == reader  # an outsider has none
        for cells in places.values():
            each = [cells & (np.arange(len(counts)) == other)[:, None] for other in np.flatnonzero(~own)]
            for sought in (cells & ~own[:, None], *each):
                if 0 < missing[sought].sum() < LEAST:
                    assert highest(missing, known, own, sought) >= LEAST


@pytest.mark.parametrize("seed", range(40))
def test_in_what_is_told_the_others_of_nobody_are_few(seed: int) -> None:
    counts, missing, left_out = drawn(seed)
    for one in told_totals(totals(counts, missing, left_out), LEAST):
        here = counts * part_of(one.period, left_out)
        others = here.sum() - here.sum(axis=1)
        assert not ((others > 0) & (others < LEAST)).any()


def test_the_attack_finds_what_is_told_too_much() -> None:
    """Else the tests above show nothing."""
    missing = np.zeros((2, len(QUARTERS)), dtype=int)
    missing[1, 0] = 3
    year = part_of(parse_period("2024"), np.zeros(2, dtype=bool))
    outsider = np.zeros(2, dtype=bool)
    assert highest(missing, [year], outsider, year) == pytest.approx(3)
    assert highest(missing, [], outsider, year) == np.inf


def drawn(seed: int) -> tuple[Cells, Cells, np.ndarray]:
    """Counts by partner and quarter, how many of them miss a value, and which partners deliver no years."""
    draw = np.random.default_rng(seed)
    partners = int(draw.integers(2, 6))
    counts = draw.poisson(draw.choice([0.5, 4, 20, 60], (partners, 1)), (partners, len(QUARTERS)))
    missing = draw.binomial(counts, draw.choice([0, 0.05, 0.4, 1], (partners, 1)))
    return counts, missing, draw.random(partners) < 0.2


def totals(counts: Cells, missing: Cells, left_out: np.ndarray) -> Iterator[Total]:
    """As published: a partner without any value has no figure."""
    periods = dict.fromkeys(period_of(one.start, kind) for kind in KINDS for one in QUARTERS)
    for period in (*periods, HORIZON):
        here = part_of(period, left_out)
        sums = zip((counts * here).sum(axis=1).tolist(), (missing * here).sum(axis=1).tolist(), strict=True)
        every = {str(number): share(count, count - lost) for number, (count, lost) in enumerate(sums)}
        whole = share(
            *(sum(counts) for counts in zip(*((one.count, one.known) for one in every.values()), strict=True))
        )
        if whole.known:
            shares = {code: one for code, one in every.items() if one.known}
            yield Total(period, whole, shares, is_shown=True)


def part_of(period: Period, left_out: np.ndarray) -> np.ndarray:
    """Which cells make up a total."""
    inside = np.array([period.contains(one.start) for one in QUARTERS])
    is_long = period.kind in (PeriodKind.YEAR, PeriodKind.HORIZON)
    return np.outer(~(left_out & is_long), inside)


def highest(truth: Cells, known: Sequence[np.ndarray], own: np.ndarray, sought: np.ndarray) -> float:
    """How much the cells that are sought can be together, for who knows these sums and its own cells."""
    if not known:
        return np.inf
    matrix = np.array([cells.ravel() for cells in known], dtype=float)
    is_own = np.repeat(own, len(QUARTERS))
    ends = np.column_stack([np.where(is_own, truth.ravel(), 0), np.where(is_own, truth.ravel(), np.inf)])
    goal = -sought.ravel().astype(float)
    found = linprog(goal, A_eq=matrix, b_eq=matrix @ truth.ravel(), bounds=ends)
    return np.inf if found.status == 3 else -found.fun + 1e-6
