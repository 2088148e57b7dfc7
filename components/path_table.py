"""The tables of care paths: the twin of the flow, and how long each lasted and what it led to."""

from collections.abc import Sequence
from typing import Protocol

from dash import html

from components.figures.flow_rows import Flow
from components.format import number
from components.states import hidden_mark
from components.status import small_number_tag
from components.tables import Column, Content, plain_table
from components.text import say

_AT_THE_DESK = ("clients", "between", "planned", "early", "running", "unknown")


class Path(Protocol):
    """Help that ended with the help that followed; without number where it is hidden."""

    @property
    def start(self) -> str | None: ...
    @property
    def end(self) -> str | None: ...
    @property
    def paths(self) -> int | None: ...
    @property
    def clients(self) -> int | None: ...
    @property
    def planned(self) -> int | None: ...
    @property
    def early(self) -> int | None: ...
    @property
    def running(self) -> int | None: ...
    @property
    def unknown(self) -> int | None: ...
    @property
    def days_between(self) -> float | None: ...
    @property
    def days(self) -> float | None: ...
    @property
    def days_q1(self) -> float | None: ...
    @property
    def days_q3(self) -> float | None: ...
    @property
    def hours(self) -> float | None: ...
    @property
    def hours_q1(self) -> float | None: ...
    @property
    def hours_q3(self) -> float | None: ...
    @property
    def suppressed(self) -> bool: ...
    @property
    def small(self) -> bool | None: ...


def flow_table(flows: Sequence[Flow], *, language: str, caption: str | None = None) -> html.Table:
    """The twin of a flow: every path with its count, and below them the hidden ones as hidden."""
    heads = ("page_paths.from", "page_paths.to", "page_paths.count")
    columns = [Column(say(key, language), number=key.endswith("count")) for key in heads]
    ordered = sorted(flows, key=lambda flow: flow.suppressed)
    return plain_table(columns, [_flow_row(flow, language) for flow in ordered], caption=caption)


def path_table(paths: Sequence[Path], *, language: str, caption: str | None = None) -> html.Table:
    """Per path how often, how long, how much time and how the help that followed ended."""
    texts = ("from", "to")
    numbers = ("count", "clients", "between", "days", "hours", "planned", "early", "running", "unknown")
    columns = [
        Column(say(f"page_paths.{key}", language), number=key in numbers, desk=key in _AT_THE_DESK)
        for key in (*texts, *numbers)
    ]
    return plain_table(columns, [_path_row(path, language) for path in paths], caption=caption)


def _flow_row(flow: Flow, language: str) -> list[Content]:
    rest = say("page_paths.rest", language)
    count: Content = say("state.hidden", language) if flow.count is None else number(flow.count, language)
    return [flow.start or rest, flow.end or rest, count]


def _path_row(path: Path, language: str) -> list[Content]:
    rest = say("page_paths.rest", language)
    names: list[Content] = [path.start or rest, path.end or rest]
    if path.suppressed:
        return [*names, hidden_mark(language), *([""] * 8)]
    outcomes = (path.planned, path.early, path.running, path.unknown)
    clients: Content = _count(path.clients, language)
    if path.small:
        clients = [small_number_tag(language), " ", _count(path.clients, language)]
    return [
        *names,
        _count(path.paths, language),
        clients,
        _count(path.days_between, language),
        _half(path.days, path.days_q1, path.days_q3, language),
        _half(path.hours, path.hours_q1, path.hours_q3, language),
        *(_count(one, language) for one in outcomes),
    ]


def _count(amount: float | None, language: str) -> str:
    return "" if amount is None else number(amount, language)


def _half(middle: float | None, low: float | None, high: float | None, language: str) -> str:
    if middle is None or low is None or high is None:
        return ""
    amounts = {"middle": middle, "low": low, "high": high}
    return say("page_paths.half", language, **{key: number(one, language) for key, one in amounts.items()})
