"""Shares the width of a projector between the columns of a table, so that its rows are as low as can be.

A column has only a few widths that matter: those at which one of its cells takes a line less.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from components.projector_words import Line, Width, broken, harm_of_breaking, lines_of

SIDES = 2.0
"""The space after a column."""
_CLOSE = 0.97
"""Words of another machine may be a little wider: a line is counted full before it is."""
_EVERY_LINE = 0.02
"""What a line counts that does not make its row higher."""

Cells = Sequence[Sequence[Any]]


def lowered(
    rows: Cells, columns: Mapping[int, Width], start: Mapping[int, float], width: float
) -> dict[int, float]:
    """Columns take room for a line less, from another if there is none left, as long as rows become lower."""
    lines = _Lines(rows)
    steps = {place: lines.steps(place, one) for place, one in columns.items()}
    taken = {place: _widest_within(steps[place], start[place]) for place in columns}
    best = _cost(steps, taken)
    while True:
        tried = [(_cost(steps, one), number, one) for number, one in enumerate(_moved(steps, taken, width))]
        lowest, _, found = min(tried, default=(best, 0, taken))
        if lowest >= best:
            break
        best, taken = lowest, found
    extra = max(width - sum(steps[place][at].wide for place, at in taken.items()), 0.0) / len(columns)
    return {place: steps[place][at].wide + extra for place, at in taken.items()}


def _widest_within(steps: Sequence["Step"], wide: float) -> int:
    return max((at for at, one in enumerate(steps) if one.wide <= wide), default=0)


class Step(NamedTuple):
    """A width at which a column takes fewer lines: how many in each row, and the harm of what breaks."""

    wide: float
    lines: tuple[int, ...]
    harm: float


def _cost(steps: Mapping[int, Sequence[Step]], taken: Mapping[int, int]) -> float:
    """The lines of every row by its highest cell; what breaks elsewhere counts a little."""
    chosen = [steps[place][at] for place, at in taken.items()]
    rows = list(zip(*(one.lines for one in chosen), strict=True))
    highest = sum(max(row, default=0) for row in rows)
    every = sum(sum(row) for row in rows)
    return highest + _EVERY_LINE * every + sum(one.harm for one in chosen)


def _moved(
    steps: Mapping[int, Sequence[Step]], taken: Mapping[int, int], width: float
) -> Iterator[dict[int, int]]:
    """Every way in which one column takes fewer lines, with what another gives up for it where it must."""
    used = {place: steps[place][at].wide for place, at in taken.items()}
    left = width - sum(used.values())
    for taker, at in taken.items():
        for higher in range(at + 1, len(steps[taker])):
            lacking = steps[taker][higher].wide - used[taker] - left
            if lacking <= 0:
                yield {**taken, taker: higher}
                continue
            for giver, lower in taken.items():
                given = [low for low in range(lower) if used[giver] - steps[giver][low].wide >= lacking]
                if giver != taker and given:
                    yield {**taken, taker: higher, giver: given[-1]}


def harm_of(rows: Cells, widths: Mapping[int, float]) -> float:
    """How bad it is what breaks at these widths."""
    lines = _Lines(rows)
    return round(sum(lines.at(place, wide - SIDES).harm for place, wide in widths.items()), 2)


class _Lines:
    """The texts of every cell, to count their lines at any width."""

    def __init__(self, rows: Cells) -> None:
        self._rows: list[list[list[Line]]] = [[lines_of(cell) for cell in row] for row in rows]

    def steps(self, place: int, column: Width) -> list[Step]:
        """The widths, from the least, at which the cells of a column take fewer lines."""
        found: list[Step] = []
        wide = column.least / _CLOSE
        while not found or wide < column.whole / _CLOSE + 1.0:
            step = self.at(place, (wide - SIDES) * _CLOSE)._replace(wide=wide)
            if not found or step[1:] != found[-1][1:]:
                found.append(step)
            wide += 1.0
        return found

    def at(self, place: int, room: float) -> Step:
        """What a column with so much room for its words takes."""
        cells = [row[place] if place < len(row) else [] for row in self._rows]
        counted = [[broken(one.words, room - one.extra) for one in cell] for cell in cells]
        breaks = [
            harm_of_breaking(line) * (count - 1)
            for cell, counts in zip(cells, counted, strict=True)
            for line, count in zip(cell, counts, strict=True)
        ]
        return Step(room, tuple(map(sum, counted)), sum(breaks))
