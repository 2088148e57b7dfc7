"""Two counts of which one is a part of the other: what proves them holds for each, and hides little."""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
import pytest

from bench.joined import Published, joined
from bench.years import of_years
from data.publishing.protection.figures import Figures, Own
from data.publishing.protection.links import Pair
from data.publishing.protection.pairs import Pairs
from data.publishing.protection.populations import Population, with_limits
from data.publishing.protection.shielding import Proof, small_places
from data.publishing.protection.tables import Count, count_of
from data.publishing.protection.together import together
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import REACH, Witness
from domain.disclosure_table import Integers
from domain.period import parse_period
from tests.unit.test_disclosure_protection import generated

YEAR = parse_period("2024")
PARTNERS = ("P1", "P2", "P3", "P4")
VALUES = ("a", "b", "c")
FEW, MANY = "P1", (12, 14)

Case = tuple[str, str]
"""Of which partner, and with which care form."""


def group_of(indicator: int, layers: np.ndarray, members: int = 1) -> Population:
    """An indicator: how many it counts, and of how many of those it is so when there are two layers.

    Every place where somebody is has a figure, hidden where it is small. As many indicators about those cases
    as there are members.
    """
    at = np.flatnonzero(layers.sum(axis=0))
    sizes, none = layers.sum(axis=0)[at].astype(float), np.full(at.size, np.nan)
    reached, of_these = (layers[1, at].astype(float), sizes) if len(layers) > 1 else (none, none)
    counts = {"clients": sizes, "records": sizes, "numerator": reached, "denominator": of_these}
    counts |= {"n": none, "amount": none}
    own = Own(np.zeros(0, dtype=np.int64), dict.fromkeys(counts, np.zeros(0)), np.zeros(0, dtype=np.int64))
    told = np.zeros(at.size, dtype=bool)
    figures = Figures(indicator, at, at, sizes < REACH, counts, {}, {}, own, told, np.ones_like(at))
    return with_limits(Population((figures,) * members, ()), {})


def all_of(cases: Mapping[Case, tuple[int, ...]]) -> tuple[list[Place], np.ndarray]:
    """Their cases per partner and care form, and every total of them."""
    places = [
        Place(who, YEAR, *split)
        for who in (None, *PARTNERS)
        for split in ((), *(("hulpvorm", value) for value in VALUES))
    ]
    held = [
        [np.array(many) for (who, what), many in cases.items() if _is_in(who, what, place)]
        for place in places
    ]
    return places, np.array([np.sum(many, axis=0) for many in held]).T


def _is_in(who: str, what: str, place: Place) -> bool:
    return place.partner in (None, who) and place.value in (None, what)


def hidden_of(group: Population, places: Sequence[Place]) -> Mask:
    """All of partners by care form, and of all partners nothing but what is small."""
    is_finer = np.array([place.partner is not None and place.split is not None for place in places])
    here = np.isin(np.arange(len(places)), group.sums[0].places)
    return np.asarray(small_places(group, len(places)) | (is_finer & here))


@pytest.mark.parametrize("seed", [2, 3, 6])
def test_in_what_proves_them_both_are_possible_and_the_one_is_a_part_of_the_other(seed: int) -> None:
    places, counts = generated(seed)
    answered, asked = counts, counts.sum(axis=0, keepdims=True) + 2 * (counts[:1] > 0)
    groups, pair = [group_of(1, answered), group_of(2, asked)], Pair((0, 0), (1, 0))
    pairs, masks = Pairs([pair], places, REACH), [hidden_of(group, places) for group in groups]
    masks, _ = pairs.protect(groups, [Proof(mask, ()) for mask in masks])
    part, whole = (count_of(group.sums[0], places, REACH) for group in groups)
    ledgers = [count.ledger(mask) for count, mask in zip((part, whole), masks, strict=True)]
    mine, theirs = together(groups, pair, places, REACH).links
    for witness in pairs.witnesses(pair):
        of_part, of_whole = _changes(witness, part, whole)
        for ledger, changes in zip(ledgers, (of_part, of_whole), strict=True):
            cells = np.flatnonzero(changes.any(axis=0))
            ledger.take(Witness(cells, changes[:, cells]))  # InvalidWitness where that cannot be
        one, other = part.table.sizes + of_part.sum(axis=0), whole.table.sizes + of_whole.sum(axis=0)
        assert (one[mine] <= other[theirs]).all()
    assert pairs.witnesses(pair)
    assert mine.size


def _changes(witness: Witness, part: Count, whole: Count) -> tuple[Integers, Integers]:
    """What a witness of both makes of the layers of the part, and of the whole."""
    first, rows = part.places.size, np.argsort(-part.table.layers.sum(axis=1), kind="stable")
    is_part, is_whole = witness.cells < first, witness.cells < first + whole.places.size
    of_part, of_whole = np.zeros_like(part.table.layers), np.zeros_like(whole.table.layers)
    of_part[np.ix_(rows[: len(witness.changes)], witness.cells[is_part])] = witness.changes[:, is_part]
    here = is_whole & ~is_part
    of_whole[0, witness.cells[here] - first] = witness.changes[:, here].sum(axis=0)
    return of_part, of_whole


def test_more_than_one_layer_of_a_part_can_prove_it_so_that_less_is_hidden() -> None:
    """Nobody of the few could be ten if only the satisfied could have been others."""
    answered = dict.fromkeys(product(PARTNERS, VALUES), MANY) | {
        (FEW, "a"): (0, 1), (FEW, "b"): (8, 9), (FEW, "c"): (0, 0)
    }  # fmt: skip
    asked = {one: (sum(many) + any(many),) for one, many in answered.items()}
    places, masks, groups = _protected(answered, asked)
    totals = np.array([place.partner is not None and place.split is None for place in places])
    assert hidden_of(groups[0], places).any()
    assert not (masks[0] | masks[1])[totals].any()


def test_more_than_one_layer_of_a_whole_can_prove_it_so_that_less_is_hidden() -> None:
    """Of the few only those of the second layer could have been of another care form."""
    answered = dict.fromkeys(product(PARTNERS, VALUES), (25,)) | {
        (FEW, "a"): (0,), (FEW, "b"): (10,), (FEW, "c"): (10,)
    }  # fmt: skip
    asked = dict.fromkeys(answered, (60, 5)) | {("P2", value): (30, 30) for value in VALUES}
    asked |= {(FEW, "a"): (0, 2), (FEW, "b"): (0, 40), (FEW, "c"): (0, 40)}
    places, masks, groups = _protected(answered, asked)
    totals = np.array([place.partner is not None and place.split is None for place in places])
    assert hidden_of(groups[1], places).any()
    assert not (masks[0] | masks[1])[totals].any()


def test_for_each_group_it_is_told_what_pairs_hid_of_it() -> None:
    answered = dict.fromkeys(product(PARTNERS, VALUES), (25,)) | {(FEW, "a"): (0,)}
    asked = dict.fromkeys(answered, (26,)) | {(FEW, "a"): (2,)}
    (places, of_part), (_, of_whole) = all_of(answered), all_of(asked)
    groups = [group_of(0, of_part), group_of(1, of_whole)]
    proofs = [Proof(hidden_of(group, places), ()) for group in groups]
    masks, found = Pairs([Pair((0, 0), (1, 0))], places, REACH).protect(groups, proofs)
    more = [int(np.count_nonzero(mask & ~proof.hidden)) for mask, proof in zip(masks, proofs, strict=True)]
    assert [one.spent[-1].figures for one in found] == more
    assert sum(more) > 0


def test_what_is_the_whole_of_several_is_hidden_rather_than_each_of_its_parts() -> None:
    """Where nobody of the few answered there can be ten of them only if more answers may be missing."""
    answered = dict.fromkeys(product(PARTNERS, VALUES), (25,)) | {(FEW, "a"): (0,)}
    asked = dict.fromkeys(answered, (26,)) | {(FEW, "a"): (2,)}
    places, masks, _ = _protected(answered, asked, members=(1, 1, 1, 1))
    totals = np.array([place.partner is not None and place.split is None for place in places])
    assert not any(mask[totals].any() for mask in masks[:-1])
    assert masks[-1][totals].any()


def test_no_year_stays_hidden_of_a_part_that_the_whole_hides_for_another_part() -> None:
    """Of the first part it costs less to hide it there; of the second it costs less in the whole."""
    answered = dict.fromkeys(product(PARTNERS, VALUES), (25,)) | {(FEW, "a"): (0,)}
    asked = dict.fromkeys(answered, (26,)) | {(FEW, "a"): (2,)}
    places, masks, _ = _protected(answered, asked, members=(1, 2, 3))
    totals = np.array([place.partner is not None and place.split is None for place in places])
    assert [bool(mask[totals].any()) for mask in masks] == [False, False, True]


def _protected(
    answered: Mapping[Case, tuple[int, ...]],
    asked: Mapping[Case, tuple[int, ...]],
    members: Sequence[int] = (1, 1),
) -> tuple[list[Place], list[Mask], list[Population]]:
    """With the figures of partners by care form hidden, and their totals shown; the last is the whole."""
    (places, of_part), (_, of_whole) = all_of(answered), all_of(asked)
    whole = len(members) - 1
    groups = [group_of(at, of_whole if at == whole else of_part, count) for at, count in enumerate(members)]
    masks = [hidden_of(group, places) for group in groups]
    pairs = Pairs([Pair((at, 0), (whole, 0)) for at in range(whole)], places, REACH)
    found, _ = pairs.protect(groups, [Proof(mask, ()) for mask in masks])
    return places, found, groups


@pytest.mark.parametrize("seed", range(6))
def test_no_safe_choice_hides_fewer_years_of_partners_than_the_smallest_number_beside_the_whole(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw, few = np.random.default_rng(seed), list(product(PARTNERS[:2], VALUES))
    answered = {one: (int(draw.integers(15, 40)),) for one in product(PARTNERS, VALUES)}
    answered |= {few[at]: (0,) for at in draw.choice(len(few), 2, replace=False)}
    asked = {one: (many + 1 + (many == 0),) for one, (many,) in answered.items()}
    (places, of_part), (_, of_whole) = all_of(answered), all_of(asked)
    groups, pair = [group_of(0, of_part), group_of(1, of_whole)], Pair((0, 0), (1, 0))
    masks = [hidden_of(group, places) for group in groups]
    # Of the whole nothing more may be hidden.
    monkeypatch.setattr(Pairs, "prices", lambda *_: {0: 1.0, 1: np.inf})
    found, _ = Pairs([pair], places, REACH).protect(groups, [Proof(mask, ()) for mask in masks])
    published = Published(groups, found)
    beside = of_years(groups[0], places, REACH, found[0], joined(published, 0, [pair], places, REACH))[2024]
    alone = of_years(groups[0], places, REACH, found[0])[2024]
    assert alone.fewest == 0
    assert 0 < beside.fewest <= beside.hidden
    assert beside.is_exact
