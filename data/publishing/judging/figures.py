"""Judges every exact figure once: its interval, its criterion, its path, and what so many could have shown.

An audience gets these columns with the same mask as the figure. What depends on other figures that may be
hidden, such as the movement of a series, is judged per audience from what that audience sees.
"""

from dataclasses import dataclass

import numpy as np

from data.publishing.judging.agreed import Agreed, read_agreed
from data.publishing.statements import columns, run
from data.publishing.threads import for_each
from data.store import Connection, rows
from domain.aim import Aimed, aimed_statuses
from domain.columns import Mask, Numbers, Words, numbers, words
from domain.intervals import CONFIDENCE_95, CONFIDENCE_998, Intervals, mean_intervals, proportion_intervals
from domain.intervals import widening as widening_of
from domain.status import CriterionKind, PathStatus, Status
from domain.verdict import Criteria, complete, statuses
from domain.wrong_side import nearest_visible_means, nearest_visible_shares

COMPARATORS = {"≥": CriterionKind.AT_LEAST, "≤": CriterionKind.AT_MOST, "tussen": CriterionKind.BETWEEN}
_JUDGED: dict[str, type] = {
    "row_id": np.int32,
    "lower": np.float64,
    "upper": np.float64,
    "status": np.uint8,
    "strong": np.bool_,
    "svd": np.float64,
    "path": np.uint8,
}
"""The columns of the table `judged`; status and path as the places of their words."""


@dataclass(frozen=True)
class Figures:
    """The figures of one indicator as columns, and which of the built-in measures they are."""

    measure: str
    columns: dict[str, Numbers]

    def __getitem__(self, name: str) -> Numbers:
        return self.columns[name]

    @property
    def is_share(self) -> bool:
        return self.measure == "proportion"

    @property
    def widening(self) -> Numbers:
        """By how much an interval grows because clients count more than once, in records or in goals."""
        units = np.fmax(np.fmax(self["records"], self["denominator"]), self["n"])
        return widening_of(units, self["clients"])

    def intervals(self, confidence: float) -> Intervals:
        """Wilson for shares and t for means; ratios, medians and counts have none."""
        if self.is_share:
            return self._share_intervals(confidence)
        if self.measure == "mean":
            sample = (self["n"], self["value"], self["sd"])
            return mean_intervals(*sample, confidence=confidence, widen=self.widening)
        nothing = np.full(self["value"].size, np.nan)
        return Intervals(self["value"], nothing, nothing)

    def _share_intervals(self, confidence: float) -> Intervals:
        x, n = self["numerator"], self["denominator"]
        # Delivered counts that contradict each other have no interval; they never stop a publication.
        possible = (x >= 0) & (x <= n)
        counts = (np.where(possible, x, np.nan), np.where(possible, n, np.nan))
        return proportion_intervals(*counts, confidence=confidence, widen=self.widening)


def judge_all(connection: Connection) -> list[Agreed]:
    """Make the table `judged` with a row for each of `exact_observation`; returns what was agreed."""
    find_criteria(connection)
    everything = read_agreed(connection)
    found = _nothing_judged(connection)

    def judge(own: Connection, agreed: Agreed) -> None:
        read = columns(own, "judging/figure", indicator=agreed.indicator)
        if read["row_id"].size:
            places = read["row_id"].astype(np.int64) - 1
            for name, column in judged(Figures(agreed.measure, read), agreed).items():
                found[name][places] = column

    for _ in for_each(connection, judge, everything):
        pass
    _keep(connection, found)
    return everything


def _nothing_judged(connection: Connection) -> dict[str, np.ndarray]:
    """Room for what is judged, in the order of the figures: `row_id` counts them from 1."""
    ((size,),) = rows(connection, "SELECT count(*) FROM exact_observation")
    return {name: np.zeros(int(str(size)), dtype=sort) for name, sort in _JUDGED.items()}


def find_criteria(connection: Connection) -> None:
    """Make the table `criterion_in_force`, unless it is there."""
    run(connection, "judging/criterion_in_force", comparators=list(COMPARATORS))


def judged(figures: Figures, agreed: Agreed) -> dict[str, np.ndarray]:
    """What is judged of these figures, as `_JUDGED` says."""
    interval = figures.intervals(CONFIDENCE_95)
    criteria = _criteria(figures)
    status = _statuses(figures, criteria, interval)
    again = _statuses(figures, criteria, figures.intervals(CONFIDENCE_998))
    is_decided = (status == Status.MET) | (status == Status.NOT_MET)
    return {
        "row_id": figures["row_id"].astype(np.int32),
        "lower": interval.lower,
        "upper": interval.upper,
        "status": codes_of(status, Status),
        "strong": is_decided & (status == again),
        "svd": _visible(figures, criteria),
        "path": codes_of(_paths(figures, agreed, interval), PathStatus),
    }


def _criteria(figures: Figures) -> Criteria:
    kinds = words(figures["comparator"].size, "")
    for number, kind in enumerate(COMPARATORS.values()):
        kinds[figures["comparator"] == number] = kind
    return Criteria(kinds, figures["low"], figures["high"])


def _statuses(figures: Figures, criteria: Criteria, interval: Intervals) -> Words:
    size = interval.lower.size
    told = statuses(
        interval.lower,
        interval.upper,
        criteria,
        denominators=figures["denominator"],
        is_share=np.full(size, figures.is_share),
    )
    always: Mask = np.ones(size, dtype=bool)
    has_criterion = np.isfinite(criteria.low)
    return complete(told, measured=always, has_criterion=has_criterion, agreed=always, suppressed=~always)


def _visible(figures: Figures, criteria: Criteria) -> Numbers:
    """Clients who count more than once weigh as one, as they do in the interval."""
    if figures.measure == "mean":
        return nearest_visible_means(figures["n"] / figures.widening**2, figures["sd"], criteria)
    if not figures.is_share:
        return np.full(criteria.low.size, np.nan)
    return nearest_visible_shares(figures["denominator"] / figures.widening**2, criteria)


def _paths(figures: Figures, agreed: Agreed, interval: Intervals) -> Words:
    if agreed.aim is None:
        return words(interval.lower.size, PathStatus.NO_TARGET)
    periods, rows = np.unique(figures["period_id"].astype(np.int64), return_inverse=True)
    spans = [agreed.periods[int(number)] for number in periods]
    aimed = Aimed(
        numbers([agreed.aim.value_in(span) for span in spans])[rows],
        numbers([agreed.aim.final_in(span) for span in spans])[rows],
        np.array([agreed.aim.has_begun(span) for span in spans])[rows],
    )
    return aimed_statuses(interval.lower, interval.upper, aimed, side=agreed.aim.side)


def _keep(connection: Connection, judged: dict[str, np.ndarray]) -> None:
    connection.register("judged_part", judged)
    run(
        connection,
        "judging/judged",
        statuses=[status.value for status in Status],
        paths=[status.value for status in PathStatus],
    )
    connection.unregister("judged_part")


def codes_of(told: Words, states: type[Status] | type[PathStatus]) -> np.ndarray:
    """The place of each word among its states; columns of small numbers travel faster than words."""
    codes = np.zeros(told.size, dtype=np.uint8)
    for code, state in enumerate(states):
        codes[told == state] = code
    return codes
