"""What young people of 16-27 answered every quarter, which no registration of care holds."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from data.demo.cells import figure_line
from data.demo.figures import Figures, delivered_in
from data.demo.lines import Partner
from data.demo.spans import LAST_HALF_YEAR, Numbers, Whole, periods, years_since_start
from domain.period import Period, PeriodKind

_AGES = ("16-17", "18-22", "23-27")
_AGE_SHARES = (0.36, 0.46, 0.18)
_AGE_EFFECTS = (-0.12, 0.04, 0.14)
_PARTNERS_DIFFER = 0.28


class Question:
    """One question: the share that says yes around 2022 and 2026, and how many answer it, relatively."""

    def __init__(self, start: float, end: float, volume: float) -> None:
        self.start, self.end, self.volume = start, end, volume

    def share(self, years: float, effect: float) -> Numbers:
        """The chance of a yes per age group, `years` after the start of 2022."""
        middle = self.start + (self.end - self.start) * (years - 0.5) / 4.0
        logit = np.log(middle / (1.0 - middle)) + effect + np.array(_AGE_EFFECTS)
        chance: Numbers = 1.0 / (1.0 + np.exp(-logit))
        return chance


QUESTIONS: Mapping[str, Question] = {
    "steunfiguur": Question(0.62, 0.785, 1.0),
    "regie_ervaren": Question(0.55, 0.625, 1.15),
    "vaste_begeleider": Question(0.58, 0.795, 1.05),
    "passend_wonen": Question(0.33, 0.445, 1.0),
}


def answers(
    partners: Sequence[Partner],
    agreed: Mapping[str, Collection[str]],
    rng: np.random.Generator,
    volume: float,
) -> Figures:
    """The lines of all partners; `agreed` tells which questions each asks, `volume` is 1 in the sample."""
    found: Figures = defaultdict(list)
    for indicator, question in QUESTIONS.items():
        asking = [partner for partner in partners if indicator in agreed[partner.code]]
        for partner, effect in zip(asking, _effects(rng, asking), strict=True):
            expected = partner.profile.youth * question.volume * volume
            counts = {
                quarter: _counts(rng, expected, question, quarter, effect)
                for quarter in periods(PeriodKind.QUARTER)
                if not (partner.profile.is_late and np.datetime64(quarter.start) >= LAST_HALF_YEAR)
            }
            _tell_totals(found, indicator, partner, counts, rng)
            _tell_ages(found, indicator, partner, counts)
    return found


def _effects(rng: np.random.Generator, asking: Sequence[Partner]) -> Sequence[float]:
    """How far partners lie above or below the whole; together they lie on it."""
    weights = np.array([partner.profile.youth for partner in asking])
    drawn = rng.normal(0.0, _PARTNERS_DIFFER, len(asking))
    effects: list[float] = (drawn - (drawn * weights).sum() / max(weights.sum(), 1e-9)).tolist()
    return effects


def _counts(
    rng: np.random.Generator, expected: float, question: Question, quarter: Period, effect: float
) -> tuple[Whole, Whole]:
    """Who said yes and who answered, per age group."""
    answered = rng.poisson(expected * np.array(_AGE_SHARES))
    middle = np.array([np.datetime64(quarter.start) + 45])
    chance = question.share(float(years_since_start(middle)[0]), effect)
    return rng.binomial(answered, chance), answered


def _tell_totals(
    found: Figures,
    indicator: str,
    partner: Partner,
    counts: Mapping[Period, tuple[Whole, Whole]],
    rng: np.random.Generator,
) -> None:
    for quarter, (yes, answered) in counts.items():
        count = int(answered.sum())
        asked = count + int(rng.binomial(count + 1, 0.4))
        if count:
            line = _line(indicator, partner, quarter, int(yes.sum()), count, uitgevraagd=asked)
            found[delivered_in(quarter)].append(line)


def _tell_ages(
    found: Figures, indicator: str, partner: Partner, counts: Mapping[Period, tuple[Whole, Whole]]
) -> None:
    for half_year in periods(PeriodKind.HALF_YEAR):
        inside = [
            pair for quarter, pair in counts.items() if half_year.start <= quarter.start <= half_year.end
        ]
        for position, age in enumerate(_AGES):
            yes, answered = (sum(int(pair[side][position]) for pair in inside) for side in (0, 1))
            if answered:
                split = {"uitsplitsing": "leeftijdsgroep", "uitsplitsing_waarde": age}
                found[half_year.code].append(_line(indicator, partner, half_year, yes, answered, **split))


def _line(
    indicator: str, partner: Partner, period: Period, yes: int, answered: int, **cells: str | float
) -> str:
    return figure_line(
        indicator,
        period,
        partner=partner.code,
        teller=yes,
        noemer=answered,
        clienten=answered,
        informant="jeugdige",
        bron="vragenlijst aanpak 16-27",
        **cells,
    )
