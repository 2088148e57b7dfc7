"""Says of each step of protecting how many figures it hid and how long it took."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from time import perf_counter

from data.publishing.protection.populations import Population, figures_in
from domain.columns import Mask


class Step(StrEnum):
    """The steps, as whoever publishes reads them."""

    OTHERS = "omdat één partner de rest zou kennen"
    EXCHANGE = "door te ruilen tussen twee partners"
    PROGRAM = "door lineaire programma's"
    LIMIT = "omdat ze een ander verborgen cijfer te krap begrenzen"
    TOGETHER = "omdat het ene getal een deel van het andere is"
    AGAIN = "door opnieuw te zoeken waar dat minder verbergt"
    AT_ONCE = "omdat het uit alles bij elkaar volgt"
    WHOLE = "door alles van een groep te verbergen"


@dataclass(frozen=True)
class Spent:
    """What one step did in one population."""

    step: Step
    figures: int
    seconds: float


class Tally:
    """What the steps do in one population, of which they fill the mask."""

    def __init__(self, population: Population, hidden: Mask) -> None:
        self.population, self.hidden = population, hidden
        self.spent: list[Spent] = []

    @contextmanager
    def step(self, step: Step) -> Iterator[None]:
        """Count what is hidden and how long it takes, also when the step fails."""
        before, start = self._figures(), perf_counter()
        try:
            yield
        finally:
            self.spent.append(Spent(step, self._figures() - before, perf_counter() - start))

    def _figures(self) -> int:
        return figures_in(self.population, self.hidden)


def told(groups: Sequence[Iterable[Spent]]) -> list[str]:
    """A line for each step, from what it did in every group."""
    lines = []
    for step in Step:
        did = [[one for one in group if one.step is step] for group in groups]
        figures = sum(one.figures for group in did for one in group)
        seconds = sum(one.seconds for group in did for one in group)
        helped = sum(any(one.figures for one in group) for group in did)
        lines.append(f"  {step}: {figures} cijfers in {helped} van {len(groups)} groepen ({seconds:.0f} s)")
    return lines
