"""All goals as lines of one table, for who has two minutes: stand, criterion, path, change, contact."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.aria import aria, data_label
from components.descriptions.counts import count_text, interval_text
from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.figures.rows import Point, Reading
from components.goal_status import Agreement
from components.measure import measure
from components.states import hidden_mark, missing_mark
from components.status import path_mark, status_mark
from components.text import say

_COLUMNS = ("goal", "stand", "against", "path", "change", "contact")


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal; `change` in a few words, `contact` a function with its address."""

    position: int
    name: str
    href: str
    reading: Reading
    point: Point | None
    agreed: Agreement
    change: str
    change_long: str
    contact: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """The goals of one ambition under its name."""

    name: str
    lines: Sequence[GoalLine]


def goal_lines(groups: Sequence[GoalGroup], *, caption: str, language: str) -> html.Table:
    """A table of all goals; one line a goal where the screen is wide enough, a list on a phone."""
    heads = [html.Th(say(f"goal_lines.{name}", language), scope="col") for name in _COLUMNS]
    bodies = [_body(group, language) for group in groups]
    parts = [html.Caption(caption, className="sr"), html.Thead(html.Tr(heads)), *bodies]
    return html.Table(parts, className="goal-lines")


def _body(group: GoalGroup, language: str) -> html.Tbody:
    head = html.Tr(html.Th(group.name, colSpan=len(_COLUMNS), scope="rowgroup"), className="group")
    return html.Tbody([head, *(_line(line, language) for line in group.lines)])


def _line(line: GoalLine, language: str) -> html.Tr:
    name = html.Th(
        [html.Span(str(line.position), className="no"), html.A(line.name, href=line.href)], scope="row"
    )
    change: list[str | Component] = [html.Span(line.change, title=line.change_long)]
    cells = (_stand(line), _against(line), _path(line), change, _contact(line, language))
    named = zip(_COLUMNS[1:], cells, strict=True)
    return html.Tr(
        [name, *(html.Td(cell, **data_label(say(f"goal_lines.{key}", language))) for key, cell in named)]
    )


def _stand(line: GoalLine) -> list[str | Component]:
    point, words = line.point, line.reading
    if point is None or point.value is None:
        if point is None or not point.suppressed:
            return [missing_mark(words.language)]
        return [hidden_mark(words.language, point.hidden_since)]
    amount = written.value(point.value, words.unit, words.language, words.decimals)
    period = written.period_name(point.period, words.language)
    return [html.B(amount), html.Span(", ".join([count_text(point, words), period]), className="sr")]


def _against(line: GoalLine) -> list[str | Component]:
    point, words = line.point, line.reading
    mark = status_mark(
        told_status(point),
        words.language,
        small=True,
        title=criterion_sentence(point, line.agreed.criterion, words),
    )
    if point is None or point.value is None:
        return [mark]
    drawn = measure(
        point.value, unit=words.unit, criterion=line.agreed.criterion, lower=point.lower, upper=point.upper
    )
    return [drawn, html.Span(interval_text(point, words), className="sr"), mark]


def _path(line: GoalLine) -> list[str | Component]:
    told = told_path(line.point, has_target=line.agreed.has_target)
    title = path_sentence(line.point, asked=line.agreed.asked, path=line.agreed.path, reading=line.reading)
    return [path_mark(told, line.reading.language, small=True, title=title)]


def _contact(line: GoalLine, language: str) -> list[str | Component]:
    if line.contact is None:
        return [say("goal.no_contact", language)]
    role, address = line.contact
    label = say("goal_lines.call", language, role=role, goal=line.name)
    return [html.A(role, href=f"mailto:{address}", **aria(label=label))]
