"""What no pair of indicators gives away, all of them together do not either."""

from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from data.publishing.protection import at_once, protecting
from data.publishing.protection.at_once import AtOnce, Moving, companies
from data.publishing.protection.connected import Connected, connected
from data.publishing.protection.figures import Own
from data.publishing.protection.links import Pair
from data.publishing.protection.populations import Population, with_limits
from data.publishing.protection.shielding import Proof
from data.publishing.protection.steps import Step
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import REACH, Witness
from domain.disclosure_program import Program
from domain.disclosure_protection import Unprotectable
from domain.disclosure_reach import Reach, freed
from domain.disclosure_table import Integers
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


def _with_own(indicator: int, of_all: list[int], own: list[int], whose: Integers | None = None) -> Population:
    (member,) = group_of(indicator, np.array([of_all])).members
    known = dict.fromkeys(member.counts, np.full(len(own), np.nan)) | {"records": np.array(own, dtype=float)}
    its = Own(np.arange(len(own)), known, np.full(len(own), WHO_KNOWS) if whose is None else whose)
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


@pytest.mark.parametrize("many", [1, 5, 6, 12, 13, 100])
def test_every_partner_is_in_ever_smaller_companies_of_three_or_more(many: int) -> None:
    found = [set(some) for some in companies({f"P{number:03}": number for number in range(many)})]
    standing = Counter(code for some in found for code in some)
    assert min((len(some) for some in found), default=3) >= 3
    assert len(standing) == (many if many >= 6 else 0)
    assert set(standing.values()) <= {len(found).bit_length() - 1}


def test_what_moves_before_a_company_moves_before_each_of_it_and_before_an_outsider() -> None:
    moving, cells = Moving(), np.array([True, False])
    moving.add({"P1": 1, "P2": 2}, cells)
    moving.add({"P1": 1}, ~cells)
    assert moving.before({"P1": 1}, 2).tolist() == [True, True]
    assert moving.before({"P2": 2}, 2).tolist() == [True, False]
    assert moving.before({"P1": 1, "P2": 2}, 2).tolist() == [True, False]
    assert moving.before({"P3": 3}, 2).tolist() == [False, False]
    assert moving.before({}, 2).tolist() == [True, True]


def shared() -> list[Population]:
    """As before, but one partner knows of the quarter and January, and another one of what comes after."""
    return [
        _with_own(at, of_all, own, np.array([0, 0, 1, 1]) + WHO_KNOWS)
        for at, (of_all, own) in (*MANY.items(), (2, WHOLE))
    ]


def test_several_together_know_no_less_than_each_of_them() -> None:
    """What each knows to be missing, and that others are few, is in the table of a company as well."""
    company = {"P2": WHO_KNOWS, "P3": WHO_KNOWS + 1}
    outsider, *each, together = (
        connected(shared(), PAIRS, PLACES, REACH, {}, some).ledger(_two_months_hidden())
        for some in ({}, *({code: number} for code, number in company.items()), company)
    )
    for less, more in (*((outsider, one) for one in each), *((one, together) for one in each)):
        assert (more.needs >= less.needs).all()
        assert (more.table.room <= less.table.room).all()
        assert (more.table.headroom <= less.table.headroom).all()
        assert (more.table.headroom < less.table.headroom).any()


def test_a_figure_of_all_can_be_no_less_than_what_a_partner_has_of_it() -> None:
    of_all, own = (np.array(counts) for counts in MANY[0])
    for some, least in (({"P2": WHO_KNOWS}, own), ({}, np.ones_like(own))):
        table = connected(known_by_one(), PAIRS, PLACES, REACH, {}, some).table
        assert table.room[0, : of_all.size].tolist() == (of_all - least).tolist()


def test_what_only_several_partners_could_compute_together_stays_in_the_open() -> None:
    """Nobody attacks with what another one knows; companies only find what moves."""
    masks = _two_months_hidden()
    company = {"P2": WHO_KNOWS, "P3": WHO_KNOWS + 1}
    together = connected(shared(), PAIRS, PLACES, REACH, {}, company)
    nothing = np.zeros(together.needs.size, dtype=bool)
    assert Reach(nothing).stuck(together.ledger(masks), nothing).size
    partners = company | {f"P{number}": number for number in range(4, 8)}
    found = AtOnce(PAIRS, PLACES, REACH, partners).protect(shared(), masks, {})
    assert all(np.array_equal(one, other) for one, other in zip(masks, found, strict=True))


def test_what_is_hidden_for_one_is_asked_of_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    real, find = connected, freed

    def asked(*given: Any) -> Connected:
        told.append(",".join(given[-1]))
        return real(*given)

    def hides(*given: Any) -> Witness | None:
        told.append("hides")
        return find(*given)

    monkeypatch.setattr(at_once, "connected", asked)
    monkeypatch.setattr(at_once, "freed", hides)
    AtOnce(PAIRS, PLACES, REACH, {"P1": 1, "P2": WHO_KNOWS}).protect(known_by_one(), _two_months_hidden(), {})
    last = len(told) - told[::-1].index("hides")
    assert told[:3] == ["P1", "P2", "hides"]
    assert told[last:] == ["", "P1", "P2", ""]


def test_what_is_freed_by_what_is_hidden_already_is_not_asked_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Program, "nearest", lambda _: None)
    masks = _two_months_hidden()
    found = AtOnce(PAIRS, PLACES, REACH, {}).protect(known_by_one(), masks, {})
    assert all(np.array_equal(one, other) for one, other in zip(masks, found, strict=True))


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
