"""Every indicator beside every partner in one period."""

from data.published import Published
from queries._ask import ask
from queries._observation import Observation


def comparison(published: Published, *, period: str) -> list[Observation]:
    """The unsplit figures of all partners together and of each partner apart."""
    return ask(published, "comparison", Observation, period=period)
