"""Opens the door that the settings ask for: a demonstration on this machine, or signing in."""

import logging

from flask import Flask

from access.administration.pages import administration
from access.demonstration import DemonstrationDoor, demonstration
from access.elsewhere import START, work_accounts
from access.own_account import OwnAccount
from access.production import check_ready, configure, limits
from access.rates import limit_rates
from access.reader import EXTENSION
from access.screens import protection
from access.secret_key import secret_key
from access.session_door import REGISTER, SessionDoor
from access.signing_in import SigningIn
from data.published import PublishedFiles
from data.store import StoreUnavailable
from domain.audience import STEERING
from queries.publication import publication
from register.second_factor import seal_anew
from register.sessions import Sessions
from register.store import Register
from settings import Settings, UnusableSetting

_LOG = logging.getLogger(__name__)


def open_door(server: Flask, published: PublishedFiles, settings: Settings) -> None:
    """Let readers in; NotReady when a production server misses something."""
    server.config.update(
        SESSION_COOKIE_SAMESITE="Lax", WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None
    )
    protection.init_app(server)
    if settings.is_production:
        _let_sign_in(server, published, settings)
    else:
        _check_fictional(published, settings)
        server.config.update(SECRET_KEY=secret_key(settings), SESSION_COOKIE_NAME="smartdash")
        server.extensions[EXTENSION] = DemonstrationDoor()
        server.register_blueprint(demonstration(published))
        server.register_blueprint(administration(Register(settings), published, settings))


def _check_fictional(published: PublishedFiles, settings: Settings) -> None:
    """UnusableSetting for figures of real people while nobody said how readers come in."""
    if settings.mode is not None:
        return
    try:
        is_fictional = publication(published.open(STEERING.file)).fictional
    except StoreUnavailable:
        return
    if not is_fictional:
        raise UnusableSetting(
            "Deze cijfers zijn niet fictief. Zeg met de instelling mode hoe lezers binnenkomen:"
            " production (met inloggen, zie docs/deploy.md), of demo (wie deze computer gebruikt ziet alles)."
        )


def _seal_anew(register: Register) -> None:
    """After a new key everything kept is sealed with it, so that the old one can go."""
    unopened = seal_anew(register)
    if unopened:
        _LOG.warning(
            "Van %d accounts is de tweede factor niet te lezen: hun sleutel staat niet in secret_key_file."
            " Zet hem terug onder de nieuwe, of doe: user reset",
            unopened,
        )


def _let_sign_in(server: Flask, published: PublishedFiles, settings: Settings) -> None:
    register = server.extensions[REGISTER] = Register(settings)
    check_ready(settings, register)
    _seal_anew(register)
    configure(server, settings.entrance)
    limit_rates(server)
    idle, longest = limits(settings.entrance)
    sessions = Sessions(register, idle=idle, longest=longest)
    server.extensions[EXTENSION] = SessionDoor(sessions)
    elsewhere = START if settings.entrance.elsewhere else None
    signing_in = SigningIn(register, sessions, elsewhere)
    server.register_blueprint(signing_in.routes())
    accounts = work_accounts(server, settings.entrance, signing_in)
    if accounts is not None:
        server.register_blueprint(accounts.routes())
    server.register_blueprint(OwnAccount(register, sessions, published).routes())
    server.register_blueprint(administration(register, published, settings, sessions))
