"""A plot in pixels, with what is drawn on it, so that a text can look for a free place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any

from components.figures.axes import ValueRange, YearRange
from components.figures.labels import EDGE_GAP, LINE, Label, annotation, spread_apart, text_height, text_width
from components.theme import PAPER, TEXT_SIZE

_DOT, _THICK = 8.0, 1.5  # a slanting line is remembered as a row of boxes, this wide, and thick on each side


class Cover(IntEnum):
    """How bad it is to cover what is drawn."""

    AGREED = 1
    SERIES = 3
    POINT = 4
    TEXT = 20


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the top left corner of the plot."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """The shared area."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a text beside a point: which side is held, and how far away (up is positive)."""

    xanchor: str
    yanchor: str
    xshift: float = 0
    yshift: float = 0

    def box(self, text: str, size: float, x: float, y: float) -> Box:
        """The rectangle of the text when the point lies at x, y."""
        width, height = text_width(text, size), text_height(text, size)
        left = x + self.xshift - {"left": 0.0, "center": width / 2, "right": width}[self.xanchor]
        top = y - self.yshift - {"top": 0.0, "middle": height / 2, "bottom": height}[self.yanchor]
        return Box(left, top, left + width, top + height)


NEAR = (Spot("center", "bottom", 0, 9), Spot("center", "top", 0, -9))
AROUND = (
    *NEAR,
    Spot("right", "bottom", -4, 7),
    Spot("left", "bottom", 4, 7),
    Spot("right", "top", -4, -7),
    Spot("left", "top", 4, -7),
    Spot("left", "middle", 12),
    Spot("center", "bottom", 0, 24),
    Spot("center", "top", 0, -24),
    Spot("right", "middle", -12),
)


@dataclass(slots=True)
class Canvas:
    """A plot at the smallest size it is made for; what is free there is free on a larger one."""

    width: float
    height: float
    years: YearRange
    values: ValueRange
    right: float = 0  # pixels beside and above the plot where a text may stand too
    above: float = 0
    taken: list[tuple[Box, Cover]] = field(default_factory=list)

    def x(self, day: date) -> float:
        return (day - self.years.start).days / (self.years.end - self.years.start).days * self.width

    def y(self, value: float) -> float:
        return (self.values.high - value) / (self.values.high - self.values.low) * self.height

    def block(self, box: Box, cover: Cover) -> None:
        """Remember what is drawn there, and how bad it is to cover it."""
        self.taken.append((box, cover))

    def block_point(self, day: date, value: float, reach: float = 7) -> None:
        """Remember a point."""
        x, y = self.x(day), self.y(value)
        self.block(Box(x - reach, y - reach, x + reach, y + reach), Cover.POINT)

    def block_line(self, start: tuple[date, float], end: tuple[date, float], cover: Cover) -> None:
        """Remember a straight line; a slanting one as a row of small boxes."""
        x0, y0, x1, y1 = self.x(start[0]), self.y(start[1]), self.x(end[0]), self.y(end[1])
        is_upright = min(abs(x1 - x0), abs(y1 - y0)) < 1
        steps = 1 if is_upright else max(int(max(abs(x1 - x0), abs(y1 - y0)) / _DOT), 1)
        for step in range(steps):
            left, right = sorted((x0 + (x1 - x0) * step / steps, x0 + (x1 - x0) * (step + 1) / steps))
            top, bottom = sorted((y0 + (y1 - y0) * step / steps, y0 + (y1 - y0) * (step + 1) / steps))
            self.block(Box(left - _THICK, top - _THICK, right + _THICK, bottom + _THICK), cover)

    def cost(self, box: Box) -> float:
        """How much of the box is covered, or lies outside the figure (which counts more)."""
        inside = Box(0, -self.above, self.width + self.right, self.height)
        total = (box.area - inside.overlap(box)) * 3
        for other, cover in self.taken:
            # Most do not touch: asking that first keeps a figure of 200 periods quick.
            if (
                other.left < box.right
                and box.left < other.right
                and other.top < box.bottom
                and box.top < other.bottom
            ):
                total += box.overlap(other) * cover
        return total

    def cost_of(self, text: str, day: date, value: float, spot: Spot, size: float) -> float:
        """What this text at this spot covers."""
        return self.cost(spot.box(text, size, self.x(day), self.y(value)))

    def placed(
        self,
        text: str,
        day: date,
        value: float,
        *,
        colour: str,
        size: float = TEXT_SIZE,
        spots: Sequence[Spot] = AROUND,
        tolerance: float | None = None,
    ) -> list[dict[str, Any]]:
        """The text at the freest spot, which is then taken; nothing when every spot costs too much.

        `tolerance` is the part of the text that may be covered; a text on a line gets paper behind it.
        """
        boxes = [spot.box(text, size, self.x(day), self.y(value)) for spot in spots]
        costs = [self.cost(box) for box in boxes]
        best = min(range(len(spots)), key=lambda place: costs[place])
        if tolerance is not None and costs[best] > tolerance * boxes[best].area:
            return []
        self.block(boxes[best], Cover.TEXT)
        spot = spots[best]
        label = annotation(
            text,
            colour=colour,
            size=size,
            x=day.isoformat(),
            y=value,
            xanchor=spot.xanchor,
            yanchor=spot.yanchor,
            xshift=spot.xshift,
            yshift=spot.yshift,
        )
        return [label | {"bgcolor": PAPER} if costs[best] > 0 else label]


def edge_labels(labels: Sequence[Label], canvas: Canvas, *, size: float = TEXT_SIZE) -> list[dict[str, Any]]:
    """Bold labels right of the plot at the height of their values, pushed apart where they would touch."""
    places = [canvas.y(label.at) for label in labels]
    spread = spread_apart(places, size * LINE, canvas.height)
    words = []
    for label, place, moved in zip(labels, places, spread, strict=True):
        text = f"<b>{label.text}</b>"
        spot = Spot("left", "middle", EDGE_GAP, round(place - moved, 1))
        canvas.block(spot.box(text, size, canvas.width, place), Cover.TEXT)
        words.append(
            annotation(
                text,
                colour=label.colour,
                size=size,
                x=1,
                xref="paper",
                y=label.at,
                xanchor=spot.xanchor,
                yanchor=spot.yanchor,
                xshift=spot.xshift,
                yshift=spot.yshift,
            )
        )
    return words
