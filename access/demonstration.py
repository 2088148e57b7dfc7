"""A demonstration on this machine: choose as whom you look, without a password."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, redirect, request, session
from werkzeug.wrappers import Response as Answer

from access.address import View, language_of
from access.reader import Reader, Role
from access.screens import form_routes, screen
from data.published import PublishedFiles
from data.store import StoreUnavailable
from domain.audience import STEERING, UnknownAudience, parse_audience
from queries.partners import Partner, partners

PLACE = "/kijken-als"
_CHOSEN, _NAME = "reader", "reader_name"


class DemonstrationDoor:
    """Whoever comes is the steering group until they choose otherwise."""

    demonstration = True

    def reader(self) -> Reader:
        """As whom this browser looks."""
        return parse_reader(session.get(_CHOSEN, ""), session.get(_NAME)) or Reader(Role.STEERING)


def parse_reader(chosen: str, name: str | None = None) -> Reader | None:
    """The reader that a choice such as alderman or partner:P01 stands for; None when it stands for nobody."""
    if chosen in set(Role) - {Role.PARTNER}:
        return Reader(Role(chosen))
    try:
        partner = parse_audience(chosen).partner
    except UnknownAudience:
        return None
    return Reader(Role.PARTNER, partner, name) if partner else None


def demonstration(published: PublishedFiles) -> Blueprint:
    """The page on which a reader is chosen."""
    routes = form_routes("demonstration")

    @routes.get(PLACE)
    def choose() -> Response:
        return screen("choose_reader", place=PLACE, roles=_roles(), partners=_partners(published))

    @routes.post(PLACE)
    def choose_this() -> Answer:
        wanted = parse_reader(request.form.get("reader", "")) or abort(400)
        named = {partner.code: partner.name for partner in _partners(published)}
        if wanted.partner is not None and wanted.partner not in named:
            abort(400)
        session[_CHOSEN] = request.form["reader"]
        session[_NAME] = named.get(wanted.partner or "")
        return redirect(View(language=language_of(request.args)).href("/"), 303)

    return routes


def _roles() -> list[Role]:
    return [role for role in Role if role is not Role.PARTNER]


def _partners(published: PublishedFiles) -> Sequence[Partner]:
    try:
        return partners(published.open(STEERING.file), language="nl")
    except StoreUnavailable:
        return []
