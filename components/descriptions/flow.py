"""A flow of care in words, from the rows of the figure."""

from collections.abc import Sequence

from components import format as written
from components.figures.flow_rows import Flow, largest, shown
from components.text import say

_NAMED = 6


def flow_title(flows: Sequence[Flow], *, language: str) -> str:
    """The path that occurs most often; says so when nothing may be shown."""
    most = largest(flows)
    if most is None:
        is_hidden = any(flow.suppressed or flow.count for flow in flows)
        return say("flow.title_hidden" if is_hidden else "flow.title_none", language)
    start, end = _lower(most.start), _lower(most.end)
    number = written.number(most.count or 0, language)
    if most.start == most.end:
        return say("flow.title_again", language, start=start, number=number)
    return say("flow.title", language, start=start, end=end, number=number)


def flow_subtitle(flows: Sequence[Flow], *, months: int, language: str) -> str:
    """How often anything followed, as far as it may be told, and how to read the figure."""
    total = sum(flow.count or 0 for flow in shown(flows))
    if not total:
        return ""
    return say("flow.subtitle", language, number=written.number(total, language), months=months)


def flow_description(flows: Sequence[Flow], *, language: str) -> str:
    """The largest paths with their counts, and how many are hidden."""
    drawn = sorted(shown(flows), key=lambda flow: -(flow.count or 0))
    if not drawn:
        return flow_title(flows, language=language)
    parts = [_part(flow, language) for flow in drawn[:_NAMED]]
    if len(drawn) > _NAMED:
        more = written.number(len(drawn) - _NAMED, language)
        parts.append(say("flow.description_more", language, number=more))
    hidden = sum(flow.suppressed for flow in flows)
    number = written.number(hidden, language)
    told = say(
        "flow.hidden_some" if hidden else "flow.hidden_none",
        language,
        **({"number": number} if hidden else {}),
    )
    return say("flow.description", language, parts="; ".join(parts), hidden=told)


def _part(flow: Flow, language: str) -> str:
    number = written.number(flow.count or 0, language)
    if flow.start is None or flow.end is None:
        return say("flow.part_rest", language, number=number)
    return say("flow.part", language, start=_lower(flow.start), end=_lower(flow.end), number=number)


def _lower(label: str | None) -> str:
    return (label or "")[:1].lower() + (label or "")[1:]
