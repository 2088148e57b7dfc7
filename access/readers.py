"""As whom somebody can look: the roles, and the partners of the publication that is served."""

from collections.abc import Sequence

from access.reader import Role
from data.published import PublishedFiles
from data.store import StoreUnavailable
from domain.audience import STEERING
from queries.partners import Partner, partners

READERS = tuple(role for role in Role if role is not Role.PARTNER)
WITH_FIGURES = tuple(role for role in READERS if role is not Role.ADMINISTRATOR)


def partners_to_choose(published: PublishedFiles) -> Sequence[Partner]:
    """The partners by name; none as long as nothing is published."""
    try:
        return partners(published.open(STEERING.file), language="nl")
    except StoreUnavailable:
        return []
