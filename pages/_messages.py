"""The three messages about one indicator, never mixed: against the criterion, movement and path."""

from dash import html
from dash.development.base_component import Component

from components.aria import aria
from components.descriptions.counts import counted_text
from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.descriptions.movement import told_movement
from components.descriptions.trend import Verdicts, target_of
from components.descriptions.verdicts import Basis, Moved, verdict_sentences
from components.figures.rows import TrendPoint
from components.format import grain_name, number, value
from components.states import provisional_tag
from components.status import movement_mark, path_mark, small_number_tag, status_mark
from pages._rows import trend_point
from pages._told import Told
from queries.movement_reasons import MovementReason
from queries.trend import trend


def verdicts(told: Told) -> Verdicts | None:
    """The three messages as a text alternative says them; none before the period has begun."""
    if told.is_ahead:
        return None
    agreed = told.agreed
    basis = Basis(agreed.criterion, agreed.path, agreed.asked, moved_of(told))
    return Verdicts(agreed.period.code, verdict_sentences(told.point, basis, told.words))


def told_section(told: Told) -> Component:
    """Three columns beside each other, each with its mark and its sentence; one line before the period."""
    if told.is_ahead:
        return html.Section(html.P(told.visit.say("page_indicator.ahead")), className="facts")
    columns = [_criterion(told), _movement(told), _path(told)]
    name = told.visit.say("page_indicator.told")
    return html.Section(columns, className="say3 facts", **aria(label=name))


def _criterion(told: Told) -> Component:
    language, point = told.visit.language, told.point
    strong = bool(point and point.strong)
    mark = status_mark(told_status(point), language, strong=strong)
    parts = [mark, html.P(criterion_sentence(point, told.agreed.criterion, told.words))]
    more = _beside(told)
    return _column(told, "page_indicator.against", [*parts, html.P(more)] if more else parts)


def _beside(told: Told) -> list[str | Component]:
    """What a reader must know of the figure: unique clients, small, provisional, and that of all partners."""
    visit, point = told.visit, told.point
    if point is None or point.value is None:
        return []
    more: list[str | Component] = []
    if point.clients is not None and point.clients != point.denominator:
        more.append(visit.say("page_indicator.clients", number=number(point.clients, visit.language)))
    if told.partner is not None:
        more.append(_everyone(told, point))
    if point.small:
        more.append(small_number_tag(visit.language))
    if point.provisional:
        more.append(provisional_tag(visit.language))
    return [part for one in more if one for part in (one, " ")]


def _everyone(told: Told, point: TrendPoint) -> str:
    """The same figure of all partners together."""
    visit, indicator = told.visit, told.indicator
    found = trend(visit.published, indicators=[indicator.code], kinds=[point.kind])
    row = next((one for one in found if one.period == point.period), None)
    if row is None or row.value is None:
        return ""
    amount = value(row.value, indicator.unit, visit.language, indicator.decimals)
    counted = counted_text(row, told.words)
    if indicator.unit == "aantal":
        return visit.say("page_indicator.everyone_number", value=amount, counted=counted)
    return visit.say("page_indicator.everyone", value=amount, counted=counted)


def movement_line(told: Told) -> Component:
    """The movement on one line, for under a figure."""
    moved = moved_of(told)
    mark = movement_mark(moved.movement, told.visit.language)
    return html.Span([mark, " ", " ".join([moved.sentence(told.words), *_unlike_sizes(told, moved)])])


def _movement(told: Told) -> Component:
    moved = moved_of(told)
    mark = movement_mark(moved.movement, told.visit.language)
    more = [html.P(one) for one in _unlike_sizes(told, moved)]
    return _column(told, "page_indicator.movement", [mark, html.P(moved.sentence(told.words)), *more])


def _unlike_sizes(told: Told, moved: Moved) -> list[str]:
    """That another chart would serve better, where the limits are those of shares of very unlike numbers."""
    reason = moved.reason
    if not isinstance(reason, MovementReason) or reason.basis != "chart" or told.words.unit != "procent":
        return []
    period = grain_name(reason.kind, told.visit.language)
    return [told.visit.say("judged_movement.unlike_sizes", period=period)] if reason.sizes_vary else []


def moved_of(told: Told) -> Moved:
    """Where its series goes, with what that rests on."""
    plan, whose = told.plan, (told.indicator.code, told.partner.code if told.partner else None)
    found = [one for one in plan.movement_reasons if (one.indicator, one.partner) == whose]
    reason = next((one for one in found if one.split is None), None)
    known = [one for one in plan.control_limits if (one.indicator, one.partner) == whose]
    limits = (known[-1].lower, known[-1].upper) if known and reason else None
    return Moved(told_movement(told.course.points), _judged_points(told, reason), reason, limits)


def _judged_points(told: Told, reason: MovementReason | None) -> list[TrendPoint]:
    """The series in the grain that was judged, which is often finer than the one that is drawn."""
    if reason is None or reason.kind == told.course.kind:
        return told.course.points
    code, partner = told.indicator.code, told.partner.code if told.partner else None
    found = trend(told.visit.published, indicators=[code], kinds=[reason.kind], partner=partner)
    return [trend_point(row) for row in found]


def _path(told: Told) -> Component:
    language, agreed = told.visit.language, told.agreed
    mark = path_mark(told_path(told.point, has_target=agreed.has_target), language)
    sentence = path_sentence(told.point, asked=agreed.asked, path=agreed.path, reading=told.words)
    target = target_of(agreed.path)
    if target is None:
        return _column(told, "page_indicator.path", [mark, html.P(sentence)])
    amount = value(target.value, told.words.unit, language, told.words.decimals)
    label = told.visit.say("page_indicator.path_to", value=amount, year=target.on.year)
    return html.Div([html.P(label, className="label"), mark, html.P(sentence)])


def _column(told: Told, key: str, parts: list[Component]) -> Component:
    return html.Div([html.P(told.visit.say(key), className="label"), *parts])
