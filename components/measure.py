"""The measure: one strip with a value, its norm and, where known, its interval."""

from dash import html

from components.aria import aria
from components.figures.rows import CriterionStep

_STRIPS = {"procent": (0.0, 1.0), "cijfer": (5.0, 9.0)}


def strip_of(unit: str, *amounts: float | None) -> tuple[float, float]:
    """The ends of the strip: 0-100 % for shares, 5-9 for marks, otherwise from 0 to just over the largest."""
    if unit in _STRIPS:
        return _STRIPS[unit]
    largest = max((amount for amount in amounts if amount is not None), default=1.0)
    return 0.0, (largest or 1.0) * 1.15


def measure(
    value: float | None,
    *,
    unit: str,
    criterion: CriterionStep | None = None,
    lower: float | None = None,
    upper: float | None = None,
    strip: tuple[float, float] | None = None,
) -> html.Div:
    """The strip; decoration for the eye, so the words must stand beside it. Give `strip` to compare rows."""
    norms = [] if criterion is None else [criterion.value, criterion.value_to]
    ends = strip or strip_of(unit, value, upper, *norms)
    marks = []
    if lower is not None and upper is not None:
        marks.append(_mark("ci", {"--lo": _place(lower, ends), "--hi": _place(upper, ends)}))
    if value is not None:
        marks.append(_mark("pt", {"--v": _place(value, ends)}))
    marks += [_mark("nm", {"--norm": _place(norm, ends)}) for norm in norms if norm is not None]
    return html.Div(marks, className="measure", **aria(hidden="true"))


def _mark(name: str, places: dict[str, str]) -> html.I:
    return html.I(className=name, style=places)


def _place(amount: float, ends: tuple[float, float]) -> str:
    low, high = ends
    share = (amount - low) / (high - low)
    return f"{min(max(share, 0.0), 1.0) * 100:.1f}"
