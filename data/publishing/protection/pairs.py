"""Protects two counts of which the one is a part of the other (`together`), and checks that afterwards."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from time import perf_counter

import numpy as np

from data.publishing.protection.links import Pair
from data.publishing.protection.populations import Population, figures_in
from data.publishing.protection.shielding import Checked, Proof, is_whole, told_places
from data.publishing.protection.steps import Spent, Step
from data.publishing.protection.sums import number_of
from data.publishing.protection.together import Together, together
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import InvalidWitness, Ledger, Witness
from domain.disclosure_protection import Unprotectable, protect_by_program
from domain.period import PeriodKind

Witnesses = tuple[Witness, ...]


def pairs_of(groups: Sequence[Population], told: Sequence[tuple[int, int]]) -> list[Pair]:
    """The counts of these pairs of indicators: the second counts who could have answered the first."""
    found = {
        indicator: (at, number)
        for at, group in enumerate(groups)
        for member in group.members
        if (number := number_of(member, group.sums)) is not None
        for indicator in [member.indicator]
    }
    every = [Pair(found[one], found[other]) for one, other in told if {one, other} <= found.keys()]
    return [pair for pair in dict.fromkeys(every) if pair.part != pair.whole]


class Pairs:
    """Every pair of counts with what was proved of it so far; what is hidden more leaves that as it is."""

    def __init__(self, pairs: Sequence[Pair], places: Sequence[Place], threshold: int) -> None:
        self._places, self._threshold = places, threshold
        self._is_year = np.array([_is_year_of_a_partner(place) for place in places])
        self._is_of_all = np.array([place.partner is None for place in places])
        self._proved: dict[Pair, Witnesses] = dict.fromkeys(pairs, ())

    @property
    def every(self) -> tuple[Pair, ...]:
        """All pairs there are."""
        return tuple(self._proved)

    def cheap_wholes(self, groups: Sequence[Population]) -> list[int]:
        """The groups that others are a part of, of fewer indicators than the pairs they stand in."""
        prices = self.prices(groups)
        return sorted(at for at in {pair.groups[1] for pair in self._proved} if prices[at] < 1)

    def unproved(self, at: int) -> "Pairs":
        """The same pairs, with nothing proved yet of those of this group."""
        found = Pairs((), self._places, self._threshold)
        found._proved = {pair: () if at in pair.groups else proved for pair, proved in self._proved.items()}
        return found

    def hides_less(self, groups: Sequence[Population], masks: Sequence[Mask], than: Sequence[Mask]) -> bool:
        """Whether these hide fewer years of partners or figures of all, and more of neither.

        Nor more of what the version before told, which comes too late.
        """
        late = [
            sum(int(np.count_nonzero(mask & told_places(group, mask.size))) for group, mask in each)
            for each in (zip(groups, masks, strict=True), zip(groups, than, strict=True))
        ]
        mine, theirs = (
            [_count(one, where) for where in (self._is_year, self._is_of_all)] for one in (masks, than)
        )
        return (
            late[0] <= late[1]
            and mine != theirs
            and all(one <= other for one, other in zip(mine, theirs, strict=True))
        )

    def witnesses(self, pair: Pair) -> Witnesses:
        """What proves this pair by now."""
        return self._proved[pair]

    def protect(
        self, groups: Sequence[Population], proofs: Sequence[Proof]
    ) -> tuple[list[Mask], list[Proof]]:
        """What must be hidden of each group with what its proof hides, and of how many figures that is."""
        start, masks = perf_counter(), [proof.hidden.copy() for proof in proofs]
        for pair in self._proved:
            self._protect(groups, pair, masks)
        masks = self._with_fewer_years(groups, [proof.hidden for proof in proofs], masks)
        more = [
            figures_in(group, mask & ~proof.hidden)
            for group, mask, proof in zip(groups, masks, proofs, strict=True)
        ]
        took = (perf_counter() - start) / max(1, len(proofs))
        return masks, [
            replace(proof, spent=(*proof.spent, Spent(Step.TOGETHER, figures, took)))
            for proof, figures in zip(proofs, more, strict=True)
        ]

    def _with_fewer_years(
        self, groups: Sequence[Population], before: Sequence[Mask], found: list[Mask]
    ) -> list[Mask]:
        """Ask of parts that hid years of partners whether that is needed beside all that is hidden by now."""
        parts, wholes = ({pair.groups[which] for pair in self._proved} for which in (0, 1))
        for at in sorted(parts - wholes):
            years = _count(found, self._is_year)
            if years > _count([*found[:at], before[at], *found[at + 1 :]], self._is_year):
                proved = dict(self._proved)
                tried = self.protect_with(at, groups, [*found[:at], before[at], *found[at + 1 :]])
                if self.hides_less(groups, tried, found):
                    found = tried
                else:
                    self._proved = proved
        return found

    def protect_with(self, at: int, groups: Sequence[Population], masks: Sequence[Mask]) -> list[Mask]:
        """What must be hidden with these masks, beside what the pairs of this group tell."""
        found = [mask.copy() for mask in masks]
        for pair in [one for one in self._proved if at in one.groups]:
            self._protect(groups, pair, found)
        return found

    def _protect(self, groups: Sequence[Population], pair: Pair, masks: list[Mask]) -> None:
        one, other = pair.groups
        if any(is_whole(groups[at], masks[at]) for at in pair.groups):
            return
        told = told_places(groups[one], len(self._places)) | told_places(groups[other], len(self._places))
        both = together(groups, pair, self._places, self._threshold, self.prices(groups))
        for kept in (told, np.zeros_like(told)) if told.any() else (told,):
            with suppress(Unprotectable):
                ledger = self._begun(both, pair, masks, kept)
                protect_by_program(ledger, both.layout())
                self._proved[pair] = tuple(ledger.witnesses)
                of_part, of_whole = both.newly_hidden(ledger)
                masks[one][of_part] = True
                masks[other][of_whole] = True
                return
        for member in groups[one].members:
            masks[one][member.places] = True

    def prices(self, groups: Sequence[Population]) -> dict[int, float]:
        """What is hidden of a group is hidden of all its indicators, and serves every pair it stands in."""
        standing = Counter(at for pair in self._proved for at in set(pair.groups))
        return {at: len(groups[at].members) / serves for at, serves in standing.items()}

    def _begun(self, both: Together, pair: Pair, masks: Sequence[Mask], told: Mask) -> Ledger:
        ledger = both.ledger(masks[pair.part[0]], masks[pair.whole[0]], told)
        for witness in self._proved[pair]:
            with suppress(InvalidWitness):
                ledger.take(witness)
        return ledger

    def checked(self, groups: Sequence[Population], masks: Sequence[Mask]) -> Iterator[Checked]:
        """How much of every pair is proved, computed anew; InvalidWitness where a proof is none."""
        for pair, witnesses in self._proved.items():
            if any(is_whole(groups[at], masks[at]) for at in pair.groups):
                continue  # of what shows nothing, nothing follows
            both = together(groups, pair, self._places, self._threshold)
            nothing = np.zeros(len(self._places), dtype=bool)
            ledger = both.ledger(masks[pair.part[0]], masks[pair.whole[0]], nothing)
            pairs = int(ledger.open.sum())
            for witness in witnesses:
                ledger.take(witness)
            yield Checked(pairs, int(ledger.open.sum()))


def _is_year_of_a_partner(place: Place) -> bool:
    return place.partner is not None and place.split is None and place.period.kind is PeriodKind.YEAR


def _count(masks: Sequence[Mask], where: Mask) -> int:
    """How many of these places are hidden, over all groups."""
    return sum(int(np.count_nonzero(mask & where)) for mask in masks)
