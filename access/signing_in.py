"""Signing in, step by step: password, then the second factor where it is needed, then a session."""

import time
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

import segno
from flask import Blueprint, Response, abort, redirect, request, session, url_for
from werkzeug.wrappers import Response as Answer

from access.address import language_of
from access.screens import form_routes, screen
from access.session_door import SECRET
from register import second_factor
from register.accounts import Account, UnknownAccount, account_numbered
from register.attempts import code_opens, signed_in_with_password
from register.sealing import UnopenedSecret
from register.sessions import Sessions
from register.store import Register

PLACE = "/inloggen"
_PENDING, _ONWARD, _APP = "half_done", "onward", "app"
_PENDING_SECONDS = 600


@dataclass(frozen=True)
class SigningIn:
    """The steps, for one register; `elsewhere` is where somebody can sign in instead, if anywhere."""

    register: Register
    sessions: Sessions
    elsewhere: str | None = None

    def routes(self) -> Blueprint:
        """The addresses of the steps."""
        routes = form_routes("signing_in")
        forms = {"GET", "POST"}
        routes.add_url_rule(PLACE, "password", self.password, methods=forms)
        routes.add_url_rule(f"{PLACE}/code", "code", self.code, methods=forms)
        routes.add_url_rule(f"{PLACE}/instellen", "enrol", self.enrol, methods=forms)
        return routes

    def password(self) -> Response | Answer:
        """Ask for a name and a password."""
        if request.method == "GET":
            _remember_onward(request.args.get("verder", ""))
            return self._ask_password(expired="verlopen" in request.args)
        name, password = request.form.get("name", ""), request.form.get("password", "")
        found = signed_in_with_password(self.register, name, password)
        return self.goes_on(found) if found else self._ask_password(refused=True, status=401)

    def code(self) -> Response | Answer:
        """Ask for the digits of the app, or a recovery code."""
        waiting = self._waiting()
        if not waiting.has_second_factor:
            return _to("enrol")
        if request.method == "GET":
            return screen("code")
        if code_opens(self.register, waiting.id, partial(self._opens, waiting.id)):
            return self.let_in(waiting.id, is_proven=True)
        return screen("code", status=401, refused=True)

    def enrol(self) -> Response | Answer:
        """Put the second factor in an app, and prove that it works there."""
        waiting = self._waiting()
        if waiting.has_second_factor:
            return _to("code")
        if request.method != "POST":
            return self._show_app(waiting, self._new_app())
        secret = self._app() or self._new_app()
        fits = partial(second_factor.confirm, self.register, waiting.id, secret, request.form.get("code", ""))
        if not code_opens(self.register, waiting.id, fits):
            return self._show_app(waiting, secret, refused=True)
        codes = second_factor.new_recovery_codes(self.register, waiting.id)
        onward = self.let_in(waiting.id, is_proven=True).headers["Location"]
        return screen("recovery_codes", codes=codes, onward=onward)

    def goes_on(self, found: Account, *, is_proven: bool = False) -> Answer:
        """Where this account goes after its first factor; `is_proven` when a second was asked elsewhere."""
        if is_proven or not (found.role.needs_second_factor or found.has_second_factor):
            return self.let_in(found.id, is_proven=is_proven)
        return asks_second_factor(found)

    def let_in(self, number: int, *, is_proven: bool = False) -> Answer:
        """Begin a session and go where the reader wanted to be; nothing of before is kept in the cookie."""
        onward = session.get(_ONWARD) or f"/{_language()}"
        session.clear()
        session[SECRET] = self.sessions.begin(number, is_proven=is_proven)
        return redirect(onward, 303)

    def _new_app(self) -> str:
        """A secret for this browser alone: who saw the page before, elsewhere, saw another one."""
        secret = second_factor.begin()
        session[_APP] = self.register.seal.seal(secret)
        return secret

    def _app(self) -> str | None:
        try:
            return self.register.seal.open(session[_APP]) if _APP in session else None
        except UnopenedSecret:
            return None

    def _show_app(self, waiting: Account, secret: str, *, refused: bool = False) -> Response:
        picture = segno.make(second_factor.provisioning(secret, waiting.name)).svg_inline(
            scale=5, svgclass="qr", lineclass=None, omitsize=True
        )
        status = 401 if refused else 200
        is_asked = waiting.role.needs_second_factor
        return screen(
            "enrol", secret=secret, picture=picture, is_asked=is_asked, refused=refused, status=status
        )

    def _opens(self, number: int) -> bool:
        offered = request.form.get("code", "")
        digits = offered.replace(" ", "")
        if digits.isdecimal() and len(digits) <= _LONGEST_DIGITS:
            return second_factor.check(self.register, number, offered)
        return second_factor.use_recovery_code(self.register, number, offered)

    def _ask_password(self, *, status: int = 200, **values: bool) -> Response:
        return screen("sign_in", status=status, elsewhere=self.elsewhere, **values)

    def _waiting(self) -> Account:
        """Who gave the right password just now; back to the start for anybody else.

        Nothing of it is left once the account is signed out everywhere: the password may be another one.
        """
        number, since, sign_outs = session.get(_PENDING) or (0, 0, 0)
        if time.time() - since > _PENDING_SECONDS:
            abort(redirect(f"{PLACE}{_language()}", 303))
        try:
            found = account_numbered(self.register, number)
        except UnknownAccount:
            abort(redirect(f"{PLACE}{_language()}", 303))
        if found.disabled_at or found.asks_unlocking or found.sign_outs != sign_outs:
            abort(redirect(f"{PLACE}{_language()}", 303))
        return found


_LONGEST_DIGITS = 8


def asks_second_factor(found: Account) -> Answer:
    """The step after the right password: a code of the app, or setting one up."""
    session.pop(_APP, None)
    session[_PENDING] = [found.id, int(time.time()), found.sign_outs]
    return _to("code" if found.has_second_factor else "enrol")


def _to(step: str) -> Answer:
    return redirect(url_for(f"signing_in.{step}") + _language(), 303)


def _language() -> str:
    return "?taal=en" if language_of(request.args) == "en" else ""


def _remember_onward(place: str) -> None:
    """Only a place of ours: an address that leads elsewhere is forgotten."""
    plain = unquote(place)
    if plain.startswith("/") and not plain.startswith(("//", "/\\")) and plain.isprintable():
        session[_ONWARD] = place
