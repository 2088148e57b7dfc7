"""A demonstration on this machine: choose as whom you look, without a password."""

from flask import Blueprint, Response, abort, redirect, request, session
from werkzeug.wrappers import Response as Answer

from access.address import View, language_of
from access.reader import Reader, Role, parse_reader
from access.readers import READERS, partners_to_choose
from access.screens import form_routes, screen
from data.published import PublishedFiles

PLACE = "/kijken-als"
_CHOSEN, _NAME = "reader", "reader_name"


class DemonstrationDoor:
    """Whoever comes is the steering group until they choose otherwise."""

    demonstration = True

    def reader(self) -> Reader:
        """As whom this browser looks."""
        return parse_reader(session.get(_CHOSEN, ""), session.get(_NAME)) or Reader(Role.STEERING)

    def was_signed_in(self) -> bool:
        """Nobody signs in to a demonstration."""
        return False


def demonstration(published: PublishedFiles) -> Blueprint:
    """The page on which a reader is chosen."""
    routes = form_routes("demonstration")

    @routes.get(PLACE)
    def choose() -> Response:
        return screen("choose_reader", place=PLACE, roles=READERS, partners=partners_to_choose(published))

    @routes.post(PLACE)
    def choose_this() -> Answer:
        wanted = parse_reader(request.form.get("reader", "")) or abort(400)
        named = {partner.code: partner.name for partner in partners_to_choose(published)}
        if wanted.partner is not None and wanted.partner not in named:
            abort(400)
        session[_CHOSEN] = request.form["reader"]
        session[_NAME] = named.get(wanted.partner or "")
        return redirect(View(language=language_of(request.args)).href("/"), 303)

    return routes
