"""The long form of OData4: observations whose measures and periods are named in files beside them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from data.importing.carriers import RawTable, text_column
from data.importing.findings import unreadable
from data.importing.headers import normalised
from data.importing.statline.form import PERIODS, REGIONS
from data.store import Connection, literal, rows

OBSERVATIONS, MEASURES, PERIOD_CODES = "Observations.csv", "MeasureCodes.csv", "PeriodenCodes.csv"
_COUNTRY = "NL00"
_FINAL = "Definitief"
_NO_DIMENSION = {"id", "measure", "value", "stringvalue", "valueattribute"}
_TOTAL = "T[0-9]{5,6}"  # how CBS codes the total of a dimension


def companions(observations: Path) -> list[Path]:
    """The files that belong to the observations: those that are read, and those that only describe."""
    folder = observations.parent
    found = [*folder.glob("*Codes.csv"), *folder.glob("*Groups.csv")]
    return sorted([*found, *(folder / name for name in ("Dimensions.csv", "Properties.csv"))])


def needed(observations: Path) -> tuple[Path, ...]:
    """What must be kept to read the observations again."""
    beside = (observations.with_name(name) for name in (MEASURES, PERIOD_CODES))
    return (observations, *(path for path in beside if path.is_file()))


@dataclass(frozen=True, slots=True)
class Widened:
    """The figures with a column per measure; `totals` is SQL, per other dimension, for its total rows."""

    table: RawTable
    totals: Mapping[str, str]


def widened(connection: Connection, raw: RawTable, observations: Path) -> Widened:
    """The observations as a table with a region, a period, its measures, and what else CBS splits by."""
    measures = _titles(observations.with_name(MEASURES))
    if not measures:
        raise unreadable(
            f"bij {OBSERVATIONS} ontbreekt {MEASURES}",
            "Lever de hele map, zoals CBS haar geeft, met de bestanden van codes erbij.",
        )
    provisional = _provisional(observations.with_name(PERIOD_CODES))
    names = [normalised(header) for header in raw.headers]
    region = next((index for index, name in enumerate(names) if name in REGIONS), None)
    period = next((index for index, name in enumerate(names) if name in PERIODS), None)
    if period is None:
        raise unreadable("er is geen kolom met perioden", "Lever de hele map, zoals CBS haar geeft.", row=1)
    others = [
        index
        for index, name in enumerate(names)
        if index not in (region, period) and name not in _NO_DIMENSION
    ]
    columns = [
        f"{literal(_COUNTRY)}" if region is None else f"trim({text_column(region)})",
        _marked(period, provisional),
        *_per_measure(names, measures),
        *(f"trim({text_column(index)})" for index in others),
    ]
    listed = ", ".join(f"{column} AS {text_column(index)}" for index, column in enumerate(columns))
    relation = f"wide_{raw.relation}"
    connection.execute(f"CREATE TEMP VIEW {relation} AS SELECT row_number, {listed} FROM {raw.relation}")
    dimensions = tuple(raw.headers[index] for index in others)
    headers = ("RegioS", "Perioden", *measures.values(), *dimensions)
    totals = {name: _total(connection, relation, headers.index(name)) for name in dimensions}
    return Widened(replace(raw, relation=relation, headers=headers), totals)


def _per_measure(names: list[str], measures: dict[str, str]) -> list[str]:
    measure, value = (text_column(names.index(name)) for name in ("measure", "value"))
    return [f"CASE WHEN trim({measure}) = {literal(code)} THEN {value} END" for code in measures]


def _marked(period: int, provisional: list[str]) -> str:
    """The code of the period, with the asterisk by which CBS marks what may still change."""
    code = f"trim({text_column(period)})"
    if not provisional:
        return code
    return f"CASE WHEN {code} IN ({', '.join(map(literal, provisional))}) THEN {code} || '*' ELSE {code} END"


def _total(connection: Connection, relation: str, dimension: int) -> str:
    """SQL: the row is a total in this dimension, where it has totals."""
    total = f"regexp_full_match({text_column(dimension)}, {literal(_TOTAL)})"
    has_totals = rows(connection, f"SELECT bool_or({total}) FROM {relation}")[0][0]
    return total if has_totals else "true"


def _titles(path: Path) -> dict[str, str]:
    return {row["Identifier"].strip(): row["Title"].strip() for row in _listed(path, "Identifier", "Title")}


def _provisional(path: Path) -> list[str]:
    return [
        row["Identifier"].strip()
        for row in _listed(path, "Identifier", "Status")
        if row["Status"].strip() not in ("", _FINAL)
    ]


def _listed(path: Path, *columns: str) -> list[dict[str, str]]:
    """The rows of a file of codes that have these columns; none when there is no such file."""
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            listed = list(csv.DictReader(file, delimiter=";"))
    except (UnicodeError, csv.Error) as error:
        raise unreadable(f"{path.name} is beschadigd", "Haal de map opnieuw op bij CBS.") from error
    return [row for row in listed if all(isinstance(row.get(column), str) for column in columns)]
