"""How gunicorn serves `app:server`: two workers of four threads, loopback unless told otherwise."""

import os
import socket
from pathlib import Path
from typing import Any

from settings import UnusableSetting, load_settings

try:
    settings = load_settings()
except UnusableSetting as error:
    raise SystemExit(str(error)) from error
port = int(os.environ.get("PORT") or "8050")
# A demonstration answers this machine only; beyond that the gate refuses too.
host = (settings.is_production and os.environ.get("HOST")) or "127.0.0.1"
bind = f"{host}:{port}"
if settings.is_production and settings.entrance.certificate and settings.entrance.certificate_key:
    certfile = str(settings.entrance.certificate)
    keyfile = str(settings.entrance.certificate_key)
worker_class = "gthread"
workers = 2
threads = 4
# A published file may not be opened before the fork: DuckDB does not survive one.
preload_app = False
graceful_timeout = 20
timeout = 60
keepalive = 5
loglevel = "warning"
# The register holds who may read what: for its owner only.
umask = 0o077
control_socket_disable = True
# The heartbeat of a worker must not wait for a slow disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108


def on_starting(_server: Any) -> None:
    """Say in words what is missing, or that somebody else answers here, instead of retrying."""
    if settings.is_production:
        _check_ready()
    if "GUNICORN_FD" in os.environ:
        return
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise SystemExit(f"Poort {port} is al in gebruik. Kies een andere: make run PORT={port + 1}")


def _check_ready() -> None:
    from access.production import NotReady, check_ready
    from register.store import Register

    try:
        check_ready(settings, Register(settings))
    except NotReady as error:
        raise SystemExit(str(error)) from error


def when_ready(_server: Any) -> None:
    """Say where to look, as soon as a browser would be answered."""
    address = settings.entrance.address if settings.is_production else f"http://127.0.0.1:{port}"
    print(f"Smart Dashboard staat klaar: open {address} (stoppen met Ctrl+C).", flush=True)


def post_worker_init(_worker: Any) -> None:
    """Let the worker pay for its first query before a reader has to wait for it."""
    from data.store import warm_up

    warm_up()
