"""The tables of a published version: what one audience may see, and nothing else."""

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Double, Integer, MetaData, String, Table

from data.contract import fields
from data.schema_plan import PLAN_TABLES

published_metadata = MetaData()

SCHEMA_VERSION = 1
"""Raised whenever a published file of an older version can no longer be read by the queries."""

publication = Table(
    "publication",
    published_metadata,
    Column("version", String, nullable=False),
    Column("published_at", DateTime, nullable=False),
    Column("today", Date, nullable=False),
    Column("audience", String, nullable=False),  # steering, partner-<code> or exact
    Column("fictional", Boolean, nullable=False),
    Column("schema_version", Integer, nullable=False),
    Column("min_clients", Integer, nullable=False),  # the threshold this file was made with
)

observation = Table(
    "observation",
    published_metadata,
    Column("indicator", String, nullable=False),
    Column("partner", String),  # null: all partners together, or the population
    Column("period", String, nullable=False),  # notation of domain.period
    Column("period_kind", String, nullable=False),
    Column("period_start", Date, nullable=False),
    Column("period_end", Date, nullable=False),
    Column("split", String),  # null: no split; else one of SPLITS
    Column("split_value", String),
    Column("numerator", Double),
    Column("denominator", Double),
    Column("records", BigInteger),  # records counted; null where only aggregates were delivered
    Column("clients", BigInteger),  # unique clients; null for population figures
    Column("value", Double),  # shares 0-1; otherwise in the unit of the indicator
    Column("n", BigInteger),  # observations behind a mean or median
    Column("sd", Double),
    Column("q1", Double),
    Column("q3", Double),
    Column("eligible", BigInteger),  # records that could have had a value (ended in the period)
    Column("asked", BigInteger),  # clients who were asked
    Column("delivered_by", Integer),  # partners whose figures are in
    Column("expected_from", Integer),  # partners who by agreement deliver this indicator in this period
    Column("suppressed", Boolean, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("definition_version", Integer, nullable=False),
    Column("scale", String),
    Column("informant", String),
    Column("measured_on", Date),
    Column("source", String),
)

coverage = Table(
    "coverage",
    published_metadata,
    Column("partner", String, nullable=False),
    Column("period", String, nullable=False),  # half-years
    Column("expected", Boolean, nullable=False),  # by the agreements
    Column("delivered", Boolean, nullable=False),
    Column("kind", String),  # trajecten or cijfers
    Column("received_on", Date),
    Column("rows", BigInteger),
    Column("final", Boolean, nullable=False),
)

label = Table(
    "label",
    published_metadata,
    Column("list", String, nullable=False),  # hulpvorm, verwijzer, leeftijdsgroep, gemeente, informant
    Column("domain", String),  # null: the code means the same in each domain
    Column("code", String, nullable=False),  # as it stands in observation.split_value
    Column("label", String, nullable=False),
    Column("label_en", String),
)

_COPIED = {table: tuple(fields(table)) for table in PLAN_TABLES}
PLAN_COPIES = tuple(
    Table(
        table.name,
        published_metadata,
        *(Column(name, table.columns[name].type, nullable=table.columns[name].nullable) for name in names),
        *(
            (Column("target", Double), Column("baseline", Double))  # resolved, as value of the indicator
            if table.name == "goal"
            else ()
        ),
    )
    for table, names in _COPIED.items()
)
"""The plan as published: same columns; values of indicators in percent are shares here (15 % is 0.15)."""

PUBLISHED_TABLES = tuple(published_metadata.tables.values())
