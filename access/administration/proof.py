"""Asks who keeps the administration for a second factor again, before something is changed."""

from dataclasses import dataclass
from functools import partial

from flask import Response, abort, redirect, request, session
from werkzeug.wrappers import Response as Answer

from access import policies
from access.administration.frame import PLACE, goes_to, shown, to
from access.reader import door, reader
from access.session_door import SECRET
from register import second_factor
from register.accounts import account_numbered
from register.attempts import code_opens
from register.sessions import Sessions
from register.store import Register

BEFORE = f"{PLACE}/bewijs"


@dataclass(frozen=True)
class Proof:
    """Fresh proof for one register; in a demonstration nothing can be changed, so none is asked."""

    register: Register
    sessions: Sessions | None

    def demanded(self) -> Answer | None:
        """Where somebody goes first who may change this, but gave no second factor for a while."""
        if door().demonstration and (request.method == "POST" or _rule() in policies.PROVEN):
            abort(403)
        if _rule() not in policies.PROVEN or self._is_fresh():
            return None
        return redirect(to(BEFORE, verder=request.path), 303)

    def ask(self) -> Response | Answer:
        """Ask for the digits of the app; a recovery code is for who lost it, and stays for signing in."""
        own = account_numbered(self.register, reader().account or abort(404))
        if request.method == "GET":
            return self._asked(has_app=own.has_second_factor)
        fits = partial(second_factor.check, self.register, own.id, request.form.get("code", ""))
        if not own.has_second_factor or not code_opens(self.register, own.id, fits):
            return self._asked(has_app=own.has_second_factor, refused=True, status=401)
        if self.sessions is not None:
            self.sessions.prove(session[SECRET])
        return goes_to(_onward())

    def _asked(self, *, has_app: bool, status: int = 200, refused: bool = False) -> Response:
        return shown("proof", section="", status=status, has_app=has_app, refused=refused, onward=_onward())

    def _is_fresh(self) -> bool:
        return self.sessions is not None and self.sessions.is_proven(session[SECRET])


def _rule() -> str:
    return request.url_rule.rule if request.url_rule else ""


def _onward() -> str:
    """Only a page of the administration; an address that leads elsewhere is forgotten."""
    asked = request.args.get("verder", "")
    is_ours = asked.startswith(f"{PLACE}/") and asked.isascii() and asked.isprintable()
    return asked if is_ours and not set(asked) & set("?#&\\%") else PLACE
