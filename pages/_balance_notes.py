"""What a reader must know before laying a year of the balance beside the one before it."""

from dash import html
from dash.development.base_component import Component

from components.format import short_date
from pages._tree import Branch


def year_notes(branch: Branch, year: int) -> list[Component]:
    """Why a year may not be laid beside the one before it: it is still running, or was measured otherwise."""
    visit, known = branch.tree.visit, branch.tree.plan.breaks
    notes = [visit.say("page_balance.so_far")] if year == visit.publication.today.year else []
    notes += [
        visit.say("page_balance.broken", date=short_date(one.broke_on, visit.language))
        for one in known
        if (one.indicator, one.broke_on.year) == (branch.indicator.code, year)
    ]
    return [html.Small(note, className="line") for note in notes]
