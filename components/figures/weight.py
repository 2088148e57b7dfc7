"""How heavy a figure is drawn, at each of its sizes."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Weight:
    """How heavy the lines and points of a figure are."""

    line: float = 2.5
    point: float = 8
    last: float = 12
    interval: float = 3
    criterion: float = 2
    path: float = 2
    dash: str = "6px,4px"

    def suited_to(self, count: int) -> "Weight":
        """The same, with smaller points or none where so many would touch."""
        if count <= _ROOMY or not self.point:
            return self
        return replace(self, point=4 if count <= _CROWDED else 0, interval=min(self.interval, 2))


MAIN = Weight()
SMALL = Weight(point=6, last=10, interval=2, criterion=1.25)
SPARK = Weight(line=2, point=0, last=8, path=1.5, dash="3px,3px")
_ROOMY, _CROWDED = 30, 60  # points from which they become small, and from which only the last is drawn
