"""Checking a table against all its rules: counted in a few passes, looked at closely only where wrong."""

from collections.abc import Iterable, Mapping

from data.contract import FieldKind, fields
from data.importing.conversion import Decimals, text_name
from data.importing.findings import Finding, shown_values
from data.importing.prepared import FEW_ROWS, Prepared
from data.importing.rules import Rule
from data.importing.rules.fields import field_rules
from data.importing.rules.identifiers import identifier_rules, may_break_a_rule
from data.store import Connection, quoted, rows

_ROWS_KEPT = 3
_VALUES_KEPT = 40
_VALUES_SHOWN = 4


def examined(
    connection: Connection,
    table: Prepared,
    row_rules: Iterable[Rule],
    references: Mapping[str, str],
    *,
    personal: bool,
) -> list[Finding]:
    """Everything that is wrong with the table; `personal` tables are also searched for identifiers."""
    if not table.rows:
        return []
    broken = [
        *_broken_required(connection, table),
        *_broken_fields(connection, table, references, personal=personal),
        *_broken_rows(connection, table, list(row_rules)),
        *_doubled(connection, table),
    ]
    return _described(connection, table, broken)


def _broken_required(connection: Connection, table: Prepared) -> list[Rule]:
    required = [
        name for name, field in fields(table.table).items() if field.required and name in table.delivered
    ]
    if not required:
        return []
    counted = ", ".join(f"count(*) - count({text_name(name)})" for name in required)
    missing = rows(connection, f"SELECT {counted} FROM {table.texts}")[0]
    return [
        Rule(
            f"{text_name(name)} IS NULL", name, "is leeg, en is verplicht", "Vul een waarde in.", shows="NULL"
        )
        for name, times in zip(required, missing, strict=True)
        if times
    ]


def _broken_fields(
    connection: Connection, table: Prepared, references: Mapping[str, str], *, personal: bool
) -> list[Rule]:
    rules = {
        name: [
            *field_rules(name, field, references, table.decimals.get(name, Decimals.NONE)),
            *(identifier_rules(name, field) if personal else []),
        ]
        for name, field in fields(table.table).items()
        if name in table.delivered
    }
    if table.rows <= FEW_ROWS:
        return _broken(connection, [rule for each in rules.values() for rule in each], table.typed)
    return [
        rule for name, each in rules.items() for rule in _broken(connection, each, _cells_of(table, name))
    ]


def _cells_of(table: Prepared, name: str) -> str:
    """Each value of the column once; of nearly unique columns only those that may be wrong."""
    text = text_name(name)
    if fields(table.table)[name].masked:
        cells = f"SELECT {text} FROM {table.texts} WHERE {may_break_a_rule(text)}"
    else:
        cells = f"SELECT DISTINCT {text} FROM {table.texts} WHERE {text} IS NOT NULL"
    return f"(SELECT {text}, {table.value_of(name)} AS {quoted(name)} FROM ({cells}))"


def _broken_rows(connection: Connection, table: Prepared, rules: list[Rule]) -> list[Rule]:
    if table.rows <= FEW_ROWS:
        return _broken(connection, rules, table.typed)
    per_columns: dict[tuple[str, ...], list[Rule]] = {}
    for rule in rules:
        over = rule.over if table.delivered.issuperset(rule.over) else ()
        per_columns.setdefault(over, []).append(rule)
    return [
        rule
        for over, listed in per_columns.items()
        for rule in _broken(connection, listed, _combinations_of(table, over) if over else table.typed)
    ]


def _combinations_of(table: Prepared, names: tuple[str, ...]) -> str:
    """Each combination of values of the columns once."""
    texts = ", ".join(text_name(name) for name in names)
    values = ", ".join(f"{table.value_of(name)} AS {quoted(name)}" for name in names)
    return f"(SELECT {texts}, {values} FROM (SELECT DISTINCT {texts} FROM {table.texts}))"


def _broken(connection: Connection, rules: list[Rule], relation: str) -> list[Rule]:
    if not rules:
        return []
    counted = ", ".join(f"count_if({_wrong(rule, relation)})" for rule in rules)
    times = rows(connection, f"SELECT {counted} FROM {relation}")[0]
    return [rule for rule, number in zip(rules, times, strict=True) if number]


def _wrong(rule: Rule, relation: str) -> str:
    """The predicate, in which {relation} stands for the table itself."""
    return rule.wrong.replace("{relation}", relation)


def _doubled(connection: Connection, table: Prepared) -> list[Rule]:
    """Rows with the same key; hashes first, because nearly every file has none."""
    contract = fields(table.table)
    keys = [name for name, field in contract.items() if field.key]
    listed = ", ".join(quoted(name) for name in keys)
    unique = f"SELECT count(*) - count(DISTINCT hash({listed})) FROM {table.typed}"
    if not keys or not rows(connection, unique)[0][0]:
        return []
    complete = " AND ".join(f"{quoted(name)} IS NOT NULL" for name in keys if contract[name].required)
    wrong = (
        f"row_number IN (SELECT unnest(list(row_number)) FROM {table.typed} WHERE {complete or 'true'} "
        f"GROUP BY {listed} HAVING count(*) > 1)"
    )
    headers = [contract[name].header for name in keys]
    what = f"komt vaker voor: {', '.join(headers)} {'zijn' if len(headers) > 1 else 'is'} gelijk"
    return [Rule(wrong, None, what, "Houd een van de rijen over.")]


def _described(connection: Connection, table: Prepared, broken: list[Rule]) -> list[Finding]:
    """One pass that finds the first rows and values of every broken rule."""
    if not broken:
        return []
    listed = ", ".join(
        f"count_if({wrong}), min(row_number, {_ROWS_KEPT}) FILTER (WHERE {wrong}), "
        f"arg_min({_shown(rule, table)}, row_number, {_VALUES_KEPT}) FILTER (WHERE {wrong})"
        for rule, wrong in ((rule, _wrong(rule, table.typed)) for rule in broken)
    )
    found = rows(connection, f"SELECT {listed} FROM {table.typed}")[0]
    triples = zip(found[0::3], found[1::3], found[2::3], strict=True)
    findings = [_finding(rule, table, *triple) for rule, triple in zip(broken, triples, strict=True)]
    return sorted((each for each in findings if each.count), key=lambda each: each.rows)


def _shown(rule: Rule, table: Prepared) -> str:
    if rule.column is None:
        return "CAST(NULL AS VARCHAR)"
    if fields(table.table)[rule.column].masked:
        return "CAST(NULL AS VARCHAR)"
    return f"CAST({rule.shows or text_name(rule.column)} AS VARCHAR)"


def _finding(rule: Rule, table: Prepared, times: object, numbers: object, values: object) -> Finding:
    field = fields(table.table)[rule.column] if rule.column else None
    texts = dict.fromkeys(str(value) for value in _listed(values) if value is not None)
    shown = list(texts)[:_VALUES_SHOWN]
    as_date = field is not None and field.kind in (FieldKind.DATE, FieldKind.PERIOD, FieldKind.HALF_YEAR)
    return Finding(
        rule.what,
        rule.mend,
        column=field.header if field else None,
        rows=tuple(int(str(number)) for number in _listed(numbers)),
        count=int(str(times)),
        values=shown_values(shown, len(texts), as_date=as_date),
        level=rule.level,
    )


def _listed(values: object) -> list[object]:
    return list(values) if isinstance(values, list | tuple) else []
