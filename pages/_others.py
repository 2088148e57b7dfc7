"""'Overige partners' beside the partners: those whose figures do not stand apart, together."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from domain.other_partners import LEAST_PARTNERS
from pages._visit import Visit
from queries._observation import Observation
from queries.other_partners import OtherPartners


def others_name(visit: Visit, row: OtherPartners) -> str:
    """'Overige partners (4)'."""
    return visit.say("others.name_count", number=row.partners)


def others_note(visit: Visit, rows: Sequence[Observation]) -> list[Component]:
    """What the row or column is; nothing where there is none."""
    if not any(isinstance(row, OtherPartners) for row in rows):
        return []
    least = {"partners": LEAST_PARTNERS, "clients": visit.publication.min_clients}
    return [html.P(visit.say("others.what", **least), className="label")]
