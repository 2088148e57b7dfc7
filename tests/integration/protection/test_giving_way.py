"""What another indicator shows gives way where it leaves a small number no other value."""

from dataclasses import replace

import numpy as np
import pytest

from data.publishing.protection.beside import shielded_beside
from data.publishing.protection.limits import Limits
from data.publishing.protection.populations import Population
from data.publishing.protection.shielding import Proof, checked, is_whole, shielded
from domain.columns import Numbers
from domain.disclosure_cube import Place
from domain.disclosure_ledger import REACH
from tests.integration.protection.test_choice import population_of
from tests.unit.test_disclosure_protection import generated

OTHER = 7


def limited(group: Population, at_most: Numbers) -> Population:
    """The same cases, of which another indicator says how many there are at most."""
    (member,), (sums,) = group.members, group.sums
    limits = (Limits(OTHER, at_most, np.zeros_like(at_most)),)
    return Population((replace(member, limits=limits),), (replace(sums, at_most=at_most),))


def hidden_as(group: Population, proof: Proof) -> Population:
    (member,) = group.members
    return replace(group, members=(replace(member, suppressed=proof.hidden),))


def as_many_as_there_are(group: Population) -> Numbers:
    """The tightest limits there can be, but on what is small."""
    sizes = group.members[0].counts["clients"]
    return np.where(sizes < REACH, np.inf, sizes)


def proved_at_last(group: Population, places: list[Place]) -> tuple[Proof, int]:
    """The proof when nothing is in the way any more, and how many figures gave way before that."""
    proof, at_most, given = shielded(group, places, REACH), as_many_as_there_are(group), 0
    while True:
        found = shielded_beside(limited(hidden_as(group, proof), at_most), places, REACH, proof)
        proof = found.proof
        if not found.in_the_way:
            left = checked(limited(hidden_as(group, proof), at_most), proof, places, REACH)
            assert left.unproved == 0
            return proof, given
        assert {other for other, _ in found.in_the_way} == {OTHER}
        gone = [place for _, place in found.in_the_way]
        assert np.isfinite(at_most[gone]).all()
        at_most[gone], given = np.inf, given + len(gone)


@pytest.mark.parametrize(("seed", "most"), [(2, 1), (10, 3)])
def test_what_limits_too_tightly_gives_way_and_the_rest_need_not_be_hidden_as_a_whole(
    seed: int, most: int
) -> None:
    places, counts = generated(seed)
    group = population_of(counts)
    proof, given = proved_at_last(group, places)
    assert 1 <= given <= most
    assert not is_whole(group, proof.hidden)


@pytest.mark.parametrize("seed", [0, 3, 6, 8])
def test_nothing_gives_way_where_hiding_more_is_enough(seed: int) -> None:
    places, counts = generated(seed)
    group = population_of(counts)
    proof, given = proved_at_last(group, places)
    assert given == 0
    assert np.count_nonzero(proof.hidden) > np.count_nonzero(shielded(group, places, REACH).hidden)
    assert not is_whole(group, proof.hidden)


def test_what_is_hidden_as_a_whole_is_proved_too_beside_what_others_show() -> None:
    places, counts = generated(5)
    group = population_of(counts)
    assert is_whole(group, shielded(group, places, REACH).hidden)
    proof, _ = proved_at_last(group, places)
    assert any(proof.witnesses)


@pytest.mark.parametrize("seed", [2, 10])
def test_what_limits_loosely_does_not_give_way_beside_what_limits_tightly(seed: int) -> None:
    places, counts = generated(seed)
    group = population_of(counts)
    proof, at_most = shielded(group, places, REACH), as_many_as_there_are(group)
    both = limited(hidden_as(group, proof), at_most)
    loose = Limits(OTHER + 1, at_most + 1000, np.zeros_like(at_most))
    (member,) = both.members
    group = replace(both, members=(replace(member, limits=(*member.limits, loose)),))
    found = shielded_beside(group, places, REACH, proof)
    assert {other for other, _ in found.in_the_way} == {OTHER}
