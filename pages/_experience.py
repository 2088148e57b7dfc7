"""What clients and others say of the help, by who answered; of all of them together the response."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.as_written import as_written
from components.descriptions.counts import count_text, interval_text
from components.format import capital, percentage, period_name, value
from components.states import hidden_mark, missing_mark
from components.status import small_number_tag
from components.tables import Column, Content, plain_table, scroll_region
from domain.period import PeriodKind
from pages._own import Own
from pages._rows import reading
from pages._series import containing
from queries._observation import Observation
from queries.indicators import Indicator
from queries.splits import SplitFigure, splits

_SATISFACTION = "tevredenheid"
_NUMBERS = ("value", "n", "response")
_KINDS = (PeriodKind.YEAR, PeriodKind.HORIZON)


def experience_section(own: Own) -> list[Component]:
    """Per indicator of satisfaction the whole and each informant; nothing where none is known."""
    visit = own.visit
    known = [one for one in own.indicators if one.outcome_criterion == _SATISFACTION]
    if not known:
        return []
    keys = ("informant", "value", "interval", "n", "response")
    columns = [Column(visit.say("table.indicator"))]
    columns += [
        Column(visit.say(f"page_experience.{key}"), number=key in _NUMBERS, desk=key == "interval")
        for key in keys
    ]
    rows = [row for one in known for row in _rows(own, one)]
    title = visit.say("page_experience.title", name=own.partner.name)
    period = capital(period_name(own.period, visit.language)) if own.period else ""
    return [
        html.Section(
            [
                html.H2(title, className="fig-title"),
                html.P(visit.say("page_experience.sub", period=period), className="fig-sub"),
                scroll_region(plain_table(columns, rows, stacked=True), name=title, language=visit.language),
                *_whose(own, known),
            ],
            className="section experience",
        )
    ]


def _rows(own: Own, indicator: Indicator) -> list[list[Content]]:
    """The partner's own figure, and below it the informants of the partner, else of all partners."""
    visit = own.visit
    agreed = ", ".join(
        sorted({one.informant for one in own.agreements if one.indicator == indicator.code and one.informant})
    )
    asked = as_written(capital(agreed), visit.language)
    whole = _row(own, indicator, own.row(indicator, own.partner.code), indicator.name, asked)
    found = _informants(own, indicator)
    is_own = any(one.partner for one in found)
    who = "" if is_own else visit.say("page_experience.of_all")
    return [
        whole,
        *(_row(own, indicator, one, "", " ".join(filter(None, [one.label, who]))) for one in found),
    ]


def _informants(own: Own, indicator: Indicator) -> Sequence[SplitFigure]:
    """By who answered in the year or horizon around it; of one partner only where that is released."""
    visit = own.visit
    span = containing(own.period, _KINDS) if own.period else None
    if span is None:
        return []
    asked = {
        "indicator": indicator.code,
        "period": span.code,
        "language": visit.language,
        "split": "informant",
    }
    return splits(visit.published, partner=own.partner.code, **asked) or splits(visit.published, **asked)


def _row(
    own: Own, indicator: Indicator, row: Observation | None, name: str, informant: Content
) -> list[Content]:
    visit, words = own.visit, reading(indicator, own.visit.language)
    link: Content = ""
    if name:
        href = visit.href(f"/indicatoren/{indicator.code}", partner=own.partner.code)
        link = html.A(name, href=href)
    if row is None or row.value is None:
        mark = hidden_mark(visit.language) if row and row.suppressed else missing_mark(visit.language)
        return [link, informant, mark, "", "", ""]
    told = count_text(row, words)
    counted: Content = html.Span([small_number_tag(visit.language), " ", told]) if row.small else told
    amount = html.B(value(row.value, indicator.unit, visit.language, indicator.decimals))
    return [link, informant, amount, interval_text(row, words), counted, _response(own, row)]


def _response(own: Own, row: Observation) -> str:
    """The answers of those asked, else of the help that ended; who would have answered nobody counts.

    What a partner delivered of itself, others do not always read: it might tell of a hidden group.
    """
    answered = row.denominator
    ended = None if row.split else row.eligible  # of an informant: the help about which just that one spoke
    for key, whole in (("asked", row.asked), ("ended", ended)):
        if answered is not None and whole and answered <= whole:
            share = percentage(answered / whole, own.visit.language)
            return own.visit.say(f"page_experience.response_{key}", share=share)
    is_hidden = row.split is None and not own.visit.publication.is_of_partner
    return own.visit.say("page_experience.response_hidden") if is_hidden else ""


def _whose(own: Own, known: Sequence[Indicator]) -> list[Component]:
    """Says that informants are those of all partners, where that is so."""
    found = [one for indicator in known for one in _informants(own, indicator)]
    if not found or any(one.partner for one in found):
        return []
    return [html.P(own.visit.say("page_experience.all_note"), className="label")]
