"""What a comparison comes to: its title, the signals too strong for chance, and what chance alone gives."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dash import html
from dash.development.base_component import Component

from components.format import capital, count_word
from components.matrix import MatrixCell
from components.status import movement_note, path_note, sign_of
from domain.status import Movement, PathStatus, Status
from pages._beside import Beside, Place
from pages._chance import compared_note
from pages._compared import Compared
from pages._facts import source_of, unproved
from pages._others import others_note
from queries.indicators import Indicator
from queries.partners import Partner

_TOLD = (Status.MET, Status.NOT_MET, Status.UNDECIDED)


@dataclass(frozen=True)
class Outcome:
    """The cells of every partner, care form or year; no partner is named in a title."""

    compared: Compared
    known: Sequence[Indicator]

    @cached_property
    def places(self) -> list[Place]:
        return [place for place in self.compared.places if not (place.total or place.others)]

    @cached_property
    def cells(self) -> list[tuple[Indicator, MatrixCell]]:
        return [(one, self.compared.cell(one, place)) for one in self.known for place in self.places]

    @cached_property
    def judged(self) -> list[MatrixCell]:
        return [cell for _, cell in self.cells if cell.is_judged]

    @property
    def title(self) -> str:
        """How the figures stand against their criteria; without a criterion how many can be seen."""
        compared, period = self.compared, self.compared.about
        counts, sizes = Counter(cell.status for cell in self.judged), self._sizes
        if not self.judged:
            return compared.visit.say(f"page_compare.{self._seen}", period=period, **sizes)
        if 2 * len(self.judged) < sizes["shown"]:
            few = {"shown": sizes["shown"], "judged": len(self.judged)}
            return compared.visit.say("page_compare.title_few_norms", period=period, **few)
        if 2 * counts[Status.UNDECIDED] > len(self.judged):
            return compared.visit.say("page_compare.title_undecided", period=period)
        told = {status: counts[status] for status in _TOLD}
        return compared.visit.say("page_compare.title_told", period=period, judged=len(self.judged), **told)

    @property
    def lede(self) -> str:
        """At which indicators a signal that a criterion is not met is too strong for chance."""
        visit = self.compared.visit
        strong = [one.name for one, cell in self.cells if cell.strong and cell.status == Status.NOT_MET]
        if not strong:
            return visit.say("page_compare.strong_none")
        key = "strong_one" if len(strong) == 1 else "strong_some"
        names = ", ".join(dict.fromkeys(strong))
        count = count_word(len(strong), visit.language)
        return visit.say(f"page_compare.{key}", count=capital(count), names=names)

    @cached_property
    def expected(self) -> list[Component]:
        """How many signs chance alone would give, as it stands below."""
        return compared_note(self.compared, self.known, self.places)

    @property
    def _sizes(self) -> dict[str, int]:
        agreed = sum(cell.state != "not_agreed" for _, cell in self.cells)
        return {"shown": sum(cell.state == "shown" for _, cell in self.cells), "agreed": agreed}

    @property
    def _seen(self) -> str:
        sizes = self._sizes
        if not sizes["shown"]:
            return "title_none"
        return "title_all" if sizes["shown"] == sizes["agreed"] else "title"


def notes(outcome: Outcome, known: Sequence[Partner]) -> Component:
    """The key, what chance alone would give, the source, and beside partners who helps whom."""
    compared, visit = outcome.compared, outcome.compared.visit
    download = html.A(visit.say("figure.csv"), href=_csv(compared), download="")
    left: list[Component] = [_key(outcome), *others_note(visit, compared.rows), *unproved(visit)]
    left += outcome.expected
    left += [html.P(_source(outcome), className="small"), html.P(download, className="small")]
    if not compared.beside.is_of_partners:
        return html.Div(html.Div(left, className="c7"), className="grid12 after")
    who = html.H2(visit.say("page_compare.who"), className="fig-title")
    contexts = [
        html.P([html.B(one.name), ". ", one.context], className="label") for one in known if one.context
    ]
    order = html.P(visit.say("page_compare.lede"), className="label")
    right = html.Div([who, order, *contexts], className="c5 helped")
    return html.Div([html.Div(left, className="c7"), right], className="grid12 after")


def _csv(compared: Compared) -> str:
    """The address of the same figures as rows."""
    visit = compared.visit
    if compared.beside is Beside.YEAR:
        return visit.csv("verloop", per=Beside.YEAR.value, partner=visit.view.partner)
    if compared.beside is Beside.CARE_FORM:
        split = Beside.CARE_FORM.value
        return visit.csv("uitsplitsing", period=compared.period, partner=visit.view.partner, split=split)
    return visit.csv("vergelijking", period=compared.period)


def _key(outcome: Outcome) -> Component:
    visit = outcome.compared.visit
    items = [
        html.Li(html.Span(visit.say(f"status.{status}")), className=f"cell cell--{sign_of(status)}")
        for status in _TOLD
    ]
    strong = [html.B(visit.say("page_compare.filled")), html.Span(visit.say("page_compare.key_strong"))]
    items.append(html.Li(strong, className="cell cell--better cell--strong"))
    notes = (movement_note(one, visit.language) for one in (Movement.IMPROVING, Movement.WORSENING))
    items.append(html.Li([*notes, visit.say("page_compare.key_moves")]))
    ways = (path_note(one, visit.language) for one in (PathStatus.ON_PATH, PathStatus.BEHIND))
    items.append(html.Li([*ways, visit.say("page_compare.key_path")]))
    least = visit.publication.min_clients
    own = "_own" if visit.publication.is_of_partner else ""
    hidden = html.Span(visit.say(f"page_compare.key_hidden{own}", number=least))
    items.append(html.Li(hidden, className="cell cell--hidden"))
    absent = ("key_absent", "key_not_agreed") if outcome.compared.beside.is_of_partners else ("key_absent",)
    items += [
        html.Li(html.Span(visit.say(f"page_compare.{key}")), className="cell cell--absent") for key in absent
    ]
    return html.Ul(items, className="matrix-key")


def _source(outcome: Outcome) -> str:
    """Who delivered, after the figure that most partners should deliver; without its n, one of many."""
    together = [row for row in outcome.compared.rows if row.partner is None and row.expected_from]
    widest = max(together, key=lambda row: row.expected_from or 0, default=None)
    visit = outcome.compared.visit
    source = source_of(visit, widest)
    said = visit.say("page_compare.source_differs", source=source.said) if widest else source.said
    return replace(source, said=said, n="", coverage="").line(visit.language)
