"""Empty deliveries to fill in: CSV with the headers of the contract, or a workbook that also helps."""

import csv
from pathlib import Path

from sqlalchemy import Table

from data.contract import fields, sheet
from data.importing.recognition import Kind
from data.importing.template_workbook import write_workbook
from data.schema import PLAN_TABLES, aggregate, trajectory
from data.whole import whole

TEMPLATE_KINDS = (Kind.PLAN, Kind.TRAJECTEN, Kind.CIJFERS)
_WORKBOOK = ".xlsx"
_TABLES = {Kind.TRAJECTEN: trajectory, Kind.CIJFERS: aggregate}


class TemplateExists(ValueError):
    """There is already something where the template should come; the message says what to do."""


def write_template(kind: Kind, target: Path) -> Path:
    """Write the template and return where: a file, or for a plan in CSV a folder with a file per table."""
    if target.exists() and (target.is_file() or kind is not Kind.PLAN or any(target.iterdir())):
        raise TemplateExists(f"{target} bestaat al. Noem een nieuw bestand, of een nieuwe of lege map.")
    with whole(target) as half:
        if target.suffix.lower() == _WORKBOOK:
            write_workbook(PLAN_TABLES if kind is Kind.PLAN else (_TABLES[kind],), half)
        elif kind is not Kind.PLAN:
            _write_headers(_TABLES[kind], half)
        else:
            half.mkdir(exist_ok=True)
            for table in PLAN_TABLES:
                _write_headers(table, half / f"{sheet(table)}.csv")
    return target


def _write_headers(table: Table, target: Path) -> None:
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerow(field.header for field in fields(table).values())
