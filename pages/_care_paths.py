"""The flow of one domain with its table, its notes and where it comes from."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.descriptions.flow import flow_description, flow_subtitle, flow_title
from components.figures.flow import flow_figure
from components.figures.flow_rows import Flow, shown
from components.format import number
from components.path_table import flow_table, path_table
from components.projector_parts import on_projector
from components.source import Source
from components.tables import scroll_region
from pages._visit import Visit
from queries.care_path_scopes import CarePathScope
from queries.care_paths import CarePath
from queries.indicators import indicators
from queries.partners import Partner

_NO_NEW_START = "geen_nieuwe_start"
_FROM_AFAR = 6  # rows under one head on a projector


def flow_tile(
    visit: Visit, rows: Sequence[CarePath], scope: CarePathScope, partner: Partner | None
) -> Component:
    """Which help followed which, in one domain."""
    flows = [_flow(row) for row in rows]
    title = flow_title(flows, language=visit.language)
    tile = chart_tile(
        flow_figure(flows, language=visit.language),
        title=title,
        label=visit.say(f"page_paths.{scope.domain}"),
        subtitle=flow_subtitle(flows, months=scope.window_months, language=visit.language),
        description=flow_description(flows, language=visit.language),
        table=flow_table(flows, language=visit.language),
        source=_source(visit, flows, scope, partner),
        measured_on=None,
        csv_href=visit.csv("zorgpaden", period=scope.period, partner=scope.partner),
        language=visit.language,
    )
    return on_projector(tile)


def path_section(visit: Visit, rows: Sequence[CarePath], scope: CarePathScope) -> Component:
    """Per path how long, how much time, and how the help that followed ended.

    On a projector it is all there is: the paths that are walked most, under what the figure concludes.
    """
    if not rows:
        return html.Div()
    title = f"{visit.say(f'page_paths.{scope.domain}')}: {_lower(visit.say('page_paths.table_title'))}"
    told = [row for row in rows if not row.suppressed]
    table = scroll_region(path_table(told, language=visit.language), name=title, language=visit.language)
    hidden = number(len(rows) - len(told), visit.language)
    desk = html.Section(
        [
            html.H2(title, className="fig-title"),
            html.P(visit.say("page_paths.table_sub"), className="fig-sub"),
            table,
            html.P(visit.say("flow.hidden_some", number=hidden) if hidden != "0" else "", className="label"),
        ],
        className="section paths",
    )
    most = sorted(told, key=lambda row: -(row.paths or 0))[:_FROM_AFAR]
    concluded = flow_title([_flow(row) for row in rows], language=visit.language)
    message = f"{visit.say(f'page_paths.{scope.domain}')}: {_lower(concluded)}"
    return on_projector(desk, lambda: [path_table(most, language=visit.language, caption=message)])


def notes_of(
    visit: Visit, rows: Sequence[CarePath], scope: CarePathScope, partner: Partner | None
) -> Component:
    """Whose help could be followed, which outcomes are not told, and how often nothing followed."""
    if partner is not None:
        key = "within_one" if scope.within else "across"
        told = [html.P(visit.say(f"page_paths.{key}", partner=partner.name), className="label")]
        if scope.kind == "horizon":
            told.append(html.P(visit.say("page_paths.partners_only_whole"), className="label"))
    elif scope.within:
        text = visit.say("page_paths.within_all", within=scope.within, partners=scope.partners)
        told = [html.P(text, className="label")]
    else:
        told = []
    return html.Div(
        [*told, *_without_outcome(visit, rows), *_no_follow(visit, scope)], className="flow-notes"
    )


def _without_outcome(visit: Visit, rows: Sequence[CarePath]) -> list[Component]:
    """That paths taken together to protect clients have no outcome, so that the right adds up to less."""
    flows = shown([_flow(row) for row in rows])
    total, known = sum(flow.count or 0 for flow in flows), sum(sum(flow.outcomes) for flow in flows)
    if known >= total:
        return []
    counts = {"missing": number(total - known, visit.language), "number": number(total, visit.language)}
    return [html.P(visit.say("page_paths.without_outcome", **counts), className="label")]


def _no_follow(visit: Visit, scope: CarePathScope) -> list[Component]:
    """A link to the indicator that counts who needed no new help, where the plan has one."""
    known = indicators(visit.published, language=visit.language)
    found = [one for one in known if one.computation == _NO_NEW_START and one.domain in (None, scope.domain)]
    if not found:
        return []
    link = html.A(found[0].name, href=visit.href(f"/indicatoren/{found[0].code}"))
    before, _, after = visit.say("page_paths.no_follow", link="|").partition("|")
    return [html.P([before, link, after], className="label")]


def _flow(row: CarePath) -> Flow:
    return Flow(
        row.start, row.end, row.paths, row.planned, row.early, row.running, row.unknown, row.suppressed
    )


def _source(visit: Visit, flows: Sequence[Flow], scope: CarePathScope, partner: Partner | None) -> Source:
    is_one = scope.first_year == scope.last_year
    years = {"first": scope.first_year, **({} if is_one else {"last": scope.last_year})}
    followed = visit.say(f"page_paths.followed_year{'' if is_one else 's'}", **years)
    said = visit.say("page_paths.source", partners=scope.partners, followed=followed)
    if partner is not None:
        said = visit.say("page_paths.source_one", partner=partner.name, followed=followed)
    total = sum(flow.count or 0 for flow in shown(flows))
    return Source(
        said=said,
        n=visit.say("figure.n", number=number(total, visit.language))
        if total
        else visit.say("figure.n_hidden"),
        coverage="",
        version=visit.publication.version.lstrip("0") or "0",
        provisional=scope.provisional,
        fictional=visit.publication.fictional,
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
