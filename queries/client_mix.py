"""Which clients a figure is about, now and a year ago.

It is read from the published figures themselves, so that it can show nothing that they hide.
"""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class MixPart:
    """The clients of one part of a year, as number and as share of all clients of the figure.

    Without `split` it is the figure as a whole; a hidden part has neither number nor share.
    """

    period: str
    split: str | None
    split_value: str | None
    label: str | None
    clients: int | None
    share: float | None
    suppressed: bool


def client_mix(
    published: Published, *, indicator: str, year: int, language: str, partner: str | None = None
) -> list[MixPart]:
    """The year and the year before it, per split in the order of its codes."""
    years = [str(year - 1), str(year)]
    return ask(
        published, "client_mix", MixPart, indicator=indicator, years=years, language=language, partner=partner
    )
