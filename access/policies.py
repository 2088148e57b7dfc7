"""Who may open what: every page, route, callback and download by name. What is not named here does not start.

A page or address that you add gets its line here; None stands for somebody who did not sign in.
"""

from collections.abc import Mapping

from domain.role import Role

Policy = frozenset[Role | None]

FIGURES: Policy = frozenset(set(Role) - {Role.ADMINISTRATOR})
INSIDE: Policy = frozenset(Role)
ANYONE: Policy = frozenset({*Role, None})
ADMINISTRATORS: Policy = frozenset({Role.ADMINISTRATOR})
DATA_OFFICERS: Policy = frozenset({Role.DATA_OFFICER})
KEEPERS: Policy = ADMINISTRATORS | DATA_OFFICERS
NO_ONE: Policy = frozenset()

PAGES: Mapping[str, Policy] = {
    "/": FIGURES,
    "/aanlevering": FIGURES,
    "/balans": FIGURES,
    "/doelen": FIGURES,
    "/doelen/<code>": FIGURES,
    "/indicatoren/<code>": FIGURES,
    "/methode": FIGURES,
    "/methode/<code>": FIGURES,
    "/ogsm": FIGURES,
    "/partners": FIGURES,
    "/partners/<code>": FIGURES,
    "/toegankelijkheid": FIGURES,
    "/trends": FIGURES,
    "/vergelijken": FIGURES,
    "/zoeken": FIGURES,
    "/zorgpaden": FIGURES,
    "/404": FIGURES,
}
"""By the address a page registered; which figures are in it follows from the file of the reader."""

OF_ONE_PARTNER = frozenset({"/partners/<code>"})
"""Pages whose code is a partner's: for a partner only its own."""

DOWNLOADS: Mapping[str, Policy] = {
    "aanlevering": FIGURES,
    "doelen": FIGURES,
    "doorgaand": FIGURES,
    "balans": FIGURES,
    "hulppakketten": FIGURES,
    "leveringen": FIGURES,
    "redenen": FIGURES,
    "trechter": FIGURES,
    "uitsplitsing": FIGURES,
    "vergelijking": FIGURES,
    "verloop": FIGURES,
    "volledigheid": FIGURES,
    "zorgpaden": FIGURES,
}

PAGE_OUTPUT = ".._pages_content.children..._pages_store.data.."
OUTPUTS: Mapping[str, Policy] = {
    PAGE_OUTPUT: FIGURES,
    "_pages_dummy.children": NO_ONE,  # the title is set in the browser; the server has no answer
}

PAGE_ROUTES = frozenset({"/", "/<path:path>"})
"""The document around every page: its policy is that of the page."""

PROVEN: Mapping[str, Policy] = {
    "/beheer/accounts/nieuw": ADMINISTRATORS,
    "/beheer/accounts/<int:number>/rol": ADMINISTRATORS,
    "/beheer/accounts/<int:number>/sluiten": ADMINISTRATORS,
    "/beheer/accounts/<int:number>/openen": ADMINISTRATORS,
    "/beheer/accounts/<int:number>/codes": ADMINISTRATORS,
    "/beheer/accounts/<int:number>/ontgrendelen": ADMINISTRATORS,
    "/beheer/sleutels/nieuw": ADMINISTRATORS,
    "/beheer/sleutels/<int:number>/intrekken": ADMINISTRATORS,
    "/beheer/regels/wijzigen": ADMINISTRATORS,
    "/beheer/plan/overnemen": DATA_OFFICERS,
    "/beheer/versies/vrijgeven": DATA_OFFICERS,
    "/beheer/versies/<version>/terug": DATA_OFFICERS,
}
"""Forms that need a second factor of a few minutes ago; in a demonstration they stay shut."""

FORMS: Mapping[str, Policy] = {
    **PROVEN,
    "/beheer/bewijs": KEEPERS,
    "/beheer/plan": DATA_OFFICERS,
    "/beheer/plan/weg": DATA_OFFICERS,
    "/beheer/regels/opnieuw": ADMINISTRATORS,
    "/kijken-als": INSIDE,  # only there in a demonstration
    "/inloggen": ANYONE,
    "/inloggen/code": ANYONE,
    "/inloggen/instellen": ANYONE,
    "/account/wachtwoord": INSIDE,
    "/account/herstelcodes": INSIDE,
    "/account/tweede-sleutel": INSIDE,
    "/account/kijken-als": INSIDE,
    "/uitloggen": INSIDE,
    "/uitloggen/overal": INSIDE,
}
"""Forms of our own, which carry a token against forgery."""

WHILE_LOOKING_AS = frozenset({"/account/kijken-als", "/uitloggen", "/uitloggen/overal"})
"""All that an administrator who looks as somebody may send."""

UPLOADS: Mapping[str, int] = {"/beheer/plan": 8 * 1024 * 1024}
"""Forms that carry a file, and how large it may be; nothing else may send more than a page of text."""

BY_ITSELF = frozenset({"/versie"})
"""What an open page asks without its reader: it keeps no session alive."""

SCREENS: Mapping[str, Policy] = {
    "/account": INSIDE,
    "/beheer": KEEPERS,
    "/beheer/accounts": ADMINISTRATORS,
    "/beheer/accounts/<int:number>": ADMINISTRATORS,
    "/beheer/sleutels": ADMINISTRATORS,
    "/beheer/regels": ADMINISTRATORS,
    "/beheer/instellingen": ADMINISTRATORS,
    "/beheer/logboek": ADMINISTRATORS,
    "/beheer/versies": DATA_OFFICERS,
    "/beheer/versies/<version>": DATA_OFFICERS,
}
"""Pages of our own that are no pages of Dash; who did not sign in is led to the door."""

TOKEN_ROUTES: Mapping[str, Policy] = {
    "/health": ANYONE,
    "/api/": ANYONE,
    "/api/<path:rest>": ANYONE,
    "/api/v1/openapi.json": ANYONE,
    "/api/v1/version": ANYONE,
    "/api/v1/goals": ANYONE,
    "/api/v1/indicators": ANYONE,
    "/api/v1/partners": ANYONE,
    "/api/v1/observations": ANYONE,
    "/api/v1/other-partners": ANYONE,
}
"""The interface: answers whoever shows a token, or says nothing about figures."""

ROUTES: Mapping[str, Policy] = {
    **FORMS,
    **TOKEN_ROUTES,
    **SCREENS,
    "/beheer/logboek.csv": ADMINISTRATORS,
    "/inloggen/werkaccount": ANYONE,
    "/inloggen/terug": ANYONE,
    "/csv/<question>": FIGURES,
    "/versie": FIGURES,
    "/assets/<path:filename>": ANYONE,  # styles and scripts; no figure is among them
    "/_favicon.ico": ANYONE,
    "/_dash-layout": INSIDE,
    "/_dash-dependencies": INSIDE,
    "/_dash-update-component": INSIDE,
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": INSIDE,
    "/_reload-hash": NO_ONE,
}
