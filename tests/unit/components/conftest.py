"""Rows with defaults, so that a test shows only what matters."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from dash.development.base_component import Component

from components.figures.rows import Reading, TrendPoint
from domain.period import parse_period

DROPOUT = Reading("Uitval", "procent", "nl", 0, "trajecten")


@pytest.fixture
def reading() -> Reading:
    return DROPOUT


@pytest.fixture
def point() -> Callable[..., TrendPoint]:
    """One value in time: 18 % of 120 in the third quarter of 2026."""

    def build(period: str = "2026-Q3", value: float | None = 0.18, **changed: Any) -> TrendPoint:
        span = parse_period(period)
        hidden = changed.get("suppressed", False)
        known = value is not None and not hidden
        fields: dict[str, Any] = {
            "value": value if known else None,
            "denominator": 120.0 if known else None,
            "numerator": round((value or 0.0) * 120) if known else None,
            "clients": 116 if known else None,
            "suppressed": False,
            "provisional": False,
        }
        return TrendPoint(span.code, span.kind, span.start, span.end, span.middle, **{**fields, **changed})

    return build


@pytest.fixture
def series(point: Callable[..., TrendPoint]) -> Callable[..., list[TrendPoint]]:
    """So many periods that follow each other, from the first one."""

    def build(count: int, first: str = "2022-Q1", **changed: Any) -> list[TrendPoint]:
        start = parse_period(first)
        return [point(start.shifted(step).code, 0.3 - 0.1 * step / 200, **changed) for step in range(count)]

    return build


@pytest.fixture
def parts_of() -> Callable[[Any], Iterator[Component]]:
    """Every component of a tree."""

    def walk(tree: Any) -> Iterator[Component]:
        if isinstance(tree, (list, tuple)):
            for part in tree:
                yield from walk(part)
        elif isinstance(tree, Component):
            yield tree
            yield from walk(getattr(tree, "children", None))

    return walk


@pytest.fixture
def words_of(parts_of: Callable[[Any], Iterator[Component]]) -> Callable[[Any], str]:
    """All text of a tree, frozen parts included, with one space between the parts."""

    def collect(tree: Any) -> str:
        words: list[str] = []
        for part in parts_of(tree):
            words.append(part.to_plotly_json()["props"].get("data-html", ""))
            children = getattr(part, "children", None)
            listed = children if isinstance(children, (list, tuple)) else [children]
            words += [child for child in listed if isinstance(child, str)]
        return " ".join(words)

    return collect
