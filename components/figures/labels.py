"""Text in a figure: its size in pixels, its breaks, and labels at the right edge that never touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.theme import CHARACTER_WIDTH, TEXT_SIZE

LINE = 1.3  # line height as a part of the text size
_BOLD = 1.08
_HEAVY = 700
EDGE_GAP = 10  # from the end of the axis to a label


@dataclass(frozen=True, slots=True)
class Label:
    """A text that belongs at a value."""

    text: str
    at: float
    colour: str


def text_width(text: str, size: float = TEXT_SIZE) -> float:
    """Pixels of the longest line, markup left out."""
    plain = text.replace("<b>", "").replace("</b>", "")
    heavier = _BOLD if text.startswith("<b>") else 1.0
    return max(len(line) for line in plain.split("<br>")) * size * CHARACTER_WIDTH * heavier


def text_height(text: str, size: float = TEXT_SIZE) -> float:
    """Pixels of all lines."""
    return (text.count("<br>") + 1) * size * LINE


def annotation(text: str, *, colour: str, size: float = TEXT_SIZE, **place: Any) -> dict[str, Any]:
    """A text without an arrow; <b> around all of it makes it heavy, on a part of it it is left out.

    Plotly makes a style attribute of every <b> that it draws, which our content security policy stops.
    """
    weight = {"weight": _HEAVY} if text.startswith("<b>") and text.endswith("</b>") else {}
    return {
        "text": text.replace("<b>", "").replace("</b>", ""),
        "showarrow": False,
        "font": {"size": size, "color": colour, **weight},
        "align": "left",
        **place,
    }


def edge_width(labels: Sequence[Label], size: float = TEXT_SIZE) -> int:
    """The right margin these labels need."""
    return round(max((text_width(f"<b>{label.text}", size) + EDGE_GAP + 4 for label in labels), default=24))


def spread_apart(places: Sequence[float], gap: float, height: float) -> list[float]:
    """The places moved as little as needed to lie `gap` apart and, where they fit, inside the height."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    groups: list[list[int]] = []
    for index in order:
        groups.append([index])
        while len(groups) > 1 and _touch(groups[-2], groups[-1], places, gap, height):
            groups[-2:] = [groups[-2] + groups[-1]]
    spread = [0.0] * len(places)
    for group in groups:
        top = _top(group, places, gap, height)
        for nth, index in enumerate(group):
            spread[index] = top + (nth + 0.5) * gap
    return spread


def _touch(above: list[int], below: list[int], places: Sequence[float], gap: float, height: float) -> bool:
    return _top(above, places, gap, height) + len(above) * gap > _top(below, places, gap, height) + 1e-9


def _top(group: list[int], places: Sequence[float], gap: float, height: float) -> float:
    tall = len(group) * gap
    centre = sum(places[index] for index in group) / len(group)
    return max(min(centre - tall / 2, height - tall), 0.0)


def wrapped(text: str, characters: int, lines: int) -> str:
    """The text broken over at most so many lines with <br>; what does not fit ends in an ellipsis."""
    rows: list[str] = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > characters:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    if len(rows) > lines:
        rows = [*rows[: lines - 1], f"{rows[lines - 1]}…"]
    return "<br>".join(row if len(row) <= characters + 1 else f"{row[:characters]}…" for row in rows)
