"""The plan of a demonstration: the one of the sample set, for fewer or for more partners."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.demo.lines import Partner
from data.demo.profiles import profile
from data.schema_plan import OWNER_MUNICIPALITY

SAMPLE_PLAN = Path(__file__).resolve().parents[1] / "samples" / "plan"

_MORE_TREES = (
    "Kastanje",
    "Eik",
    "Es",
    "Lijsterbes",
    "Spar",
    "Den",
    "Olm",
    "Plataan",
    "Kers",
    "Noot",
    "Taxus",
    "Hulst",
    "Sleedoorn",
    "Kornoelje",
    "Lariks",
    "Ceder",
    "Abeel",
    "Haagbeuk",
    "Moerbei",
    "Vuurdoorn",
)
_KINDS = {"Wmo": "Ondersteuning", "wonen": "Wonen", "welzijn en Wmo": "Welzijn"}
_OF_A_PARTNER = ("afspraken", "contacten", "context", "verantwoordelijk")

Row = Mapping[str, str]
Plan = Mapping[str, "PlanTable"]


@dataclass(frozen=True)
class PlanTable:
    """One delivered table: its headers and rows, all text."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def sample_plan(partners: int) -> dict[str, PlanTable]:
    """The tables of the plan by name, with exactly so many partners."""
    tables = {path.stem: _read(path) for path in sorted(SAMPLE_PLAN.glob("*.csv"))}
    known = [row["code"] for row in tables["partners"].rows]
    codes = [known[i] if i < len(known) else f"P{i + 1:02d}" for i in range(partners)]
    kept = {name: _without(table, set(known) - set(codes)) for name, table in tables.items()}
    for position in range(len(known), partners):
        model = known[position % len(known)]
        kept["partners"] = _joined(
            kept["partners"], [_further(tables["partners"], position, codes[position])]
        )
        for name in _OF_A_PARTNER:
            copies = [
                {**row, "partner": codes[position]} for row in tables[name].rows if row["partner"] == model
            ]
            kept[name] = _joined(kept[name], copies)
    return kept


def partners_of(plan: Plan) -> list[Partner]:
    """The partners with the profile that goes with their place in the list."""
    return [
        Partner(
            code=row["code"],
            profile=profile(position),
            shares_pseudonyms=row["gedeelde_pseudoniemen"] == "ja",
            only_figures=not row["grondslag"],
        )
        for position, row in enumerate(plan["partners"].rows)
    ]


def agreed_indicators(plan: Plan) -> dict[str, set[str]]:
    """Which indicators each partner delivers by agreement."""
    rows = plan["afspraken"].rows
    return {
        partner["code"]: {row["indicator"] for row in rows if row["partner"] == partner["code"]}
        for partner in plan["partners"].rows
    }


def write_plan(plan: Plan, folder: Path) -> None:
    """One CSV file per table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in plan.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.headers, delimiter=";", lineterminator="\n")
            writer.writeheader()
            writer.writerows(table.rows)


def _read(path: Path) -> PlanTable:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return PlanTable(headers=tuple(rows.fieldnames or ()), rows=tuple(rows))


def _joined(table: PlanTable, rows: Sequence[Row]) -> PlanTable:
    return PlanTable(table.headers, (*table.rows, *rows))


def _without(table: PlanTable, absent: set[str]) -> PlanTable:
    """The table without the partners that do not take part; the municipality takes over their actions."""
    mine = "code" if "gedeelde_pseudoniemen" in table.headers else "partner"
    rows = [row for row in table.rows if row.get(mine) not in absent]
    for column, substitute in (("eigenaar", OWNER_MUNICIPALITY), ("evaluator", "")):
        if column in table.headers:
            rows = [{**row, column: substitute} if row[column] in absent else row for row in rows]
    return PlanTable(table.headers, tuple(rows))


def _further(partners: PlanTable, position: int, code: str) -> Row:
    """A partner beyond the sample: as the one whose profile it shares, with a tree of its own."""
    model = partners.rows[position % len(partners.rows)]
    place = position - len(partners.rows)
    name = f"{_MORE_TREES[place % len(_MORE_TREES)]} {_KINDS.get(model['sector'], 'Jeugdhulp')}"
    again = place // len(_MORE_TREES)
    return {**model, "code": code, "naam": f"{name} {again + 1}" if again else name}
