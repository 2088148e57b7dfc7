"""Says which publication a reader would get now, so that an open page can tell that there is a newer one."""

from flask import Blueprint, Response

from access.audience import published_for_reader
from data.store import StoreUnavailable

current_version = Blueprint("current_version", __name__)


@current_version.get("/versie")
def version_now() -> Response:
    """The number of the version in force for this reader, as text; empty where there is none to read."""
    try:
        number = published_for_reader().version
    except StoreUnavailable:
        number = ""
    return Response(number, mimetype="text/plain")
