"""Your account: password, codes and signing out; for an administrator also looking as somebody else."""

from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response, abort, redirect, request, session
from werkzeug.wrappers import Response as Answer

from access.reader import Role, parse_reader, reader
from access.readers import WITH_FIGURES, partners_to_choose
from access.screens import form_routes, screen
from access.session_door import SECRET
from access.signing_in import asks_second_factor
from data.published import PublishedFiles
from register import second_factor
from register.accounts import Account, account_numbered, change_password
from register.attempts import code_opens, signed_in_with_password
from register.passwords import UnusablePassword
from register.sessions import Sessions
from register.store import Register

PLACE = "/account"
OUT = "/uitloggen"


@dataclass(frozen=True)
class OwnAccount:
    """The pages of who is signed in."""

    register: Register
    sessions: Sessions
    published: PublishedFiles

    def routes(self) -> Blueprint:
        """Their addresses."""
        routes = form_routes("account")
        routes.add_url_rule(PLACE, "show", self.show)
        for place, view in (
            (f"{PLACE}/wachtwoord", self.new_password),
            (f"{PLACE}/herstelcodes", self.new_codes),
            (f"{PLACE}/tweede-sleutel", self.begin_second_factor),
            (f"{PLACE}/kijken-als", self.look_as),
            (OUT, self.sign_out),
            (f"{OUT}/overal", self.sign_out_everywhere),
        ):
            routes.add_url_rule(place, view.__name__, view, methods=["POST"])
        return routes

    def show(self, *, status: int = 200, said: str | None = None) -> Response:
        """Who you are here, and what you can change."""
        asking, own = reader(), self._own()
        looks_along = own.role is Role.ADMINISTRATOR
        return screen(
            "account",
            status=status,
            said=said,
            own=own,
            asking=asking,
            left=second_factor.unused_recovery_codes(self.register, own.id),
            roles=WITH_FIGURES if looks_along else (),
            partners=partners_to_choose(self.published) if looks_along else (),
        )

    def new_password(self) -> Response:
        """Change the password, for who knows the one in use."""
        own = self._own()
        if signed_in_with_password(self.register, own.name, request.form.get("password", "")) is None:
            return self.show(status=401, said="password_wrong")
        try:
            change_password(self.register, own.id, request.form.get("new_password", ""))
        except UnusablePassword:
            return self.show(status=400, said="password_length")
        session[SECRET] = self.sessions.begin(own.id)  # all others ended with the old password
        return self.show(said="password_changed")

    def new_codes(self) -> Response:
        """Show ten new recovery codes, for who has the app at hand."""
        own = self._own()
        fits = partial(second_factor.check, self.register, own.id, request.form.get("code", ""))
        if not own.has_second_factor or not code_opens(self.register, own.id, fits):
            return self.show(status=401, said="code_wrong")
        codes = second_factor.new_recovery_codes(self.register, own.id)
        return screen("recovery_codes", codes=codes, onward=PLACE)

    def begin_second_factor(self) -> Response | Answer:
        """Go and set up an app for codes, for who wants one and knows the password."""
        own = self._own()
        if own.has_second_factor or own.signs_in_elsewhere:
            abort(404)
        found = signed_in_with_password(self.register, own.name, request.form.get("password", ""))
        return asks_second_factor(found) if found else self.show(status=401, said="password_wrong")

    def look_as(self) -> Answer:
        """Look as another reader, or no longer; only an administrator may."""
        own = self._own()
        if own.role is not Role.ADMINISTRATOR:
            abort(403)
        wanted = request.form.get("reader", "")
        viewed = parse_reader(wanted)
        if wanted and (viewed is None or viewed.audience is None):
            abort(400)
        self.sessions.view_as(session[SECRET], own.id, wanted or None)
        return redirect("/" if wanted else PLACE, 303)

    def sign_out(self) -> Answer:
        """End this session."""
        own = self._own()
        self.sessions.end(session[SECRET], own.id)
        return _left()

    def sign_out_everywhere(self) -> Answer:
        """End every session of this account."""
        self.sessions.end_everywhere(self._own().id)
        return _left()

    def _own(self) -> Account:
        return account_numbered(self.register, reader().account or abort(401))


def _left() -> Answer:
    session.clear()
    return redirect("/inloggen?uit=1", 303)
