"""The door in production: who signed in, by the secret in the cookie and the session in the register."""

from flask import request, session

from access.policies import BY_ITSELF
from access.reader import Reader, parse_reader
from domain.role import Role
from register.sessions import Sessions, SignedIn

REGISTER = "smartdash.register"
SECRET = "session"  # noqa: S105 - where the cookie holds it


class SessionDoor:
    """Nobody comes in without a session that is still going on."""

    demonstration = False

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def reader(self) -> Reader | None:
        """Who signed in; an administrator who looks as somebody is that reader."""
        secret = session.get(SECRET)
        by_reader = request.path not in BY_ITSELF
        found = self._sessions.find(secret, by_reader=by_reader) if isinstance(secret, str) else None
        return _reader(found) if found else None

    def was_signed_in(self) -> bool:
        """Whether the cookie still holds a session, although it is over."""
        return SECRET in session


def _reader(found: SignedIn) -> Reader:
    if found.viewing and found.role is Role.ADMINISTRATOR:
        viewed = parse_reader(found.viewing)
        if viewed is not None:
            return Reader(viewed.role, viewed.partner, viewed_by=found.name, account=found.account)
    return Reader(found.role, found.partner, found.name, account=found.account)
