"""Writing an accepted delivery to the intake, inside the transaction that the caller holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from data.contract import fields
from data.importing.known import region_code
from data.importing.prepared import Prepared
from data.importing.rekeying import hashed, key_parameters, record_key
from data.importing.statline.extraction import Extracted
from data.schema import COMPUTED_AT_HOME, PLAN_TABLES, aggregate, trajectory
from data.store import Connection, quoted, rows


@dataclass(frozen=True, slots=True)
class Received:
    """What is the same for every delivery row that one file leads to."""

    first_id: int
    kind: str
    file_name: str
    stored_as: str
    sha256: str
    received_at: datetime | None = None  # none: this moment


def next_id(intake: Connection) -> int:
    """The number of the next delivery; only one process at a time writes the intake."""
    return int(str(rows(intake, "SELECT coalesce(max(id), 0) + 1 FROM delivery")[0][0]))


def store_plan(intake: Connection, plan: Mapping[str, Prepared], received: Received) -> int:
    """The new plan in place of the old one, as a whole; the number of its rows."""
    intake.execute("UPDATE delivery SET state = 'replaced' WHERE kind = 'plan'")
    counted = 0
    for table in PLAN_TABLES:
        listed = ", ".join(quoted(name) for name in fields(table))
        intake.execute(f"DELETE FROM {quoted(table.name)}")
        intake.execute(
            f"INSERT INTO {quoted(table.name)} ({listed}, delivery_id, row_number) "
            f"SELECT {listed}, $id, row_number FROM {plan[table.name].typed}",
            {"id": received.first_id},
        )
        counted += plan[table.name].rows
    _close_earlier_criteria(intake)
    _name_regions_by_code(intake)
    _add_delivery(intake, received, received.first_id, None, None, counted)
    return counted


def store_trajectories(intake: Connection, table: Prepared, received: Received, key: bytes) -> int:
    """The records, in place of what these partners delivered for these periods; the number of rows."""
    groups = rows(
        intake, f"SELECT partner, delivery_period, count(*) FROM {table.typed} GROUP BY 1, 2 ORDER BY 1, 2"
    )
    intake.execute("CREATE OR REPLACE TEMP TABLE delivered_part (partner VARCHAR, period VARCHAR, id BIGINT)")
    for number, (partner, period, counted) in enumerate(groups, start=received.first_id):
        intake.execute("INSERT INTO delivered_part VALUES ($1, $2, $3)", [partner, period, number])
        intake.execute(
            "UPDATE delivery SET state = 'replaced' WHERE kind = 'trajecten' AND partner = $1 AND "
            "period = $2",
            [partner, period],
        )
        _add_delivery(intake, received, number, str(partner), str(period), int(str(counted)))
    intake.execute(
        "DELETE FROM trajectory WHERE (partner, delivery_period) IN (SELECT (partner, period) FROM "
        "delivered_part)"
    )
    record_key(intake, key)
    intake.execute(_insert_trajectories(table), key_parameters(key))
    return table.rows


def _insert_trajectories(table: Prepared) -> str:
    names = tuple(fields(trajectory))
    values = {name: f"t.{quoted(name)}" for name in names}
    salt = "CASE WHEN p.shared_pseudonyms THEN '' ELSE t.partner || ':' END"
    values["client"] = hashed(f"'client:' || {salt}", "t.client")
    values["trajectory"] = hashed("'trajectory:' || t.partner || ':'", "t.trajectory")
    # The number of a joint package is shared by its partners, so that no partner's salt may be in it.
    package = hashed("'package:'", "t.care_package")
    values["care_package"] = f"CASE WHEN t.care_package IS NOT NULL THEN {package} END"
    values["municipality"] = "coalesce(r.code, t.municipality)"
    listed = ", ".join(values[name] for name in names)
    return f"""
        INSERT INTO trajectory ({", ".join(map(quoted, names))}, delivery_id, row_number)
        SELECT {listed}, d.id, t.row_number
        FROM {table.typed} AS t
        INNER JOIN delivered_part AS d ON t.partner = d.partner AND t.delivery_period = d.period
        INNER JOIN partner AS p ON t.partner = p.code
        LEFT JOIN (SELECT name, min(code) AS code FROM known_region GROUP BY name) AS r
            ON lower(t.municipality) = r.name
    """


def store_aggregates(intake: Connection, table: Prepared, received: Received) -> int:
    """The figures; one with the same key as an earlier one takes its place. The number of rows."""
    names = tuple(fields(aggregate))
    values = {name: f"t.{quoted(name)}" for name in names} | {"municipality": region_code("t.municipality")}
    listed = ", ".join(f"{values[name]} AS {quoted(name)}" for name in names)
    intake.execute(
        f"CREATE OR REPLACE TEMP TABLE new_figure AS SELECT {listed}, t.row_number FROM {table.typed} AS t"
    )
    partners = rows(intake, "SELECT partner, count(*) FROM new_figure GROUP BY 1 ORDER BY 1 NULLS FIRST")
    intake.execute("ALTER TABLE new_figure ADD COLUMN delivery_id BIGINT")
    for number, (partner, counted) in enumerate(partners, start=received.first_id):
        intake.execute(
            "UPDATE new_figure SET delivery_id = $1 WHERE partner IS NOT DISTINCT FROM $2", [number, partner]
        )
        name = None if partner is None else str(partner)
        _add_delivery(intake, received, number, name, None, int(str(counted)))
    _put_figures(intake)
    return table.rows


def store_statline(intake: Connection, figures: Extracted, received: Received) -> int:
    """The figures of a StatLine table; a newer copy replaces what it repeats. The number of rows."""
    put_statline(intake, figures, received.first_id)
    _add_delivery(intake, received, received.first_id, None, None, figures.rows)
    return figures.rows


def put_statline(intake: Connection, figures: Extracted, delivery_id: int) -> None:
    """The rows of that delivery, in place of earlier ones for the same indicator, region and period."""
    own = ("indicator", "municipality", "period", "value", "measured_on", "status", "source")
    listed = ", ".join(
        quoted(name) if name in own else f"CAST(NULL AS {aggregate.columns[name].type}) AS {quoted(name)}"
        for name in fields(aggregate)
    )
    intake.execute(
        f"CREATE OR REPLACE TEMP TABLE new_figure AS "
        f"SELECT {listed}, row_number, CAST($id AS BIGINT) AS delivery_id FROM {figures.relation}",
        {"id": delivery_id},
    )
    _put_figures(intake)


def _put_figures(intake: Connection) -> None:
    """Move new_figure into the store; a delivery of which nothing is left counts as replaced."""
    keys = [name for name, field in fields(aggregate).items() if field.key]
    same = " AND ".join(f"aggregate.{quoted(name)} IS NOT DISTINCT FROM n.{quoted(name)}" for name in keys)
    listed = ", ".join([*map(quoted, fields(aggregate)), "delivery_id", "row_number"])
    intake.execute(f"DELETE FROM aggregate WHERE EXISTS (SELECT 1 FROM new_figure AS n WHERE {same})")
    _remove_computed_before(intake)
    intake.execute(f"INSERT INTO aggregate ({listed}) SELECT {listed} FROM new_figure")
    intake.execute(
        "UPDATE delivery SET state = 'replaced' WHERE kind IN ('cijfers', 'statline') AND state = 'accepted' "
        "AND id NOT IN (SELECT delivery_id FROM aggregate)"
    )


def _remove_computed_before(intake: Connection) -> None:
    """Figures computed from all records of a period replace all of those computed before."""
    intake.execute(
        """
        DELETE FROM aggregate
        WHERE source = $source AND (partner, period) IN (
            SELECT (n.partner, n.period) FROM new_figure AS n WHERE n.source = $source
        )
        """,
        {"source": COMPUTED_AT_HOME},
    )


def _add_delivery(
    intake: Connection, received: Received, number: int, partner: str | None, period: str | None, counted: int
) -> None:
    intake.execute(
        """
        INSERT INTO delivery VALUES (
            $id, $kind, $partner, $period, $file_name, $stored_as, $sha256,
            coalesce($received_at, current_localtimestamp()), $rows, 'accepted'
        )
        """,
        {
            "id": number,
            "kind": received.kind,
            "partner": partner,
            "period": period,
            "file_name": received.file_name,
            "stored_as": received.stored_as,
            "sha256": received.sha256,
            "received_at": received.received_at,
            "rows": counted,
        },
    )


def _close_earlier_criteria(intake: Connection) -> None:
    """A criterion without last day holds until the next one for the same indicator and partner begins."""
    intake.execute(
        """
        UPDATE criterion SET valid_to = later.valid_from - INTERVAL 1 DAY
        FROM (
            SELECT
                row_number AS number,
                lead(valid_from) OVER (PARTITION BY indicator, partner ORDER BY valid_from) AS valid_from
            FROM criterion
        ) AS later
        WHERE criterion.row_number = later.number
            AND criterion.valid_to IS NULL
            AND later.valid_from IS NOT NULL
        """
    )


def _name_regions_by_code(intake: Connection) -> None:
    """The plan may name a region; the store knows it by its code wherever it has one."""
    intake.execute(f"UPDATE statline_measure SET region = {region_code('region')}")
    intake.execute(
        f"""
        UPDATE statline_measure SET compared_with = named.codes
        FROM (
            SELECT row_number AS number, string_agg({region_code("part")}, '|' ORDER BY position) AS codes
            FROM (
                SELECT
                    row_number,
                    unnest(string_split(compared_with, '|')) AS part,
                    generate_subscripts(string_split(compared_with, '|'), 1) AS position
                FROM statline_measure
            )
            GROUP BY row_number
        ) AS named
        WHERE statline_measure.row_number = named.number
        """
    )
