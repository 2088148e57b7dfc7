"""The start of a partner: what is still to deliver, its own signals, its indicators beside the criteria."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.format import capital, count_word, period_name
from components.frame import page_head
from components.projector_parts import on_projector
from components.status import movement_mark
from domain.period import parse_period
from pages._apology import UnknownPlace
from pages._chance import asking_note, moved_note
from pages._home_steering import signs_of, talk_item
from pages._overview_projected import talk_table
from pages._own import Own
from pages._own_table import indicator_table
from pages._partner_projected import own_projected
from pages._plan import Plan
from pages._series import default_period
from pages._turns import Turn
from pages._visit import Visit
from queries.agreements import agreements
from queries.comparison import comparison
from queries.deliveries import Delivery, deliveries
from queries.partners import partners
from queries.periods import periods


def own_of(visit: Visit, code: str) -> Own:
    """The reader's own partner in the chosen period, else in the newest with nearly all figures."""
    partner = next(iter(partners(visit.published, language=visit.language, code=code)), None)
    if partner is None:
        raise UnknownPlace
    period = visit.view.period or default_period(
        periods(visit.published, partner=code), visit.publication.today
    )
    return Own(
        visit=visit,
        plan=Plan(visit, code),
        partner=partner,
        period=period,
        agreements=agreements(visit.published, partner=code),
        rows=comparison(visit.published, period=period),
    )


def partner_home(own: Own, known: Sequence[Turn], choices: Component) -> tuple[str, list[Component]]:
    """The title and the content; `known` are the turns of the partner's own figures."""
    visit = own.visit
    due = [one for one in deliveries(visit.published, partner=own.partner.code) if _is_due(visit, one)]
    measured = [turn for turn in known if turn.now is not None]
    asking = [turn for turn in measured if turn.asks]
    title = _title(own, due, asking)
    sides = [
        html.Div(part, className="c6")
        for part in (
            [_due_section(visit, due), *_moved(own, measured)],
            _signals_section(own, measured, asking),
        )
    ]
    head = page_head(
        title, label=own.partner.name, lede=visit.say("page_home.partner_lede"), choices=choices,
        language=visit.language,
    )  # fmt: skip
    table = html.Div(indicator_table(own, className="c12"), className="grid12 after")
    return title, [head, html.Div(sides, className="grid12"), on_projector(table, own_projected(own))]


def _is_due(visit: Visit, one: Delivery) -> bool:
    """Whether the half-year is over and was agreed, but nothing came."""
    return one.expected and not one.delivered and parse_period(one.period).end < visit.publication.today


def _title(own: Own, due: Sequence[Delivery], asking: Sequence[Turn]) -> str:
    visit = own.visit
    first = _counted(visit, "title_due", len(due))
    return " ".join([first, _counted(visit, "title_signals", len(asking))])


def _counted(visit: Visit, key: str, count: int) -> str:
    ending = "none" if not count else "one" if count == 1 else "some"
    return visit.say(f"page_home.{key}_{ending}", count=capital(count_word(count, visit.language)))


def _due_section(visit: Visit, due: Sequence[Delivery]) -> Component:
    title = html.H2(visit.say("page_home.due"), className="fig-title")
    link = html.A(visit.say("page_home.due_link"), href=visit.href("/aanlevering"))
    if not due:
        return html.Section(
            [title, html.P(visit.say("page_home.due_none")), html.P(link)], className="section talk"
        )
    items = [html.Li(html.P(html.B(capital(period_name(one.period, visit.language))))) for one in due]
    return html.Section(
        [title, html.Ul(items, className="talk-list"), html.P(link)], className="section talk"
    )


def _signals_section(own: Own, measured: Sequence[Turn], asking: Sequence[Turn]) -> Component:
    """What asks for a conversation, in the period of the table below it; good news is no signal."""
    visit = own.visit
    head: list[Component] = [html.H2(visit.say("page_home.signals"), className="fig-title")]
    if own.period:
        period = capital(period_name(own.period, visit.language))
        head.append(html.P(visit.say("page_home.signals_sub", period=period), className="fig-sub"))
    if not asking:
        nothing = html.P(visit.say("page_home.signals_none"))
        return html.Section([*head, nothing], className="section talk")
    note = asking_note(visit, measured)
    items = [talk_item(turn, turn.asks, signs_of(turn)) for turn in asking]
    parts = [*head, html.Ul(items, className="talk-list"), *note]
    desk = html.Section(parts, className="section talk")
    return on_projector(desk, lambda: [talk_table(visit, visit.say("page_home.signals"), items)])


def _moved(own: Own, measured: Sequence[Turn]) -> list[Component]:
    """Series that moved more than by chance and ask for nothing; no section without any."""
    moved = [turn for turn in measured if turn.is_signal and not turn.asks]
    if not moved:
        return []
    items = [talk_item(turn, [turn.change], _movement(turn)) for turn in moved]
    title = html.H2(own.visit.say("page_home.moved"), className="fig-title")
    note = moved_note(own.visit, measured)
    return [html.Section([title, html.Ul(items, className="talk-list"), *note], className="section talk")]


def _movement(turn: Turn) -> list[Component]:
    if turn.now is None or turn.now.movement is None:
        return []
    return [movement_mark(turn.now.movement, turn.visit.language, small=True)]
