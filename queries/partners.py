"""The partners, with what one must know of their clients to read their figures."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner; `delivers` is trajecten or cijfers, empty as long as nothing came in."""

    code: str
    name: str
    sector: str
    context: str | None
    agreed: int
    delivers: str | None
    last_period: str | None
    last_received_on: date | None


def partners(published: Published, *, language: str, code: str | None = None) -> list[Partner]:
    """The partners whose name may stand beside figures, by name; or the one with this code."""
    return ask(published, "partners", Partner, language=language, code=code)
