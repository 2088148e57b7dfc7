"""Nothing hidden can be computed back: not by an outsider, and not by a partner that knows its own figures."""

from itertools import product

import numpy as np
import pytest

from domain.columns import Mask
from domain.disclosure_attack import Bounds, all_bounds
from domain.disclosure_cube import Place, cube
from domain.disclosure_layout import layout
from domain.disclosure_ledger import REACH, InvalidWitness, Ledger, Witness, needs_of
from domain.disclosure_protection import protect
from domain.disclosure_table import NOBODY, Table
from domain.period import parse_period

PERIODS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-H1", "2024-H2", "2024")


def generated(seed: int) -> tuple[list[Place], np.ndarray]:
    """At most sixty figures: partners by quarter, half-year and year, and by care form per year."""
    draw = np.random.default_rng(seed)
    partners = [f"P{number}" for number in range(draw.integers(2, 5))]
    forms = [f"v{number}" for number in range(draw.integers(2, 5))]
    mean = draw.choice([3.0, 6.0, 15.0])
    counts: dict[Place, np.ndarray] = {}
    for partner, form, quarter in product(partners, forms, range(4)):
        cases = draw.poisson(mean / len(forms) * draw.lognormal(0, 0.7), 2)
        for who, split, period in _places(partner, form, quarter):
            place = Place(who, parse_period(period), *split)
            counts[place] = counts.get(place, np.zeros(2)) + cases
    kept = {place: count for place, count in counts.items() if count.sum()}
    return list(kept), np.array(list(kept.values())).T


def _places(partner: str, form: str, quarter: int) -> list[tuple[str | None, tuple[str, str] | tuple[()], str]]:
    half = f"2024-H{quarter // 2 + 1}"
    totals: list[tuple[str | None, tuple[str, str] | tuple[()], str]] = [
        (who, (), period) for who in (None, partner) for period in (f"2024-Q{quarter + 1}", half, "2024")
    ]
    split = ("hulpvorm", form)
    return [*totals, (None, split, half), (None, split, "2024"), (partner, split, "2024")]


def protected(places: list[Place], counts: np.ndarray) -> tuple[Table, Mask]:
    table = cube(places, counts)
    small = (table.sizes > 0) & (table.sizes < REACH)
    ledger = Ledger(table, small, needs_of(table.sizes))
    protect(ledger, layout(table, places))
    return table, ledger.hidden


def is_protected(count: int, limits: Bounds) -> bool:
    if count >= REACH:
        return not limits.is_exact
    return limits.high is None or limits.high >= REACH or limits.high - limits.low >= REACH


@pytest.mark.parametrize("seed", range(12))
def test_no_attacker_narrows_a_hidden_count_of_a_generated_table_below_the_rule(seed: int) -> None:
    table, hidden = protected(*generated(seed))
    for attacker in range(NOBODY, table.partners):
        for cell, limits in all_bounds(table, hidden, attacker).items():
            assert is_protected(int(table.sizes[cell]), limits), (cell, attacker, limits)
