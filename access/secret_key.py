"""The key that signs our cookies: given by the administrator, or made once for a demonstration."""

import os
import secrets

from settings import Settings, UnusableSetting

_BYTES = 32


def secret_key(settings: Settings) -> bytes:
    """The key of this installation; a demonstration keeps one of its own in the home."""
    file = settings.home / "session.key"
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            _make_once(settings)
        return file.read_bytes()
    except OSError as error:
        raise UnusableSetting(
            f"{file} is niet te lezen of te maken. Controleer de rechten op de map."
        ) from error


def _make_once(settings: Settings) -> None:
    """Two workers that start together must not each keep a key: the first one linked in stays."""
    passing = settings.home / f".session.key.{os.getpid()}"
    passing.touch(mode=0o600)
    passing.write_bytes(secrets.token_bytes(_BYTES))
    try:
        os.link(passing, settings.home / "session.key")
    except FileExistsError:
        pass  # another worker was first
    finally:
        passing.unlink()
