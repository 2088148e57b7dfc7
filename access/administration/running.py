"""Has the command line do what a web worker must not: read deliveries, and compute figures.

It runs as a process of its own, at low priority for what takes minutes, so that readers do not wait.
"""

import os
import subprocess
import sys
import threading

from settings import PROJECT, Settings

PATIENCE = 50
"""Seconds for a command that a page waits for: less than the server gives a request."""
_LATER = 3  # how a command ends that came at the wrong moment
_LOWEST = 19


class TookTooLong(RuntimeError):
    """The command was stopped, and changed nothing."""


class CameTooEarly(RuntimeError):
    """Something else was busy with the deliveries; a minute later it may work."""


def answered(settings: Settings, *arguments: str) -> tuple[bool, str]:
    """Whether the command succeeded, and what it printed; TookTooLong, or CameTooEarly."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with arguments of our own
            _command(arguments),
            cwd=PROJECT,
            env=_environment(settings),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise TookTooLong from error
    if done.returncode == _LATER:
        raise CameTooEarly
    return done.returncode == 0, done.stdout


def begin(settings: Settings, *arguments: str) -> None:
    """Start a command that goes on by itself, also when this worker ends."""
    log = settings.home / "beheer.log"
    with log.open("a", encoding="utf-8") as told:
        process = subprocess.Popen(  # noqa: S603 - our own program, with arguments of our own
            _command(arguments),
            cwd=PROJECT,
            env=_environment(settings),
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
            start_new_session=True,
        )
    os.setpriority(os.PRIO_PROCESS, process.pid, _LOWEST)
    threading.Thread(target=process.wait, daemon=True).start()  # so that it leaves nothing behind


def _command(arguments: tuple[str, ...]) -> list[str]:
    return [sys.executable, str(PROJECT / "manage.py"), *arguments]


def _environment(settings: Settings) -> dict[str, str]:
    """Ours, with where this installation is; `mode` decides how a publication is protected."""
    own = {"SMARTDASH_HOME": str(settings.home), "SMARTDASH_KEY_FILE": str(settings.key_file)}
    return {**os.environ, **own, **({"SMARTDASH_MODE": settings.mode} if settings.mode else {})}
