"""The addresses of the interface: who asks, what is asked, and the answer as JSON or CSV."""

import hashlib
import logging
import secrets
import traceback
from collections.abc import Callable, Mapping
from functools import partial, update_wrapper
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from api.carriers import CSV_TYPE, JSON_TYPE, json_bytes, rows_as_csv
from api.description import description
from api.parameters import read_question
from api.problems import NO_SUCH_PAGE, OUT_OF_ORDER, READ_ONLY, Refused, Sentence, unexpected
from api.reader import audience_asking, version_for
from api.resources import RESOURCES, Resource
from data.published import Published, PublishedFiles
from data.store import StoreUnavailable
from domain.audience import STEERING, Audience
from queries.api_codes import api_codes
from queries.publication import publication
from register.store import Register, UnusableRegister
from settings import Settings

PAGE_ROWS = 1000
_LOG = logging.getLogger(__name__)
_REVALIDATE = {
    "Cache-Control": "private, no-cache",
    "Vary": "Authorization",
    "X-Content-Type-Options": "nosniff",
}
_FORGET = {**_REVALIDATE, "Cache-Control": "no-store"}
# A release that changes the answers changes the description, so that no cache keeps the old ones.
_SHAPE = hashlib.sha256(json_bytes(description({}))).hexdigest()


def register_api(server: Flask, published: PublishedFiles, settings: Settings) -> None:
    """Add the interface to the server; it answers from these published files and no others."""
    interface = Interface(published, Register(settings), public=settings.public)
    routes = Blueprint("api", __name__)
    views: list[tuple[str, str, Callable[..., Response]]] = [
        ("/health", "health", interface.health),
        ("/api/v1/openapi.json", "openapi", interface.openapi),
        ("/api/v1/version", "version", interface.version),
        *((f"/api/v1/{one.name}", one.name, _named(interface, one)) for one in RESOURCES),
        ("/api/", "nothing", _elsewhere),
        ("/api/<path:rest>", "elsewhere", _elsewhere),
    ]
    for address, name, view in views:
        routes.add_url_rule(address, name, view)
    routes.register_error_handler(Exception, _problem)
    server.register_blueprint(routes)
    server.register_error_handler(MethodNotAllowed, _read_only)


def _named(interface: "Interface", resource: Resource) -> Callable[..., Response]:
    """The view of one resource; what counts requests wants a view to have a name."""
    return update_wrapper(partial(interface.page, resource), interface.page)


class Interface:
    """Answers one request at a time, each from the published file of whoever asks."""

    def __init__(self, published: PublishedFiles, register: Register, *, public: bool) -> None:
        self._published = published
        self._register = register
        self._public = public

    def health(self) -> Response:
        """Whether figures are served, and of which version; 503 when there are none."""
        try:
            served = version_for(STEERING, self._published)
        except Refused:
            return _json({"status": "nothing_published", "version": None}, _FORGET, 503)
        except StoreUnavailable:
            return _json({"status": "out_of_order", "version": None}, _FORGET, 503)
        return _json({"status": "ok", "version": served.version}, _FORGET)

    def openapi(self) -> Response:
        """The description; with a token the codes of that reader's publication are in it."""
        if "Authorization" not in request.headers:
            return _json(description({}), _REVALIDATE)
        _, served = self._reader()
        return _json(description(api_codes(served)), _REVALIDATE)

    def version(self) -> Response:
        """Which publication this reader sees."""
        audience, served = self._reader()
        read_question(request.args.items(multi=True), (), {})
        headers = _cached(audience, served)
        if _is_known(headers["ETag"]):
            return Response(status=304, headers=headers)
        about = publication(served)
        answer = {
            **_stamp(served),
            "today": about.today,
            "audience": audience.code,
            "fictional": about.fictional,
            "min_clients": about.min_clients,
        }
        return _json(answer, headers)

    def page(self, resource: Resource) -> Response:
        """One page of the rows of a resource."""
        audience, served = self._reader()
        codes = api_codes(served) if resource.choices else {}
        asked = read_question(request.args.items(multi=True), resource.parameters, codes)
        headers = _cached(audience, served)
        if _is_known(headers["ETag"]):
            return Response(status=304, headers=headers)
        return _page_of_rows(resource, served, asked, headers)

    def _reader(self) -> tuple[Audience, Published]:
        audience = audience_asking(request.headers, self._register, public=self._public)
        return audience, version_for(audience, self._published)


def _page_of_rows(
    resource: Resource, served: Published, asked: Mapping[str, Any], headers: dict[str, str]
) -> Response:
    number = asked.get("page", 1)
    found = resource.answer(served, asked, PAGE_ROWS + 1, (number - 1) * PAGE_ROWS)
    rows = found[:PAGE_ROWS]
    following = None
    if len(found) > PAGE_ROWS:
        following = f"{request.path}?{urlencode({**asked, 'page': number + 1})}"
        headers["Link"] = f'<{following}>; rel="next"'
    if asked.get("format") == "csv":
        name = f"{resource.name}-{served.version}-{number}.csv"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return Response(rows_as_csv(resource.row, rows), headers=headers, content_type=CSV_TYPE)
    return _json({**_stamp(served), "rows": rows, "next": following}, headers)


def _stamp(served: Published) -> dict[str, Any]:
    """Which publication an answer is from; the moment with its distance to UTC."""
    about = publication(served)
    return {
        "version": about.version,
        "published_at": about.published_at.astimezone().isoformat("T", "seconds"),
    }


def _cached(audience: Audience, served: Published) -> dict[str, str]:
    """A version changes only by being made again, so with the reader it tells whether an answer is good."""
    made = f"{audience.code} {publication(served).remade_at} {_SHAPE}"
    shape = hashlib.sha256(made.encode()).hexdigest()[:12]
    return {**_REVALIDATE, "ETag": f'"{served.version}-{shape}"'}


def _is_known(etag: str) -> bool:
    known = request.if_none_match
    plain = etag.strip('"')
    # A server in between that compresses the answer marks the ETag, as in "000001-ab:br" or W/"000001-ab".
    return known.star_tag or any(tag.partition(":")[0] == plain for tag in known.as_set(include_weak=True))


def _elsewhere(**_rest: str) -> Response:
    raise Refused(404, NO_SUCH_PAGE)


def _problem(error: Exception) -> Response | HTTPException:
    match error:
        case Refused():
            return _said(error.status, error.sentence)
        case StoreUnavailable() | UnusableRegister():
            return _said(503, OUT_OF_ORDER)
        case HTTPException():
            return error
    reference = secrets.token_hex(4)
    place = traceback.extract_tb(error.__traceback__)[-1]
    # Only where and what kind: the text of an error may hold what somebody sent.
    _LOG.error("%s: %s in %s:%s", reference, type(error).__name__, place.filename, place.lineno)
    return _said(500, unexpected(reference))


def _read_only(error: MethodNotAllowed) -> Response | MethodNotAllowed:
    if not request.path.startswith("/api/") and request.path != "/health":
        return error
    answer = _said(405, READ_ONLY)
    answer.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return answer


def _said(status: int, sentence: Sentence) -> Response:
    answer = _json({"error": sentence.dutch, "error_en": sentence.english}, _FORGET, status)
    if status == 401:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="Smart Dashboard"'
    return answer


def _json(answer: Any, headers: Mapping[str, str], status: int = 200) -> Response:
    return Response(json_bytes(answer), status=status, headers=dict(headers), content_type=JSON_TYPE)
