"""What every partner delivered per half-year, beside what was agreed."""

from data.published import Published
from queries._ask import ask
from queries.deliveries import Delivery


def coverage(published: Published) -> list[Delivery]:
    """The half-years of every partner that agreed to deliver or did, oldest first; `rows` of its own only."""
    return ask(published, "coverage", Delivery)
