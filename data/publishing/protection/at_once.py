"""Hides what would follow from all counts that hang together at once, where every pair of them is proved.

Two parts that are shown may each tell some of a hidden whole, and both together too much. So after the pairs
everything that hangs together is one table (`connected`), for each partner with what it knows of itself, and
for an outsider.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from time import perf_counter

import numpy as np

from data.publishing.protection.connected import Attackers, Connected, components, connected
from data.publishing.protection.links import Pair
from data.publishing.protection.pairs import Pairs
from data.publishing.protection.populations import Population, figures_in
from data.publishing.protection.reading import read_partners
from data.publishing.protection.rounds import beside_each_other, hide_masks, read_groups
from data.publishing.protection.shielding import Proof, is_whole, told_places
from data.publishing.protection.steps import Spent, Step
from data.store import Connection
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_protection import Unprotectable
from domain.disclosure_reach import Reach, freed

_FEW = 3
"""Companies are of so many partners at least: below that one partner alone takes no longer."""


def until_nothing_follows(
    connection: Connection, proofs: Sequence[Proof], pairs: Pairs, places: Sequence[Place], threshold: int
) -> list[Proof]:
    """Hide what that takes, and prove what hides it, until nothing hidden follows from all at once."""
    at_once, found = AtOnce(pairs.every, places, threshold, read_partners(connection)), list(proofs)
    while True:
        start, groups = perf_counter(), read_groups(connection, places)
        masks = at_once.protect(groups, [one.hidden for one in found], pairs.prices(groups))
        more = [
            figures_in(group, mask & ~one.hidden)
            for group, mask, one in zip(groups, masks, found, strict=True)
        ]
        took = (perf_counter() - start) / max(1, len(found))
        found = [
            replace(one, spent=(*one.spent, Spent(Step.AT_ONCE, figures, took)))
            for one, figures in zip(found, more, strict=True)
        ]
        if not any(more):
            return found
        hide_masks(connection, groups, masks)
        found = beside_each_other(connection, found, pairs, places, threshold)


class AtOnce:
    """Everything that hangs together, with what is known to move by now before each attacker."""

    def __init__(
        self, pairs: Sequence[Pair], places: Sequence[Place], threshold: int, partners: Attackers
    ) -> None:
        self._components = [(pairs, Moving()) for pairs in components(pairs)]
        self._places, self._threshold = places, threshold
        each: list[Attackers] = [{code: number} for code, number in partners.items()]
        # Whoever deceives a partner deceives the outsider, who comes last.
        self._attackers: list[Attackers] = [*companies(partners), *each, {}]

    def protect(
        self, groups: Sequence[Population], hidden: Sequence[Mask], prices: Mapping[int, float]
    ) -> list[Mask]:
        """What must be hidden with these masks, so that nothing hidden follows from all at once."""
        masks, so_far = [mask.copy() for mask in hidden], -1
        # What is hidden for one attacker is new to those before it.
        while so_far < _many(masks):
            so_far = _many(masks)
            for pairs, moving in self._components:
                for attackers in self._attackers:
                    table = connected(groups, pairs, self._places, self._threshold, prices, attackers)
                    reach = Reach(moving.before(attackers, table.needs.size))
                    reach.move(table.ledger(masks), table.owned)
                    if len(attackers) < 2:
                        self._free(table, groups, masks, reach)
                    moving.add(attackers, reach.moves)
        return masks

    def _free(
        self, table: Connected, groups: Sequence[Population], masks: Sequence[Mask], reach: Reach
    ) -> None:
        while (stuck := reach.stuck(table.ledger(masks), table.owned)).size:
            so_far = _many(masks)
            self._hide_for(int(stuck[0]), table, groups, masks)
            if so_far == _many(masks):
                # Freed by what is hidden already: a table in whole numbers, which says more than a program.
                reach.moves[stuck[0]] = True

    def _hide_for(
        self, cell: int, table: Connected, groups: Sequence[Population], masks: Sequence[Mask]
    ) -> None:
        """At the lowest price in its year; else in its split, in all, or all of its group."""
        ledger, at = table.ledger(masks), table.group_of(cell)
        nothing = np.zeros(table.needs.size, dtype=bool)
        told = table.cells([told_places(group, len(self._places)) for group in groups])
        for kept in (told, nothing) if told.any() else (nothing,):
            for scope in table.scopes():
                found = freed(ledger, cell, table.owned | ~scope, kept) if scope[cell] else None
                if found is not None:
                    table.hide(found.cells, masks)
                    return
        if is_whole(groups[at], masks[at]):
            raise Unprotectable("something follows of a group of which everything is hidden")
        for member in groups[at].members:
            masks[at][member.places] = True


class Moving:
    """Which cells of a table move by now as far as they need, before each attacker."""

    def __init__(self) -> None:
        self._moves: dict[str | None, Mask] = {}

    def before(self, attackers: Attackers, cells: int) -> Mask:
        """Those that move before each of these; nobody is the outsider."""
        nothing = np.zeros(cells, dtype=bool)
        found: Mask = np.logical_and.reduce([self._moves.get(one, nothing) for one in attackers or (None,)])
        return found

    def add(self, attackers: Attackers, moves: Mask) -> None:
        """What moves before several partners together moves before each, and before the outsider."""
        for code in (*attackers, None):
            self._moves[code] = moves | self._moves.get(code, moves)


def companies(partners: Attackers) -> Iterator[Attackers]:
    """Halves of the partners, quarters and so on, down to three: what moves before many is found once."""
    codes, many = list(partners), 1
    while len(codes) >= 2 * many * _FEW:
        many *= 2
        for some in np.array_split(np.arange(len(codes)), many):
            yield {codes[at]: partners[codes[at]] for at in some}


def _many(masks: Sequence[Mask]) -> int:
    return sum(int(mask.sum()) for mask in masks)
