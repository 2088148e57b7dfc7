"""From accepted rows to every figure there is, on any connection that has the tables of the intake.

Records become cases per indicator, cases become sums per month, and months add up to periods. Clients,
medians and quartiles do not add up: clients are the records minus those of clients already counted in the
same figure, and quartiles are computed from the records of each figure.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from data.codelists import CodeLabel, end_reason_meaning, labels
from data.publishing.calendar import make_calendar
from data.publishing.counting import Indicator, read_indicators
from data.publishing.paths import compute_paths
from data.publishing.purged import Purged, compute_quartiles, read_purged
from data.publishing.statements import load, run
from data.publishing.surplus import count_surplus
from data.publishing.threads import for_each
from data.store import Connection, rows
from domain.period import PeriodKind

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and of how many."""

_PART = {
    "indicator": "VARCHAR",
    "partner": "VARCHAR",
    "period_id": "INTEGER",
    "split": "VARCHAR",
    "split_value": "VARCHAR",
    "numerator": "DOUBLE",
    "denominator": "DOUBLE",
    "records": "BIGINT",
    "clients": "BIGINT",
    "least_clients": "BIGINT",
    "n": "BIGINT",
    "total": "DOUBLE",
    "squares": "DOUBLE",
    "stated_value": "DOUBLE",
    "q1": "DOUBLE",
    "q3": "DOUBLE",
    "eligible": "BIGINT",
    "asked": "BIGINT",
    "delivered_by": "INTEGER",
    "provisional": "BOOLEAN",
    "measured_on": "DATE",
    "informant": "VARCHAR",
    "scale": "VARCHAR",
    "source": "VARCHAR",
    "origin": "VARCHAR",
}
_CODE_TEXT = dict.fromkeys(("list", "domain", "code", "label", "label_en"), "VARCHAR")
_END_REASON = dict.fromkeys(("code_list", "domain", "code", "means"), "VARCHAR")
_OWN_LABELS = "SELECT c.list, c.code, c.label, c.label_en, c.domain FROM code_label AS c"
_SUMMARISED = "SELECT DISTINCT a.indicator, a.partner FROM aggregate AS a WHERE a.partner IS NOT NULL"


def compute_figures(connection: Connection, today: date, progress: Progress) -> None:
    """Make the table `exact_observation`, and `code_text` and `delivery_coverage` that go with it."""
    load(connection, "part", _PART, ())
    first_day, indicators = prepare(connection, today, progress)
    count_indicators(connection, indicators, first_day, progress)
    join_delivered(connection)
    run(connection, "figures/joined")
    run(connection, "figures/agreed_delivery")
    run(connection, "figures/exact_observation")
    run(connection, "sources/delivery_coverage", today=today)
    compute_paths(connection, first_day)


def prepare(connection: Connection, today: date, progress: Progress) -> tuple[date, list[Indicator]]:
    """The first day from which records count and the indicators to count, with `record` and what it needs."""
    load(connection, "end_reason", _END_REASON, end_reason_meaning())
    load(connection, "code_text", _CODE_TEXT, _texts(connection))
    first_day = make_calendar(connection, today)
    indicators = read_indicators(connection)
    progress("Trajecten ordenen", 0, len(indicators))
    prepare_records(connection, today)
    return first_day, indicators


def prepare_records(connection: Connection, today: date) -> None:
    """Make the table `record`: what counts of the delivered records, with numbers for codes and clients."""
    run(connection, "sources/current_record")
    run(connection, "sources/code_number")
    run(connection, "sources/client_number")
    run(connection, "sources/record")
    run(connection, "sources/partner_reach", today=today)
    run(connection, "sources/settled_half_year")


def count_indicators(
    connection: Connection, indicators: Iterable[Indicator], first_day: date, progress: Progress
) -> None:
    """Add the figures from records to the table `part`; those about the same clients one after another."""
    summarised: dict[object, set[object]] = {}
    for indicator, partner in rows(connection, _SUMMARISED):
        summarised.setdefault(indicator, set()).add(partner)
    purged = read_purged(connection)
    groups: dict[object, list[Indicator]] = {}
    for one in indicators:
        if one.is_computed:
            is_kept = purged is not None and one.code in purged.indicators
            same = (*one.population, frozenset(summarised.get(one.code, ())), is_kept)
            groups.setdefault(same, []).append(one)

    def count(own: Connection, group: Sequence[Indicator]) -> str:
        for place, indicator in enumerate(group):
            _count(own, indicator, first_day, purged, is_known=place > 0)
        return group[0].code

    longest_first = sorted(groups.values(), key=len, reverse=True)
    for done, code in enumerate(for_each(connection, count, longest_first)):
        progress(f"Berekenen: {code}", done, len(groups))
    progress("Berekend", len(groups), len(groups))


def join_delivered(connection: Connection) -> None:
    """Bring in what was delivered as cijfers, with the coarser periods that follow from it."""
    run(connection, "delivered/delivered_part")
    for finer, coarser, parts in (
        (PeriodKind.MONTH, PeriodKind.QUARTER, 3),
        (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, 2),
        (PeriodKind.HALF_YEAR, PeriodKind.YEAR, 2),
    ):
        run(connection, "delivered/roll_up", finer=finer.value, coarser=coarser.value, parts=parts)
    for coarser in (PeriodKind.YEAR, PeriodKind.HORIZON):
        run(connection, "delivered/roll_up_so_far", coarser=coarser.value)
    run(connection, "delivered/without_records")
    run(connection, "delivered/population_part")


def _count(
    connection: Connection, indicator: Indicator, first_day: date, purged: Purged | None, *, is_known: bool
) -> None:
    """Add the figures of one indicator; `is_known` when the indicator before it counted the same clients."""
    if not (is_known and indicator.reasons):
        find_cases(connection, indicator, purged)
    if not is_known:
        find_periods(connection, indicator, first_day, purged, window_months=indicator.window_months)
        count_clients(connection, indicator, purged)
    sum_months(connection, indicator, purged)
    compute_quartiles(connection, indicator, purged)
    named: dict[str, Any] = {"indicator": indicator.code, "domain": indicator.domain}
    run(connection, "figures/computed", measure=indicator.computation.measure.value, **named)


def find_cases(connection: Connection, indicator: Indicator, purged: Purged | None) -> None:
    """Make the table `case_row`: the records that the indicator is about, each with what it counts for.

    Of endings also `ending_cube`, from which every indicator of the same endings picks its reasons.
    """
    run(connection, indicator.statement, **indicator.parameters)
    if purged is not None:
        run(connection, "purged/leave_out", month=purged.month)
    if indicator.reasons:
        run(connection, "figures/ending_cube")


def find_periods(
    connection: Connection,
    indicator: Indicator,
    first_day: date,
    purged: Purged | None,
    *,
    window_months: int | None,
) -> None:
    """Make the table `partner_month`: in which periods each month of each partner counts."""
    run(
        connection,
        "figures/partner_month",
        indicator=indicator.code,
        first_day=first_day if purged is None else purged.first_day(indicator, first_day),
        window_months=window_months,
    )


def count_clients(connection: Connection, indicator: Indicator, purged: Purged | None) -> None:
    """Make the table `surplus`, which turns records into clients."""
    count_surplus(connection)
    if purged is not None:
        run(connection, "purged/add_surplus", indicator=indicator.code)


def sum_months(connection: Connection, indicator: Indicator, purged: Purged | None) -> None:
    """Make the table `cube`: sums per partner and month."""
    if indicator.reasons:
        run(connection, "figures/cube_of_endings", reasons=indicator.reasons)
    else:
        run(connection, "figures/cube")
    if purged is not None:
        run(connection, "purged/add_sums", indicator=indicator.code)


def _texts(connection: Connection) -> list[tuple[object, ...]]:
    own: list[CodeLabel] = [CodeLabel(*map(_text, row)) for row in rows(connection, _OWN_LABELS)]  # type: ignore[arg-type]
    return [
        (text.list, text.domain, text.code, text.label, text.label_en)
        for text in labels(own)
        if text.code_list is None
    ]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
