"""How much room the words of a table cell take on a projector, in shares of the height of the screen."""

from math import ceil
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

LETTER = 1.58
_SIGN, _MEASURE, _SIDES = 5.0, 26.0, 3.0
_WIDEST, _COMFORT = 110.0, 14
_BLOCKS = (html.Div, html.P, html.Li, html.Dt, html.Br, html.H3)
_INLINE = {"status", "tag", "sr", "no", "nb", "q", "aim", "letter", "value"}
"""Classes of what stands beside other words; anything else with a class has a line of its own."""


class Width(NamedTuple):
    """The least width, that of the longest word; and that of all words on one line."""

    least: float
    whole: float

    @property
    def comfortable(self) -> float:
        """Short texts are kept on one line; long ones break."""
        return max(self.least, min(self.whole, _COMFORT * LETTER))


def width_of(cell: Any) -> Width:
    """What a cell asks for."""
    extra = _SIDES + (_SIGN if _has(cell, "status", "cell") else 0.0)
    if _has(cell, "measure"):
        return Width(_MEASURE + extra, _MEASURE + extra)
    lines = lines_of(cell)
    word = max((len(word) for line in lines for word in line.split()), default=0)
    whole = max(map(len, lines), default=0)
    least = word * LETTER + extra
    return Width(least, max(least, min(whole * LETTER + extra, _WIDEST)))


def lines_in(cell: Any, letters: float) -> int:
    """How many lines the words of a cell take when so many letters fit beside each other."""
    extra = (_SIDES + (_SIGN if _has(cell, "status", "cell") else 0.0)) / LETTER
    room = max(letters - extra, 1)
    return sum(max(ceil(len(line) / room), 1) for line in lines_of(cell)) or 1


def lines_of(cell: Any) -> list[str]:
    """The texts of a cell that stand under each other."""
    lines = [""]
    _gather(cell, lines)
    return [line for line in (one.strip() for one in lines) if line]


def _gather(part: Any, lines: list[str]) -> None:
    if isinstance(part, (list, tuple)):
        for one in part:
            _gather(one, lines)
    elif isinstance(part, Component):
        if "sr" in _classes(part):
            return
        named = {name.partition("--")[0] for name in _classes(part)}
        is_block = isinstance(part, _BLOCKS) or not _INLINE.issuperset(named)
        if is_block:
            lines.append("")
        _gather(getattr(part, "children", None), lines)
        if is_block:
            lines.append("")
    elif part is not None:
        lines[-1] += str(part)


def without_desk(part: Any) -> Any:
    """The same without what stays at the desk."""
    if isinstance(part, (list, tuple)):
        return [without_desk(one) for one in part if not (isinstance(one, Component) and _is_desk(one))]
    if isinstance(part, Component) and getattr(part, "children", None) is not None:
        part.children = without_desk(part.children)
    return part


def _is_desk(part: Component) -> bool:
    return not {"desk", "moves"}.isdisjoint(_classes(part))


def _has(part: Any, *names: str) -> bool:
    if isinstance(part, (list, tuple)):
        return any(_has(one, *names) for one in part)
    if not isinstance(part, Component):
        return False
    return not set(names).isdisjoint(_classes(part)) or _has(getattr(part, "children", None), *names)


def _classes(part: Component) -> list[str]:
    return str(getattr(part, "className", "") or "").split()
