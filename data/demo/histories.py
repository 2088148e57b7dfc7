"""Which help each fictional client received, and what followed it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from data.demo.profiles import FORMS, MEDIAN_DAYS, STAY, Profile
from data.demo.spans import FIRST, LAST, LENGTH, Days, Mask, Numbers, Whole, years_since_start
from data.schema import AGE_GROUPS

MUNICIPALITIES = ("GM0394", "GM0335", "GM0589", "GM0736", "GM1904", "GM0632")
_MUNICIPALITY_SHARES = (0.62, 0.03, 0.03, 0.09, 0.11, 0.12)

_MEDIANS = np.array([MEDIAN_DAYS[form] for form in FORMS], dtype=np.float64)
_IS_WMO = np.array([domain == "wmo" for domain, _ in FORMS])
_IS_STAY = np.array([domain == "jeugd" and code in STAY for domain, code in FORMS])
_SIXTEEN, _EIGHTEEN = AGE_GROUPS.index("16-17"), AGE_GROUPS.index("18-22")
_TWENTY_THREE = AGE_GROUPS.index("23-27")
_CONTINUATION_DAYS = 28
_RUN_UP = 540
"""Days simulated before the first delivery, so that follow-up help exists from the first day on."""
_JOINT_SHARE = 0.04
_REPEAT_SHARE = 0.16
_FIRST, _AT_THE_SAME_TIME = 1, 2
_CONTINUED, _REPEATED = 1, 2
"""A row's sequence is that of the row before it, followed by one of these digits."""


@dataclass(frozen=True)
class Help:
    """One row per care form of a client at a partner; partners, forms, ages and municipalities are positions.

    `package` is 0 without a joint trajectory, and `evaluator` is then -1; `sequence` numbers a client's rows.
    """

    client: Whole
    sequence: Whole
    partner: Whole
    form: Whole
    age: Whole
    municipality: Whole
    start: Days
    end: Days
    package: Whole
    evaluator: Whole

    def take(self, chosen: Mask) -> "Help":
        """Only the chosen rows."""
        return Help(*(getattr(self, column.name)[chosen] for column in fields(self)))

    @property
    def is_wmo(self) -> Mask:
        """Whether each row is Wmo support, and not youth care."""
        return _IS_WMO[self.form]

    def __len__(self) -> int:
        return len(self.client)


def together(parts: Sequence[Help]) -> Help:
    """The rows of all parts, in order."""
    return Help(*(np.concatenate([getattr(part, c.name) for part in parts]) for c in fields(Help)))


class World:
    """The partners with their shares, ready to draw from.

    Follow-up help mostly comes from `traceable` partners: those whose records can be linked.
    """

    def __init__(self, profiles: Sequence[Profile], traceable: Sequence[bool]) -> None:
        self.profiles = tuple(profiles)
        self._traceable = np.where(traceable, 1.0, 0.15)
        self.sizes = _shares([profile.size for profile in profiles])
        self._forms = np.array([[p.forms.get(form, 0.0) for form in FORMS] for p in profiles])
        self._lengths = np.array([profile.lengths for profile in profiles])
        self._ages = np.array([[p.youth_ages, p.adult_ages] for p in profiles])

    def forms(self, rng: np.random.Generator, partner: Whole) -> Whole:
        """A care form for each partner, by what it offers."""
        return _draw(rng, self._forms[partner])

    def follow_up_forms(self, rng: np.random.Generator, partner: Whole, wmo: Mask) -> Whole:
        """A care form after a stay: preferably without stay, in the domain where the partner offers it."""
        weights = self._forms[partner] * np.where(_IS_STAY, 0.05, 1.0)
        weights = weights * np.where(_IS_WMO[None, :] == wmo[:, None], 1.0, 1e-6)
        return _draw(rng, weights)

    def ages(self, rng: np.random.Generator, partner: Whole, form: Whole) -> Whole:
        """An age group for each client, by the clientele of the partner in that domain."""
        return _draw(rng, self._ages[partner, _IS_WMO[form].astype(int)])

    def offering(self, rng: np.random.Generator, wmo: Mask) -> Whole:
        """A partner for each follow-up, by size, among those that offer the domain."""
        size = self.sizes * self._traceable
        share_wmo = self._forms[:, _IS_WMO].sum(axis=1)
        weights = np.where(wmo[:, None], size * share_wmo, size * (1.0 - share_wmo))
        return _draw(rng, weights + 1e-9 * size)

    def durations(self, rng: np.random.Generator, partner: Whole, form: Whole) -> Whole:
        """Days of help, at least two weeks."""
        days = _MEDIANS[form] * self._lengths[partner] * rng.lognormal(0.0, 0.55, len(form))
        length: Whole = np.maximum(days.astype(np.int64), 14)
        return length


def histories(world: World, rng: np.random.Generator, clients: Whole) -> Help:
    """All help of these clients that touches the delivered periods."""
    first = _first(world, rng, clients)
    joint = _joint(world, rng, first)
    first = replace(first, package=np.where(np.isin(first.client, joint.client), first.client, 0))
    first = replace(first, evaluator=np.where(first.package > 0, first.partner, -1))
    next_help = _continued(world, rng, together([first, joint]))
    again = _repeated(world, rng, together([first, next_help]))
    last = _continued(world, rng, together([next_help, again]))
    rows = together([first, joint, next_help, again, last])
    return rows.take(rows.end >= FIRST)


def _first(world: World, rng: np.random.Generator, clients: Whole) -> Help:
    count = len(clients)
    partner = rng.choice(len(world.profiles), count, p=world.sizes)
    form = world.forms(rng, partner)
    days = world.durations(rng, partner, form)
    # Uniform over every placement that touches the simulated time: as many starts and ends at any moment.
    start = LAST - (rng.random(count) * (days + LENGTH + _RUN_UP)).astype(np.int64)
    return Help(
        client=clients,
        sequence=np.full(count, _FIRST),
        partner=partner,
        form=form,
        age=world.ages(rng, partner, form),
        municipality=rng.choice(len(MUNICIPALITIES), count, p=_MUNICIPALITY_SHARES),
        start=start,
        end=start + days,
        package=np.zeros(count, dtype=np.int64),
        evaluator=np.full(count, -1),
    )


def _joint(world: World, rng: np.random.Generator, first: Help) -> Help:
    """A second partner that helps at the same time, in one care package that the first evaluates."""
    lead = first.take((rng.random(len(first)) < _JOINT_SHARE) & ~first.is_wmo & (first.start >= FIRST))
    partner = world.offering(rng, lead.is_wmo)
    elsewhere = partner != lead.partner
    lead, partner = lead.take(elsewhere), partner[elsewhere]
    start = np.minimum(lead.start + rng.integers(3, 30, len(lead)), LAST)
    return replace(
        lead,
        sequence=np.full(len(lead), _AT_THE_SAME_TIME),
        partner=partner,
        form=world.follow_up_forms(rng, partner, lead.is_wmo),
        start=start,
        end=np.maximum(lead.end + rng.integers(-20, 21, len(lead)), start + 14),
        package=lead.client,
        evaluator=lead.partner,
    )


def _continued(world: World, rng: np.random.Generator, before: Help) -> Help:
    """Other help within 28 days; after a stay of a 16-27 year-old the more often, the later it ended."""
    leaving = _IS_STAY[before.form] & (before.age >= _SIXTEEN) & (before.age <= _TWENTY_THREE)
    share = np.where(leaving, 0.62 + 0.036 * years_since_start(before.end), 0.12)
    ended = before.take((before.end <= LAST) & (rng.random(len(before)) < share))
    soon, late = rng.integers(0, 3, len(ended)), rng.integers(3, _CONTINUATION_DAYS + 1, len(ended))
    start = ended.end + np.where(rng.random(len(ended)) < 0.65, soon, late)
    age = _grown(rng, ended)
    wmo = ended.is_wmo | ((age >= _EIGHTEEN) & (rng.random(len(ended)) < 0.5))
    return _follow_up(world, rng, replace(ended, age=age), start, wmo, _CONTINUED)


def _repeated(world: World, rng: np.random.Generator, before: Help) -> Help:
    """New help within a year, in the same domain, for some of those whose help ended."""
    ended = before.take((before.end <= LAST) & (rng.random(len(before)) < _REPEAT_SHARE))
    start = ended.end + rng.integers(30, 361, len(ended))
    return _follow_up(world, rng, replace(ended, age=_grown(rng, ended)), start, ended.is_wmo, _REPEATED)


def _follow_up(
    world: World, rng: np.random.Generator, before: Help, start: Days, wmo: Mask, how: int
) -> Help:
    stays = (rng.random(len(before)) < 0.45) & (before.is_wmo == wmo)
    partner = np.where(stays, before.partner, world.offering(rng, wmo))
    form = world.follow_up_forms(rng, partner, wmo)
    following = replace(
        before,
        sequence=10 * before.sequence + how,
        partner=partner,
        form=form,
        start=start,
        end=start + world.durations(rng, partner, form),
        package=np.zeros(len(before), dtype=np.int64),
        evaluator=np.full(len(before), -1),
    )
    return following.take(start <= LAST)


def _grown(rng: np.random.Generator, before: Help) -> Whole:
    """The age group at the end of the help: most 16 and 17 year-olds come of age in a long stay."""
    years = (before.end - before.start).astype(np.float64) / 365.25
    older = rng.random(len(before)) < np.where(before.age == _SIXTEEN, 0.25 + 0.5 * years, 0.2 * years)
    grows = older & (before.age >= _SIXTEEN) & (before.age < _TWENTY_THREE)
    age: Whole = before.age + grows
    return age


def _shares(weights: Sequence[float]) -> Numbers:
    found = np.asarray(weights, dtype=np.float64)
    shares: Numbers = found / found.sum()
    return shares


def _draw(rng: np.random.Generator, weights: Numbers) -> Whole:
    """For each row of weights the position of one draw."""
    upper = np.cumsum(weights, axis=1)
    drawn = rng.random(len(weights)) * upper[:, -1]
    found: Whole = (upper <= drawn[:, None]).sum(axis=1)
    return found
