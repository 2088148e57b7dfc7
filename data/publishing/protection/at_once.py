"""Hides what would follow from all counts that hang together at once, where every pair of them is proved.

Two parts that are shown may each tell some of a hidden whole, and both together too much. So after the pairs
everything that hangs together is one table (`connected`), for each partner with what it
knows of itself, and for an outsider.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from time import perf_counter

import numpy as np

from data.publishing.protection.connected import Attacker, Connected, components, connected
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
        took = (perf_counter() - start) / len(found)
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
        self, pairs: Sequence[Pair], places: Sequence[Place], threshold: int, partners: Mapping[str, int]
    ) -> None:
        self._components = components(pairs)
        self._places, self._threshold = places, threshold
        # Whoever deceives a partner deceives the outsider, who comes last.
        self._attackers: list[Attacker | None] = [*partners.items(), None]
        self._reaches: dict[tuple[int, Attacker | None], Reach] = {}

    def protect(
        self, groups: Sequence[Population], hidden: Sequence[Mask], prices: Mapping[int, float]
    ) -> list[Mask]:
        """What must be hidden with these masks, so that nothing hidden follows from all at once."""
        masks, before = [mask.copy() for mask in hidden], -1
        while before < sum(int(mask.sum()) for mask in masks):
            before = sum(int(mask.sum()) for mask in masks)
            for number, pairs in enumerate(self._components):
                for attacker in self._attackers:
                    table = connected(groups, pairs, self._places, self._threshold, prices, attacker)
                    reach, outsider = (self._reach(number, one, table) for one in (attacker, None))
                    self._free(table, groups, masks, reach)
                    outsider.moves |= reach.moves
        return masks

    def _free(
        self, table: Connected, groups: Sequence[Population], masks: Sequence[Mask], reach: Reach
    ) -> None:
        reach.move(table.ledger(masks), table.mine, table.scopes())
        while (stuck := reach.stuck(table.ledger(masks), table.mine, table.scopes())).size:
            self._hide_for(int(stuck[0]), table, groups, masks)

    def _reach(self, number: int, attacker: Attacker | None, table: Connected) -> Reach:
        nothing = Reach(np.zeros(table.needs.size, dtype=bool))
        return self._reaches.setdefault((number, attacker), nothing)

    def _hide_for(
        self, cell: int, table: Connected, groups: Sequence[Population], masks: Sequence[Mask]
    ) -> None:
        """At the lowest price, in its year if that helps; else all of its group."""
        ledger, at = table.ledger(masks), table.group_of(cell)
        told = [told_places(group, len(self._places)) for group in groups]
        for kept in (table.cells(told), np.zeros(table.needs.size, dtype=bool)):
            for scope in table.scopes():
                found = freed(ledger, cell, table.mine | ~scope, kept) if scope[cell] else None
                if found is not None:
                    table.hide(found.cells, masks)
                    return
        if is_whole(groups[at], masks[at]):
            raise Unprotectable("something follows of a group of which everything is hidden")
        for member in groups[at].members:
            masks[at][member.places] = True
