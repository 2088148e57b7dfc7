"""The codes and regions that deliveries may use: the national lists with those of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Table

from data.codelists import CodeLabel, national_labels
from data.contract import fields
from data.schema import PLAN_TABLES
from data.store import Connection, rows

_CODE_LIST = "codelist:"
STORED_PLAN: Mapping[str, str] = {table.name: table.name for table in PLAN_TABLES}


@dataclass(frozen=True, slots=True)
class Known:
    """What a code may refer to, as SQL; made by `known`, which also fills known_code and known_region."""

    references: Mapping[str, str]
    codes: Mapping[str, frozenset[str]]

    def paddable(self, table: Table) -> dict[str, frozenset[str]]:
        """Per coded column the single digits that can only be a code without its leading zero."""
        return {
            name: self._without_zero(field.refers_to.removeprefix(_CODE_LIST))
            for name, field in fields(table).items()
            if field.refers_to and field.refers_to.startswith(_CODE_LIST)
        }

    def _without_zero(self, code_list: str) -> frozenset[str]:
        codes = self.codes.get(code_list, frozenset())
        return frozenset(digit for digit in "123456789" if f"0{digit}" in codes and digit not in codes)


def known(connection: Connection, plan: Mapping[str, str] = STORED_PLAN) -> Known:
    """The codes in force; `plan` says in which relation each plan table stands, stored or delivered."""
    labels = [*national_labels(), *_own_labels(connection, plan["code_label"])]
    _fill_known_codes(connection, labels)
    _fill_known_regions(connection)
    codes: dict[str, set[str]] = {}
    for label in labels:
        codes.setdefault(label.list, set()).add(label.code)
    return Known(_references(plan), {name: frozenset(found) for name, found in codes.items()})


def region_code(text: str) -> str:
    """SQL: the code of the region that the text names, or the text itself when no region is known by it."""
    plain = f"regexp_replace({text}, ' *[(][^()]*[)]$', '')"
    return (
        f"coalesce((SELECT any_value(code) FROM known_region WHERE name = lower({text})), "
        f"(SELECT any_value(code) FROM known_region WHERE name = lower({plain})), {text})"
    )


def _references(plan: Mapping[str, str]) -> dict[str, str]:
    found = {
        f"{name}.code": f"SELECT code FROM {relation} WHERE code IS NOT NULL"
        for name, relation in plan.items()
    }
    for code_list in ("hulpvorm", "verwijzer", "reden_beeindiging"):
        found[_CODE_LIST + code_list] = f"SELECT code FROM known_code WHERE list = '{code_list}'"
    return found


def _own_labels(connection: Connection, relation: str) -> list[CodeLabel]:
    found = rows(connection, f"SELECT list, code, label, domain FROM {relation} WHERE list IS NOT NULL")
    return [
        CodeLabel(str(name), str(code), str(label), domain=str(domain) if domain is not None else None)
        for name, code, label, domain in found
        if code is not None and label is not None
    ]


def _fill_known_codes(connection: Connection, labels: list[CodeLabel]) -> None:
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE known_code AS
        SELECT
            unnest(CAST($lists AS VARCHAR [])) AS list,
            unnest(CAST($domains AS VARCHAR [])) AS domain,
            unnest(CAST($code_lists AS VARCHAR [])) AS code_list,
            unnest(CAST($codes AS VARCHAR [])) AS code,
            unnest(CAST($labels AS VARCHAR [])) AS label
        """,
        {
            "lists": [label.list for label in labels],
            "domains": [label.domain for label in labels],
            "code_lists": [label.code_list for label in labels],
            "codes": [label.code for label in labels],
            "labels": [label.label for label in labels],
        },
    )


def _fill_known_regions(connection: Connection) -> None:
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE known_region AS
        SELECT lower(label) AS name, code FROM known_code WHERE list = 'gemeente'
        UNION
        SELECT lower(code) AS name, code FROM known_code WHERE list = 'gemeente'
        """
    )
