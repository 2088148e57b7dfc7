"""Where the nodes and bands of a flow lie, in pixels from the top and parts of the width."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from components.figures.flow_rows import OUTCOMES, Flow
from components.figures.labels import text_height, wrapped
from components.text import say

_GAP, _LEAST = 14, 1.5  # pixels between two nodes, and of the thinnest band
_MIDDLE = 0.45


@dataclass(frozen=True, slots=True)
class Sizes:
    """How names break per column, whether those of the first stand beside it, and how tall all bands are."""

    characters: Sequence[int]
    lines: int
    beside: bool
    tall: int


@dataclass(slots=True)
class Node:
    """One kind of help, or one outcome."""

    name: str
    count: int
    top: float
    height: float
    is_rest: bool = False
    used_left: float = 0
    used_right: float = 0


@dataclass(frozen=True, slots=True)
class Band:
    """What goes from one node to the next."""

    start: str
    end: str
    count: int
    start_x: float
    end_x: float
    start_y: float
    end_y: float
    height: float
    flow: Flow
    is_rest: bool


@dataclass(slots=True)
class Column:
    """The nodes above each other, with the bands that leave them."""

    x: float
    nodes: list[Node]
    height: float
    bands: list[Band] = field(default_factory=list)


def columns_of(flows: Sequence[Flow], sizes: Sizes, language: str) -> list[Column]:
    """The columns of help that ended, help that followed and how that ended; all `flows` have a count."""
    rest = say("flow.rest", language)
    starts = _summed([(flow.start or rest, flow.count or 0) for flow in flows])
    ends = _summed([(flow.end or rest, flow.count or 0) for flow in flows])
    outcomes = {
        say(f"flow.{name}", language): sum(flow.outcomes[place] for flow in flows)
        for place, name in enumerate(OUTCOMES)
    }
    scale = sizes.tall / sum(starts.values())
    last = len(sizes.characters) - 1
    found = [
        _column(0.0, starts, rest, scale, sizes, 0),
        _column(_MIDDLE if last == 2 else 0.988, ends, rest, scale, sizes, 1),
    ]
    if last == 2:
        found.append(_column(0.988, {k: v for k, v in outcomes.items() if v}, rest, scale, sizes, 2))
    _first_bands(found, flows, rest, scale)
    if last == 2:
        _last_bands(found, flows, rest, scale, language)
    return found


def _summed(named: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Totals by name, in alphabetical order, what is left last."""
    totals: dict[str, int] = defaultdict(int)
    for name, count in named:
        totals[name] += count
    return dict(sorted(totals.items(), key=lambda item: item[0].lower()))


def _column(x: float, totals: dict[str, int], rest: str, scale: float, sizes: Sizes, place: int) -> Column:
    nodes: list[Node] = []
    below = 0.0
    for name, count in sorted(totals.items(), key=lambda item: item[0] == rest):
        label = text_height(wrapped(name, sizes.characters[place], sizes.lines)) + text_height("x")
        is_above = place > 0 or not sizes.beside
        height = max(count * scale, _LEAST)
        top = below + (label if is_above else 0)
        nodes.append(Node(name, count, top, height, name == rest))
        below = top + (height if is_above else max(height, label)) + _GAP
    return Column(x, nodes, max(below - _GAP, 1))


def _first_bands(columns: Sequence[Column], flows: Sequence[Flow], rest: str, scale: float) -> None:
    ordered = _in_order(
        columns[0], columns[1], [(f.start or rest, f.end or rest, f.count or 0, f) for f in flows]
    )
    columns[0].bands = [_join(*one, columns[0], columns[1], scale, rest) for one in ordered]


def _last_bands(
    columns: Sequence[Column], flows: Sequence[Flow], rest: str, scale: float, language: str
) -> None:
    totals: dict[tuple[str, str], int] = defaultdict(int)
    for flow in flows:
        for place, name in enumerate(OUTCOMES):
            totals[flow.end or rest, say(f"flow.{name}", language)] += flow.outcomes[place]
    joined = [(start, end, count, Flow(start, end, count)) for (start, end), count in totals.items() if count]
    ordered = _in_order(columns[1], columns[2], joined)
    columns[1].bands = [_join(*one, columns[1], columns[2], scale, rest) for one in ordered]


Joined = tuple[str, str, int, Flow]


def _in_order(left: Column, right: Column, joined: Sequence[Joined]) -> list[Joined]:
    """From top to bottom on both sides, so that bands cross as little as they can."""
    starts = {node.name: place for place, node in enumerate(left.nodes)}
    ends = {node.name: place for place, node in enumerate(right.nodes)}
    return sorted(joined, key=lambda one: (starts[one[0]], ends[one[1]]))


def _join(
    start: str, end: str, count: int, flow: Flow, left: Column, right: Column, scale: float, rest: str
) -> Band:
    source = next(node for node in left.nodes if node.name == start)
    target = next(node for node in right.nodes if node.name == end)
    height = max(count * scale, _LEAST)
    begin, finish = source.top + source.used_right, target.top + target.used_left
    source.used_right += height
    target.used_left += height
    return Band(start, end, count, left.x, right.x, begin, finish, height, flow, rest in (start, end))
