"""What the movement of a series rests on."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class MovementReason:
    """The judged grain and its latest period, with the signals there or the difference between two years.

    `basis` is chart or quarters; `rules` are rule_side, such as shift_low or astronomical_high.
    """

    indicator: str
    partner: str | None
    split: str | None
    split_value: str | None
    movement: str
    basis: str
    kind: str
    period: str
    points: int
    rules: list[str]
    difference: float | None
    lower: float | None
    upper: float | None
    sizes_vary: bool


def movement_reasons(
    published: Published,
    *,
    indicator: str | None = None,
    partner: str | None = None,
    every_partner: bool = False,
) -> list[MovementReason]:
    """The reasons for one partner or all together, or for each of them; too few points have none."""
    asked = {"indicator": indicator, "partner": partner, "every_partner": every_partner}
    return ask(published, "movement_reasons", MovementReason, **asked)
