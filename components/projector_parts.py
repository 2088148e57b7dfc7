"""Finds what a projector can show in a page: its opening, figures, goals and tables, each as one screen.

A part of a page that is something else on a projector says so itself: `on_projector`.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from dash import html
from dash.development.base_component import Component

from components.frozen import thawed
from components.projector_columns import WIDE, Shape
from components.projector_figure import drawn, signs_of
from components.projector_table import add_below, table_screens
from components.projector_words import broken, without_desk

_ROOM, _TITLE, _LINE, _PIXELS = 62.0, 7.0, 5.5, 3.94
"""Height between the foot and a title of such letters, that of a line above or below a plot, and how many
pixels a hundredth of the height is.
"""
_DESK_ONLY = (html.Details, html.Form, html.Nav, html.Aside, html.Dialog)
_HEADINGS = (html.H2, html.H3, html.H4)


_Part = TypeVar("_Part", bound=Component)
_INSTEAD = "_on_projector"  # not a property of the component, so that it never travels


def on_projector(desk: _Part, tables: Callable[[], Sequence[html.Table]] = tuple) -> _Part:
    """The same part, which on a projector is these tables, each with its title as caption; or is left out."""
    vars(desk)[_INSTEAD] = tables
    return desk


def screens_of(content: Sequence[Component], language: str, shape: Shape = WIDE) -> list[Component]:
    """The screens in reading order; the opening of the page is the first."""
    titled = _Titled(language, shape)
    return [_opening(content), *(screen for part in content for screen in titled.screens(part))]


def spoken_choices(content: Sequence[Component]) -> str:
    """The first sentence of choices as plain words."""
    form = next((part for part in _walk(content) if _has_class(part, "choices")), None)
    if form is None:
        return ""
    words = [_spoken(part) for part in children_of(form)]
    return " ".join(word for word in words if word)


def children_of(part: Any) -> list[Any]:
    """What an element holds, as a list."""
    inside = getattr(part, "children", None)
    if inside is None:
        return []
    return list(inside) if isinstance(inside, (list, tuple)) else [inside]


def words_of(part: Any) -> str:
    """All words in an element."""
    if isinstance(part, (list, tuple)):
        return "".join(words_of(one) for one in part)
    if isinstance(part, Component):
        return words_of(children_of(part))
    return "" if part is None else str(part)


def _opening(content: Sequence[Component]) -> Component:
    """The title of the page with its lede and, where there are any, its messages."""
    title = next((part for part in _walk(content) if isinstance(part, html.H1)), html.H1(""))
    lede = next((part for part in _walk(content) if _has_class(part, "lede")), None)
    facts = next((part for part in _walk(content) if _has_class(part, "facts")), None)
    parts = [html.H1(title.children), *(part for part in (lede, facts) if part is not None)]
    return html.Div(parts, className="proj-screen proj-opening")


class _Titled:
    """Walks through a page and remembers the heading that stands above a table."""

    def __init__(self, language: str, shape: Shape) -> None:
        self._language, self._shape, self._heading = language, shape, ""

    def screens(self, part: Any) -> Iterator[Component]:
        """The screens of a part and of all that is in it."""
        if isinstance(part, (list, tuple)):
            for one, notes in _with_notes(part):
                yield from self._of_one(one, notes)
        elif isinstance(part, Component):
            yield from self.screens([part])

    def _of_one(self, part: Component, notes: Sequence[html.P]) -> Iterator[Component]:
        if isinstance(part, _HEADINGS):
            self._heading = words_of([one for one in children_of(part) if not _has_class(one, "label")])
        instead = vars(part).get(_INSTEAD)
        if instead is not None:
            within = [one for one in _walk([part]) if isinstance(one, html.P) and _is_note(one)]
            yield from self._tables([(table, "") for table in instead()], [*within, *notes])
        elif isinstance(part, html.Figure):
            yield from self._figure(part, notes)
        elif isinstance(part, html.Article) and _has_class(part, "goal"):
            yield _goal(part)
        elif isinstance(part, html.Table):
            yield from self._tables([(part, "")], notes)
        elif (tree := thawed(part)) is not None:
            if isinstance(tree, html.Table):
                name = str(getattr(part, "aria-label", "")).rpartition(", ")[0]
                yield from self._tables([(tree, name)], notes)
        else:
            yield from self.screens([*children_of(part), *notes])

    def _figure(self, figure: html.Figure, notes: Sequence[html.P]) -> Iterator[Component]:
        """The figure with its title as the message, without what belongs at a desk.

        Rows that would not fit are shown as a table, which can be cut into screens.
        """
        caption = next(part for part in children_of(figure) if isinstance(part, html.Figcaption))
        label = next((part for part in children_of(caption) if _has_class(part, "label")), None)
        title = next(part for part in children_of(caption) if _has_class(part, "fig-title"))
        shown = [part for part in children_of(figure) if _has_class(part, "plot", "fig-told", "fig-foot")]
        below = [part for part in children_of(caption) if _has_class(part, "fig-sub")]
        table = next((tree for part in _walk([figure]) if (tree := thawed(part)) is not None), None)
        if isinstance(table, html.Table) and any(self._is_too_tall(part, words_of(title)) for part in shown):
            yield from self._tables([(table, words_of(title))], notes)
        else:
            room = _ROOM - _LINE * sum([bool(label), *(_has_class(part, "fig-told") for part in shown)])
            parts = [one for part in shown for one in self._with_signs(part, words_of(title), room)]
            foot = [html.P(words_of(one), className="proj-note") for one in notes]
            yield _screen(label, title, [*below, *parts[:-1], *foot, *parts[-1:]], "proj-figure")

    def _with_signs(self, part: Component, title: str, room: float) -> list[Component]:
        """A plot as it is on a projector, with what its signs and dates mean below it."""
        if not _has_class(part, "plot"):
            return [part]
        return [drawn(part), *signs_of(part, title, self._shape, room)]

    def _is_too_tall(self, plot: Component, title: str) -> bool:
        """Whether a plot of rows, which are drawn by the pixel, needs more height than this title leaves."""
        if not _has_class(plot, "plot"):
            return False
        layout = plot.children.figure["layout"]
        room = _ROOM - broken(title, self._shape.width, _TITLE) * _TITLE * 1.08
        return layout.get("yaxis", {}).get("visible") is False and layout["height"] > room * _PIXELS

    def _tables(
        self, tables: Sequence[tuple[html.Table, str]], notes: Sequence[html.P]
    ) -> Iterator[Component]:
        """Tables, each with its caption as title, or else the name it has here; notes below the last."""
        if tables:
            add_below(tables[-1][0], [words_of(one) for one in notes])
        named = [(table, words_of(_caption(table)) or name or self._heading) for table, name in tables]
        yield from table_screens(named, self._language, self._shape)


def _goal(card: html.Article) -> Component:
    """A goal: its conclusion, value and status, with its course beside it."""
    by_class = {str(getattr(part, "className", "")).split(" ")[0]: part for part in children_of(card)}
    side = [
        by_class[name] for name in ("goal-value", "goal-n", "goal-status", "goal-foot") if name in by_class
    ]
    body = [by_class.get("goal-trend", html.Div()), html.Div(side, className="proj-side")]
    parts: list[Component] = [html.Div(body, className="proj-body")]
    if "goal-contact" in by_class:
        parts.append(by_class["goal-contact"])
    return _screen(by_class.get("goal-name"), by_class["goal-say"], parts, "proj-goal")


def _screen(label: Any, title: Any, parts: Sequence[Any], kind: str) -> Component:
    said = " ".join(words_of(part).strip() for part in _named(label)) if label is not None else ""
    over = [html.P(said, className="proj-over")] if said else []
    return html.Div(
        [html.Div([*over, html.H1(words_of(title))], className="proj-head"), *without_desk(list(parts))],
        className=f"proj-screen {kind}",
    )


def _named(label: Any) -> list[Any]:
    """The parts of a label, also where they stand in one element of their own: number and name."""
    parts = children_of(label)
    return children_of(parts[0]) if len(parts) == 1 and isinstance(parts[0], Component) else parts


def _with_notes(parts: Sequence[Any]) -> list[tuple[Component, list[html.P]]]:
    """The parts that can be on a projector, each with the notes that stand directly below it."""
    found: list[tuple[Component, list[html.P]]] = []
    for one in parts:
        if found and _is_note(one):
            found[-1][1].append(one)
        elif isinstance(one, Component) and not isinstance(one, (*_DESK_ONLY, html.P)):
            found.append((one, []))
    return found


def _is_note(part: Any) -> bool:
    """What must be known to read the figure or the list above it, such as how much of it may be chance."""
    return isinstance(part, html.P) and _has_class(part, "note", "chance")


def _caption(table: html.Table) -> Any:
    return next((part for part in children_of(table) if isinstance(part, html.Caption)), None)


def _spoken(part: Any) -> str:
    """The words of a sentence; of a select the option that is chosen."""
    select = next((one for one in _walk([part]) if hasattr(one, "options") and hasattr(one, "value")), None)
    if select is None:
        return words_of(part)
    return next((one["label"] for one in select.options if one["value"] == select.value), "")


def _walk(content: Sequence[Any]) -> Iterator[Component]:
    for part in content:
        if isinstance(part, Component):
            yield part
            yield from _walk(children_of(part))


def _has_class(part: Any, *names: str) -> bool:
    own = str(getattr(part, "className", "") or "").split(" ") if isinstance(part, Component) else []
    return any(name in own for name in names)
