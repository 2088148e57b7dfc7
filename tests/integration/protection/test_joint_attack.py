"""What is hidden of several indicators about the same cases does not follow from all of them at once."""

from collections.abc import Sequence

import numpy as np
import pytest

from data.publishing.protection.links import Pair
from data.publishing.protection.pairs import Pairs
from data.publishing.protection.shielding import Proof
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import REACH
from domain.disclosure_table import Integers
from tests.integration.protection.attack import LEAST, Key, Row, key
from tests.integration.protection.joint_attack import AtMost, JointAttack, links
from tests.integration.protection.test_proved_together import PARTNERS, VALUES, all_of, group_of, hidden_of

WHOLE = "2"


@pytest.mark.parametrize("seed", [1, 37, 40])
def test_nothing_of_two_parts_follows_from_them_and_their_whole_at_once(seed: int) -> None:
    """Something does before they are proved together."""
    places, counts = _counted(seed)
    groups = [group_of(at, layers) for at, layers in enumerate(counts)]
    proofs = [Proof(hidden_of(group, places), ()) for group in groups]
    pairs = Pairs([Pair((0, 0), (2, 0)), Pair((1, 0), (2, 0))], places, REACH)
    masks, _ = pairs.protect(groups, proofs)
    assert _found(places, counts, [proof.hidden for proof in proofs])
    assert not _found(places, counts, masks)
    assert not all(mask.all() for mask in masks)


def _counted(seed: int) -> tuple[list[Place], list[Integers]]:
    """Two parts, each with a numerator and its complement, and a whole that nobody is a part of."""
    draw = np.random.default_rng(seed)
    cases = {
        (who, what): draw.integers(0, [9, 14] if draw.random() < 0.35 else [25, 30])
        for who in PARTNERS
        for what in VALUES
    }
    parts = [
        {case: tuple(draw.binomial(many, share).tolist()) for case, many in cases.items()}
        for share in (0.7, 0.6)
    ]
    whole = {case: (int(many.sum() + draw.integers(0, 3)),) for case, many in cases.items()}
    made = [all_of(one) for one in (*parts, whole)]
    return made[0][0], [counts for _, counts in made]


def _found(places: Sequence[Place], counts: Sequence[Integers], masks: Sequence[Mask]) -> list[Key]:
    """What an outsider or any partner finds."""
    rows = [
        _row(str(at), place, layers[:, number], bool(mask[number]))
        for at, (layers, mask) in enumerate(zip(counts, masks, strict=True))
        for number, place in enumerate(places)
        if layers[:, number].any()
    ]
    truth = [(row["numerator"], row["denominator"] - row["numerator"]) for row in rows]
    small = {at: float(LEAST) for at, row in enumerate(rows) if row["denominator"] < LEAST}
    linked, found = [AtMost([part], of_whole) for part, of_whole in links(rows, WHOLE, {})], list[Key]()
    for who in (None, *PARTNERS):
        own = {
            key(row)[:1] + key(row)[2:]: at
            for at, row in enumerate(rows)
            if row["partner"] == who is not None
        }
        known = {at for at, row in enumerate(rows) if not row["suppressed"]} | set(own.values())
        attack = JointAttack(rows, truth, known, linked)
        of_all = {at: key(row)[:1] + key(row)[2:] for at, row in enumerate(rows) if row["partner"] is None}
        attack.knows_at_least({at: truth[own[one]] for at, one in of_all.items() if one in own})
        found += [key(rows[at]) for at in attack.found(small)]
    return found


def _row(indicator: str, place: Place, layers: Integers, is_hidden: bool) -> Row:
    period = place.period
    return {
        "indicator": indicator, "partner": place.partner, "period": period.code, "split": place.split,
        "split_value": place.value, "period_kind": period.kind, "period_start": period.start,
        "period_end": period.end, "numerator": float(layers[0]), "denominator": float(layers.sum()),
        "suppressed": is_hidden,
    }  # fmt: skip
