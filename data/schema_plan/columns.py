"""What the tables of the plan have in common."""

from typing import Any

from sqlalchemy import Column, MetaData

from data.contract import FieldKind as Kind
from data.contract import delivered

plan_metadata = MetaData()

DOMAINS = ("jeugd", "wmo")
OWNER_MUNICIPALITY = "gemeente"


def code_column(explain: str, example: str) -> Column[Any]:
    """The key column of a plan table: its own short code."""
    return delivered("code", "code", Kind.TEXT, explain, required=True, key=True, example=example)


def english_column(name: str, header: str, explain: str) -> Column[Any]:
    """The English text beside a Dutch one; never required, so that a plan can start in Dutch."""
    return delivered(f"{name}_en", f"{header}_en", Kind.TEXT, f"{explain}, in het Engels")
