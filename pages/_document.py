"""The HTML document around every page: its language, and what stands there until the page is made."""

from html import escape
from typing import Any

import dash
from flask import Response, request

from access.address import language_of
from components.text import say
from pages._places import is_place

_DOCUMENT = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
<title>{title}</title>
{css}
</head>
<body>
<div id="react-entry-point"><div class="_dash-loading" role="main">
<div role="status"><h1>{loading}</h1></div></div></div>
<noscript>{no_script}</noscript>
{config}
{scripts}
{renderer}
</body>
</html>"""


class Dashboard(dash.Dash):
    """Dash with our own document; the parts that Dash fills in are the only ones it may fill in."""

    def index(self, *_arguments: Any, **_variables: Any) -> Response:
        """The document; 404 where no page will be able to answer the address, which then says so in words."""
        document = super().index()  # type: ignore[no-untyped-call]
        return Response(document, status=200 if is_place(request.path, request.args) else 404)

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The document in the language of the address."""
        language = language_of(request.args)
        return _DOCUMENT.format(
            language=language,
            title=escape(say("frame.product", language)),
            loading=escape(say("page.loading", language)),
            no_script=escape(say("page.no_script", language)),
            css=parts["css"],
            config=parts["config"],
            scripts=parts["scripts"],
            renderer=parts["renderer"],
        )
