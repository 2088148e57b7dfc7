"""What each audience gets of the figures; what of that is hidden, `domain.disclosure` decides.

Released to every audience (methods.md 8.1b), so that what is hidden cannot be computed back: by month only
all partners together, by quarter and half-year also each partner's total, and a split of one partner only by
year and horizon. A partner's own figures are released in full, to that partner alone.
"""

from dataclasses import dataclass

import numpy as np

from data.publishing.statements import columns, load
from data.schema import SPLITS
from data.store import Connection
from domain.audience import STEERING, Audience, AudienceKind
from domain.disclosure import POLICIES, Policy, hidden_mask, small_mask
from domain.period import PeriodKind

PARTNER_SPLITS = tuple(split for split in SPLITS if split != "informant")
_LONG = (PeriodKind.YEAR, PeriodKind.HORIZON)

RELEASED: dict[tuple[bool, bool], tuple[PeriodKind, ...]] = {
    (False, False): tuple(PeriodKind),
    (False, True): (PeriodKind.HALF_YEAR, *_LONG),
    (True, False): (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, *_LONG),
    (True, True): _LONG,
}
"""The kinds of period by (of one partner, with a split)."""


@dataclass(frozen=True)
class Reader:
    """One audience, the policy that holds for it, and the partner whose figures are its own."""

    name: str
    policy: Policy
    partner: str | None = None


def readers(partners: list[str]) -> list[Reader]:
    """The steering group and each partner."""
    own = [Audience(AudienceKind.PARTNER, partner) for partner in partners]
    others = POLICIES["partner_other"]
    return [
        Reader(STEERING.file, POLICIES["steering"]),
        *(Reader(audience.file, others, audience.partner) for audience in own),
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


def choose_rows(connection: Connection, reader: Reader) -> None:
    """Make the relation `audience_row`: the figures this reader gets, and which of them are hidden."""
    shared = columns(connection, "audiences/shared_row", with_partners=reader.partner is None)
    chosen = [_judged(shared, reader.policy)]
    if reader.partner is not None:
        own = columns(connection, "audiences/own_row", partner=reader.partner)
        chosen.append(_judged(own, POLICIES["partner_own"]))
    _register(connection, chosen)


def choose_every_row(connection: Connection) -> None:
    """Make `audience_row` for the exact file, which nobody but a later publication reads."""
    every = columns(connection, "audiences/every_row")
    nothing = np.zeros(len(every["row_id"]), bool)
    _register(connection, [{"row_id": every["row_id"], "suppressed": nothing, "small": nothing}])


def _splits(of_partner: bool, has_split: bool) -> tuple[str | None, ...]:
    if not has_split:
        return (None,)
    return PARTNER_SPLITS if of_partner else SPLITS


def _judged(figures: dict[str, np.ndarray], policy: Policy) -> dict[str, np.ndarray]:
    hidden = hidden_mask(
        policy, clients=figures["clients"], denominator=figures["denominator"], numerator=figures["numerator"]
    )
    small = small_mask(policy, figures["clients"]) & ~hidden
    return {"row_id": figures["row_id"], "suppressed": hidden, "small": small}


def _register(connection: Connection, chosen: list[dict[str, np.ndarray]]) -> None:
    connection.register(
        "audience_row",
        {
            "row_id": np.concatenate([part["row_id"] for part in chosen]).astype(np.int32),
            "suppressed": np.concatenate([part["suppressed"] for part in chosen]),
            "small": np.concatenate([part["small"] for part in chosen]),
        },
    )
