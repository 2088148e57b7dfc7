"""The addresses of the administration, and the page they start from."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response

from access.administration.accounts import LIST as ACCOUNTS
from access.administration.accounts import Accounts
from access.administration.frame import PLACE, SECTIONS, shown
from access.administration.installation import Installation
from access.administration.plan import LIST as PLAN
from access.administration.plan import PlanPages
from access.administration.policy import LIST as POLICY
from access.administration.policy import PolicyPages
from access.administration.proof import BEFORE, Proof
from access.administration.record import LIST as RECORD
from access.administration.record import Record
from access.administration.tokens import LIST as TOKENS
from access.administration.tokens import Tokens
from access.administration.versions import LIST as VERSIONS
from access.administration.versions import Versions
from access.gate import may_use
from access.screens import form_routes
from data.published import PublishedFiles
from data.store import StoreUnavailable
from register.sessions import Sessions
from register.store import Register
from settings import Settings

_FORM = ("GET", "POST")
_SENT = ("POST",)
_READ = ("GET",)
Places = list[tuple[str, Callable[..., Any], tuple[str, ...]]]


def administration(
    register: Register, published: PublishedFiles, settings: Settings, sessions: Sessions | None = None
) -> Blueprint:
    """All of it for one installation; without sessions, in a demonstration, it can only be looked at."""
    routes = form_routes("administration")
    proof = Proof(register, sessions)
    routes.before_request(proof.demanded)
    routes.register_error_handler(StoreUnavailable, _out_of_order)
    everything: Places = [
        (PLACE, _overview, _READ),
        (BEFORE, proof.ask, _FORM),
        *_about_people(register, published),
        *_about_rules(register, settings),
        *_about_figures(register, published, settings),
    ]
    for place, view, methods in everything:
        routes.add_url_rule(place, _endpoint(place), view, methods=list(methods))
    return routes


def _about_people(register: Register, published: PublishedFiles) -> Places:
    accounts, tokens = Accounts(register, published), Tokens(register, published)
    one = f"{ACCOUNTS}/<int:number>"
    return [
        (ACCOUNTS, accounts.listed, _READ),
        (f"{ACCOUNTS}/nieuw", accounts.new, _FORM),
        (one, accounts.one, _READ),
        (f"{one}/rol", accounts.role, _FORM),
        (f"{one}/sluiten", accounts.close, _FORM),
        (f"{one}/openen", accounts.open, _FORM),
        (f"{one}/codes", accounts.codes, _FORM),
        (f"{one}/ontgrendelen", accounts.unlock, _FORM),
        (TOKENS, tokens.listed, _READ),
        (f"{TOKENS}/nieuw", tokens.new, _FORM),
        (f"{TOKENS}/<int:number>/intrekken", tokens.revoke, _FORM),
    ]


def _about_rules(register: Register, settings: Settings) -> Places:
    policy, kept = PolicyPages(register, settings), Record(register)
    return [
        (POLICY, policy.listed, _READ),
        (f"{POLICY}/wijzigen", policy.change, _FORM),
        (f"{POLICY}/opnieuw", policy.again, _SENT),
        (f"{PLACE}/instellingen", Installation(settings).listed, _READ),
        (RECORD, kept.listed, _READ),
        (f"{RECORD}.csv", kept.file, _READ),
    ]


def _about_figures(register: Register, published: PublishedFiles, settings: Settings) -> Places:
    plan, versions = PlanPages(register, settings, published), Versions(register, settings)
    return [
        (PLAN, plan.listed, _FORM),
        (f"{PLAN}/overnemen", plan.take_in, _FORM),
        (f"{PLAN}/weg", plan.put_away, _SENT),
        (VERSIONS, versions.listed, _READ),
        (f"{VERSIONS}/vrijgeven", versions.release, _FORM),
        (f"{VERSIONS}/<version>", versions.one, _READ),
        (f"{VERSIONS}/<version>/terug", versions.back, _FORM),
    ]


def _out_of_order(error: Exception) -> Response:
    """What is wrong, for who can have it mended."""
    return shown("out_of_order", section="overview", status=503, why=str(error))


def _endpoint(place: str) -> str:
    """A name for Flask, which allows no full stop in one."""
    return place.removeprefix("/").replace("/", "-").replace(".", "-")


def _overview() -> Response:
    return shown("overview", section="overview", offered=[one for one in SECTIONS[1:] if may_use(one[1])])
