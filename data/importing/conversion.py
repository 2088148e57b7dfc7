"""From the text of a cell to the value of a column, as SQL; what cannot be read becomes NULL."""

from dataclasses import dataclass
from enum import StrEnum

from data.contract import Field, FieldKind
from data.store import Connection, literal, quoted

FIRST_YEAR, LAST_YEAR = 1900, 2100
_ALIASES = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}
_YES = ("ja", "j", "waar", "true")
_NO = ("nee", "n", "onwaar", "false")
_WHOLE = r"[+-]?[0-9]+"
_COMMA = r"[+-]?(([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?|,[0-9]+)"
_POINT = r"[+-]?(([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?|\.[0-9]+)"
_GROUPED_POINT = r"[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+"
_GROUPED_COMMA = r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+"


class Decimals(StrEnum):
    """The decimal sign of one column."""

    COMMA = "comma"
    POINT = "point"
    NONE = "none"  # whole numbers only
    MIXED = "mixed"  # some with a comma, some with a point
    AMBIGUOUS = "ambiguous"  # only numbers like 1.234, which may be 1234 or one and a bit


@dataclass(frozen=True, slots=True)
class Signs:
    """How many numbers of one column show a decimal comma, a point, or could show either."""

    comma: int
    point: int
    grouped_comma: int
    grouped_point: int


def signs(connection: Connection, relation: str, text: str) -> Signs:
    """Count the telling values of a text column; '1,234' and '1.234' tell nothing by themselves."""
    found = connection.execute(
        f"""
        SELECT
            count(*) FILTER (WHERE {_matches(_COMMA)} AND NOT {_matches(_POINT)}),
            count(*) FILTER (WHERE {_matches(_POINT)} AND NOT {_matches(_COMMA)}),
            count(*) FILTER (WHERE {_matches(_GROUPED_COMMA)}),
            count(*) FILTER (WHERE {_matches(_GROUPED_POINT)})
        FROM (
            SELECT DISTINCT {text} AS cell FROM {relation}
            WHERE contains({text}, ',') OR contains({text}, '.')
        )
        """
    ).fetchall()[0]
    return Signs(*found)


def _matches(pattern: str) -> str:
    return f"regexp_full_match(cell, {literal(pattern)})"


def decimal_sign(column: Signs, whole_file: Signs, separator: str) -> Decimals:
    """The sign of a column: by its own numbers, else by the other columns of the file, else by the separator.

    In a file with commas between its cells a lone '1.234' is one and a bit; in a file with semicolons,
    as a Dutch spreadsheet writes it, a lone '1,234' is. What then remains cannot be told and is asked.
    """
    if column.comma and column.point:
        return Decimals.MIXED
    for evidence in (column, whole_file):
        if bool(evidence.comma) != bool(evidence.point):
            return Decimals.COMMA if evidence.comma else Decimals.POINT
    if not column.grouped_comma and not column.grouped_point:
        return Decimals.NONE
    if separator == "," and not column.grouped_comma:
        return Decimals.POINT
    if separator != "," and not column.grouped_point:
        return Decimals.COMMA
    return Decimals.AMBIGUOUS


def converted(field: Field, text: str, decimals: Decimals, paddable: frozenset[str]) -> str:
    """The SQL expression of the value; `paddable` are codes that clearly lost a leading zero."""
    match field.kind:
        case FieldKind.INTEGER:
            return _integer(text)
        case FieldKind.NUMBER:
            return _number(text, decimals)
        case FieldKind.CODE:
            return _code(field, text, paddable)
        case _:
            return _CONVERSIONS.get(field.kind, "{text}").format(text=text)


_CONVERSIONS: dict[FieldKind, str] = {
    FieldKind.LIST: "array_to_string(list_transform(string_split({text}, '|'), lambda x: trim(x)), '|')",
    FieldKind.DATE: (
        "CASE WHEN {text} LIKE '____-__-__' AND {text} NOT LIKE '%/%' THEN try_cast({text} AS DATE) "
        "WHEN {text} LIKE '%-____' AND regexp_full_match({text}, '[0-9]{{1,2}}-[0-9]{{1,2}}-[0-9]{{4}}') "
        "THEN CAST(try_strptime({text}, '%d-%m-%Y') AS DATE) END"
    ),
    FieldKind.HALF_YEAR: (
        "CASE WHEN regexp_full_match({text}, '(?i)(19|20)[0-9]{{2}}-?H[12]') "
        "THEN left({text}, 4) || '-H' || right({text}, 1) END"
    ),
    FieldKind.PERIOD: (
        "CASE WHEN regexp_full_match({text}, '(19|20)[0-9]{{2}}(-(0[1-9]|1[0-2]))?') THEN {text} "
        "WHEN regexp_full_match({text}, '(?i)(19|20)[0-9]{{2}}-?H[12]') "
        "THEN left({text}, 4) || '-H' || right({text}, 1) "
        "WHEN regexp_full_match({text}, '(?i)(19|20)[0-9]{{2}}-?[QK][1-4]') "
        "THEN left({text}, 4) || '-Q' || right({text}, 1) "
        "WHEN regexp_full_match({text}, '(19|20)[0-9]{{2}} */ *(19|20)[0-9]{{2}}') "
        "AND left({text}, 4) <= right({text}, 4) THEN left({text}, 4) || '/' || right({text}, 4) END"
    ),
    FieldKind.YES_NO: (
        f"CASE WHEN lower({{text}}) IN {_YES!r} THEN true WHEN lower({{text}}) IN {_NO!r} THEN false END"
    ),
    FieldKind.SCALE: (
        "CASE WHEN regexp_full_match({text}, '[0-9]{{1,3}} *[-–] *[0-9]{{1,3}}') "
        "AND CAST(regexp_extract({text}, '^[0-9]+') AS INTEGER) "
        "< CAST(regexp_extract({text}, '[0-9]+$') AS INTEGER) "
        "THEN CAST(CAST(regexp_extract({text}, '^[0-9]+') AS INTEGER) AS VARCHAR) || '-' "
        "|| CAST(CAST(regexp_extract({text}, '[0-9]+$') AS INTEGER) AS VARCHAR) END"
    ),
    FieldKind.GAS: (
        "CASE WHEN regexp_full_match(replace({text}, ' ', ''), '([+]?[0-2]|-[12])([|]([+]?[0-2]|-[12]))*') "
        "THEN replace(replace({text}, ' ', ''), '+', '') END"
    ),
}


def _number(text: str, decimals: Decimals) -> str:
    if decimals is Decimals.NONE:
        return f"CASE WHEN regexp_full_match({text}, {literal(_WHOLE)}) THEN try_cast({text} AS DOUBLE) END"
    pattern, grouping = (_POINT, ",") if decimals is Decimals.POINT else (_COMMA, ".")
    plain = f"replace({text}, '{grouping}', '')"
    if decimals is not Decimals.POINT:
        plain = f"replace({plain}, ',', '.')"
    return (
        f"CASE WHEN NOT contains({text}, '_') AND regexp_full_match({text}, {literal(pattern)}) "
        f"THEN try_cast({plain} AS DOUBLE) END"
    )


def _integer(text: str) -> str:
    """Whole numbers; '1.234' in a column of counts is 1234, and '3,0' is 3."""
    plain = f"replace(replace({text}, '.', ''), ',', '')"
    grouped = " OR ".join(
        f"regexp_full_match({text}, {literal(p)})" for p in (_GROUPED_POINT, _GROUPED_COMMA)
    )
    tail = f"regexp_replace({text}, '[.,]0{{1,2}}$', '')"
    return (
        f"CASE WHEN regexp_full_match({text}, {literal(_WHOLE)}) THEN try_cast({text} AS BIGINT) "
        f"WHEN {grouped} THEN try_cast({plain} AS BIGINT) "
        f"WHEN regexp_full_match({tail}, {literal(_WHOLE)}) THEN try_cast({tail} AS BIGINT) END"
    )


def _code(field: Field, text: str, paddable: frozenset[str]) -> str:
    if paddable:
        listed = ", ".join(sorted(map(literal, paddable)))
        return f"CASE WHEN {text} IN ({listed}) THEN '0' || {text} ELSE {text} END"
    if not field.codes:
        return text
    accepted = {code.casefold(): code for code in field.codes}
    accepted |= {alias: code for alias, code in _ALIASES.items() if code in field.codes}
    cases = " ".join(f"WHEN {literal(spelled)} THEN {literal(code)}" for spelled, code in accepted.items())
    otherwise = text if field.refers_to else "NULL"
    return f"CASE lower({text}) {cases} ELSE {otherwise} END"


def text_name(column: str) -> str:
    """The quoted name under which the text of a column stands beside its value."""
    return quoted(f"{column}~")
