"""The counts that are published together as cells, and what of them each reader does not get to see."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.store import Connection, rows
from domain.columns import Mask
from domain.disclosure_table import Integers, Relation
from domain.flow_protection import hidden_flows, is_safe_together

_PATHS = """
    SELECT
        c.path_id - 1, c.domain, c.care_form, c.next_form, c.partner, c.period,
        c.period_kind = 'horizon', c.period_kind = 'year' AND c.period BETWEEN s.first_year AND s.last_year,
        c.partner IS NULL OR coalesce(p.named, FALSE), c.clients, c.paths
    FROM exact_care_path AS c
    CROSS JOIN path_span AS s
    LEFT JOIN partner AS p ON c.partner = p.code
    ORDER BY c.path_id
"""
_JOINT = """
    SELECT
        c.joint_id - 1, '', '', '', c.partner, c.period,
        c.period_kind = 'horizon', c.period_kind = 'year' AND c.period BETWEEN s.first_year AND s.last_year,
        c.partner IS NULL OR coalesce(p.named, FALSE), c.clients, c.packages
    FROM exact_joint_care AS c
    CROSS JOIN path_span AS s
    LEFT JOIN partner AS p ON c.partner = p.code
    ORDER BY c.joint_id
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One count; `in_horizon` is a year that is part of the horizon's count."""

    place: int
    domain: str
    care_form: str
    next_form: str
    partner: str | None
    period: str
    is_horizon: bool
    in_horizon: bool
    is_named: bool
    clients: int
    counted: int

    @property
    def flow(self) -> tuple[str, str, str]:
        return self.domain, self.care_form, self.next_form


def path_cells(connection: Connection) -> "Cells":
    """The cells of the care paths."""
    return Cells([Cell(*row) for row in rows(connection, _PATHS)])  # type: ignore[arg-type]


def joint_cells(connection: Connection) -> "Cells":
    """The cells of the joint trajectories: one flow."""
    return Cells([Cell(*row) for row in rows(connection, _JOINT)])  # type: ignore[arg-type]


class Cells:
    """All cells of one table, with the sums between them that are released."""

    def __init__(self, cells: list[Cell]) -> None:
        self._cells = cells
        self._found: dict[str | None, Mask] = {}

    def hidden(self, reader: str | None, threshold: int) -> list[int]:
        """The places hidden from everyone (None), or the totals that are hidden from this partner besides."""
        mask = self._mask(reader, threshold)
        if reader is not None:
            mask = mask & ~self._mask(None, threshold)
        return [int(place) for place in np.flatnonzero(mask) if not (reader and self._cells[place].partner)]

    def residual(self, reader: str | None, threshold: int) -> Iterator[tuple[str, str, str | None, int]]:
        """Domain, horizon, care form (None: of several together) and how many hidden paths may be told."""
        hidden, sizes = self._mask(reader, threshold), self._sizes(reader)
        left: dict[str, list[Cell]] = defaultdict(list)
        for (domain, form), cells in self._totals.items():
            unseen = [cell for cell in cells if hidden[cell.place]]
            if is_safe_together([int(sizes[cell.place]) for cell in unseen], threshold):
                yield domain, unseen[0].period, form, sum(cell.counted for cell in unseen)
            else:
                left[domain] += unseen
        for domain, unseen in left.items():
            if is_safe_together([int(sizes[cell.place]) for cell in unseen], threshold):
                yield domain, unseen[0].period, None, sum(cell.counted for cell in unseen)

    @cached_property
    def _totals(self) -> dict[tuple[str, str], list[Cell]]:
        """Per care form the cells of all partners over the horizon."""
        found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        for cell in self._cells:
            if cell.is_horizon and cell.partner is None:
                found[cell.domain, cell.care_form].append(cell)
        return found

    @cached_property
    def _by_years(self) -> list[Relation]:
        return self._relations(lambda cell: cell.partner is None and cell.in_horizon)

    @cached_property
    def _by_partners(self) -> list[Relation]:
        return self._relations(lambda cell: cell.partner is not None and cell.is_horizon)

    def _relations(self, is_part: Callable[[Cell], bool]) -> list[Relation]:
        parts: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for cell in self._cells:
            if is_part(cell):
                parts[cell.flow].append(cell.place)
        totals = [cell for cells in self._totals.values() for cell in cells]
        return [Relation(cell.place, tuple(parts[cell.flow])) for cell in totals if parts[cell.flow]]

    def _mask(self, reader: str | None, threshold: int) -> Mask:
        if reader not in self._found:
            sizes = self._sizes(reader)
            primary: Mask = (sizes > 0) & (sizes < threshold)
            primary |= self._unnamed
            if reader is not None:
                primary |= self._mask(None, threshold)
            relations = self._by_years + ([] if reader else self._by_partners)
            self._found[reader] = hidden_flows(sizes, primary, relations, threshold)
        return self._found[reader]

    def _sizes(self, reader: str | None) -> Integers:
        """How many clients stand behind each cell; for a partner at least so many of others."""
        sizes = self._clients.copy()
        for mine in self._of_partner[reader] if reader else ():
            whole = self._whole.get((mine.flow, mine.period))
            if whole is not None:
                others = whole.counted - mine.counted
                sizes[whole.place] = max(whole.clients - mine.clients, min(others, 1))
        return sizes

    @cached_property
    def _clients(self) -> Integers:
        return np.asarray([cell.clients for cell in self._cells], dtype=np.int64)

    @cached_property
    def _unnamed(self) -> Mask:
        return np.asarray([not cell.is_named for cell in self._cells], dtype=bool)

    @cached_property
    def _whole(self) -> dict[tuple[tuple[str, str, str], str], Cell]:
        """The cells of all partners together."""
        return {(cell.flow, cell.period): cell for cell in self._cells if cell.partner is None}

    @cached_property
    def _of_partner(self) -> dict[str, list[Cell]]:
        found: dict[str, list[Cell]] = defaultdict(list)
        for cell in self._cells:
            if cell.partner is not None:
                found[cell.partner].append(cell)
        return found
