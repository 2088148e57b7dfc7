"""Random deliveries with all that the computations tell apart; the same seed gives the same rows."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from data.store import open_intake
from settings import Settings
from tests.integration.publishing.intake import Given, ambition, indicator, instrument, partner, taken_in

PARTNERS = ("P01", "P02", "P03", "P04")
LATE = "P03"
"""Did not deliver the last half-year."""

LAST_DELIVERY = {"P01": "2026-H1", "P02": "2026-H1", "P03": "2025-H2", "P04": "2026-H1"}
HALF_YEARS = [f"{year}-H{half}" for year in (2022, 2023, 2024, 2025, 2026) for half in (1, 2)][:9]
REASONS = {
    ("jeugd", "bij"): ["01", "02", "03", "04", "05"],
    ("jeugd", "ijw"): ["02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39"],
    ("wmo", "iwmo"): ["02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39"],
}
AGES = ["12-15", "16-17", "18-22", "23-27", "28-64"]
FORMS = {"jeugd": ["01", "02", "11", "12", "13", "14"], "wmo": ["01", "02", "15"]}

COMPUTED = [
    *(
        "uitval",
        "uitval_client",
        "uitval_aanbieder",
        "uitval_wmo",
        "uitval_wmo_client",
        "uitval_wmo_aanbieder",
    ),
    *("reden_volgens_plan", "reden_in_overeenstemming", "reden_client", "reden_aanbieder"),
    *("reden_omstandigheden", "reden_onbekend", "reden_wmo_volgens_plan", "reden_wmo_in_overeenstemming"),
    *("reden_wmo_client", "reden_wmo_aanbieder", "reden_wmo_omstandigheden", "reden_wmo_onbekend"),
    *("zonder_hulp_verder", "problemen_verminderd", "doelen_behaald", "doelen_behaald_clienten"),
    *("geleverd_toegewezen", "doorgaande_zorg"),
]

VARIANTS = [
    indicator("tevredenheid", unit="cijfer"),
    indicator("tevredenheid_kort", unit="cijfer", computation="tevredenheid", scale="1-5"),
    indicator("tevredenheid_voldoende", scale="1-10", cut_off=7, domain="jeugd"),
    indicator("geen_nieuwe_start", domain="jeugd"),
    indicator("geen_nieuwe_start_6", computation="geen_nieuwe_start", window_months=6),
    indicator("doelen_behaald_wmo", computation="doelen_behaald", domain="wmo"),
    indicator("doorlooptijd", unit="dagen"),
    indicator("wachttijd", unit="dagen", domain="jeugd"),
    indicator("geleverde_tijd", unit="uren"),
]
"""Beside the plain ones: on another scale, with another window, for one domain."""


def plan() -> list[Given]:
    """Every built-in computation, some also for one domain, on another scale or with another window."""
    return [
        ambition(),
        ambition("A2", starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31)),
        *(partner(code) for code in PARTNERS),
        *(indicator(code) for code in COMPUTED),
        *VARIANTS,
        instrument("SDQ", standard_deviation=5.8, reliability=0.82, direction="lager"),
        instrument("ZRM", standard_deviation=5.2, reliability=0.86, direction="hoger"),
    ]


def records(seed: int, count: int = 700) -> pd.DataFrame:
    """Rows as delivered: records that come twice, clients of several partners, missing values."""
    draw = np.random.default_rng(seed)
    made = [_record(draw, number) for number in range(count)]
    delivered = [row for record in made for row in _deliveries(draw, record)]
    frame = pd.DataFrame(delivered)
    frame["delivery_id"] = 1
    frame["row_number"] = range(2, len(frame) + 2)
    return frame


def take_in(settings: Settings, frame: pd.DataFrame, rows: list[Given]) -> None:
    """The plan and other rows, and the records, in the intake."""
    taken_in(settings, rows)
    connection = open_intake(settings)
    connection.register("delivered", frame)
    connection.execute("INSERT INTO trajectory BY NAME SELECT * FROM delivered")
    connection.close()


def _record(draw: np.random.Generator, number: int) -> dict[str, object]:
    domain = "jeugd" if draw.random() < 0.7 else "wmo"
    started = date(2022, 1, 1) + timedelta(days=int(draw.integers(0, 1640)))
    ended = started + timedelta(days=int(draw.integers(0, 500)))
    code_list = "iwmo" if domain == "wmo" else str(draw.choice(["bij", "ijw"]))
    scale = "1-10" if draw.random() < 0.7 else "1-5"
    return {
        "partner": str(draw.choice(PARTNERS, p=[0.5, 0.25, 0.15, 0.1])),
        "domain": domain,
        "trajectory": f"T{number}",
        "client": f"C{draw.integers(0, 250)}",
        "care_form": str(draw.choice(FORMS[domain])),
        "municipality": str(draw.choice(["GM0394", "GM0335"])),
        "referrer": str(draw.choice(["01", "02"])),
        "age_group": str(draw.choice(AGES)),
        "registered_on": _maybe(draw, 0.8, started - timedelta(days=int(draw.integers(-5, 90)))),
        "started_on": started,
        "ended_on": ended,
        "code_list": code_list,
        "end_reason": _maybe(draw, 0.9, str(draw.choice(REASONS[domain, code_list]))),
        "satisfaction": _maybe(draw, 0.6, float(draw.integers(1, 11 if scale == "1-10" else 6))),
        "satisfaction_scale": scale,
        "informant": _maybe(draw, 0.7, str(draw.choice(["jeugdige", "ouder"]))),
        "without_help": _maybe(draw, 0.8, str(draw.choice(["ja", "deels", "nee", "onbekend"]))),
        "instrument": _maybe(draw, 0.7, str(draw.choice(["SDQ", "ZRM"]))),
        "score_start": _maybe(draw, 0.8, float(draw.integers(5, 35))),
        "score_end": _maybe(draw, 0.8, float(draw.integers(5, 35))),
        **_goals(draw),
        "hours_granted": _maybe(draw, 0.8, float(draw.integers(10, 100))),
        "hours_delivered": _maybe(draw, 0.8, float(draw.integers(0, 1000)) / 10),
    }


def _goals(draw: np.random.Generator) -> dict[str, object]:
    kind = draw.integers(0, 4)
    if kind == 0:
        return {"goals_set": None, "goals_reached": None, "gas": None}
    if kind == 1:
        scores = [str(score) for score in draw.integers(-2, 3, size=draw.integers(1, 5))]
        return {"goals_set": None, "goals_reached": None, "gas": "|".join(scores)}
    agreed = int(draw.integers(0, 4))
    return {"goals_set": agreed, "goals_reached": int(draw.integers(0, agreed + 1)), "gas": None}


def _deliveries(draw: np.random.Generator, record: dict[str, object]) -> list[dict[str, object]]:
    """The row of the half-year it ended or last ran, and for some an earlier one that still ran."""
    last = LAST_DELIVERY[str(record["partner"])]
    started, ended = record["started_on"], record["ended_on"]
    assert isinstance(started, date)
    assert isinstance(ended, date)
    if _half_year(started) > last:
        return []
    running = {**record, "ended_on": None, "end_reason": None, "satisfaction": None, "client": "elsewhere"}
    rows = []
    if _half_year(started) < min(_half_year(ended), last) and draw.random() < 0.5:
        rows.append({"delivery_period": _half_year(started), **running})
    if _half_year(ended) <= last:
        rows.append({"delivery_period": _half_year(ended), **record})
    else:
        rows.append({"delivery_period": last, **running, "client": record["client"]})
    return rows


def _half_year(day: date) -> str:
    return f"{day.year}-H{1 if day.month < 7 else 2}"


def _maybe(draw: np.random.Generator, share: float, value: object) -> object:
    return value if draw.random() < share else None
