"""Numbers, dates and periods as a Dutch and an English reader expect them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import format as written


@pytest.mark.parametrize(
    ("share", "decimals", "dutch", "english"),
    [
        (0.183, 0, "18\u00a0%", "18%"),
        (0.185, 0, "19\u00a0%", "19%"),
        (0.145, 0, "15\u00a0%", "15%"),
        (0.285, 0, "29\u00a0%", "29%"),
        (1.0, 0, "100\u00a0%", "100%"),
        (0.0, 0, "0\u00a0%", "0%"),
        (0.1234, 1, "12,3\u00a0%", "12.3%"),
    ],
)
def test_a_share_is_written_as_a_percentage_with_halves_up(
    share: float, decimals: int, dutch: str, english: str
) -> None:
    assert written.percentage(share, "nl", decimals) == dutch
    assert written.percentage(share, "en", decimals) == english


@pytest.mark.parametrize(
    ("share", "written_nl"),
    [
        (0.24 - 0.12 * 15 / 48, "20,3\u00a0%"),  # 0.20249999999999999: exactly 20.25, but for binary noise
        (0.24 + (0.12 - 0.24) * (15 / 48), "20,3\u00a0%"),
        (0.2024, "20,2\u00a0%"),
        (0.2024999, "20,2\u00a0%"),
        (202499 / 1000000, "20,2\u00a0%"),
        (-0.2025, "\u221220,3\u00a0%"),
    ],
)
def test_a_computed_half_goes_up_and_what_is_truly_lower_does_not(share: float, written_nl: str) -> None:
    assert written.percentage(share, "nl", 1) == written_nl


def test_a_computed_half_goes_up_in_numbers_and_in_differences() -> None:
    assert written.number(0.1 * 3 + 0.05, "nl", 1) == "0,4"
    assert written.number(24 - 12 * 15 / 48, "nl", 1) == "20,3"
    assert written.signed(0.24 - 0.12 * 15 / 48 - 0.1, "procent", "nl", 1) == "+10,3"
    assert written.number(1.005, "nl", 2) == "1,01"
    assert written.number(100000000.95454061, "nl", 2) == "100.000.000,95"
    assert written.number(1e30, "en") == f"{10**30:,}"


@given(st.integers(min_value=1, max_value=1_000_000), st.data(), st.integers(min_value=0, max_value=1))
def test_every_share_of_counts_is_rounded_as_its_fraction(
    n: int, drawn: st.DataObject, decimals: int
) -> None:
    """Whatever was counted: binary noise is mended, and nothing that a count can tell apart is moved."""
    x = drawn.draw(st.integers(min_value=0, max_value=n))
    steps = 100 * 10**decimals
    exact = (2 * steps * x + n) // (2 * n)
    for share in (x / n, 1 - (n - x) / n):
        assert written.percentage(share, "en", decimals) == f"{exact / 10**decimals:.{decimals}f}%"


def test_thousands_and_decimals_follow_the_language() -> None:
    assert written.number(1234567.891, "nl", 1) == "1.234.567,9"
    assert written.number(1234567.891, "en", 1) == "1,234,567.9"


def test_nothing_rounds_to_a_negative_zero() -> None:
    assert written.number(-0.04, "nl", 1) == "0,0"


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        (0.18, "procent", "18\u00a0%"),
        (7.35, "cijfer", "7,4"),
        (31.2, "dagen", "31\u00a0dagen"),
        (1, "dagen", "1\u00a0dag"),
        (12.5, "uren", "12,5\u00a0uur"),
        (1250, "aantal", "1.250"),
        (14.26, "score", "14,3"),
    ],
)
def test_a_value_carries_its_unit(amount: float, unit: str, text: str) -> None:
    assert written.value(amount, unit, "nl") == text


def test_the_decimals_of_the_plan_go_before_those_of_the_unit() -> None:
    assert written.value(0.1834, "procent", "nl", 1) == "18,3\u00a0%"


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        (0.03, "procent", "+3\u00a0procentpunt"),
        (-0.031, "procent", "\u22123\u00a0procentpunt"),
        (0.001, "procent", "0\u00a0procentpunt"),
        (0.2, "cijfer", "+0,2"),
    ],
)
def test_a_difference_has_a_sign_unless_it_is_nothing(amount: float, unit: str, text: str) -> None:
    assert written.difference(amount, unit, "nl") == text


@pytest.mark.parametrize(
    ("period", "dutch", "english"),
    [
        ("2026-Q3", "3e kwartaal 2026", "quarter 3 of 2026"),
        ("2026-H1", "1e helft 2026", "half-year 1 of 2026"),
        ("2026-09", "september 2026", "September 2026"),
        ("2026", "2026", "2026"),
        ("2023/2026", "2023 tot en met 2026", "2023 to 2026"),
    ],
)
def test_a_period_has_a_name(period: str, dutch: str, english: str) -> None:
    assert written.period_name(period, "nl") == dutch
    assert written.period_name(period, "en") == english


def test_a_date_is_written_out() -> None:
    assert written.long_date(date(2026, 11, 1), "nl") == "1 november 2026"
    assert written.short_date(date(2026, 3, 1), "nl") == "1 mrt 2026"


@given(st.floats(min_value=-1e9, max_value=1e9), st.integers(min_value=0, max_value=3))
def test_what_is_written_lies_within_half_a_step(amount: float, decimals: int) -> None:
    text = written.number(amount, "nl", decimals)
    read = float(text.replace(".", "").replace(",", ".").replace("\u2212", "-"))
    assert abs(read - amount) <= 0.5 * 10**-decimals + 1e-6
