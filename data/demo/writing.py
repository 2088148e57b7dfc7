"""Writes the whole demonstration: plan, trajectories per half-year and partner, and figures."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.demo import cells
from data.demo.figures import Figures, own_figures
from data.demo.histories import Help, World, histories, together
from data.demo.lines import HEADERS, Lines, Partner, lines, referrers
from data.demo.outcomes import Outcome, outcomes, outcomes_together
from data.demo.plan import Plan, agreed_indicators, partners_of, sample_plan, write_plan
from data.demo.questionnaire import answers
from data.demo.residents import reach_lines, survey_lines
from data.demo.size import SAMPLE_CLIENTS, SAMPLE_PARTNERS, SAMPLE_SEED
from data.demo.spans import LAST_HALF_YEAR, Mask, Whole, delivery_name, periods
from domain.period import PeriodKind

_BLOCK = 20_000
_DRAWN_PER_CLIENT = 1.18
"""Some of those drawn were helped only before the first delivery, or nowhere that a delivery shows it."""

Progress = Callable[[int, int], None]
"""Told how many of how many clients have been written."""


@dataclass(frozen=True)
class _Records:
    """Help with its outcome, row by row."""

    rows: Help
    outcome: Outcome
    referrer: Whole

    def take(self, chosen: Mask) -> "_Records":
        return _Records(self.rows.take(chosen), self.outcome.take(chosen), self.referrer[chosen])


def write_demo(
    directory: Path,
    *,
    partners: int = SAMPLE_PARTNERS,
    clients: int = SAMPLE_CLIENTS,
    seed: int = SAMPLE_SEED,
    progress: Progress | None = None,
) -> None:
    """Fill the directory with CSV deliveries; the same numbers give the same bytes.

    A client has two to three lines: some get several kinds of help, and running help recurs every half-year.
    """
    plan = sample_plan(partners)
    write_plan(plan, directory / "plan")
    delivering = partners_of(plan)
    for_clients, for_figures = np.random.SeedSequence(seed).spawn(2)
    at_home: list[_Records] = []
    for number, records in enumerate(_blocks(delivering, clients, for_clients)):
        _add_trajectories(directory / "trajecten", delivering, records)
        only_figures = np.array([partner.only_figures for partner in delivering])
        at_home.append(records.take(only_figures[records.rows.partner]))
        if progress:
            progress(min((number + 1) * _BLOCK, clients), clients)
    rng = np.random.default_rng(for_figures)
    _write_figures(directory / "cijfers", plan, delivering, at_home, rng, clients / SAMPLE_CLIENTS)


def _blocks(delivering: Sequence[Partner], clients: int, seed: np.random.SeedSequence) -> Iterable[_Records]:
    """The clients in blocks, so that any number fits in memory; each block has its own chance."""
    profiles = [partner.profile for partner in delivering]
    traceable = [partner.shares_pseudonyms and not partner.only_figures for partner in delivering]
    world = World(profiles, traceable)
    drawn = max(round(clients * _DRAWN_PER_CLIENT), 1)
    starts = range(0, drawn, _BLOCK)
    for first, own_seed in zip(starts, seed.spawn(len(starts)), strict=True):
        rng = np.random.default_rng(own_seed)
        rows = histories(world, rng, np.arange(first, min(first + _BLOCK, drawn)) + 1)
        yield _Records(rows, outcomes(profiles, rng, rows), referrers(rng, rows))


def _add_trajectories(folder: Path, delivering: Sequence[Partner], records: _Records) -> None:
    for position, partner in enumerate(delivering):
        if partner.only_figures:
            continue
        own = records.take(records.rows.partner == position)
        text = lines(delivering, own.rows, own.outcome, own.referrer)
        for half_year in periods(PeriodKind.HALF_YEAR):
            first, last = np.datetime64(half_year.start), np.datetime64(half_year.end)
            if partner.profile.is_late and first >= LAST_HALF_YEAR:
                continue
            present = (own.rows.start <= last) & (own.rows.end >= first)
            delivered = _as_known(text, present, own.rows.end <= last)
            path = folder / f"{delivery_name(half_year)}-{partner.code}.csv"
            _append(path, HEADERS, (f"{half_year.code};{line}" for line in delivered))


def _as_known(text: Lines, present: Mask, has_ended: Mask) -> Iterable[str]:
    for position in np.flatnonzero(present).tolist():
        yield text.ended[position] if has_ended[position] else text.running[position]


def _write_figures(
    folder: Path,
    plan: Plan,
    delivering: Sequence[Partner],
    at_home: Sequence[_Records],
    rng: np.random.Generator,
    volume: float,
) -> None:
    agreed = agreed_indicators(plan)
    _write(folder, "jongeren", answers(delivering, agreed, rng, volume))
    _append(folder / "bevolking.csv", cells.HEADERS, survey_lines(rng))
    rows = together([records.rows for records in at_home])
    outcome = outcomes_together([records.outcome for records in at_home])
    everything = _Records(rows, outcome, np.concatenate([records.referrer for records in at_home]))
    for position, partner in enumerate(delivering):
        if not partner.only_figures:
            continue
        own = everything.take(everything.rows.partner == position)
        found = own_figures(partner, agreed[partner.code], own.rows, own.outcome, own.referrer)
        if "bereik" in agreed[partner.code]:
            found = _merged(found, reach_lines(partner.code, rng))
        _write(folder, partner.code, found)


def _merged(*parts: Figures) -> Figures:
    found: Figures = defaultdict(list)
    for part in parts:
        for half_year, told in part.items():
            found[half_year].extend(told)
    return found


def _write(folder: Path, name: str, figures: Figures) -> None:
    for half_year in periods(PeriodKind.HALF_YEAR):
        path = folder / f"{delivery_name(half_year)}-{name}.csv"
        _append(path, cells.HEADERS, figures.get(half_year.code, ()))


def _append(path: Path, headers: Sequence[str], told: Iterable[str]) -> None:
    """Add lines to the file, which begins with its headers; nothing to tell makes no file."""
    text = "".join(f"{line}\n" for line in told)
    if not text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        if is_new:
            file.write(";".join(headers) + "\n")
        file.write(text)
