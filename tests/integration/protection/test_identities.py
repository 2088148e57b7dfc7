"""What one indicator hides, no other one gives away, and neither does a sum that holds in no ordinary way."""

from datetime import date

import duckdb

from data.publishing import publish
from settings import Settings
from tests.integration.publishing.intake import (
    Given,
    delivery,
    figure,
    indicator,
    partner,
    record,
    taken_in,
)

Place = tuple[str, str | None, str, str | None]
"""An indicator, a partner (None: all), a period and a part (None: the whole)."""

REASONS = (
    "volgens_plan", "in_overeenstemming", "client", "aanbieder", "omstandigheden", "onbekend",
)  # fmt: skip
CODES = ("03", "01", "04", "01", "02", "05")
YOUNG = "12-15"


def is_hidden(settings: Settings, given: list[Given]) -> dict[Place, bool]:
    """What the steering group gets, and whether it is hidden."""
    taken_in(settings, given)
    version = publish(settings)
    with duckdb.connect(str(settings.published / version / "steering.duckdb"), read_only=True) as file:
        asked = "SELECT indicator, partner, period, split_value, suppressed FROM observation"
        rows = file.execute(asked).fetchall()
    return {(code, whose, period, part): suppressed for code, whose, period, part, suppressed in rows}


def test_the_reasons_of_ending_do_not_tell_who_left_early(settings: Settings) -> None:
    """Of known reason is all less those of unknown reason; leaving early is two of the reasons together."""
    hidden = is_hidden(settings, endings())
    places = [(whose, *when) for (code, whose, *when), there in hidden.items() if code == "uitval" and there]
    assert ("A", "2025-H1", None) in places
    shown = {place for place, there in hidden.items() if not there}
    assert not {(f"reden_{name}", *place) for place in places for name in REASONS} & shown


def endings() -> list[Given]:
    """Of five partners, one of which has few endings of known reason in a half-year."""
    of_each = {"A": (9, 3), "B": (30, 4), "C": (35, 6), "D": (41, 3), "E": (28, 5)}
    rows = [indicator("uitval"), *(indicator(f"reden_{name}") for name in REASONS), *map(partner, of_each)]
    for code, (known, unknown) in of_each.items():
        for half, day in (("2025-H1", date(2025, 3, 15)), ("2025-H2", date(2025, 9, 15))):
            more = 0 if (code, half) == ("A", "2025-H1") else 15
            rows += [
                record(
                    f"{code}{half}{at}",
                    partner=code,
                    delivery_period=half,
                    ended_on=day,
                    end_reason=None if at < unknown else CODES[at % len(CODES)],
                )
                for at in range(known + more + unknown)
            ]
    return [*rows, delivery(1, "trajecten")]


def test_a_year_less_its_halves_does_not_tell_of_who_delivers_years_only(settings: Settings) -> None:
    hidden = is_hidden(settings, years_only())
    assert hidden["steunfiguur", "X", "2025", YOUNG]
    assert any(hidden["steunfiguur", None, period, YOUNG] for period in ("2025", "2025-H1", "2025-H2"))


def years_only() -> list[Given]:
    """Partners that deliver half-years, and one that delivers years, in which it has few young people."""
    halves = {"A": (20, 23), "B": (30, 34), "C": (40, 37), "D": (26, 29), "E": (33, 31)}
    rows = [indicator("steunfiguur", computation="cijfers"), *map(partner, [*halves, "X"])]
    for code, (first, second) in halves.items():
        rows += [*by_age(code, "2025-H1", first, second + 2), *by_age(code, "2025-H2", second, first + 5)]
    return [*rows, *by_age("X", "2025", 4, 40)]


def by_age(code: str, period: str, young: int, old: int) -> list[Given]:
    """A figure of a partner, with both of its parts."""
    total = figure(partner=code, period=period, numerator=(young + old) // 3, denominator=young + old)
    parts = [
        figure(
            partner=code,
            period=period,
            split="leeftijdsgroep",
            split_value=value,
            numerator=many // 3,
            denominator=many,
        )
        for value, many in ((YOUNG, young), ("16-17", old))
    ]
    return [total, *parts]


def test_a_number_that_adds_up_is_hidden_as_well_as_its_clients(settings: Settings) -> None:
    """Clients are counted once a year, so only the numbers of reports add up over the quarters."""
    quarters = {"A": (4, 14, 15, 16), "B": (21, 22, 23, 24), "C": (31, 32, 33, 35), "D": (40, 43, 44, 45)}
    rows = [indicator("meldingen", computation="cijfers", unit="aantal"), *map(partner, quarters)]
    for code, four in quarters.items():
        spans = [(f"2025-Q{at}", [many], 0) for at, many in enumerate(four, 1)]
        spans += [("2025-H1", list(four[:2]), 3), ("2025-H2", list(four[2:]), 3), ("2025", list(four), 7)]
        rows += [
            figure("meldingen", partner=code, period=period, value=sum(many) + len(many),
                   clients=sum(many) - again)
            for period, many, again in spans
        ]  # fmt: skip
    hidden = is_hidden(settings, rows)
    assert hidden["meldingen", "A", "2025-Q1", None]
    beside = [hidden["meldingen", "A", period, None] for period in ("2025-H1", "2025-Q2")]
    assert any(beside)
    others = [hidden["meldingen", code, "2025-Q1", None] for code in ("B", "C", "D")]
    assert any(others) or hidden["meldingen", None, "2025-Q1", None]


def test_many_who_are_one_each_do_not_tell_each_other(settings: Settings) -> None:
    """Nothing of nobody is hidden: eleven hidden figures that add up to eleven are one each."""
    single, large = [f"S{at:02}" for at in range(11)], [f"B{at:02}" for at in range(14)]
    rows = [indicator("steunfiguur", computation="cijfers"), *map(partner, [*single, *large])]
    rows += [figure(partner=code, period="2025", numerator=0, denominator=1) for code in single]
    rows += [figure(partner=code, period="2025", numerator=4, denominator=40) for code in large]
    hidden = is_hidden(settings, rows)
    assert hidden["steunfiguur", None, "2025", None] or any(
        hidden["steunfiguur", code, "2025", None] for code in large
    )
