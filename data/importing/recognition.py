"""What a delivered table is: told by its headers, helped by the name of its file or sheet."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Table

from data.contract import sheet
from data.importing.carriers import Head
from data.importing.findings import Finding, unreadable
from data.importing.headers import fit, normalised
from data.importing.statline.layout import layout_of
from data.schema import DELIVERED_TABLES, INTAKE_TABLES, PLAN_TABLES

_SURE = 1.5
_LIKELY = 0.75
_MOST_COLUMNS = 1000


class Kind(StrEnum):
    """The kinds of delivery, in the order in which they must be taken in."""

    PLAN = "plan"
    TRAJECTEN = "trajecten"
    CIJFERS = "cijfers"
    STATLINE = "statline"


@dataclass(frozen=True, slots=True)
class Recognised:
    """The kind of a table; `table` is None for StatLine, whose columns are not ours to choose."""

    kind: Kind
    table: Table | None
    findings: tuple[Finding, ...] = ()


def recognised(head: Head, name: str) -> Recognised:
    """What the table is; UnreadableDelivery when it is nothing we know."""
    if len(head.headers) > _MOST_COLUMNS:
        raise unreadable(
            f"heeft {len(head.headers)} kolommen, meer dan een tabel hier kan hebben",
            "Lever alleen de kolommen van het sjabloon (python manage.py template).",
            row=1,
        )
    best = _best(head.headers, INTAKE_TABLES)
    named = _named(name)
    if named is not None and fit(head.headers, named) >= _LIKELY:
        return Recognised(_kind(named), named)
    if named is not None and fit(head.headers, best) >= _SURE:
        return Recognised(_kind(named), named, (_other_columns(named, best),))
    if fit(head.headers, best) >= _SURE:
        return Recognised(_kind(best), best)
    if layout_of(head) is not None:
        return Recognised(Kind.STATLINE, None)
    if best in DELIVERED_TABLES and fit(head.headers, best) >= _LIKELY:
        return Recognised(_kind(best), best)
    raise _unknown(head, named)


def _best(headers: tuple[str, ...], tables: tuple[Table, ...]) -> Table:
    return max(tables, key=lambda table: fit(headers, table))


def _named(name: str) -> Table | None:
    """The plan table that the file or sheet is named after; other kinds may have any name."""
    return next((table for table in PLAN_TABLES if normalised(sheet(table)) == normalised(name)), None)


def _kind(table: Table) -> Kind:
    return Kind(sheet(table)) if table in DELIVERED_TABLES else Kind.PLAN


def _other_columns(named: Table, best: Table) -> Finding:
    return Finding(
        f"de naam is die van {sheet(named)}, maar de kolommen zijn die van {sheet(best)}",
        "Geef het bestand de naam van wat erin staat, of lever het juiste bestand.",
        rows=(1,),
        count=1,
    )


def _unknown(head: Head, named: Table | None) -> Exception:
    for number, row in enumerate(head.rows[1:], start=2):
        if fit(row, _best(row, INTAKE_TABLES)) >= _SURE:
            return unreadable(
                f"de kolomkoppen staan op rij {number}",
                "Verwijder de rijen erboven, zodat de kolomkoppen in de eerste rij staan.",
                row=number,
            )
    expected = sheet(named) if named is not None else "plan, trajecten, cijfers of een StatLine-tabel"
    return unreadable(
        f"de kolommen zijn niet herkend als {expected}",
        "Zet in de eerste rij de kolomkoppen van het sjabloon (python manage.py template).",
        row=1,
    )
