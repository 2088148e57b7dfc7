"""The composition root: settings, published files, the gate, then Dash; a web server serves `app:server`."""

from pathlib import Path

import dash
from dash import html
from flask import Flask
from flask_compress import Compress

from access.audience import EXTENSION
from access.entrance import open_door
from access.gate import guard, prove_guarded
from access.headers import send_security_headers
from access.scripts import serve_scripts_from_memory
from api import register_api
from api.current_version import current_version
from api.downloads import ANSWERS, downloads
from data.published import PublishedFiles
from pages._document import Dashboard
from settings import Settings, load_settings

PROJECT = Path(__file__).resolve().parent


def create_app(settings: Settings) -> dash.Dash:
    """The whole dashboard for one installation."""
    server = Flask(__name__, static_folder=None)
    published = server.extensions[EXTENSION] = PublishedFiles(settings)
    open_door(server, published, settings)
    server.register_blueprint(downloads)
    server.register_blueprint(current_version)
    register_api(server, published, settings)
    app = Dashboard(
        __name__,
        server=server,  # type: ignore[arg-type]
        use_pages=True,
        pages_folder=str(PROJECT / "pages"),
        assets_folder=str(PROJECT / "assets"),
        include_pages_meta=False,
        suppress_callback_exceptions=True,
        update_title="",
        enable_mcp=False,
    )
    guard(server)  # after Dash, whose own hooks only set it up at a first request
    app.layout = html.Div([dash.page_container])
    Compress(server)
    serve_scripts_from_memory(server)
    send_security_headers(app)
    prove_guarded(server, app.callback_map, dash.page_registry.values(), ANSWERS)
    _answer_once(server)
    return app


def _answer_once(server: Flask) -> None:
    """Ask a first page: Dash sets itself up during its first request, and fails one that comes meanwhile."""
    server.test_client().get("/")


server = create_app(load_settings()).server
