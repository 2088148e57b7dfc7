"""What each audience gets of the figures; what of that is hidden, the masks say (`masking`).

What is released to every audience stands in `domain.released`; a partner's own figures are released in full,
to that partner alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data.publishing.paths import choose_paths
from data.publishing.statements import load, run
from data.schema import SPLITS
from data.store import Connection
from domain.audience import PUBLIC, STEERING, Audience, AudienceKind
from domain.disclosure import POLICIES, Policy
from domain.released import RELEASED

PARTNER_SPLITS = tuple(split for split in SPLITS if split != "informant")
_NOBODY = ""
"""The partner of who reads nothing that is any partner's own."""


@dataclass(frozen=True)
class Reader:
    """One audience, the policy that holds for it, and the partner whose figures are its own."""

    name: str
    policy: Policy
    partner: str | None = None

    @property
    def kind(self) -> str:
        """What sort of reader it is: readers of a kind get the same of all that is not their own."""
        return AudienceKind.PARTNER if self.partner else self.name


EXACT = Reader("exact", POLICIES["partner_own"])
"""The file that hides nothing, which no reader ever gets."""


def readers(
    partners: list[str], policies: Mapping[str, Policy] = POLICIES, *, public: bool = False
) -> list[Reader]:
    """The steering group and each partner, and everybody where that is asked."""
    own = [Audience(AudienceKind.PARTNER, partner) for partner in partners]
    others = policies["partner_other"]
    return [
        Reader(STEERING.file, policies["steering"]),
        *(Reader(audience.file, others, audience.partner) for audience in own),
        *([Reader(PUBLIC.file, policies["public"], _NOBODY)] if public else []),
    ]


def load_released(connection: Connection) -> None:
    """Make the table `released`: which combinations every audience may see."""
    rows = [
        (of_partner, split, kind.value)
        for (of_partner, has_split), kinds in RELEASED.items()
        for split in _splits(of_partner, has_split)
        for kind in kinds
    ]
    load(
        connection, "released", {"of_partner": "BOOLEAN", "split": "VARCHAR", "period_kind": "VARCHAR"}, rows
    )


def choose_shared(connection: Connection, kind: str) -> None:
    """Make the table `audience_row`: the figures that all readers of a kind get, and which are hidden."""
    run(connection, "audiences/shared_row", kind=kind)


def choose_own(connection: Connection, reader: Reader) -> None:
    """Make the table `audience_row` anew for what this reader gets besides, and the paths it gets."""
    run(connection, "audiences/partner_row", partner=reader.partner)
    choose_paths(connection, reader.name, reader.partner)


def _splits(of_partner: bool, has_split: bool) -> tuple[str | None, ...]:
    if not has_split:
        return (None,)
    return PARTNER_SPLITS if of_partner else SPLITS
