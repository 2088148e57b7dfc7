"""Serves scripts and styles compressed once and from memory: they are most of what a first visit costs.

Dash and Flask read, hash and compress a file again at every request. What stands in the address of a script
changes with its content, so a browser may keep it for a year.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

import brotli
from flask import Flask, Request, Response, request

_PLACES = ("/assets/", "/_dash-component-suites/")
_QUALITY = 5  # a fifth of the time of the best, for a tenth more bytes
_MOST = 12 * 1024 * 1024
_YEAR, _DAY = 31_536_000, 86_400


@dataclass(frozen=True, slots=True)
class _Kept:
    body: bytes
    mimetype: str
    fingerprint: str | None


@dataclass
class _Memory:
    """The compressed files by their address, the least recently used dropped above a bound in bytes."""

    files: OrderedDict[str, _Kept] = field(default_factory=OrderedDict)
    size: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, asked: Request) -> _Kept | None:
        with self.lock:
            kept = self.files.get(asked.path)
            if kept is None or kept.fingerprint != asked.args.get("m"):
                return None
            self.files.move_to_end(asked.path)
            return kept

    def keep(self, path: str, kept: _Kept) -> None:
        with self.lock:
            before = self.files.pop(path, None)
            self.files[path] = kept
            self.size += len(kept.body) - (len(before.body) if before else 0)
            while self.size > _MOST:
                self.size -= len(self.files.popitem(last=False)[1].body)


def serve_scripts_from_memory(server: Flask) -> None:
    """Answer from memory what was asked before; register it after whatever else compresses answers."""
    memory = _Memory()

    @server.before_request
    def answer_from_memory() -> Response | None:
        if not _is_script(request) or (kept := memory.find(request)) is None:
            return None
        answer = Response(kept.body, mimetype=kept.mimetype)
        answer.headers["Content-Encoding"] = "br"
        return answer

    @server.after_request
    def keep_compressed(response: Response) -> Response:
        if not _is_script(request) or response.status_code != 200:
            return response
        if "Content-Encoding" not in response.headers:
            response.direct_passthrough = False
            body = brotli.compress(response.get_data(), quality=_QUALITY)
            memory.keep(request.path, _Kept(body, response.mimetype or "", request.args.get("m")))
            response.set_data(body)
            response.headers["Content-Encoding"] = "br"
            response.headers.pop("ETag", None)
        response.vary.add("Accept-Encoding")
        response.headers["Cache-Control"] = _keeping(request)
        return response


def _is_script(asked: Request) -> bool:
    """Whether this is a file that gains from compressing, asked by a browser that can read it so."""
    return (
        asked.method == "GET"
        and asked.path.startswith(_PLACES)
        and asked.path.endswith((".js", ".css", ".svg"))
        and asked.accept_encodings.quality("br") > 0
    )


def _keeping(asked: Request) -> str:
    """A year where the address changes with the content, a day for what Dash names without it."""
    changes = "m" in asked.args or ".v" in asked.path.rpartition("/")[2]
    return f"public, max-age={_YEAR}, immutable" if changes else f"public, max-age={_DAY}"
