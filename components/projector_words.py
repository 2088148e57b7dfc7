"""How much room the words of a table cell take on a projector, in shares of the height of the screen."""

from collections.abc import Sequence
from math import ceil
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

TEXT = 3.3
_GLYPHS = {
    278: " ,./I\\ijl'|ï‘’·\u00a0\u202f",
    333: "!()-:;[]`ft",
    389: "*r{}",
    500: 'z“”"',
    611: "?FLTZbdghnopquöü<=>+×−",
    667: "EPSVXYÉ",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    1000: "@—…",
}
_WIDE = {glyph: width / 1000 for width, glyphs in _GLYPHS.items() for glyph in glyphs}
_OTHER = 0.556
"""Of bold letters, in shares of their size, after Liberation Sans: plain ones are narrower, which leaves
room for the typeface of another machine."""
PLAIN = 0.97
"""The heads of columns are never bold: they decide how wide a column of short figures is."""
_SIGN, _TAG, _MEASURE = 5.6, 3.4, 24.0
_WIDEST, _COMFORT = 110.0, 24.0
_STATUS, _FEW_WORDS = 1.1, 0.4
_STATUS_WORDS = 32.0
_BLOCKS = (html.Div, html.P, html.Li, html.Dt, html.Br, html.H3)
_INLINE = {"status", "tag", "sr", "no", "nb", "q", "aim", "letter", "value"}
"""Classes of what stands beside other words; anything else with a class has a line of its own."""


class Line(NamedTuple):
    """Words on a line of their own, and the room that signs and frames take before and around them."""

    words: str
    extra: float = 0.0


class Width(NamedTuple):
    """The least width, that of the longest word; and that of all words on one line."""

    least: float
    whole: float

    @property
    def comfortable(self) -> float:
        """Short texts are kept on one line; long ones break."""
        return max(self.least, min(self.whole, _COMFORT))


def written_width(words: str, size: float = TEXT) -> float:
    """How wide these words are on one line."""
    return size * sum(_WIDE.get(glyph, _OTHER) for glyph in words)


def width_of(cell: Any) -> Width:
    """What a cell asks for, without the space around it."""
    lines = lines_of(cell)
    size = TEXT * (PLAIN if getattr(cell, "scope", "") == "col" else 1.0)
    words = [written_width(word, size) + line.extra for line in lines for word in line.words.split(" ")]
    whole = [written_width(line.words, size) + line.extra for line in lines]
    least = max(words, default=0.0)
    return Width(least, max(least, min(max(whole, default=0.0), _WIDEST)))


def count_lines(cell: Any, room: float) -> int:
    """How many lines the words of a cell take in a column of this width."""
    return sum(broken(line.words, room - line.extra) for line in lines_of(cell)) or 1


def harm_of_breaking(line: Line) -> float:
    """In lines worth avoiding it: a bare status is taken in at once, and so are a few other words."""
    if _is_status(line):
        return _STATUS
    return _FEW_WORDS if written_width(line.words) <= _COMFORT else 0.0


def _is_status(line: Line) -> bool:
    """A sign with its words, and no tag; a remark below a value in a matrix is longer."""
    return line.extra == _SIGN and written_width(line.words) <= _STATUS_WORDS


def broken(words: str, room: float, size: float = TEXT) -> int:
    """How many lines these words take: as many on each as fit, and a word that is too long goes on below."""
    room = max(room, TEXT)
    space = size * _WIDE[" "]
    count, used = 1, 0.0
    for word in words.split(" "):
        wide = written_width(word, size)
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0.0)
        over = ceil(used / room) - 1
        count, used = count + max(over, 0), used - max(over, 0) * room
    return count


def lines_of(cell: Any) -> list[Line]:
    """The texts of a cell that stand under each other."""
    return _Gathered().of(cell)


class _Gathered:
    """Walks through a cell as a browser lays it out: what stands beside each other, and what below."""

    def __init__(self) -> None:
        self._lines = [Line("")]
        self._indent = 0.0

    def of(self, cell: Any) -> list[Line]:
        """The lines of this cell that say or show something."""
        self._gather(cell)
        trimmed = [Line(words.strip(" "), extra) for words, extra in self._lines]
        return [line for line in trimmed if line.words or line.extra > self._indent]

    def _gather(self, part: Any) -> None:
        if isinstance(part, (list, tuple)):
            for one in part:
                self._gather(one)
        elif isinstance(part, Component):
            self._component(part, classes_of(part))
        elif part is not None:
            words, extra = self._lines[-1]
            self._lines[-1] = Line(words + str(part), extra)

    def _component(self, part: Component, classes: Sequence[str]) -> None:
        if "sr" in classes:
            return
        if "cell" in classes:
            self._cell(part, classes)
            return
        is_block = isinstance(part, _BLOCKS) or not _INLINE.issuperset(
            name.partition("--")[0] for name in classes
        )
        if is_block:
            self._lines.append(Line(""))
        words, extra = self._lines[-1]
        framed = {"status": _SIGN, "tag": _TAG, "measure": _MEASURE}
        self._lines[-1] = Line(words, extra + sum(framed.get(name, 0.0) for name in classes))
        if "tag" in classes:  # stays on one line
            beside = " ".join(line.words for line in _Gathered().of(part.children))
            self._gather(" " + beside.replace(" ", "\u00a0"))
        else:
            self._gather(getattr(part, "children", None))
        if is_block:
            self._lines.append(Line(""))

    def _cell(self, part: Component, classes: Sequence[str]) -> None:
        """A sign, beside it the value with its count, and further remarks each on a line below."""
        chip = _TAG if "cell--strong" in classes else 0.0
        shown = [one for one in listed(part.children) if "sr" not in classes_of(one)]
        for place, one in enumerate(shown):
            words = _Gathered().of(one)
            beside = " ".join(line.words for line in words)
            if place == 1 and isinstance(one, html.Small) and not classes_of(one):
                last = self._lines[-1]
                self._lines[-1] = Line(f"{last.words} {beside}".replace(" ", "\u00a0"), last.extra)
            else:
                self._lines += [Line(line.words, line.extra + _SIGN + chip) for line in words]
            chip = 0.0
        self._lines.append(Line(""))


def without_desk(part: Any) -> Any:
    """The same without what stays at the desk."""
    if isinstance(part, (list, tuple)):
        return [without_desk(one) for one in part if not (isinstance(one, Component) and _is_desk(one))]
    if isinstance(part, Component) and getattr(part, "children", None) is not None:
        part.children = without_desk(part.children)
    return part


def _is_desk(part: Component) -> bool:
    return not {"desk", "moves"}.isdisjoint(classes_of(part))


def listed(children: Any) -> list[Any]:
    """What an element holds, as a list."""
    if children is None:
        return []
    return list(children) if isinstance(children, (list, tuple)) else [children]


def classes_of(part: Any) -> list[str]:
    """The classes of an element."""
    return str(getattr(part, "className", "") or "").split() if isinstance(part, Component) else []
