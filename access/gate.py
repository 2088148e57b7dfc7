"""The gate: a request without a policy gets no answer, and an app with a gap does not start.

Dash by itself answers any callback of any page to anyone, so what may be asked stands in access/policies.py.
"""

import logging
from collections.abc import Collection, Iterable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from dash.exceptions import DependencyException
from flask import Flask, Request, Response, abort, current_app, redirect, request
from werkzeug.exceptions import Forbidden, HTTPException, MethodNotAllowed, NotFound, ServiceUnavailable
from werkzeug.wrappers import Response as Answer

from access import policies
from access.audience import is_on_this_machine
from access.callbacks import asked_page, is_sound
from access.places import Places
from access.policies import Policy
from access.reader import Reader, Role, door, known_reader
from access.screens import screen
from access.session_door import REGISTER
from access.statement import PLACE as STATEMENT
from access.statement import statement
from data.store import StoreUnavailable
from register.audit import Event, record
from register.store import UnusableRegister

EXTENSION = "smartdash.places"
LARGEST_BODY = 64 * 1024
_OF_FORMS = ("GET", "POST")
_LOG = logging.getLogger(__name__)


class UnguardedEntrance(RuntimeError):
    """The app has a page, route, callback or download that no policy speaks of; the message names it."""


def guard(server: Flask) -> None:
    """Let no request through that no policy allows, and in a demonstration none from another machine."""
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    server.extensions[EXTENSION] = Places(policies.PAGES)
    server.before_request(_refuse_what_is_not_allowed)
    server.after_request(_record_export)
    server.register_error_handler(Forbidden, _refused)
    for trouble in (StoreUnavailable, UnusableRegister):
        server.register_error_handler(trouble, _out_of_order)
    server.register_error_handler(DependencyException, lambda _error: NotFound())  # no such script


def prove_guarded(
    server: Flask,
    outputs: Iterable[str],
    pages: Iterable[Mapping[str, Any]] = (),
    downloads: Collection[str] = (),
) -> None:
    """UnguardedEntrance when anything that can be asked has no policy in access/policies.py."""
    rules = {rule.rule for rule in server.url_map.iter_rules()} - policies.PAGE_ROUTES
    places = {page["path_template"] or page["path"] for page in pages}
    gaps = (
        (rules - policies.ROUTES.keys())
        | (set(outputs) - policies.OUTPUTS.keys())
        | (places - policies.PAGES.keys())
        | (set(downloads) - policies.DOWNLOADS.keys())
    )
    if gaps:
        raise UnguardedEntrance(f"access/policies.py does not name: {', '.join(sorted(gaps))}")


def may_open(place: str) -> bool:
    """Whether the reader of this request may open the page at this address."""
    asking = known_reader()
    path, _, search = place.partition("?")
    return _places().allows(asking, path, search)


def may_use(rule: str) -> bool:
    """Whether the reader of this request may ask for this route of ours."""
    asking = known_reader()
    return (asking.role if asking else None) in policies.ROUTES.get(rule, policies.NO_ONE)


def allow_page(template: str, code: str | None, partner: str | None) -> None:
    """403 when this page, of this code and with this choice of partner, is not for the reader who asks."""
    asking = known_reader()
    role = asking.role if asking else None
    if role not in policies.PAGES.get(template, policies.NO_ONE):
        abort(403)
    if asking is not None and asking.role is Role.PARTNER:
        own = {asking.partner, None}
        if partner not in own or (template in policies.OF_ONE_PARTNER and code not in own):
            abort(403)


def _refuse_what_is_not_allowed() -> Answer | Response | None:
    if door().demonstration and not is_on_this_machine(request):
        abort(403)
    if isinstance(request.routing_exception, MethodNotAllowed) and _is_interface(request):
        return None  # the interface says itself that it only answers questions
    if request.url_rule is None:
        abort(404)
    policy = _policy(request)
    if policy == policies.NO_ONE:
        abort(404)
    if request.url_rule.rule in policies.FORMS and request.method not in _OF_FORMS:
        raise MethodNotAllowed(_OF_FORMS)  # Flask lets HEAD in wherever GET goes, which carries no token
    if policy == policies.ANYONE and request.method in {"GET", "HEAD"}:
        return None  # a style sheet need not know who asks
    asking = known_reader()
    if (asking.role if asking else None) not in policy:
        return _turned_away(asking)
    if _is_of_another(asking, request):
        abort(403)
    if request.method not in {"GET", "HEAD"}:
        request.max_content_length = policies.UPLOADS.get(request.url_rule.rule, LARGEST_BODY)
        _check_what_is_sent(asking)
    return None


def _is_of_another(asking: Reader | None, asked: Request) -> bool:
    """Whether a partner asks for something of another partner."""
    if asking is None or asking.partner is None:
        return False
    named = set(asked.args.getlist("partner")) - {asking.partner}
    is_page = asked.url_rule is not None and asked.url_rule.rule in policies.PAGE_ROUTES
    return bool(named) or (is_page and not _places().allows(asking, asked.path))


def _policy(asked: Request) -> Policy:
    rule = asked.url_rule.rule if asked.url_rule else ""
    if rule in policies.PAGE_ROUTES:
        return _places().policy(asked.path)
    if rule == "/csv/<question>":
        return policies.DOWNLOADS.get((asked.view_args or {}).get("question", ""), policies.ROUTES[rule])
    return policies.ROUTES.get(rule, policies.NO_ONE)


def _turned_away(asking: Reader | None) -> Answer | Response:
    """To the door for who did not sign in and wants a page; nothing for anybody else."""
    rule = request.url_rule.rule if request.url_rule else ""
    if request.path == STATEMENT and request.method == "GET":
        return statement()  # who cannot read the door must still find out why, and whom to tell
    is_page = rule in policies.PAGE_ROUTES or rule.startswith("/beheer") or rule in policies.SCREENS
    if asking is None and is_page and request.method == "GET":
        return redirect(_to_sign_in(), 302)
    if asking is None:
        abort(401)
    if asking.role is Role.ADMINISTRATOR and request.path == "/" and request.method == "GET":
        return redirect("/beheer", 302)
    raise Forbidden


def _to_sign_in() -> str:
    onward = request.full_path.rstrip("?")
    asked = {"verder": onward} if onward != "/" else {}
    if door().was_signed_in():
        asked["verlopen"] = "1"
    if request.args.get("taal") == "en":
        asked["taal"] = "en"
    return f"/inloggen?{urlencode(asked)}" if asked else "/inloggen"


def _check_what_is_sent(asking: Reader | None) -> None:
    """Only forms and callbacks of our own pages, and only what the page at hand can ask."""
    rule = request.url_rule.rule if request.url_rule else ""
    if not _is_from_our_own_page(request):
        abort(403)
    if asking is not None and asking.viewed_by and rule in policies.FORMS.keys() - policies.WHILE_LOOKING_AS:
        abort(403)
    if rule in policies.FORMS:
        return
    if rule != "/_dash-update-component":
        abort(403)
    body: Any = request.get_json(silent=True)
    role = asking.role if asking else None
    if not is_sound(body) or role not in policies.OUTPUTS.get(body["output"], policies.NO_ONE):
        abort(403)
    if body["output"] == policies.PAGE_OUTPUT and not _places().allows(asking, *asked_page(body)):
        abort(403)


def _is_from_our_own_page(asked: Request) -> bool:
    if asked.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    here = asked.host_url.rstrip("/")
    return asked.headers.get("Origin", here) == here


def _is_interface(asked: Request) -> bool:
    return asked.path.startswith(("/api/", "/health"))


def _places() -> Places:
    found: Places = current_app.extensions[EXTENSION]
    return found


def _record_export(answer: Response) -> Response:
    """Remember who took which figures along; in a demonstration there is nobody to remember."""
    asking = None
    if request.url_rule is not None and request.url_rule.rule == "/csv/<question>":
        asking = known_reader()
    if asking is not None and asking.account is not None and answer.status_code == HTTPStatus.OK:
        seen = f" als {asking.audience.code}" if asking.viewed_by and asking.audience else ""
        about = f"{request.path.removeprefix('/csv/')}{seen}"
        record(current_app.extensions[REGISTER], Event.EXPORTED, about, account=asking.account)
    return answer


def _out_of_order(error: Exception) -> HTTPException:
    """Nothing but the status for the reader; what it was is for who reads the log."""
    _LOG.error("out of order: %s", error)
    return ServiceUnavailable()


def _refused(error: HTTPException) -> Response | HTTPException:
    """A page in our look for who wanted a page; nothing but the status for everything else."""
    rule = request.url_rule.rule if request.url_rule else ""
    is_page = rule in policies.PAGE_ROUTES or rule in policies.SCREENS
    if request.method != "GET" or not is_page or known_reader() is None:
        return error
    return screen("refused", status=403, account="/kijken-als" if door().demonstration else "/account")
