"""Small rules of judging: absent figures, pooled spread, a criterion's wrong side, the mix of clients."""

import numpy as np
import pytest

from domain.absence import absent_path, absent_status
from domain.chance import chance_signals
from domain.client_mix import MixNote, fall, note_of, shift
from domain.spread import pooled
from domain.status import CriterionKind, PathStatus, Status
from domain.verdict import Criteria
from domain.visible_difference import smallest_visible_mean_difference, smallest_visible_share
from domain.wrong_side import nearest_visible_means, nearest_visible_shares


def visible(kind: CriterionKind, low: float, high: float = np.nan, n: float = 240) -> float:
    criteria = Criteria(np.array([kind], dtype=object), np.array([low]), np.array([high]))
    return float(nearest_visible_shares(np.array([n]), criteria)[0])


def test_a_mean_shows_on_the_wrong_side_of_its_criterion_only() -> None:
    kinds = np.array([*CriterionKind, CriterionKind.AT_LEAST, ""], dtype=object)
    criteria = Criteria(
        kinds, np.array([7.0, 7.0, 6.0, 7.0, np.nan]), np.array([np.nan, np.nan, 8.0, np.nan, np.nan])
    )
    sizes, deviations = np.full(5, 31.0), np.array([1.0, 1.0, 1.0, 0.0, 1.0])
    reach = float(smallest_visible_mean_difference(sizes[:1], deviations[:1])[0])
    expected = [7 - reach, 7 + reach, 8 + reach, np.nan, np.nan]
    assert nearest_visible_means(sizes, deviations, criteria) == pytest.approx(expected, nan_ok=True)


def test_a_figure_that_is_not_there_was_not_agreed_or_not_measured() -> None:
    assert absent_status(is_agreed=False) is Status.NOT_AGREED
    assert absent_status(is_agreed=True) is Status.NOT_MEASURED
    assert absent_path(has_target=True) is PathStatus.NOT_MEASURED
    assert absent_path(has_target=False) is PathStatus.NO_TARGET


def test_pooled_groups_have_the_spread_of_all_their_values() -> None:
    groups = [np.array([6.0, 7.0, 9.0]), np.array([8.0]), np.array([5.0, 5.5])]
    sizes = np.array([3.0, 1.0, 2.0])
    means = np.array([group.mean() for group in groups])
    deviations = np.array([group.std(ddof=1) if group.size > 1 else np.nan for group in groups])
    everything = np.concatenate(groups)
    expected = (6.0, everything.mean(), everything.std(ddof=1))
    assert pooled(sizes, means, deviations) == pytest.approx(expected)


def test_an_unknown_part_makes_the_spread_unknown() -> None:
    assert np.isnan(pooled(np.array([3.0, 4.0]), np.array([6.0, 7.0]), np.array([1.0, np.nan]))[2])


def test_the_wrong_side_lies_above_at_most_and_below_at_least() -> None:
    assert visible(CriterionKind.AT_MOST, 0.15) == smallest_visible_share(240, 0.15, above=True)
    assert visible(CriterionKind.AT_LEAST, 0.70) == smallest_visible_share(240, 0.70, above=False)


def test_of_between_the_nearer_end_counts() -> None:
    found = visible(CriterionKind.BETWEEN, 0.40, 0.90)
    assert found == smallest_visible_share(240, 0.90, above=True)


def test_where_no_verdict_is_given_no_difference_is_visible() -> None:
    assert np.isnan(visible(CriterionKind.AT_MOST, 0.15, n=30))
    assert np.isnan(visible(CriterionKind.AT_MOST, np.nan))


def test_chance_alone_gives_a_known_number_of_signals() -> None:
    assert chance_signals(200, strong=False) == pytest.approx(10)
    assert chance_signals(500, strong=True) == pytest.approx(1)


def test_the_mix_of_clients_shifts_by_who_stands_in_other_groups() -> None:
    assert shift({"01": 0.5, "02": 0.5}, {"01": 0.7, "02": 0.3}) == pytest.approx(0.2)
    assert shift({"01": 0.5, "02": 0.5}, {"01": 0.5, "02": 0.5}) == 0
    assert shift({"01": 0.6}, {"01": 0.8}) == pytest.approx(0.2)
    assert shift({"01": 1.0}, {"02": 1.0}) == 1
    assert shift({}, {"01": 1.0}) is None


def test_a_group_that_is_hidden_in_one_year_is_not_counted_as_empty() -> None:
    """Two groups of 9 and 14 clients beside 12 and 14: hidden in the first year, shown in the second."""
    now = {"4-11": 12 / 136, "12-15": 32 / 136, "16-17": 34 / 136, "18-22": 42 / 136, "23-27": 14 / 136}
    before = {"12-15": 23 / 117, "16-17": 39 / 117, "18-22": 36 / 117}
    found = shift(now, before, unsaid={"0-3", "4-11", "23-27"})
    assert found == pytest.approx(0.0833, abs=0.0001)
    assert found == shift(before, now, unsaid={"0-3", "4-11", "23-27"})
    assert note_of(has_risen=True, shifted=found, fell=fall(136, 117)) is None


@pytest.mark.parametrize("unsaid", [set(), {"a"}, {"a", "b"}, {"b", "d"}, {"a", "b", "c"}])
def test_hiding_groups_never_makes_the_clients_seem_others(unsaid: set[str]) -> None:
    now = {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.4}
    before = {"a": 0.2, "b": 0.15, "c": 0.35, "d": 0.3}
    told = [{group: part for group, part in year.items() if group not in unsaid} for year in (now, before)]
    assert (shift(told[0], told[1], unsaid=unsaid) or 0) <= (shift(now, before) or 0) + 1e-12
    half = (shift(now, told[1], unsaid=unsaid), shift(told[0], before, unsaid=unsaid))
    assert half == pytest.approx((shift(*told, unsaid=unsaid),) * 2)


def test_with_every_group_hidden_in_one_year_or_the_other_nothing_compares() -> None:
    assert shift({"a": 0.6, "b": 0.4}, {"a": 1.0}, unsaid={"a", "b"}) is None


def test_clients_who_count_in_two_groups_are_no_others() -> None:
    assert shift({"a": 0.6, "b": 0.5}, {"a": 0.6, "b": 0.4}) == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("has_risen", "shifted", "fell", "noted"),
    [
        (True, 0.2, 0.0, MixNote.OTHERS),
        (True, 0.6 - 0.5, -0.2, MixNote.OTHERS),
        (True, 0.0, 0.2, MixNote.FEWER),
        (True, 0.1, 0.1, MixNote.BOTH),
        (True, 0.05, -0.3, None),
        (True, None, None, None),
        (False, 0.5, 0.5, None),
    ],
)
def test_a_rise_is_noted_when_the_clients_are_others_or_fewer(
    has_risen: bool, shifted: float | None, fell: float | None, noted: MixNote | None
) -> None:
    assert note_of(has_risen=has_risen, shifted=shifted, fell=fell) is noted


def test_a_number_of_clients_falls_by_its_part() -> None:
    assert fall(80, 100) == pytest.approx(0.2)
    assert fall(None, 100) is None
    assert fall(10, 0) is None
