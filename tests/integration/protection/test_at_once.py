"""What no pair of indicators gives away, all of them together do not either."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from data.publishing.protection import at_once, protecting
from data.publishing.protection.at_once import AtOnce, Moving, companies
from data.publishing.protection.connected import connected
from data.publishing.protection.figures import Own
from data.publishing.protection.links import Pair
from data.publishing.protection.populations import Population, with_limits
from data.publishing.protection.shielding import Proof
from data.publishing.protection.steps import Step
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import REACH
from domain.disclosure_protection import Unprotectable
from domain.disclosure_reach import Reach
from domain.period import parse_period
from settings import Settings
from tests.integration.protection.joint_files import counts_of, followed, own_of, read, read_exact, stars
from tests.integration.protection.test_proved_together import group_of
from tests.integration.protection.test_wholes_again import PARTNERS, hidden, published

WHO_KNOWS = 2
PLACES = [Place(None, parse_period(period)) for period in ("2024-Q1", "2024-01", "2024-02", "2024-03")]
PAIRS = [Pair((0, 0), (2, 0)), Pair((1, 0), (2, 0))]
MANY = {0: ([82, 23, 30, 29], [20, 11, 4, 5]), 1: ([93, 20, 39, 34], [27, 10, 12, 5])}
WHOLE = ([105, 27, 40, 38], [38, 15, 13, 10])
"""Of a quarter and its months: of all partners, and of the one that knows."""


def as_it_was(_connection: object, proofs: list[Proof], *_: object) -> list[Proof]:
    return proofs


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """As if only pairs were proved."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protecting, "until_nothing_follows", as_it_was)
        return published(tmp_path_factory.mktemp("before"), seed=2)[0]


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, list[str]]:
    return published(tmp_path_factory.mktemp("after"), seed=2)


def found(settings: Settings, attacker: str | None) -> list[object]:
    exact = read_exact(settings)
    counts = counts_of(exact)
    ((whole, rows),) = stars(exact, counts, read(settings, "steering", exact)).items()
    return list(followed(exact, counts, rows, whole, own_of(exact, counts, attacker)))


@pytest.mark.parametrize("attacker", [None, *PARTNERS])
def test_nothing_hidden_follows_from_two_parts_and_their_whole(
    after: tuple[Settings, list[str]], attacker: str | None
) -> None:
    assert found(after[0], attacker) == []


def test_pairs_alone_would_tell_three_partners(before: Settings) -> None:
    assert [one for one in PARTNERS if found(before, one)] == ["P2", "P3", "P4"]


def test_publishing_says_what_that_hid(before: Settings, after: tuple[Settings, list[str]]) -> None:
    settings, said = after
    (line,) = [line for line in said if line.startswith(f"  {Step.AT_ONCE}:")]
    assert 0 < int(line.split(": ")[1].split()[0]) <= len(hidden(settings) - hidden(before))
    assert hidden(before) < hidden(settings)


def known_by_one() -> list[Population]:
    """Two parts and a whole of which each month is told by another part to the partner that misses some."""
    return [_with_own(at, *counts) for at, counts in (*MANY.items(), (2, WHOLE))]


def _with_own(indicator: int, of_all: list[int], own: list[int]) -> Population:
    (member,) = group_of(indicator, np.array([of_all])).members
    known = dict.fromkeys(member.counts, np.full(len(own), np.nan)) | {"records": np.array(own, dtype=float)}
    its = Own(np.arange(len(own)), known, np.full(len(own), WHO_KNOWS))
    return with_limits(Population((replace(member, own=its),), ()), {})


def _two_months_hidden() -> list[Mask]:
    nothing = np.zeros(len(PLACES), dtype=bool)
    return [nothing, nothing, np.array([False, True, True, False])]


def test_two_months_that_two_parts_tell_one_partner_together_are_freed() -> None:
    """In January the one part and what it misses are all 27, in February the other part all 40."""
    groups, masks = known_by_one(), _two_months_hidden()
    told = AtOnce(PAIRS, PLACES, REACH, {"P2": WHO_KNOWS}).protect(groups, masks, {})
    assert sum(int(mask.sum()) for mask in told) > 2
    again = AtOnce(PAIRS, PLACES, REACH, {"P2": WHO_KNOWS}).protect(groups, told, {})
    assert all(np.array_equal(one, other) for one, other in zip(told, again, strict=True))


@pytest.mark.parametrize("partners", [{}, {"P3": WHO_KNOWS + 1}])
def test_nothing_more_is_hidden_from_who_does_not_know_that(partners: dict[str, int]) -> None:
    masks = _two_months_hidden()
    found = AtOnce(PAIRS, PLACES, REACH, partners).protect(known_by_one(), masks, {})
    assert all(np.array_equal(one, other) for one, other in zip(masks, found, strict=True))


@pytest.mark.parametrize("many", [1, 3, 4, 12, 13, 100])
def test_every_partner_is_in_ever_smaller_companies_that_attack_together(many: int) -> None:
    partners = {f"P{number:03}": number for number in range(many)}
    found = [set(some) for some in companies(partners)]
    sizes = Counter(code for some in found for code in some)
    assert set(sizes.values()) <= {len(found).bit_length() - 1}
    assert (sizes.keys() == partners.keys()) == (many > 3)


def test_what_moves_before_a_company_moves_before_each_of_it_and_before_an_outsider() -> None:
    moving, cells = Moving(), np.array([True, False])
    moving.add({"P1": 1, "P2": 2}, cells)
    moving.add({"P1": 1}, ~cells)
    assert moving.before({"P1": 1}, 2).tolist() == [True, True]
    assert moving.before({"P2": 2}, 2).tolist() == [True, False]
    assert moving.before({"P1": 1, "P2": 2}, 2).tolist() == [True, False]
    assert moving.before({"P3": 3}, 2).tolist() == [False, False]
    assert moving.before({}, 2).tolist() == [True, True]


def test_several_together_know_no_less_than_each_of_them() -> None:
    """What each knows to be missing, and that others are few, is in the table of a company as well."""
    ledgers = [
        connected(known_by_one(), PAIRS, PLACES, REACH, {}, some).ledger(_two_months_hidden())
        for some in ({}, {"P2": WHO_KNOWS}, {"P2": WHO_KNOWS, "P3": WHO_KNOWS + 1})
    ]
    for less, more in pairwise(ledgers):
        assert (more.needs >= less.needs).all()
        assert (more.table.room <= less.table.room).all()
        assert (more.table.headroom <= less.table.headroom).all()
    assert (ledgers[1].table.headroom < ledgers[0].table.headroom).any()


@pytest.mark.parametrize("pair", PAIRS)
def test_one_of_the_two_parts_tells_too_little(pair: Pair) -> None:
    masks = _two_months_hidden()
    found = AtOnce([pair], PLACES, REACH, {"P2": WHO_KNOWS}).protect(known_by_one(), masks, {})
    assert all(np.array_equal(one, other) for one, other in zip(masks, found, strict=True))


def test_where_nothing_frees_it_all_of_its_group_is_hidden_and_then_nothing_is_published(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(at_once, "freed", lambda *_: None)
    every = AtOnce(PAIRS, PLACES, REACH, {"P2": WHO_KNOWS})
    assert every.protect(known_by_one(), _two_months_hidden(), {})[2].all()
    monkeypatch.setattr(Reach, "stuck", lambda *_: np.array([2 * len(PLACES)]))
    with pytest.raises(Unprotectable):
        every.protect(known_by_one(), _two_months_hidden(), {})
