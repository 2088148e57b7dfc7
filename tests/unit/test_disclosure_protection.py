"""Nothing hidden can be computed back: not by an outsider, nor by a partner that knows its own figures."""

from contextlib import nullcontext
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog

from domain import disclosure_protection
from domain.columns import Mask
from domain.disclosure_attack import Bounds, bounds
from domain.disclosure_cube import Place, cube
from domain.disclosure_layout import layout
from domain.disclosure_ledger import REACH, InvalidWitness, Ledger, Witness, needs_of
from domain.disclosure_protection import protect
from domain.disclosure_table import NOBODY, Table, known_to
from domain.period import parse_period

DRAWS = 6
MOST = 1000
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


def _places(
    partner: str, form: str, quarter: int
) -> list[tuple[str | None, tuple[str, str] | tuple[()], str]]:
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


def spans(table: Table, hidden: Mask, attacker: int) -> dict[int, Bounds]:
    """How far apart some whole tables lie that fit what the attacker sees: exact bounds are no narrower."""
    unknown = known_to(table, hidden, attacker)
    cells, draw = np.flatnonzero(unknown), np.random.default_rng(1)
    low, high = np.zeros(cells.size), np.zeros(cells.size)
    for counts in table.layers:
        seen = -(table.matrix @ np.where(unknown, 0, counts))
        found = [counts[cells]]
        for _ in range(DRAWS if cells.size else 0):
            goal = draw.choice([-1.0, 1.0], cells.size)
            fits = linprog(goal, A_eq=table.by_cell[:, cells], b_eq=seen, bounds=(0, MOST)).x
            found += [np.round(fits)] if np.allclose(fits, np.round(fits), atol=1e-6) else []
        low, high = low + np.min(found, axis=0), high + np.max(found, axis=0)
    return {
        int(cell): Bounds(round(least), round(most))
        for cell, least, most in zip(cells, low, high, strict=True)
    }


def is_protected(count: int, limits: Bounds) -> bool:
    if count >= REACH:
        return not limits.is_exact
    return limits.high is None or limits.high >= REACH or limits.high - limits.low >= REACH


@pytest.mark.parametrize("seed", range(12))
def test_no_attacker_narrows_a_hidden_count_of_a_generated_table_below_the_rule(seed: int) -> None:
    table, hidden = protected(*generated(seed))
    for attacker in range(NOBODY, table.partners):
        for cell, seen in spans(table, hidden, attacker).items():
            size = int(table.sizes[cell])
            limits = seen if is_protected(size, seen) else bounds(table, hidden, cell, attacker)
            assert is_protected(size, limits), (cell, attacker, limits)


@pytest.mark.parametrize("seed", [2, 6])
def test_large_tables_are_served_by_exchanges_first_and_are_as_safe(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disclosure_protection, "LARGE", 0)
    monkeypatch.setattr(disclosure_protection, "VERY_LARGE", 0)
    test_no_attacker_narrows_a_hidden_count_of_a_generated_table_below_the_rule(seed)


def test_a_third_partner_is_hidden_because_each_of_two_would_know_the_other() -> None:
    places, counts = partners_in_two_quarters(first=[4, 6, 20, 30], second=[30, 30, 30, 30])
    _, hidden = protected(places, counts)
    in_first = [cell for cell, place in enumerate(places) if place.partner and place.period.code == "2024-Q1"]
    assert np.count_nonzero(hidden[in_first]) == 3
    assert not hidden[[cell for cell, place in enumerate(places) if place.partner is None]].any()


def test_a_quarter_is_not_left_as_the_half_year_minus_the_other_quarter() -> None:
    places, counts = partners_in_two_quarters(first=[4, 20, 20, 30], second=[40, 30, 30, 30])
    _, hidden = protected(places, counts)
    mine = [
        place.period.code
        for place, is_hidden in zip(places, hidden, strict=True)
        if is_hidden and place.partner == "P0"
    ]
    assert len(mine) > 1


def test_nothing_more_is_hidden_where_nothing_is_small() -> None:
    _, hidden = protected(*partners_in_two_quarters(first=[20, 20], second=[20, 20]))
    assert not hidden.any()


def partners_in_two_quarters(first: list[int], second: list[int]) -> tuple[list[Place], np.ndarray]:
    counts: dict[Place, int] = {}
    for number, in_quarters in enumerate(zip(first, second, strict=True)):
        for quarter, cases in zip(("2024-Q1", "2024-Q2"), in_quarters, strict=True):
            for partner, period in product((None, f"P{number}"), (quarter, "2024-H1")):
                place = Place(partner, parse_period(period))
                counts[place] = counts.get(place, 0) + cases
    return list(counts), np.array([list(counts.values())], dtype=float)


def test_a_witness_that_changes_what_is_published_or_a_sum_is_refused() -> None:
    places, counts = partners_in_two_quarters(first=[4, 6], second=[30, 30])
    table = cube(places, counts)
    ledger = Ledger(table, table.sizes < REACH, needs_of(table.sizes))
    small, visible = np.flatnonzero(ledger.hidden), np.flatnonzero(~ledger.hidden)
    for cells, change in ((visible[:1], 1), (small[:1], 1), (small[:1], -5)):
        with pytest.raises(InvalidWitness):
            ledger.take(Witness(cells, np.array([[change]])))


def test_a_witness_that_has_more_of_something_than_everybody_knows_there_can_be_is_refused() -> None:
    places, counts = partners_in_two_quarters(first=[4, 30], second=[30, 30])
    table = cube(places, counts)
    mine, theirs = (
        [places.index(Place(code, parse_period(quarter))) for quarter in ("2024-Q1", "2024-Q2")]
        for code in ("P0", "P1")
    )
    exchange = Witness(np.array([*mine, *theirs]), np.array([[6, -6, -6, 6]]))
    for most, is_refused in ((36, False), (35, True)):
        ceilings = np.where(np.arange(table.sizes.size) == theirs[1], most, np.inf)
        hidden = np.isin(np.arange(table.sizes.size), exchange.cells)
        ledger = Ledger(replace(table, ceilings=ceilings), hidden, needs_of(table.sizes))
        with pytest.raises(InvalidWitness, match="at most") if is_refused else nullcontext():
            ledger.take(exchange)
        assert ledger.open[mine[0], ledger.outsider] == is_refused


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("seed", [0, 2, 6])
def test_what_protects_keeps_every_count_below_what_everybody_knows_it_to_be_at_most(
    seed: int, is_large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_large:
        monkeypatch.setattr(disclosure_protection, "LARGE", 0)
        monkeypatch.setattr(disclosure_protection, "VERY_LARGE", 0)
    places, counts = generated(seed)
    free = cube(places, counts)
    draw, small = np.random.default_rng(seed), (free.sizes > 0) & (free.sizes < REACH)
    most = np.maximum(free.sizes + draw.integers(0, 6, free.sizes.size), small * (REACH + 2))
    table = replace(free, ceilings=np.where(draw.random(most.size) < 0.5, most, np.inf))
    above = []
    for one in (free, table):
        ledger = Ledger(one, small, needs_of(table.sizes))
        protect(ledger, layout(one, places))
        assert not ledger.open.any()
        found = [made.changes.sum(axis=0) - table.headroom[made.cells] for made in ledger.witnesses]
        above.append(max(over.max() for over in found) > 0)
    assert above == [True, False], "the first, else nothing was limited"


def test_a_partner_that_made_up_a_total_alone_is_not_hidden_from_itself() -> None:
    places = [Place(None, parse_period("2024"), known_to="P0"), Place("P0", parse_period("2024"))]
    table, hidden = protected(places, np.array([[4.0, 4.0]]))
    assert hidden.all()
    assert table.owners.tolist() == [0, 0]


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", range(100, 300))
def test_no_attacker_narrows_a_hidden_count_of_two_hundred_generated_tables(seed: int) -> None:
    test_no_attacker_narrows_a_hidden_count_of_a_generated_table_below_the_rule(seed)
