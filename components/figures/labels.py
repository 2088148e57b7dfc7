"""Text in a figure that never overlaps: labels at the right edge, and labels that look for a free place."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from components.figures.axes import ValueRange, YearRange
from components.theme import CHARACTER_WIDTH, TEXT_SIZE

LINE = 1.3  # line height as a part of the text size


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a value; `rank` 0 keeps its place when others must move."""

    text: str
    at: float
    colour: str
    bold: bool = False
    rank: int = 1


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the plot, from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """The shared area."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0


@dataclass(slots=True)
class Canvas:
    """A plot at its narrowest likely size, with what is already drawn on it."""

    width: float
    height: float
    years: YearRange
    values: ValueRange
    taken: list[Box] = field(default_factory=list)

    def x(self, day: date) -> float:
        span = (self.years.end - self.years.start).days
        return (day - self.years.start).days / span * self.width

    def y(self, value: float) -> float:
        span = (self.values.high - self.values.low) or 1.0
        return (self.values.high - value) / span * self.height

    def block(self, box: Box) -> None:
        self.taken.append(box)

    def cost(self, box: Box) -> float:
        """How much of the box is covered by others or lies outside the plot."""
        inside = Box(0, 0, self.width, self.height).overlap(box)
        outside = (box.right - box.left) * (box.bottom - box.top) - inside
        return outside * 3 + sum(box.overlap(other) for other in self.taken)


def text_width(text: str, size: float = TEXT_SIZE) -> float:
    """Pixels of the longest line, markup left out."""
    plain = text.replace("<b>", "").replace("</b>", "")
    return max(len(line) for line in plain.split("<br>")) * size * CHARACTER_WIDTH


def text_height(text: str, size: float = TEXT_SIZE) -> float:
    """Pixels of all lines."""
    return (text.count("<br>") + 1) * size * LINE


def annotation(text: str, *, colour: str, size: float = TEXT_SIZE, **place: Any) -> dict[str, Any]:
    """A text without an arrow."""
    return {
        "text": text,
        "showarrow": False,
        "font": {"size": size, "color": colour},
        "align": "left",
        **place,
    }


def edge_labels(labels: Sequence[Label], canvas: Canvas, *, size: float = TEXT_SIZE) -> list[dict[str, Any]]:
    """Labels right of the plot at the height of their values, pushed apart where they would touch."""
    gap = size * LINE
    spread = spread_apart([canvas.y(label.at) for label in labels], gap, canvas.height)
    return [
        annotation(
            f"<b>{label.text}</b>" if label.bold else label.text,
            colour=label.colour,
            size=size,
            x=1,
            xref="paper",
            y=label.at,
            yref="y",
            xanchor="left",
            yanchor="middle",
            xshift=8,
            yshift=round(canvas.y(label.at) - place, 1),
        )
        for label, place in zip(labels, spread, strict=True)
    ]


def spread_apart(places: Sequence[float], gap: float, height: float) -> list[float]:
    """The places (pixels from the top) moved as little as needed to lie `gap` apart and inside the height."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    groups: list[list[int]] = [[index] for index in order]
    centres = [places[index] for index in order]
    merged = True
    while merged:
        merged = False
        for at in range(len(groups) - 1):
            reach = (len(groups[at]) + len(groups[at + 1])) / 2 * gap
            if centres[at + 1] - centres[at] < reach - 1e-9:
                joined = groups[at] + groups[at + 1]
                groups[at : at + 2] = [joined]
                centres[at : at + 2] = [sum(places[index] for index in joined) / len(joined)]
                merged = True
                break
        centres = [
            _inside(centre, len(group) * gap, height) for centre, group in zip(centres, groups, strict=True)
        ]
    spread = [0.0] * len(places)
    for group, centre in zip(groups, centres, strict=True):
        for nth, index in enumerate(group):
            spread[index] = centre + (nth - (len(group) - 1) / 2) * gap
    return spread


def _inside(centre: float, tall: float, height: float) -> float:
    half = tall / 2
    return height / 2 if tall >= height else min(max(centre, half), height - half)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place for a text: its anchors and its distance to the point in pixels."""

    xanchor: str
    yanchor: str
    xshift: float = 0
    yshift: float = 0  # upwards


ABOVE = Candidate("center", "bottom", 0, 8)
BELOW = Candidate("center", "top", 0, -8)
AROUND = (
    ABOVE,
    BELOW,
    Candidate("right", "bottom", -2, 8),
    Candidate("left", "bottom", 2, 8),
    Candidate("right", "top", -2, -8),
    Candidate("left", "top", 2, -8),
    Candidate("left", "middle", 10, 0),
    Candidate("right", "middle", -10, 0),
)


def placed(
    text: str,
    canvas: Canvas,
    day: date,
    value: float,
    *,
    colour: str,
    size: float = TEXT_SIZE,
    candidates: Sequence[Candidate] = AROUND,
    tolerance: float | None = None,
) -> list[dict[str, Any]]:
    """The text at the freest of the places, which is then taken; nothing when all cost over the tolerance."""
    boxes = [_box(text, size, canvas.x(day), canvas.y(value), candidate) for candidate in candidates]
    costs = [canvas.cost(box) for box in boxes]
    best = min(range(len(boxes)), key=lambda index: costs[index])
    if tolerance is not None and costs[best] > tolerance:
        return []
    canvas.block(boxes[best])
    chosen = candidates[best]
    place = replace(chosen)
    return [
        annotation(
            text,
            colour=colour,
            size=size,
            x=day.isoformat(),
            y=value,
            xanchor=place.xanchor,
            yanchor=place.yanchor,
            xshift=place.xshift,
            yshift=place.yshift,
        )
    ]


def _box(text: str, size: float, x: float, y: float, candidate: Candidate) -> Box:
    width, height = text_width(text, size), text_height(text, size)
    left = x + candidate.xshift - {"left": 0.0, "center": width / 2, "right": width}[candidate.xanchor]
    top = y - candidate.yshift - {"top": 0.0, "middle": height / 2, "bottom": height}[candidate.yanchor]
    return Box(left, top, left + width, top + height)


def wrapped(text: str, characters: int, lines: int = 2) -> str:
    """The text broken over at most so many lines with <br>; what does not fit ends in an ellipsis."""
    rows: list[str] = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > characters:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    if len(rows) > lines:
        rows = [*rows[: lines - 1], f"{rows[lines - 1]}…"]
    return "<br>".join(row if len(row) <= characters + 1 else f"{row[:characters]}…" for row in rows)
