"""Reading and checking one delivery: its content when nothing is wrong, its findings in any case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import Table

from data.contract import sheet
from data.importing.carriers import text_column
from data.importing.examination import examined
from data.importing.findings import Finding, UnreadableDelivery, errors
from data.importing.gathering import Delivery, Part
from data.importing.headers import Matched, matched
from data.importing.known import known
from data.importing.prepared import Prepared, nothing_delivered, prepared
from data.importing.recognition import Kind
from data.importing.rules import Rule
from data.importing.rules.aggregates import aggregate_rules
from data.importing.rules.grounds import ground_rules, retention_rules
from data.importing.rules.plan import plan_rules
from data.importing.rules.trajectories import trajectory_rules
from data.importing.statline.extraction import Extracted
from data.importing.statline.reading import read_statline
from data.importing.stray_rows import without_stray_rows
from data.schema import PLAN_TABLES, REQUIRED_PLAN_TABLES, trajectory
from data.store import Connection, rows

_NO_PLAN = Finding(
    "er is nog geen plan, zodat niet is te zien welke partners en indicatoren er zijn",
    "Lees eerst het plan in, of geef het in dezelfde opdracht mee.",
)


@dataclass(frozen=True)
class Content:
    """A delivery as read: tables, or figures of StatLine; empty where findings refuse it."""

    findings: tuple[Finding, ...] = ()
    tables: Mapping[str, Prepared] = field(default_factory=dict)
    figures: Extracted | None = None

    @property
    def rows(self) -> int:
        """How many rows there are to take in."""
        return self.figures.rows if self.figures else sum(table.rows for table in self.tables.values())

    @property
    def refused(self) -> bool:
        return bool(errors(self.findings))


def read(session: Connection, delivery: Delivery, workplace: Path, today: date) -> Content:
    """The content of the delivery; everything wrong with it at once."""
    try:
        match delivery.kind:
            case Kind.PLAN:
                return _plan(session, delivery, workplace)
            case Kind.STATLINE:
                return _statline(session, delivery, workplace)
            case Kind.TRAJECTEN | Kind.CIJFERS:
                return _records(session, delivery, workplace, today)
            case None:
                return Content(delivery.findings)
    except UnreadableDelivery as error:
        return Content((*delivery.findings, *_named(error.findings, delivery.name)))


def _plan(session: Connection, delivery: Delivery, workplace: Path) -> Content:
    findings = [*delivery.findings, *_missing_tables(delivery), *_doubled_tables(delivery)]
    tables = {table.name: nothing_delivered(session, table) for table in PLAN_TABLES}
    files = {}
    for part in delivery.parts:
        if part.table is not None and not part.is_other:
            try:
                tables[part.table.name], found = _prepare(session, part, part.table, workplace, {})
                findings += found
                files[part.table.name] = part
            except UnreadableDelivery as error:
                findings += _named(error.findings, part.carrier.path.name, part.head.sheet)
    codes = known(session, {name: table.typed for name, table in tables.items()})
    for name, part in files.items():
        found = examined(session, tables[name], plan_rules(name), codes.references, personal=False)
        findings += _named(found, part.carrier.path.name, part.head.sheet)
    return Content(tuple(findings), tables)


def _records(session: Connection, delivery: Delivery, workplace: Path, today: date) -> Content:
    """A file of records or of figures, checked against the plan in force."""
    part = delivery.parts[0]
    table = part.table
    if table is None or not rows(session, "SELECT count(*) FROM partner")[0][0]:
        return Content((*delivery.findings, *_named([_NO_PLAN], delivery.name)))
    codes = known(session)
    content, findings = _prepare(session, part, table, workplace, codes.paddable(table))
    found = examined(session, content, _row_rules(table, today), codes.references, personal=True)
    findings = [*delivery.findings, *findings, *_named(found, delivery.name, part.head.sheet)]
    return Content(tuple(findings), {table.name: content})


def _row_rules(table: Table, today: date) -> list[Rule]:
    if table is not trajectory:
        return aggregate_rules(today)
    return [*ground_rules(), *retention_rules(), *trajectory_rules(today)]


def _statline(session: Connection, delivery: Delivery, workplace: Path) -> Content:
    if not rows(session, "SELECT count(*) FROM indicator")[0][0]:
        return Content((*delivery.findings, *_named([_NO_PLAN], delivery.name)))
    part = delivery.parts[0]
    figures = read_statline(session, part.carrier, part.head, workplace, delivery.name)
    return Content(delivery.findings, figures=figures)


def _prepare(
    session: Connection, part: Part, table: Table, workplace: Path, paddable: Mapping[str, frozenset[str]]
) -> tuple[Prepared, list[Finding]]:
    columns = matched(part.head.headers, table)
    raw = without_stray_rows(session, part.carrier.stage(session, part.head, workplace))
    content = prepared(session, table, raw, columns, paddable)
    found = [*columns.findings, *raw.findings, *_nameless(session, raw.relation, columns)]
    found += [] if raw.findings else _no_rows(content)
    return content, _named(found, part.carrier.path.name, part.head.sheet)


def _nameless(session: Connection, relation: str, columns: Matched) -> list[Finding]:
    """Cells under an empty header belong to nothing."""
    filled = [
        index
        for index in columns.nameless
        if rows(session, f"SELECT count(*) FROM {relation} WHERE trim({text_column(index)}) <> ''")[0][0]
    ]
    return [
        Finding(
            f"kolom {_letters(index)} heeft inhoud maar geen kop",
            "Zet er een kop boven, of maak de kolom leeg.",
            rows=(1,),
            count=1,
        )
        for index in filled
    ]


def _letters(index: int) -> str:
    """The name of a column in a spreadsheet: A, B, …, Z, AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _no_rows(content: Prepared) -> list[Finding]:
    may_be_empty = content.table in PLAN_TABLES and content.table not in REQUIRED_PLAN_TABLES
    if content.rows or may_be_empty:
        return []
    return [Finding("er staan alleen kolomkoppen in", "Vul de rijen in en lever het opnieuw.")]


def _missing_tables(delivery: Delivery) -> list[Finding]:
    delivered = {part.table.name for part in delivery.parts if part.table is not None}
    missing = [sheet(table) for table in REQUIRED_PLAN_TABLES if table.name not in delivered]
    return _named(
        [Finding(f"in het plan ontbreekt {name}", f"Lever {name} mee.") for name in missing], delivery.name
    )


def _doubled_tables(delivery: Delivery) -> list[Finding]:
    tables = [part.table for part in delivery.parts if part.table is not None]
    twice = {sheet(table) for table in tables if tables.count(table) > 1}
    found = [Finding(f"{name} staat er meer dan een keer in", "Houd er een over.") for name in sorted(twice)]
    return _named(found, delivery.name)


def _named(
    findings: list[Finding] | tuple[Finding, ...], file: str, sheet_name: str | None = None
) -> list[Finding]:
    return [finding if finding.file else finding.located(file, sheet_name) for finding in findings]
