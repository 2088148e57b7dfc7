"""Who may come in: the list, a new account, another role, closing, and letting somebody in again."""

from dataclasses import dataclass

from flask import Response, abort, request
from werkzeug.wrappers import Response as Answer

from access.administration.frame import PLACE, goes_to, shown
from access.reader import Role, reader
from access.readers import partners_to_choose
from data.published import PublishedFiles
from register.accounts import (
    Account,
    UnknownAccount,
    UnusableAccount,
    account_numbered,
    accounts,
    add_account,
    change_role,
    disable,
    reset,
    unlock,
)
from register.passwords import made
from register.second_factor import reset_second_factor
from register.store import Register

LIST = f"{PLACE}/accounts"


@dataclass(frozen=True)
class Accounts:
    """The pages about accounts."""

    register: Register
    published: PublishedFiles

    def listed(self) -> Response:
        """Everybody who may come in, or could."""
        return shown("accounts", section="accounts", accounts=accounts(self.register))

    def one(self, number: int) -> Response:
        """One account, and what can be done with it."""
        found = self._found(number)
        return shown("account", section="accounts", one=found, is_own=found.id == reader().account)

    def new(self) -> Response:
        """Make an account; its password is shown here and never again."""
        if request.method == "GET":
            return self._form("account_new")
        name, password = request.form.get("name", ""), made()
        try:
            role, partner = _chosen()
            add_account(self.register, name, role, password, partner, by=reader().account)
        except UnusableAccount:
            return self._form("account_new", refused=True)
        return shown("password", section="accounts", of=name.strip().lower(), password=password)

    def role(self, number: int) -> Response | Answer:
        """Give somebody another role."""
        found = self._another(number)
        if request.method == "GET":
            return self._form("account_role", one=found)
        try:
            role, partner = _chosen()
            change_role(self.register, found.name, role, partner, by=reader().account)
        except UnusableAccount:
            return self._form("account_role", one=found, refused=True)
        return goes_to(f"{LIST}/{number}")

    def close(self, number: int) -> Response | Answer:
        """Let nobody in with this account any more."""
        found = self._another(number)
        if request.method == "GET":
            return shown("account_sure", section="accounts", one=found, act="close")
        disable(self.register, found.name, by=reader().account)
        return goes_to(f"{LIST}/{number}")

    def open(self, number: int) -> Response | Answer:
        """Let somebody in again: a new password for who has one here, and a new app for codes."""
        found = self._another(number)
        if request.method == "GET":
            return shown("account_sure", section="accounts", one=found, act="open")
        password = None if found.signs_in_elsewhere else made()
        reset(self.register, found.name, password, by=reader().account)
        if password is None:
            return goes_to(f"{LIST}/{number}")
        return shown("password", section="accounts", of=found.name, password=password)

    def codes(self, number: int) -> Response | Answer:
        """Have the app for codes set up anew."""
        found = self._another(number)
        if request.method == "GET":
            return shown("account_sure", section="accounts", one=found, act="codes")
        reset_second_factor(self.register, found.id, by=reader().account)
        return goes_to(f"{LIST}/{number}")

    def unlock(self, number: int) -> Response | Answer:
        """Let somebody try again at once, who failed too often."""
        found = self._another(number)
        if request.method == "GET":
            return shown("account_sure", section="accounts", one=found, act="unlock")
        unlock(self.register, found.name, by=reader().account)
        return goes_to(f"{LIST}/{number}")

    def _form(self, name: str, *, one: Account | None = None, refused: bool = False) -> Response:
        return shown(
            name,
            section="accounts",
            status=400 if refused else 200,
            refused=refused,
            one=one,
            roles=tuple(Role),
            given=request.form,
            partners=partners_to_choose(self.published),
        )

    def _found(self, number: int) -> Account:
        try:
            return account_numbered(self.register, number)
        except UnknownAccount:
            abort(404)

    def _another(self, number: int) -> Account:
        """Not one's own: so that there is always an administrator left."""
        found = self._found(number)
        return found if found.id != reader().account else abort(403)


def _chosen() -> tuple[Role, str | None]:
    """The role and the partner of the form; UnusableAccount for a role that does not exist."""
    asked, partner = request.form.get("role", ""), request.form.get("partner", "").strip()
    if asked not in set(Role):
        raise UnusableAccount("Kies een rol.")
    role = Role(asked)
    return role, (partner or None) if role is Role.PARTNER else None
