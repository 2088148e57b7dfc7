"""How the help of each fictional client ended, what it led to, and how much time it took."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from data.demo.histories import Help
from data.demo.profiles import FORMS, STAY, Profile
from data.demo.spans import BREAK, Days, Mask, Numbers, Whole, years_since_start

PLANNED, AGREED, BY_CLIENT, BY_PROVIDER, CIRCUMSTANCES, UNKNOWN, ADMINISTRATIVE = range(7)
YES, PARTLY, NO, UNSURE, NOT_ASKED = range(5)

_BEFORE_BREAK = 0.055
"""Before 2024 a change of care form was registered as drop-out; this share of endings."""

_HAS_STAY = np.array([domain == "jeugd" and code in STAY for domain, code in FORMS])


@dataclass(frozen=True)
class Outcome:
    """One row per row of help, as known once it has ended; NaN or -1 is 'not recorded'.

    `reason` and `without_help` are the constants above; `admin` picks one of the administrative codes.
    """

    waited: Numbers
    reason: Whole
    admin: Whole
    mark: Numbers
    by_parent: Mask
    without_help: Whole
    score_start: Numbers
    score_end: Numbers
    goals_set: Whole
    goals_reached: Whole
    granted: Numbers
    delivered: Numbers

    def take(self, chosen: Mask) -> "Outcome":
        """Only the chosen rows."""
        return Outcome(*(getattr(self, column.name)[chosen] for column in fields(self)))


def outcomes_together(parts: Sequence[Outcome]) -> Outcome:
    """The rows of all parts, in order."""
    return Outcome(*(np.concatenate([getattr(part, c.name) for part in parts]) for c in fields(Outcome)))


def outcomes(profiles: Sequence[Profile], rng: np.random.Generator, rows: Help) -> Outcome:
    """An outcome for every row of help, with the trend and the noise of its partner."""
    years = years_since_start(rows.end)
    goals_set = np.where(rng.random(len(rows)) < 0.85, rng.integers(1, 5, len(rows)), -1)
    ability = rng.normal(0.0, 0.6, len(rows))
    score_start, score_end = _scores(rng, rows, years, ability)
    granted, delivered = _hours(rng, rows)
    return Outcome(
        waited=_waiting(rng, rows),
        reason=_reasons(profiles, rng, rows),
        admin=rng.integers(0, 4, len(rows)),
        mark=_marks(profiles, rng, rows, 0.1 * years + 0.3 * ability),
        by_parent=rng.random(len(rows)) < 0.25,
        without_help=_without_help(rng, rows, years),
        score_start=score_start,
        score_end=score_end,
        goals_set=goals_set,
        goals_reached=rng.binomial(np.maximum(goals_set, 0), _chance(0.72 + 0.3 * ability + 0.1 * years)),
        granted=granted,
        delivered=delivered,
    )


def _chance(logit: Numbers) -> Numbers:
    chance: Numbers = 1.0 / (1.0 + np.exp(-logit))
    return chance


def _reasons(profiles: Sequence[Profile], rng: np.random.Generator, rows: Help) -> Whole:
    years = years_since_start(rows.end)
    stops = np.array([p.dropout for p in profiles])[rows.partner] * np.exp(-0.03 * (years - 2.0))
    stops = np.where((rows.end < BREAK) & ~rows.is_wmo, stops + _BEFORE_BREAK, stops)
    provider = 0.3 * stops
    shares = np.column_stack([np.full(len(rows), 0.13), stops - provider, provider, np.full(len(rows), 0.04)])
    drawn = rng.random(len(rows))
    upper = np.cumsum(shares, axis=1)
    position = (drawn[:, None] >= upper).sum(axis=1)
    known = np.array([AGREED, BY_CLIENT, BY_PROVIDER, CIRCUMSTANCES, PLANNED])[position]
    has_admin = np.array([p.code_list != "bij" for p in profiles])[rows.partner] | rows.is_wmo
    known = np.where(has_admin & (rng.random(len(rows)) < 0.05), ADMINISTRATIVE, known)
    return np.where(rng.random(len(rows)) < 0.052 - 0.004 * np.maximum(years, 0.0), UNKNOWN, known)


def _marks(profiles: Sequence[Profile], rng: np.random.Generator, rows: Help, shift: Numbers) -> Numbers:
    """Marks on the scale of the partner, of those who answered."""
    middle = np.array([p.satisfaction for p in profiles])[rows.partner]
    mark = middle - 0.25 + shift + rng.normal(0.0, 1.25, len(rows))
    short = np.array([p.scale[1] == 5 for p in profiles])[rows.partner]
    on_scale = np.where(short, np.clip(np.rint(mark / 2.0), 1, 5), np.clip(np.rint(mark), 1, 10))
    answered = rng.random(len(rows)) < np.array([p.response for p in profiles])[rows.partner]
    return np.where(answered, on_scale, np.nan)


def _without_help(rng: np.random.Generator, rows: Help, years: Numbers) -> Whole:
    yes = np.where(rows.is_wmo, 0.34, 0.52) + 0.012 * years
    drawn = rng.random(len(rows))
    found = np.where(drawn < yes, YES, np.where(drawn < yes + 0.2, PARTLY, NO))
    found = np.where(rng.random(len(rows)) < 0.07, UNSURE, found)
    return np.where(rng.random(len(rows)) < 0.1, NOT_ASKED, found)


def _scores(
    rng: np.random.Generator, rows: Help, years: Numbers, ability: Numbers
) -> tuple[Numbers, Numbers]:
    """Scores at start and end: fewer problems is lower in youth care, more self-reliance is higher in Wmo."""
    count = len(rows)
    youth = np.clip(np.rint(rng.normal(18.5, 5.8, count)), 0, 40)
    adult = np.clip(np.rint(rng.normal(32.0, 5.2, count)), 13, 65)
    gain = rng.normal(5.6, 4.6, count) + 1.2 * ability + 0.25 * years
    start = np.where(rows.is_wmo, adult, youth)
    end = np.where(
        rows.is_wmo, np.clip(np.rint(adult + 0.8 * gain), 13, 65), np.clip(np.rint(youth - gain), 0, 40)
    )
    measured = rng.random(count) < 0.62
    twice = measured & (rng.random(count) < 0.78)
    return np.where(measured, start, np.nan), np.where(twice, end, np.nan)


def _hours(rng: np.random.Generator, rows: Help) -> tuple[Numbers, Numbers]:
    weeks = (rows.end - rows.start).astype(np.float64) / 7.0
    per_week = np.where(_HAS_STAY[rows.form], 6.0, 2.0) * rng.lognormal(0.0, 0.3, len(rows))
    granted = np.maximum(np.rint(weeks * per_week), 4.0)
    delivered = np.rint(2.0 * granted * np.clip(rng.normal(0.91, 0.12, len(rows)), 0.2, 1.4)) / 2.0
    return granted, np.where(rng.random(len(rows)) < 0.9, delivered, np.nan)


def _waiting(rng: np.random.Generator, rows: Help) -> Numbers:
    """Days of waiting; the date of registration is known from 2022 on."""
    years = years_since_start(rows.start)
    middle = np.where(rows.is_wmo, 44.0, 58.0) * np.exp(-0.05 * years)
    days = np.floor(rng.gamma(2.2, 1.0, len(rows)) * middle / 2.2)
    return np.where((years >= 0.0) & (rng.random(len(rows)) < 0.95), days, np.nan)


def registered(rows: Help, outcome: Outcome) -> Days:
    """The day of registration; NaT where it is not known."""
    waited = np.nan_to_num(outcome.waited).astype(np.int64)
    return np.where(np.isnan(outcome.waited), np.datetime64("NaT"), rows.start - waited)
