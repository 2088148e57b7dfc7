"""From a StatLine table to figures; the plan says which measure feeds which indicator."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.importing.carriers import RawTable, text_column
from data.importing.conversion import Decimals, Signs, converted, decimal_sign, signs
from data.importing.findings import Finding, UnreadableDelivery, unreadable
from data.importing.known import region_code
from data.importing.statline.form import Form, form_of, is_rewritten_by_r
from data.importing.statline.periods import period_code, reference_date, status
from data.importing.statline.sources import Source, chosen_sources, taken_rows
from data.schema import aggregate, fields
from data.store import Connection, literal, rows

_FILLED_IN_BY_R = "NA"
_NO_FIGURE = "('.', 'x', '-', '')"
_ROWS_KEPT = 3
_ONE_COUNTRY = "CASE WHEN region = 'NL01' THEN 'NL00' ELSE region END"  # CBS has two codes for it


@dataclass(frozen=True, slots=True)
class Extracted:
    """The relation with one row per indicator, region and period, and the table it came from."""

    relation: str
    table_code: str
    rows: int


def extracted(
    connection: Connection,
    raw: RawTable,
    file_name: str,
    only_period: str | None = None,
    totals: Mapping[str, str] = MappingProxyType({}),
) -> Extracted:
    """The figures that the plan asks of this table; UnreadableDelivery says why there are none.

    `only_period` is that of a table whose title names it; `totals` are the conditions on columns in which
    the plan chooses nothing.
    """
    if is_rewritten_by_r(raw.headers):
        raise unreadable(
            "de kolomkoppen zijn herschreven door R (punten in plaats van spaties)",
            "Lever het bestand zoals het van StatLine kwam.",
            row=1,
        )
    form = form_of(raw.headers)
    chosen = chosen_sources(connection, form, file_name)
    relation = f"figures_{raw.relation}"
    selects = [_cells(raw, form, source, only_period, taken_rows(form, source, totals)) for source in chosen]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE statline_cell AS {' UNION ALL '.join(selects)}")
    findings = _findings(connection, raw)
    if findings:
        raise UnreadableDelivery(*findings)
    _create_figures(connection, relation, chosen[0].table_code)
    counted = rows(connection, f"SELECT count(*) FROM {relation}")[0][0]
    if not counted:
        raise unreadable("alle gevraagde cellen zijn leeg", "Kies in StatLine regio's en jaren met cijfers.")
    return Extracted(relation, chosen[0].table_code, int(str(counted)))


def _cells(raw: RawTable, form: Form, source: Source, only_period: str | None, taken: str) -> str:
    """SQL: every cell asked for, as text; a measure may have another column per year."""
    period = _first_filled(form.periods) if form.periods else literal(only_period or "")
    columns = [f"trim({text_column(index)})" for index in form.measures[source.name]]
    filled = [f"CASE WHEN {column} NOT IN {_NO_FIGURE} THEN {column} END" for column in columns]
    return f"""
        SELECT
            row_number,
            {literal(source.indicator)} AS indicator,
            {literal(source.measure)} AS measure,
            {source.in_percent} AS in_percent,
            {_first_filled(form.regions)} AS region,
            {period} AS period,
            list_distinct([{", ".join(filled)}]) AS cells
        FROM {raw.relation}
        WHERE coalesce({", ".join(filled)}) IS NOT NULL AND {taken}
    """


def _first_filled(columns: tuple[int, ...]) -> str:
    filled = ", ".join(f"nullif(trim({text_column(index)}), '')" for index in columns)
    return f"coalesce({filled})"


def _findings(connection: Connection, raw: RawTable) -> list[Finding]:
    sign = _decimals(connection, raw)
    number = converted(fields(aggregate)["value"], "cells[1]", sign, frozenset())
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE statline_figure AS
        SELECT
            *,
            {period_code("period")} AS period_code,
            {number} AS figure,
            {region_code(_ONE_COUNTRY)} AS region_code
        FROM statline_cell
        """
    )
    checks = (
        (
            "len(cells) > 1",
            "heeft verschillende waarden in kolommen met dezelfde naam",
            "Kies een van de kolommen.",
        ),
        (
            f"cells[1] = '{_FILLED_IN_BY_R}'",
            "is ingevuld door R (NA)",
            "Lever het bestand zoals het van StatLine kwam.",
        ),
        (
            f"figure IS NULL AND cells[1] <> '{_FILLED_IN_BY_R}'",
            "is geen getal",
            "Lever de oorspronkelijke export.",
        ),
        (
            "in_percent AND figure > 100",
            "is een percentage boven 100: de decimale komma is bij het opslaan verdwenen",
            "Lever het bestand zoals het van StatLine kwam, niet opnieuw opgeslagen.",
        ),
        ("period_code IS NULL", "heeft een onbekende periode", "Lever de oorspronkelijke export."),
    )
    found = [_found(connection, *check) for check in checks]
    return [finding for finding in [*found, _contradiction(connection)] if finding is not None]


def _decimals(connection: Connection, raw: RawTable) -> Decimals:
    """One sign for the whole export: CBS writes every column alike."""
    found: Signs = signs(connection, "(SELECT unnest(cells) AS cell_text FROM statline_cell)", "cell_text")
    sign = decimal_sign(found, found, raw.separator)
    return Decimals.COMMA if sign is Decimals.AMBIGUOUS else sign


def _found(connection: Connection, wrong: str, what: str, mend: str) -> Finding | None:
    times, numbers, measure = rows(
        connection,
        f"""
        SELECT
            count(DISTINCT row_number),
            list_sort(list(DISTINCT row_number))[:{_ROWS_KEPT}],
            any_value(measure)
        FROM statline_figure WHERE {wrong}
        """,
    )[0]
    if not times or not isinstance(numbers, list):
        return None
    return Finding(what, mend, column=str(measure), rows=tuple(numbers), count=int(str(times)))


def _contradiction(connection: Connection) -> Finding | None:
    """One region and period twice with other figures: another dimension was left open in the selection."""
    wrong = """
        row_number IN (
            SELECT unnest(list(row_number)) FROM statline_figure
            GROUP BY indicator, region_code, period_code HAVING count(DISTINCT figure) > 1
        )
    """
    return _found(
        connection,
        wrong,
        "heeft voor dezelfde regio en periode meer dan één cijfer",
        "Kies in StatLine van elke andere uitsplitsing alleen het totaal, of zet in statline in het plan bij "
        "keuze welke rijen gelden: kolom=waarde.",
    )


def _create_figures(connection: Connection, relation: str, table_code: str) -> None:
    source = literal(f"Bron: CBS, StatLine {table_code}")
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE {relation} AS
        SELECT
            min(row_number) AS row_number,
            indicator,
            region_code AS municipality,
            period_code AS period,
            any_value(figure) AS value,
            any_value({reference_date("period")}) AS measured_on,
            max({status("period")}) AS status,
            {source} AS source
        FROM statline_figure
        GROUP BY indicator, region_code, period_code
        """
    )
