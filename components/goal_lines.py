"""All goals as lines of one table, for who has two minutes: stand, criterion, path, change, contact, key."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.aria import aria, data_label
from components.as_written import as_written
from components.descriptions.counts import count_text, interval_text
from components.descriptions.criterion import criterion_text
from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.descriptions.verdicts import Moved
from components.figures.rows import Point, Reading
from components.goal_status import Agreement
from components.key import KeyItem, key_line
from components.measure import measure
from components.states import hidden_mark, missing_mark
from components.status import movement_mark, path_mark, status_mark
from components.text import say

_COLUMNS = ("goal", "stand", "norm", "against", "path", "change", "contact")
_KEY = {"k-dot": "key_value", "k-v": "key_norm", "k-bar": "key_margin"}


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal; `change` is what it was and what the series says of it in a few words, `contact` a function
    with its address.
    """

    position: int
    name: str
    href: str
    reading: Reading
    point: Point | None
    agreed: Agreement
    change: tuple[str, str]
    moved: Moved
    contact: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """The goals of one ambition under its name."""

    name: str
    lines: Sequence[GoalLine]


def goal_lines(groups: Sequence[GoalGroup], *, caption: str, language: str) -> html.Div:
    """A table of all goals with its key; a line a goal on a wide screen, a list on a phone."""
    heads = [html.Th(say(f"goal_lines.{name}", language), scope="col") for name in _COLUMNS]
    bodies = [_body(group, language) for group in groups]
    parts = [html.Caption(caption, className="sr"), html.Thead(html.Tr(heads)), *bodies]
    key = key_line([KeyItem(sign, say(f"goal_lines.{text}", language)) for sign, text in _KEY.items()])
    return html.Div([html.Table(parts, className="goal-lines"), key])


def _body(group: GoalGroup, language: str) -> html.Tbody:
    shown = [line.point for line in group.lines if line.point is not None and line.point.value is not None]
    periods = {written.period_name(point.period, language) for point in shown}
    shared = next(iter(periods)) if len(periods) == 1 else ""
    is_provisional = bool(shown) and all(point.provisional for point in shown)
    provisional = say("figure.provisional", language) if is_provisional else ""
    named = " · ".join(filter(None, [group.name, shared, provisional]))
    head = html.Tr(html.Th(named, colSpan=len(_COLUMNS), scope="rowgroup"), className="group")
    return html.Tbody([head, *(_line(line, language, is_dated=not shared) for line in group.lines)])


def _line(line: GoalLine, language: str, *, is_dated: bool) -> html.Tr:
    name = html.Th(
        [html.Span(str(line.position), className="no"), html.A(line.name, href=line.href)], scope="row"
    )
    norm: list[str | Component] = [criterion_text(line.agreed.criterion, line.reading)]
    stand = _stand(line, is_dated=is_dated)
    cells = (stand, norm, _against(line), _path(line), change_of(line), contact_of(line))
    named = zip(_COLUMNS[1:], cells, strict=True)
    return html.Tr(
        [name, *(html.Td(cell, **data_label(say(f"goal_lines.{key}", language))) for key, cell in named)]
    )


def _stand(line: GoalLine, *, is_dated: bool) -> list[str | Component]:
    point, words = line.point, line.reading
    if point is None or point.value is None:
        if point is None or not point.suppressed:
            return [missing_mark(words.language)]
        return [hidden_mark(words.language, point.hidden_since)]
    amount = written.value(point.value, words.unit, words.language, words.decimals)
    period = written.period_name(point.period, words.language)
    parts: list[str | Component] = [html.B(amount)]
    if is_dated:
        parts += [" ", html.Small(written.period_short(point.period, words.language))]
    return [*parts, html.Span(", ".join([count_text(point, words), period]), className="sr")]


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


def change_of(line: GoalLine) -> list[str | Component]:
    """What the series says with its sign, and what the figure was before."""
    was, told = line.change
    if not told:
        return [was]
    sentence = line.moved.sentence(line.reading)
    mark = movement_mark(
        line.moved.movement, line.reading.language, small=True, word=written.capital(told), title=sentence
    )
    return [mark, " ", html.Span(was, className="was")]


def contact_of(line: GoalLine) -> list[str | Component]:
    """Whom to call about it."""
    language = line.reading.language
    if line.contact is None:
        return [say("goal.no_contact", language)]
    role, address = line.contact
    label = say("goal_lines.call", language, role=role, goal=line.name)
    return [html.A(as_written(role, language), href=f"mailto:{address}", **aria(label=label))]
