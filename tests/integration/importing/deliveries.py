"""Deliveries with defaults: a plan, a record and a figure, of which a test changes what it is about."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from data.importing.intake import import_deliveries
from data.importing.outcome import Outcome
from settings import Settings

Row = Mapping[str, str]

PLAN: dict[str, list[dict[str, str]]] = {
    "ambities": [
        {
            "code": "A1",
            "naam": "Op eigen benen",
            "tekst": "Jongeren staan op eigen benen",
            "begin": "2023-01-01",
            "eind": "2026-12-31",
            "fictief": "ja",
        }
    ],
    "doelen": [
        {
            "code": "D1",
            "ambitie": "A1",
            "nummer": "1",
            "naam": "Minder uitval",
            "tekst": "Minder jongeren vallen uit",
            "soort": "inhoudelijk",
            "indicator": "uitval",
            "nulwaarde": "20",
            "nuljaar": "2022",
            "streefwaarde": "15",
            "streefjaar": "2026",
            "streefwaarde_soort": "waarde",
        }
    ],
    "indicatoren": [
        {
            "code": "uitval",
            "naam": "Uitval",
            "definitie": "Eenzijdig beeindigde trajecten",
            "eenheid": "procent",
            "richting": "lager",
            "uitkomstcriterium": "uitval",
            "berekening": "uitval",
            "niveau": "partner",
            "domein": "jeugd",
            "kwaliteitsvraag": "Houden we jongeren vast?",
        },
        {
            "code": "tevredenheid",
            "naam": "Tevredenheid",
            "definitie": "Oordeel over nut",
            "eenheid": "cijfer",
            "richting": "hoger",
            "uitkomstcriterium": "tevredenheid",
            "berekening": "tevredenheid",
            "niveau": "partner",
            "kwaliteitsvraag": "Vinden clienten de hulp nuttig?",
        },
        {
            "code": "jeugdhulp",
            "naam": "Jeugdhulpgebruik",
            "definitie": "Jongeren met jeugdhulp",
            "eenheid": "procent",
            "richting": "geen",
            "uitkomstcriterium": "maatschappelijk",
            "berekening": "cijfers",
            "niveau": "bevolking",
            "kwaliteitsvraag": "Hoeveel jongeren krijgen jeugdhulp?",
        },
    ],
    "partners": [
        {
            "code": "P01",
            "naam": "Acacia",
            "sector": "jeugdhulp",
            "gedeelde_pseudoniemen": "ja",
            "grondslag": "Verwerkersovereenkomst",
        },
        {
            "code": "P02",
            "naam": "Berk",
            "sector": "jeugdhulp",
            "gedeelde_pseudoniemen": "ja",
            "grondslag": "Verwerkersovereenkomst",
        },
    ],
    "instrumenten": [
        {
            "code": "SDQ",
            "naam": "Sterke kanten",
            "standaarddeviatie": "5,8",
            "betrouwbaarheid": "0,82",
            "richting": "lager",
        }
    ],
}

RECORD: dict[str, str] = {
    "leverperiode": "2025-H1",
    "partner": "P01",
    "domein": "jeugd",
    "traject": "T-1",
    "client": "C-1",
    "hulpvorm": "02",
    "gemeente": "GM0394",
    "verwijzer": "01",
    "leeftijdsgroep": "12-15",
    "begindatum": "2025-02-14",
}

FIGURE: dict[str, str] = {
    "indicator": "uitval",
    "partner": "P01",
    "periode": "2024-H1",
    "teller": "18",
    "noemer": "120",
    "clienten": "112",
}


def installation_in(home: Path) -> Settings:
    """An installation of its own, with its key outside its data."""
    return Settings(home=home / "home", today=date(2026, 11, 1), key_file=home / "key" / "client.key")


def record(**changes: str) -> dict[str, str]:
    return RECORD | changes


def records(number: int, **changes: str) -> list[dict[str, str]]:
    """So many records, each with its own number."""
    return [record(traject=f"T-{index}", client=f"C-{index}", **changes) for index in range(1, number + 1)]


def figure(**changes: str) -> dict[str, str]:
    return FIGURE | changes


def as_csv(rows: Iterable[Row], separator: str = ";") -> str:
    """The rows as CSV text, with every column that any row has."""
    listed = list(rows)
    headers = list(dict.fromkeys(header for row in listed for header in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, headers, delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return text.getvalue()


def write_rows(path: Path, rows: Iterable[Row], separator: str = ";", encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_csv(rows, separator).encode(encoding))
    return path


def write_plan(folder: Path, **changes: list[dict[str, str]]) -> Path:
    """The plan as a folder of CSV files; a changed table replaces the default, an empty one is absent."""
    for name, rows in {**PLAN, **changes}.items():
        if rows:
            write_rows(folder / f"{name}.csv", rows)
    return folder


def taken_in(settings: Settings, *paths: Path) -> list[Outcome]:
    return import_deliveries(settings, paths)


def sentences(outcomes: Iterable[Outcome]) -> list[str]:
    """Every finding as it is told."""
    return [finding.sentence for outcome in outcomes for finding in outcome.findings]
