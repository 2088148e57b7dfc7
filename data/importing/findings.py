"""What is wrong with a delivery, in the words of whoever has to mend it; repeats are one finding."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

MASKED = "(afgeschermd)"
_ROWS_NAMED = 3
_LONGEST_VALUE = 40
_UNSEEN = "\N{REPLACEMENT CHARACTER}"
_IDENTIFIERS = (
    re.compile(r"\d(?:[\s.,/_()-]{0,3}\d){7}"),  # 8 digits or more, also when written in groups
    re.compile(r"@"),
    re.compile(r"(?<![A-Za-z0-9])[1-9]\d{3}\s?[A-Za-z]{2}(?![A-Za-z0-9])"),
)
_DATE_LIKE = re.compile(
    r"(?:19|20)\d\d\W+(?:19|20)\d\d|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d{1,2}:\d{2}.*)?"
)


class Level(StrEnum):
    """An error refuses the delivery; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, on every row where it is; `rows` are the first of `count` rows."""

    what: str
    mend: str
    column: str | None = None
    rows: tuple[int, ...] = ()
    count: int = 0
    values: tuple[str, ...] = ()  # as delivered, already masked; the most telling few
    file: str = ""
    sheet: str | None = None
    level: Level = Level.ERROR

    def located(self, file: str, sheet: str | None = None) -> "Finding":
        """The same finding in that file and sheet."""
        return replace(self, file=file, sheet=sheet)

    @property
    def where(self) -> str:
        """Sheet, rows and column, as far as known: 'rijen 4, 9, 12 en 37 andere, kolom einddatum'."""
        parts = (
            f"blad {printable(self.sheet)}" if self.sheet else "",
            row_words(self.rows, self.count),
            f"kolom {self.column}" if self.column else "",
        )
        return ", ".join(part for part in parts if part)

    @property
    def sentence(self) -> str:
        """The whole finding: where, what is wrong, and how to mend it."""
        place = f"{self.where}: " if self.where else ""
        shown = f" ({', '.join(self.values)})" if self.values else ""
        return f"{place}{self.what}{shown}. {self.mend}"


class UnreadableDelivery(Exception):
    """The file cannot be read as a delivery at all; `findings` say why and what to do."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(" ".join(finding.sentence for finding in findings))
        self.findings = findings


def unreadable(what: str, mend: str, row: int | None = None) -> UnreadableDelivery:
    """The error of a file that has one thing wrong with it as a whole."""
    rows = () if row is None else (row,)
    return UnreadableDelivery(Finding(what, mend, rows=rows, count=len(rows)))


def row_words(rows: tuple[int, ...], count: int) -> str:
    """'rij 4', 'rijen 4 en 9', 'rijen 4, 9, 12 en 37 andere'."""
    if not rows:
        return ""
    if count == 1:
        return f"rij {rows[0]}"
    named = [str(row) for row in rows[:_ROWS_NAMED]]
    others = count - len(named)
    last = f"{others} andere" if others > 0 else named.pop()
    return f"rijen {', '.join(named)} en {last}"


def shown_value(value: str, *, as_date: bool = False) -> str:
    """The value between quotes, shortened; masked when it may identify a person.

    In a column of dates a date is what is expected, and its digits are shown.
    """
    is_date = as_date and _DATE_LIKE.fullmatch(value) is not None
    if not is_date and any(pattern.search(value) for pattern in _IDENTIFIERS):
        return MASKED
    flat = printable(" ".join(value.split()))
    short = flat if len(flat) <= _LONGEST_VALUE else flat[: _LONGEST_VALUE - 1] + "…"
    return f"'{short}'"


def printable(text: str) -> str:
    """The text with a sign in place of each character that nobody sees but a screen obeys."""
    return "".join(character if character.isprintable() else _UNSEEN for character in text)


def shown_values(values: Iterable[str], total: int, *, as_date: bool = False) -> tuple[str, ...]:
    """Each value once; an ellipsis where there are more."""
    shown = tuple(dict.fromkeys(shown_value(value, as_date=as_date) for value in values))
    return (*shown, "…") if total > len(shown) and MASKED not in shown else shown


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that refuse a delivery."""
    return [finding for finding in findings if finding.level is Level.ERROR]


def sentence_of(words: Iterable[str]) -> str:
    """'a', 'a en b', 'a, b en c'."""
    listed = list(words)
    return " en ".join(part for part in (", ".join(listed[:-1]), listed[-1] if listed else "") if part)
