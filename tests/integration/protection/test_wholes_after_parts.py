"""What others are a part of is protected with its parts first, so that less is hidden."""

from itertools import product

import numpy as np
import pytest

from data.publishing.protection.beside import shielded_beside
from data.publishing.protection.pairs import Pairs
from data.publishing.protection.populations import Population, hiding
from data.publishing.protection.rounds import wholes_after_parts
from data.publishing.protection.shielding import checked, shielded
from data.publishing.protection.together import Pair
from domain.disclosure_cube import Place
from domain.disclosure_ledger import REACH
from tests.integration.protection.test_proved_together import PARTNERS, VALUES, all_of, group_of

PAIRS = Pair((0, 0), (2, 0)), Pair((1, 0), (2, 0))


@pytest.mark.parametrize("seed", [5, 17, 37])
def test_a_whole_after_its_parts_hides_less_than_before_them(seed: int) -> None:
    places, groups = _counted(seed)
    alone = [shielded(group, places, REACH) for group in groups]
    before, _ = Pairs(PAIRS, places, REACH).protect(groups, alone)
    after, _ = wholes_after_parts(groups, alone, Pairs(PAIRS, places, REACH), places, REACH)
    assert np.sum(after) < np.sum(before)


@pytest.mark.parametrize("seed", [5, 17, 37])
def test_each_is_proved_by_itself_all_the_same_and_so_are_both_together(seed: int) -> None:
    places, groups = _counted(seed)
    pairs, alone = Pairs(PAIRS, places, REACH), [shielded(group, places, REACH) for group in groups]
    masks, proofs = wholes_after_parts(groups, alone, pairs, places, REACH)
    # What is hidden more of a part has to be proved of it before it is.
    shown = [hiding(group, mask) for group, mask in zip(groups, masks, strict=True)]
    proofs = [
        shielded_beside(group, places, REACH, proof).proof for group, proof in zip(shown, proofs, strict=True)
    ]
    shown = [hiding(group, proof.hidden) for group, proof in zip(groups, proofs, strict=True)]
    by_themselves = [checked(group, proof, places, REACH) for group, proof in zip(shown, proofs, strict=True)]
    for found in (*by_themselves, *pairs.checked(groups, [proof.hidden for proof in proofs])):
        assert found.pairs
        assert not found.unproved


def test_a_whole_of_many_indicators_comes_before_its_parts() -> None:
    places, groups = _counted(17, members=3)
    alone = [shielded(group, places, REACH) for group in groups]
    masks, proofs = wholes_after_parts(groups, alone, Pairs(PAIRS, places, REACH), places, REACH)
    assert proofs == alone
    assert [mask.tolist() for mask in masks] == [proof.hidden.tolist() for proof in alone]


def test_a_whole_of_which_hardly_anything_could_stay_visible_is_hidden_before_its_parts() -> None:
    few = dict.fromkeys(product(PARTNERS, VALUES), (2,))
    (places, of_part), (_, of_whole) = all_of(few), all_of(dict.fromkeys(few, (3,)))
    groups = [group_of(0, of_part), group_of(1, of_part), group_of(2, of_whole)]
    alone = [shielded(group, places, REACH) for group in groups]
    masks, proofs = wholes_after_parts(groups, alone, Pairs(PAIRS, places, REACH), places, REACH)
    assert all(mask.all() for mask in masks)
    assert [proof.witnesses for proof in proofs] == [(), (), ()]


def _counted(seed: int, members: int = 1) -> tuple[list[Place], list[Population]]:
    """Now and then somebody has few answers, and a few more could have answered everywhere."""
    draw = np.random.default_rng(seed)
    answered, asked = {}, {}
    for case in product(PARTNERS, VALUES):
        many = int(draw.integers(0, 10)) if draw.random() < 0.15 else int(draw.integers(12, 40))
        answered[case], asked[case] = (many,), (many + int(draw.integers(0, 4)),)
    (places, of_part), (_, of_whole) = all_of(answered), all_of(asked)
    return places, [group_of(0, of_part), group_of(1, of_part), group_of(2, of_whole, members)]
