"""Signing in with a work account: OpenID Connect, found by discovery, with state, nonce and PKCE.

The provider says who somebody is and in which groups; the settings say which role a group has here.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, Flask, Response
from requests import RequestException
from werkzeug.wrappers import Response as Answer

from access.reader import Reader, Role, parse_reader
from access.screens import form_routes, screen
from access.signing_in import SigningIn
from register.accounts import Account, account_from_elsewhere
from settings import Elsewhere, Entrance, UnusableSetting

START = "/inloggen/werkaccount"
BACK = "/inloggen/terug"
_NAME = "elsewhere"
_PATIENCE = 10  # seconds for one answer of the provider
_SECOND_FACTORS = {"mfa", "otp", "hwk", "fido"}
_LOG = logging.getLogger(__name__)
# What somebody may do most goes first: who is in two groups gets the role of the first.
_ORDER = (Role.ADMINISTRATOR, Role.DATA_OFFICER, Role.ALDERMAN, Role.STEERING, Role.PARTNER)


@dataclass(frozen=True)
class WorkAccounts:
    """The way out to the provider and back."""

    provider: Any
    told: Elsewhere
    address: str
    signing_in: SigningIn

    def routes(self) -> Blueprint:
        """The two addresses that the provider knows of."""
        routes = form_routes(_NAME)
        routes.add_url_rule(START, "start", self.start)
        routes.add_url_rule(BACK, "back", self.back)
        return routes

    def start(self) -> Answer | Response:
        """Send the reader to the provider."""
        try:
            answer: Answer = self.provider.authorize_redirect(f"{self.address}{BACK}")
        except (AuthlibBaseError, RequestException) as error:
            return _failed(error)
        return answer

    def back(self) -> Answer | Response:
        """Take somebody in whom the provider sent back, when a group gives a role here."""
        try:
            claims: Mapping[str, Any] = self.provider.authorize_access_token()["userinfo"]
        except (AuthlibBaseError, RequestException, KeyError, ValueError) as error:
            return _failed(error)
        reader = reader_of_groups(claims.get(self.told.claim), self.told.groups)
        account = self._account(claims, reader) if reader else None
        if account is None:
            return screen("no_role", status=403)
        proven = self.told.trusts_second_factor or bool(_SECOND_FACTORS & set(claims.get("amr") or ()))
        return self.signing_in.goes_on(account, is_proven=proven)

    def _account(self, claims: Mapping[str, Any], reader: Reader) -> Account | None:
        """The account of this person here, made at a first visit; None when it was closed here."""
        named = claims.get("preferred_username") or claims.get("email") or claims["sub"]
        subject = f"{claims['iss']}|{claims['sub']}"
        return account_from_elsewhere(
            self.signing_in.register, subject, str(named), reader.role, reader.partner
        )


def work_accounts(server: Flask, entrance: Entrance, signing_in: SigningIn) -> WorkAccounts | None:
    """The way in through the provider of the settings; None when they name none."""
    told = entrance.elsewhere
    if told is None:
        return None
    for role in told.groups.values():
        if parse_reader(role) is None:
            raise UnusableSetting(f"In oidc.groups staat '{role}'; dat is geen rol, en geen partner:CODE.")
    provider = OAuth(server).register(
        _NAME,
        client_id=told.client,
        client_secret=told.secret,
        server_metadata_url=f"{told.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile email",
            "code_challenge_method": "S256",
            "default_timeout": _PATIENCE,
        },
    )
    return WorkAccounts(provider, told, (entrance.address or "").rstrip("/"), signing_in)


def reader_of_groups(groups: Any, roles: Mapping[str, str]) -> Reader | None:
    """What the groups of somebody make them here; None when none of them has a role."""
    named = groups if isinstance(groups, list) else [groups]
    found = [parse_reader(roles[one]) for one in named if isinstance(one, str) and one in roles]
    known = [reader for reader in found if reader is not None]
    return min(known, key=lambda reader: _ORDER.index(reader.role), default=None)


def _failed(error: Exception) -> Response:
    # Only the kind: the text may hold what the provider said about somebody.
    _LOG.warning("signing in elsewhere failed: %s", type(error).__name__)
    return screen("elsewhere_failed", status=400)
