"""What counts in an indicator, who delivered it, and what changed: the list beside its chart."""

from dash import html
from dash.development.base_component import Component

from components.as_written import as_written
from components.descriptions.criterion import criterion_text
from components.figures.rows import CriterionStep
from components.format import long_date, number, percentage
from pages._effect import effect_text
from pages._facts import share_known, source_of
from pages._plan import Plan
from pages._rows import reading, steps
from pages._series import Series
from pages._visit import Visit
from queries._observation import Observation
from queries.action_effects import action_effects
from queries.contacts import Contact
from queries.indicators import Indicator
from queries.partners import Partner

Lines = list[str | Component]


def definition(
    visit: Visit,
    plan: Plan,
    indicator: Indicator,
    course: Series,
    partner: Partner | None,
    *,
    className: str,  # noqa: N803
) -> Component:
    """Question, definition, coverage, criteria, breaks, actions, source and contact."""
    goal = plan.goal_of(indicator.code)
    contact = plan.contact(goal=goal.code if goal else None, partner=visit.view.partner)
    source = source_of(visit, course.current, partner)
    entries: list[tuple[str, Lines]] = [
        ("question", [indicator.question]),
        ("counts", _counting(visit, indicator)),
        ("coverage", _coverage(visit, indicator, course.current, partner)),
        ("criteria", _criteria(visit, plan, indicator)),
        ("breaks", _breaks(visit, plan, indicator)),
        ("actions", _actions(visit, plan, indicator)),
        ("source", [html.Span(source.marked(source.said, visit.language))]),
        ("contact", [_call(contact, visit.language)] if contact else []),
    ]
    listed: list[Component] = []
    for key, lines in entries:
        if lines:
            listed += [html.Dt(visit.say(f"page_indicator.{key}")), html.Dd([html.P(line) for line in lines])]
    title = html.H2(visit.say("page_indicator.definition"), className="fig-title")
    return html.Section([title, html.Dl(listed, className="deflist")], className=className)


def _call(contact: Contact, language: str) -> Component:
    """Whom to write to, by function."""
    return html.A(as_written(contact.role, language), href=f"mailto:{contact.address}")


def _counting(visit: Visit, indicator: Indicator) -> Lines:
    lines: Lines = [indicator.definition]
    if indicator.scale:
        lines.append(visit.say("page_indicator.scale", scale=indicator.scale))
    if indicator.cut_off is not None:
        cut_off = number(indicator.cut_off, visit.language, 0 if indicator.cut_off.is_integer() else 1)
        lines.append(visit.say("page_indicator.cut_off", value=cut_off))
    if indicator.window_months is not None:
        lines.append(visit.say("page_indicator.window", months=indicator.window_months))
    link = html.A(visit.say("page_indicator.more"), href=visit.href(f"/methode/{indicator.code}"))
    return [*lines, visit.say("page_indicator.version", version=indicator.definition_version), link]


def _coverage(visit: Visit, indicator: Indicator, row: Observation | None, partner: Partner | None) -> Lines:
    if row is None:
        return []
    lines: Lines = []
    if row.expected_from and row.delivered_by is not None and partner is None:
        key = "only" if row.delivered_by == row.expected_from == 1 else "of"
        counts = {"delivered": row.delivered_by, "expected": row.expected_from}
        lines.append(visit.say(f"page_indicator.coverage_{key}", **counts))
    if not row.suppressed and (known := share_known(visit, row, "page_indicator.coverage_known")):
        lines.append(known)
    if row.asked and row.denominator is not None and row.denominator <= row.asked:
        lines.append(
            visit.say(
                "page_indicator.response",
                answered=number(row.denominator, visit.language),
                asked=number(row.asked, visit.language),
                share=percentage(row.denominator / row.asked, visit.language),
            )
        )
    if indicator.is_population:
        lines.append(visit.say("page_indicator.whole_population"))
    return lines


def _criteria(visit: Visit, plan: Plan, indicator: Indicator) -> Lines:
    found = steps(plan.criteria, indicator.code)
    if not found:
        return [visit.say("page_indicator.no_criterion")]
    return [_criterion_line(visit, indicator, step) for step in reversed(found)]


def _criterion_line(visit: Visit, indicator: Indicator, step: CriterionStep) -> str:
    said = criterion_text(step, reading(indicator, visit.language))
    first = long_date(step.valid_from, visit.language)
    if step.valid_to is None:
        return visit.say("page_indicator.criterion_line", criterion=said, date=first)
    last = long_date(step.valid_to, visit.language)
    return visit.say("page_indicator.criterion_ended", criterion=said, first=first, last=last)


def _breaks(visit: Visit, plan: Plan, indicator: Indicator) -> Lines:
    own = [one for one in plan.breaks if one.indicator == indicator.code]
    return [
        visit.say(
            "page_indicator.break_line", date=long_date(one.broke_on, visit.language), reason=one.reason
        )
        for one in own
    ]


def _actions(visit: Visit, plan: Plan, indicator: Indicator) -> Lines:
    own = [one for one in plan.actions if indicator.code == (one.indicator or one.goal_indicator)]
    effects = action_effects(visit.published, indicator=indicator.code)
    lines: Lines = []
    for action in own:
        line = visit.say(
            "page_indicator.action_line",
            name=action.name,
            date=long_date(action.starts_on, visit.language),
            owner=action.owner or visit.say("page_indicator.municipality"),
        )
        found = [one for one in effects if one.action == action.code and one.partner == visit.view.partner]
        lines.append(" ".join([f"{line}.", *(effect_text(visit, indicator, one) for one in found)]))
    return lines
