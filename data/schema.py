"""Every table declared once: DDL, import contract, template and data dictionary follow from it."""

from sqlalchemy import Table
from sqlalchemy.schema import CreateTable

from data.contract import Field, FieldKind, fields, sheet
from data.schema_deliveries import (
    AGE_GROUPS,
    COMPUTED_AT_HOME,
    DELIVERED_TABLES,
    SPLITS,
    aggregate,
    trajectory,
)
from data.schema_plan import PLAN_TABLES, REQUIRED_PLAN_TABLES
from data.schema_published import PLAN_COPIES, PUBLISHED_TABLES, SCHEMA_VERSION

INTAKE_TABLES = (*PLAN_TABLES, *DELIVERED_TABLES)

__all__ = [
    "AGE_GROUPS",
    "COMPUTED_AT_HOME",
    "DELIVERED_TABLES",
    "INTAKE_TABLES",
    "PLAN_COPIES",
    "PLAN_TABLES",
    "PUBLISHED_TABLES",
    "REQUIRED_PLAN_TABLES",
    "SCHEMA_VERSION",
    "SPLITS",
    "Field",
    "FieldKind",
    "aggregate",
    "ddl",
    "fields",
    "sheet",
    "trajectory",
]


def ddl(table: Table) -> str:
    """The CREATE TABLE statement of the table, in portable SQL."""
    return str(CreateTable(table)).strip()
