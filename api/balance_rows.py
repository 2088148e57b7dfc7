"""The balance as rows of a file: of every goal its baseline, each published year, and its target."""

from collections.abc import Iterable

from api.figure_rows import Cell, scaled, yes
from components.descriptions.judgement import told_path, told_status
from components.text import say
from data.published import Published
from domain.period import PeriodKind
from queries._observation import Observation
from queries.goals import Goal, goals
from queries.indicators import Indicator, indicators
from queries.publication import Publication
from queries.trend import trend

HEADERS: tuple[str, ...] = (
    "ambitie", "doel", "nummer", "naam", "soort", "indicator", "eenheid", "nulwaarde", "nuljaar", "jaar",
    "waarde", "marge_laag", "marge_hoog", "teller", "noemer", "norm", "pad", "verborgen", "voorlopig",
    "streefwaarde", "streefjaar", "publicatie", "fictief",
)  # fmt: skip


def balance_rows(published: Published, language: str, made: Publication) -> list[tuple[Cell, ...]]:
    """Headers, and per goal a row for each year; a year without a figure keeps its row."""
    known = {one.code: one for one in indicators(published, language=language)}
    agreed = goals(published, language=language)
    codes = sorted({one.indicator for one in agreed})
    found = trend(published, indicators=codes, kinds=[PeriodKind.YEAR]) if codes else []
    return [
        HEADERS,
        *(
            _row(goal, known[goal.indicator], year, _figure(found, goal, year), made, language)
            for goal in agreed
            for year in range(goal.starts_on.year, goal.ends_on.year + 1)
        ),
    ]


def _figure(found: Iterable[Observation], goal: Goal, year: int) -> Observation | None:
    return next((one for one in found if (one.indicator, one.start.year) == (goal.indicator, year)), None)


def _row(
    goal: Goal, indicator: Indicator, year: int, row: Observation | None, made: Publication, language: str
) -> tuple[Cell, ...]:
    path = told_path(row, has_target=goal.target is not None)
    amounts = [
        scaled(amount, indicator)
        for amount in ((row.value, row.lower, row.upper) if row else (None, None, None))
    ]
    return (
        goal.ambition_name, goal.code, goal.position, goal.name, goal.kind, indicator.code, indicator.unit,
        scaled(goal.baseline, indicator), goal.baseline_year, year, *amounts,
        row.numerator if row else None, row.denominator if row else None,
        say(f"status.{told_status(row)}", language), say(f"on_path.{path}", language),
        yes(bool(row and row.suppressed)), yes(bool(row and row.provisional)),
        scaled(goal.target, indicator), goal.target_year, made.version, yes(made.fictional),
    )  # fmt: skip
