"""Two counts are told beside each other only where their difference is no small group."""

from collections.abc import Iterator
from itertools import pairwise, permutations

import numpy as np
import pytest

from domain.period import PeriodKind, parse_period, period_of
from domain.told_pairs import Counted, Name, told_together
from domain.told_totals import Share, Total

LEAST = 10
HALF_YEARS = [parse_period(code) for code in ("2024-H1", "2024-H2", "2025-H1", "2025-H2")]
YEARS = [parse_period(code) for code in ("2024", "2025")]
QUESTIONS = ("a", "b", "c")

Clients = np.ndarray
"""By partner, half-year and client: who could be asked."""


def total(period: str, *counts: int, missing: int = 15) -> Total:
    """Of all partners together; every answer is of another client."""
    parts = {
        f"P{number}": Share(count, count - missing, count - missing) for number, count in enumerate(counts)
    }
    return Total(parse_period(period), whole(parts), parts, is_shown=True)


def whole(parts: dict[str, Share]) -> Share:
    counts = [(one.count, one.known, one.clients) for one in parts.values()]
    return Share(*(sum(column) for column in zip(*counts, strict=True)))


def told(**given: list[Total]) -> set[tuple[str, str]]:
    """What is told, by the name of the indicator with what is counted, `a_asked`, and the period."""
    series = {name_of(key): totals for key, totals in given.items()}
    found = told_together(series, LEAST)
    return {
        (f"{name.indicator}_{name.counted.value}", one.period.code) for name in found for one in found[name]
    }


def name_of(key: str) -> Name:
    indicator, counted = key.split("_")
    return Name(indicator, Counted(counted))


def test_who_was_asked_stays_where_few_were_not() -> None:
    found = told(a_eligible=[total("2025-H1", 60, 63)], a_asked=[total("2025-H1", 60, 60)])
    assert found == {("a_asked", "2025-H1")}


def test_all_were_asked_or_many_were_not() -> None:
    asked = [total("2025-H1", 60, 60)]
    for eligible in ([total("2025-H1", 60, 60)], [total("2025-H1", 72, 72)]):
        assert len(told(a_eligible=eligible, a_asked=asked)) == 2


def test_few_that_another_partner_did_not_ask_are_not_told_to_the_one_that_knows_the_rest() -> None:
    """Fifteen were not asked: twelve at one partner, which so knows of three at the other."""
    found = told(a_eligible=[total("2025-H1", 72, 63)], a_asked=[total("2025-H1", 60, 60)])
    assert found == {("a_asked", "2025-H1")}


def test_of_two_questions_neither_is_told_where_few_were_asked_only_one() -> None:
    assert told(a_asked=[total("2025-H1", 60, 63)], b_asked=[total("2025-H1", 58, 60)]) == set()


def test_two_questions_of_which_neither_holds_the_other_are_told() -> None:
    """At two partners more were asked the one, at the others the other: the difference is no group."""
    one, other = total("2025-H1", 60, 70, 50, 41), total("2025-H1", 50, 61, 60, 47)
    assert len(told(a_asked=[one], b_asked=[other])) == 2


def test_a_count_near_the_answers_of_another_indicator_is_not_told() -> None:
    answered = total("2025-H1", 59, 58, missing=0)
    assert told(a_asked=[total("2025-H1", 60, 62)], b_answered=[answered]) == set()
    assert told(a_asked=[total("2025-H1", 80, 82)], b_answered=[answered]) == {("a_asked", "2025-H1")}


def test_a_year_is_not_told_beside_half_years_that_are_few_less() -> None:
    """The year of the one was delivered without its half-years; of the other only those are told."""
    halves = [total("2025-H1", 60, 60), total("2025-H2", 60, 60)]
    found = told(a_asked=[total("2025", 123, 122)], b_asked=halves)
    assert found == {("b_asked", "2025-H1"), ("b_asked", "2025-H2")}


def test_who_has_no_answers_may_have_all_that_no_other_partner_has() -> None:
    """A partner with none has twelve of the rest, and so knows that the others did not ask three."""
    one, other = total("2025-H1", 63, 60), total("2025-H1", 60, 60)
    more = Total(one.period, Share(135, one.whole.known, one.whole.clients), one.shares, is_shown=True)
    assert told(a_eligible=[more], a_asked=[other]) == {("a_asked", "2025-H1")}


@pytest.mark.parametrize("seed", range(60))
def test_no_reader_learns_of_a_small_group_that_is_in_one_and_not_in_the_other(seed: int) -> None:
    """The attack: every two counts that are told, less what the reader has, where one holds the other."""
    asked = drawn(seed)
    for reader in range(-1, next(iter(asked.values())).shape[0]):
        for one, other, wide in attacked(asked):
            inside, outside = (
                np.delete(clients[:, wide], reader, 0) if reader >= 0 else clients[:, wide]
                for clients in (asked[one], asked[other])
            )
            if not (outside & ~inside).any():
                assert not 0 < (inside & ~outside).sum() < LEAST


def test_the_attack_finds_what_is_told_too_much() -> None:
    """Else the test above shows nothing: without the mend it would be told in many of those tables."""
    few = 0
    for seed in range(60):
        asked = drawn(seed)
        for one, other in permutations(asked, 2):
            for half in range(len(HALF_YEARS)):
                inside, outside = asked[one][:, half], asked[other][:, half]
                few += not (outside & ~inside).any() and 0 < (inside & ~outside).sum() < LEAST
    assert few > 60


def test_most_counts_are_told() -> None:
    found = [len(told_of(drawn(seed))) for seed in range(60)]
    assert sum(found) > 60


def drawn(seed: int) -> dict[str, Clients]:
    """Who was asked which question: some are asked of nearly all that were asked another, some by chance."""
    draw = np.random.default_rng(seed)
    everybody = draw.random((int(draw.integers(2, 6)), len(HALF_YEARS), 60)) < draw.choice([0.5, 0.9])
    asked = {"a": everybody}
    for before, question in pairwise(QUESTIONS):
        kept = draw.random(everybody.shape) < draw.choice([0.97, 0.99, 0.8])
        asked[question] = (
            (asked[before] & kept) if draw.random() < 0.6 else draw.random(everybody.shape) < 0.7
        )
    return asked


def told_of(asked: dict[str, Clients]) -> dict[str, dict[str, list[int]]]:
    """Of which half-years, or years of two, each question is told."""
    series = {Name(question, Counted.ASKED): list(totals(clients)) for question, clients in asked.items()}
    spans = {span.code: inside(span.code) for span in (*HALF_YEARS, *YEARS)}
    found = told_together(series, LEAST)
    said = {
        name.indicator: {one.period.code: spans[one.period.code] for one in found[name]} for name in found
    }
    return {question: one for question, one in said.items() if one}


def totals(clients: Clients) -> Iterator[Total]:
    """Three in four answer."""
    for period in (*HALF_YEARS, *YEARS):
        counts = clients[:, inside(period.code)].sum(axis=(1, 2)).tolist()
        shares = {
            f"P{number}": Share(count, 3 * count // 4, 3 * count // 4) for number, count in enumerate(counts)
        }
        yield Total(period, whole(shares), shares, is_shown=True)


def inside(period: str) -> list[int]:
    span = parse_period(period)
    return [
        place
        for place, half in enumerate(HALF_YEARS)
        if span in (half, period_of(half.start, PeriodKind.YEAR))
    ]


def attacked(asked: dict[str, Clients]) -> Iterator[tuple[str, str, list[int]]]:
    said = told_of(asked)
    for one, other in permutations(said, 2):
        for period in said[one].keys() & said[other].keys():
            yield one, other, said[one][period]
