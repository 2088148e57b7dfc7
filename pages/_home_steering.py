"""What a steering group talks about: what turned since the period before, and what asks for a conversation.

No partner is named here: one is named in a signal only after it could reply.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.projector_parts import on_projector
from components.status import movement_mark, path_mark, status_mark
from domain.status import Movement, PathStatus, Status
from pages._chance import asking_note, changed_note
from pages._overview_projected import talk_table
from pages._turns import Turn
from pages._visit import Visit


def talk_sections(visit: Visit, known: Sequence[Turn]) -> Component:
    """Both lists beside each other, each with what chance alone would put in it."""
    columns = [html.Div(part, className="c6") for part in (_changed(visit, known), _to_discuss(visit, known))]
    return html.Div(columns, className="grid12 after")


def _changed(visit: Visit, known: Sequence[Turn]) -> Component:
    turned = [turn for turn in known if turn.turned or turn.is_signal]
    items = [talk_item(turn, [*turn.turned, turn.change]) for turn in turned]
    return _section(visit, "changed", items, changed_note(visit, known))


def _to_discuss(visit: Visit, known: Sequence[Turn]) -> Component:
    asking = [turn for turn in known if turn.asks]
    items = [talk_item(turn, turn.asks, signs_of(turn)) for turn in asking]
    return _section(visit, "discuss", items, asking_note(visit, known))


def _section(visit: Visit, name: str, items: Sequence[html.Li], note: list[Component]) -> Component:
    title = html.H2(visit.say(f"page_home.{name}"), className="fig-title")
    about = html.P(visit.say(f"page_home.{name}_sub"), className="fig-sub")
    if not items:
        nothing = html.P(visit.say(f"page_home.{name}_none"))
        return html.Section([title, about, nothing], className="section talk")
    parts = [title, about, html.Ul(list(items), className="talk-list"), *note]
    desk = html.Section(parts, className="section talk")
    return on_projector(desk, lambda: [talk_table(visit, visit.say(f"page_home.{name}"), items)])


def talk_item(turn: Turn, sentences: Sequence[str], signs: Sequence[Component] = ()) -> html.Li:
    """One indicator in a list: its name and goal, its signs, and why it stands here."""
    about: list[str | Component] = [html.A(turn.indicator.name, href=turn.href())]
    if turn.goal is not None:
        goal = turn.visit.goal(turn.goal.position, turn.goal.name, turn.goal.ambition_name)
        about.append(html.Span(goal, className="row-note"))
    told = [html.P(list(signs), className="talk-signs")] if signs else []
    return html.Li([html.H3(about), *told, html.P(" ".join(sentences))])


def signs_of(turn: Turn) -> list[Component]:
    """Why it asks for a conversation, as signs."""
    language = turn.visit.language
    found: list[Component] = []
    if turn.status is Status.NOT_MET:
        strong = bool(turn.now and turn.now.strong)
        found.append(status_mark(turn.status, language, strong=strong, small=True))
    if turn.path is PathStatus.BEHIND:
        found.append(path_mark(turn.path, language, small=True))
    if turn.now is not None and turn.now.movement == Movement.WORSENING:
        found.append(movement_mark(turn.now.movement, language, small=True))
    return found
