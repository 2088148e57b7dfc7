"""Which version a reader sees, when it was made, and whether its figures are made up."""

from dataclasses import dataclass
from datetime import date, datetime

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Publication:
    """The version behind a page; `min_clients` is the smallest group that is shown.

    `remade_at` is when it was made again under a stricter policy, if ever; `is_proved` whether it was proved
    that nothing hidden can be computed back.
    """

    version: str
    published_at: datetime
    today: date
    audience: str
    fictional: bool
    min_clients: int
    remade_at: datetime | None
    is_proved: bool

    @property
    def is_of_partner(self) -> bool:
        """Whether this is the file of one partner, which sees its own figures whatever their size."""
        return self.audience.startswith("partner-")


def publication(published: Published) -> Publication:
    """The one row that a published file has about itself."""
    return ask(published, "publication", Publication)[0]
