"""The same figures computed a second time, row by row in pandas, from the definitions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from math import sqrt
from typing import Any

import pandas as pd
from pandas.tseries.offsets import DateOffset

SPLITS = {
    "hulpvorm": "care_form",
    "leeftijdsgroep": "age_group",
    "verwijzer": "referrer",
    "gemeente": "municipality",
    "informant": "informant",
}
MEANING = {
    ("bij", "01"): "volgens_plan",
    ("bij", "02"): "in_overeenstemming",
    ("bij", "03"): "client",
    ("bij", "04"): "aanbieder",
    ("bij", "05"): "omstandigheden",
    ("ijw", "31"): "volgens_plan",
    ("ijw", "34"): "in_overeenstemming",
    ("ijw", "32"): "client",
    ("ijw", "33"): "aanbieder",
    ("ijw", "35"): "omstandigheden",
    ("ijw", "02"): "omstandigheden",
    ("iwmo", "19"): "volgens_plan",
    ("iwmo", "23"): "in_overeenstemming",
    ("iwmo", "21"): "client",
    ("iwmo", "22"): "aanbieder",
    ("iwmo", "31"): "omstandigheden",
    ("iwmo", "02"): "omstandigheden",
}
ADMINISTRATIVE = {("ijw", code) for code in ("20", "36", "37", "38", "39")} | {
    ("iwmo", code) for code in ("20", "36", "37", "38", "39")
}
NOISE = {"SDQ": (5.8, 0.82, -1), "ZRM": (5.2, 0.86, 1)}

Row = dict[str, Any]
Figures = tuple[Any, Any, Any] | None
Worth = Callable[[Row], Figures]


@dataclass(frozen=True)
class Definition:
    """What a record is worth (numerator, denominator, value), and on which date it counts."""

    domain: str | None
    worth: Worth
    code: str = ""
    measure: str = "share"
    counted_on: str = "ended_on"
    window: int | None = None
    days_after: int = 0
    """For how many days after it a record has to be observed before it counts."""

    is_eligible: Callable[[Row], bool] = lambda _row: True


Maker = Callable[[Row], Definition]
"""The definition of an indicator of the plan, by its domain, scale, cut-off and window."""


@dataclass(frozen=True)
class Observed:
    """Which horizons there are, from when records count, and until when each partner delivered."""

    horizons: tuple[tuple[int, int], ...]
    first_day: date
    known_until: dict[str, date]

    def latest(self, partner: str) -> date:
        """The first day of the last half-year that the partner delivered."""
        last = self.known_until[partner]
        return date(last.year, 1 if last.month < 7 else 7, 1)


def current(delivered: pd.DataFrame) -> list[Row]:
    """Of every record the row of the latest delivery."""
    return list(
        {
            (row["partner"], row["domain"], row["trajectory"], row["care_form"]): row
            for row in cleaned(delivered.sort_values("delivery_period"))
        }.values()
    )


def cleaned(frame: pd.DataFrame) -> list[Row]:
    """The rows, with None for what is empty and days as days."""
    return [{name: _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def reason(row: Row) -> str:
    if row["end_reason"] is None:
        return "onbekend"
    code = (row["code_list"], row["end_reason"])
    return "administratief" if code in ADMINISTRATIVE else MEANING[code]


def share(is_counted: bool, is_hit: bool) -> Figures:
    return (int(is_hit), 1, None) if is_counted else None


def definitions(rows: list[Row], indicators: list[Row]) -> list[Definition]:
    """How each indicator of the plan is computed; what only comes as cijfers is left out."""
    by_client: dict[str, list[Row]] = {}
    for row in rows:
        by_client.setdefault(row["client"], []).append(row)
    makers = {**_endings(), **_answers(), **_results(), **_times(), **_follow_ups(by_client)}
    return [
        replace(makers[each["computation"]](each), code=each["code"])
        for each in indicators
        if each["computation"] in makers
    ]


def _endings() -> dict[str, Maker]:
    made: dict[str, Maker] = {}
    for suffix, domain in (("", "jeugd"), ("_wmo", "wmo")):
        for ending, reasons in (
            ("", {"client", "aanbieder"}),
            ("_client", {"client"}),
            ("_aanbieder", {"aanbieder"}),
        ):
            made[f"uitval{suffix}{ending}"] = _always(domain, _dropout(reasons))
        for name in (
            "volgens_plan",
            "in_overeenstemming",
            "client",
            "aanbieder",
            "omstandigheden",
            "onbekend",
        ):
            made[f"reden{suffix}_{name}"] = _always(domain, _one_reason(name))
    return made


def _always(domain: str, worth: Worth) -> Maker:
    return lambda _asked: Definition(domain, worth)


def _where_asked(worth: Worth, measure: str = "share", counted_on: str = "ended_on") -> Maker:
    return lambda asked: Definition(asked["domain"], worth, measure=measure, counted_on=counted_on)


def _dropout(reasons: set[str]) -> Worth:
    return lambda row: share(reason(row) not in {"onbekend", "administratief"}, reason(row) in reasons)


def _one_reason(name: str) -> Worth:
    return lambda row: share(reason(row) != "administratief", reason(row) == name)


def _answers() -> dict[str, Maker]:
    def mark(asked: Row) -> Worth:
        scale = asked["scale"] or "1-10"
        return lambda row: (
            (None, None, row["satisfaction"])
            if row["satisfaction"] is not None and row["satisfaction_scale"] == scale
            else None
        )

    def enough(asked: Row) -> Worth:
        def worth(row: Row) -> Figures:
            given = mark(asked)(row)
            return None if given is None else share(True, given[2] >= asked["cut_off"])

        return worth

    def alone(row: Row) -> Figures:
        return share(row["without_help"] in {"ja", "deels", "nee"}, row["without_help"] == "ja")

    return {
        "tevredenheid": lambda asked: Definition(asked["domain"], mark(asked), measure="mean"),
        "tevredenheid_voldoende": lambda asked: Definition(asked["domain"], enough(asked)),
        "zonder_hulp_verder": _where_asked(alone),
    }


def _results() -> dict[str, Maker]:
    def less(row: Row) -> Figures:
        if None in (row["instrument"], row["score_start"], row["score_end"]):
            return None
        sd, reliability, better = NOISE[row["instrument"]]
        noise = 1.959963984540054 * sqrt(2) * sd * sqrt(1 - reliability)
        return share(True, better * (row["score_end"] - row["score_start"]) > noise)

    def goals(row: Row) -> Figures:
        agreed, reached = row["goals_set"], row["goals_reached"]
        if agreed is None and row["gas"] is not None:
            scores = [int(score) for score in row["gas"].split("|")]
            agreed, reached = len(scores), sum(score >= 0 for score in scores)
        return (reached, agreed, None) if agreed else None

    def every(row: Row) -> Figures:
        found = goals(row)
        return None if found is None else share(True, found[0] == found[1])

    return {
        "problemen_verminderd": _where_asked(less),
        "doelen_behaald": _where_asked(goals),
        "doelen_behaald_clienten": _where_asked(every),
    }


def _times() -> dict[str, Maker]:
    def lasted(row: Row) -> Figures:
        return (None, None, (row["ended_on"] - row["started_on"]).days)

    def waited(row: Row) -> Figures:
        known = row["registered_on"] is not None and row["registered_on"] <= row["started_on"]
        return (None, None, (row["started_on"] - row["registered_on"]).days) if known else None

    def hours(row: Row) -> Figures:
        return (None, None, row["hours_delivered"]) if row["hours_delivered"] is not None else None

    def granted(row: Row) -> Figures:
        known = None not in (row["hours_delivered"], row["hours_granted"])
        return (row["hours_delivered"], row["hours_granted"], None) if known else None

    return {
        "doorlooptijd": _where_asked(lasted, "median"),
        "wachttijd": _where_asked(waited, "median", counted_on="started_on"),
        "geleverde_tijd": _where_asked(hours, "median"),
        "geleverd_toegewezen": _where_asked(granted),
    }


def _follow_ups(by_client: dict[str, list[Row]]) -> dict[str, Maker]:
    def no_start(months: int) -> Worth:
        def worth(row: Row) -> Figures:
            after = row["ended_on"] + timedelta(days=28)
            until = (row["ended_on"] + DateOffset(months=months)).date()
            started = any(
                after < other["started_on"] <= until
                for other in by_client[row["client"]]
                if other["domain"] == row["domain"]
            )
            return share(True, not started)

        return worth

    def continued(row: Row) -> Figures:
        return share(
            True,
            any(
                timedelta(0) <= other["started_on"] - row["ended_on"] <= timedelta(days=28)
                for other in by_client[row["client"]]
                if other is not row
            ),
        )

    def left_a_stay(row: Row) -> bool:
        is_stay = row["care_form"] in {"11", "12", "13", "14"}
        return is_stay and row["age_group"] in {"16-17", "18-22", "23-27"}

    def followed(asked: Row) -> Definition:
        months = int(asked["window_months"] or 12)
        return Definition(asked["domain"], no_start(months), window=months)

    return {
        "geen_nieuwe_start": followed,
        "doorgaande_zorg": lambda _asked: Definition(
            "jeugd", continued, days_after=28, is_eligible=left_a_stay
        ),
    }


@cache
def periods(day: date, horizons: tuple[tuple[int, int], ...]) -> list[tuple[str, str, date, date]]:
    """Code, kind, first and last day of every period a day belongs to."""
    quarter, half = (day.month - 1) // 3, (day.month - 1) // 6
    year = day.year
    found = [
        (f"{year}-{day.month:02d}", "month", day.month, day.month),
        (f"{year}-Q{quarter + 1}", "quarter", 3 * quarter + 1, 3 * quarter + 3),
        (f"{year}-H{half + 1}", "half_year", 6 * half + 1, 6 * half + 6),
        (str(year), "year", 1, 12),
    ]
    regular = [
        (code, kind, date(year, first, 1), (pd.Timestamp(year, last, 1) + pd.offsets.MonthEnd(0)).date())
        for code, kind, first, last in found
    ]
    long = [
        (f"{first}/{last}", "horizon", date(first, 1, 1), date(last, 12, 31))
        for first, last in horizons
        if first <= year <= last
    ]
    return regular + long


def cases(definition: Definition, rows: list[Row], observed: Observed) -> pd.DataFrame:
    """One row per record and per period it is shown in."""
    found = []
    for row in rows:
        day, until = row[definition.counted_on], observed.known_until[row["partner"]]
        of_domain = definition.domain in (None, row["domain"])
        if day is None or day < observed.first_day or not of_domain or not definition.is_eligible(row):
            continue
        if day + timedelta(days=definition.days_after) > until:
            continue
        worth = definition.worth(row)
        found += [
            _case(definition, row, worth, period)
            | _provisional(period, until, observed.latest(row["partner"]))
            for period in periods(day, observed.horizons)
            if is_shown(definition.window, period, until)
        ]
    return pd.DataFrame(found).astype({"numerator": float, "denominator": float, "number": float})


@cache
def is_shown(window: int | None, period: tuple[str, str, date, date], until: date) -> bool:
    _code, kind, _start, end = period
    if window is not None:
        return bool((end + DateOffset(months=window)).date() <= until)
    return end <= until or kind in {"year", "horizon"}


def _case(definition: Definition, row: Row, worth: Any, period: tuple[str, str, date, date]) -> Row:
    numerator, denominator, value = worth or (None, None, None)
    prefix = f"{row['domain']}-" if definition.domain is None else ""
    return {
        "partner": row["partner"],
        "client": row["client"],
        "period": period[0],
        "period_kind": period[1],
        "numerator": numerator,
        "denominator": denominator,
        "number": value,
        "counted": worth is not None,
        **{split: row[column] for split, column in SPLITS.items()},
        "hulpvorm": prefix + row["care_form"],
        "verwijzer": prefix + row["referrer"],
    }


def _provisional(period: tuple[str, str, date, date], until: date, latest: date) -> Row:
    """Provisional until a later half-year came in, and while a long period is not complete."""
    end = period[3]
    return {"provisional": end > until or min(end, until) >= latest}


def figures(definition: Definition, found: pd.DataFrame) -> pd.DataFrame:
    """Every figure of one computation: per period, with and without partner, with and without each split."""
    made = []
    for by_partner in (False, True):
        for split in (None, *SPLITS):
            keys = [
                "period",
                "period_kind",
                *(["partner"] if by_partner else []),
                *([split] if split else []),
            ]
            grouped = _summed(found, keys, has_quartiles=definition.measure == "median")
            made.append(
                grouped.assign(partner=grouped.get("partner"), split=split, split_value=grouped.get(split))
            )
    every = pd.concat([frame for frame in made if not frame.empty])
    is_mean, is_median = definition.measure == "mean", definition.measure == "median"
    every["value"] = (
        every["mean"]
        if is_mean
        else every["median"]
        if is_median
        else every["numerator"] / every["denominator"]
    )
    if not is_mean:
        every["sd"] = float("nan")
    if not is_median:
        every[["q1", "q3"]] = float("nan")
    every["n"] = every["records"] if is_mean or is_median else float("nan")
    return every.assign(indicator=definition.code)


def _summed(found: pd.DataFrame, keys: list[str], *, has_quartiles: bool) -> pd.DataFrame:
    counted = found[found["counted"]]
    groups = counted.groupby(keys)
    numbers = groups["number"]
    if counted.empty:
        return pd.DataFrame()
    summed = pd.DataFrame(
        {
            "numerator": groups["numerator"].sum(min_count=1),
            "denominator": groups["denominator"].sum(min_count=1),
            "records": groups.size(),
            "clients": groups["client"].nunique(),
            "mean": numbers.mean(),
            "sd": numbers.std(),
            "median": numbers.median(),
            "delivered_by": groups["partner"].nunique(),
        }
    )
    if has_quartiles:
        summed["q1"], summed["q3"] = numbers.quantile(0.25), numbers.quantile(0.75)
    whole = found.groupby(keys)
    summed["eligible"] = whole.size()
    summed["provisional"] = whole["provisional"].any()
    return summed.reset_index()
