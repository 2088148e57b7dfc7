"""'Overige partners': what is left of all partners together when those that are shown apart are taken away.

The row says nothing that the shown figures do not say already. It stands only where its counts are exactly
all minus the shown ones, and whether it stands is decided by those figures alone: a hidden figure cannot be
read from the row, nor from its absence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from domain.columns import Mask, Numbers

LEAST_PARTNERS = 3
"""With two, each of them would find the other by subtracting its own figure."""

_NEAR = 1e-9


@dataclass(frozen=True)
class Parts:
    """The same counts of all partners together, of those shown apart, and of the others; NaN is unknown.

    `partners` of each says how many figures are in it.
    """

    together: Mapping[str, Numbers]
    shown: Mapping[str, Numbers]
    others: Mapping[str, Numbers]

    def follow(self, count: str) -> Mask:
        """Where this count of the others is what anybody can compute: together minus shown."""
        together, shown, others = (part[count] for part in (self.together, self.shown, self.others))
        scale = np.maximum(np.abs(together), 1)
        near: Mask = np.abs(together - shown - others) <= _NEAR * scale
        return near

    @property
    def least_clients(self) -> Numbers:
        """So many clients the others have at least: a client may be with several partners."""
        return self.together["clients"] - self.shown["clients"]

    def may_stand(self, counts: Iterable[str], threshold: int) -> Mask:
        """Enough partners, enough clients, and nothing in it that does not follow from what is shown."""
        enough = (self.others["partners"] >= LEAST_PARTNERS) & (self.shown["partners"] > 0)
        enough &= self.least_clients >= max(threshold, 1)
        for count in counts:
            enough &= self.follow(count)
        return enough
