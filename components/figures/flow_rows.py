"""What a flow is drawn from: how often one help followed another, and how that ended."""

from collections.abc import Sequence
from dataclasses import dataclass

OUTCOMES = ("planned", "early", "running", "unknown")


@dataclass(frozen=True, slots=True)
class Flow:
    """How often `end` followed `start`; without names it is the sum of several hidden flows.

    A hidden flow has no counts; a sum of hidden flows has no outcomes.
    """

    start: str | None
    end: str | None
    count: int | None
    planned: int | None = None
    early: int | None = None
    running: int | None = None
    unknown: int | None = None
    suppressed: bool = False

    @property
    def outcomes(self) -> tuple[int, ...]:
        """How often the help that followed ended as planned, ended early, still runs, or is not known."""
        return tuple(getattr(self, name) or 0 for name in OUTCOMES)


def shown(flows: Sequence[Flow]) -> list[Flow]:
    """The flows that may be drawn."""
    return [flow for flow in flows if flow.count and not flow.suppressed]


def largest(flows: Sequence[Flow]) -> Flow | None:
    """The flow between two named kinds of help that occurred most often; the first of equals."""
    named = [flow for flow in shown(flows) if flow.start and flow.end]
    return max(named, key=lambda flow: flow.count or 0, default=None)
