"""The partners as other tools get them, with what one must know of their clients to read their figures."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class InterfacePartner:
    """One partner; without name and context where it was not agreed that it is named beside figures."""

    code: str
    name: str | None
    sector: str
    context: str | None
    context_en: str | None


def api_partners(published: Published, *, limit: int, skip: int) -> list[InterfacePartner]:
    """At most `limit` partners after the first `skip`, by code."""
    return ask(published, "api_partners", InterfacePartner, limit=limit, skip=skip)
