"""What must be true of a row beyond its types: each rule one SQL predicate, and how to say it is broken."""

from dataclasses import dataclass

from data.importing.findings import Level


@dataclass(frozen=True, slots=True)
class Rule:
    """`wrong` is true for a row that breaks the rule.

    It may use row_number, each column of the contract as its value (NULL where unreadable) and, as
    "<column>~", as its text; {relation} stands for the whole table. `column` is the column to point at;
    `shows` is an SQL text to show, by default the text of that column. `over` names the only columns that
    `wrong` uses, when these repeat much: a large table is then checked per combination, not per row.
    """

    wrong: str
    column: str | None
    what: str
    mend: str
    level: Level = Level.ERROR
    shows: str | None = None
    over: tuple[str, ...] = ()
