"""What became of summarising records at home."""

from dataclasses import dataclass

from data.importing.outcome import Outcome, State


class CannotSummarise(ValueError):
    """What was given cannot be summarised; the message says what to do."""


@dataclass(frozen=True)
class Summary:
    """What was written; without rows when something was refused, which `outcomes` then say."""

    outcomes: tuple[Outcome, ...]
    rows: int = 0
    partners: tuple[str, ...] = ()
    half_years: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()  # half-years between the first and the last that were not given
    left_out: tuple[str, ...] = ()  # indicators that only all partners together can show

    @property
    def is_refused(self) -> bool:
        return any(outcome.state is State.REFUSED for outcome in self.outcomes)
