"""What became of one delivery."""

from dataclasses import dataclass
from enum import StrEnum

from data.importing.findings import Finding


class State(StrEnum):
    """How a delivery ended."""

    ACCEPTED = "accepted"
    FINE = "fine"  # checked only, nothing wrong
    KNOWN = "known"  # the same file was taken in before
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One delivery, what it was, and everything found in it."""

    name: str
    kind: str | None
    state: State
    rows: int = 0
    findings: tuple[Finding, ...] = ()
