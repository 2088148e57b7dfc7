"""The clients of a year and of the one before it, group by group of one split."""

from collections.abc import Sequence
from dataclasses import dataclass

from queries.client_mix import MixPart


@dataclass(frozen=True)
class Mix:
    """The parts of two years by one split, and the two years as a whole."""

    year: int
    parts: Sequence[MixPart]

    def shares(self, year: int) -> dict[str, float]:
        return {one.split_value or "": one.share for one in self._of(year) if one.share is not None}

    def unsaid(self) -> set[str]:
        """The groups of which either year leaves unsaid how many clients they have."""
        return {one.split_value or "" for one in self.parts if one.split and one.share is None}

    def labels(self) -> dict[str, str]:
        """The groups in the order of their codes."""
        return {one.split_value or "": one.label or "" for one in self.parts if one.split}

    def part(self, year: int, code: str | None) -> MixPart | None:
        own = (one for one in self.parts if one.period == str(year) and one.split_value == code)
        return next((one for one in own if (one.split is None) == (code is None)), None)

    def clients(self, year: int) -> int | None:
        whole = self.part(year, None)
        return whole.clients if whole else None

    def _of(self, year: int) -> list[MixPart]:
        return [one for one in self.parts if one.period == str(year) and one.split]
