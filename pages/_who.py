"""Who reads this page, in the header, with the way to change that."""

from dash import html

from access.address import View
from access.gate import may_use
from access.reader import door, reader
from components.text import say

_LOOK_AS, _ACCOUNT, _ADMINISTRATION = "/kijken-als", "/account", "/beheer"


def who(language: str) -> html.A | html.Span:
    """A link to the choice of a reader in a demonstration, else to the account; to the administration first.

    These pages are not Dash's: the target keeps assets/navigation.js from following the link itself.
    """
    asking = reader()
    called = asking.name or say(f"door.as_{asking.role}", language)
    if door().demonstration:
        text, place = say("door.looking_as", language, reader=called), _LOOK_AS
    elif asking.viewed_by:
        viewed = asking.partner or called
        text, place = say("door.viewing_as", language, name=asking.viewed_by, reader=viewed), _ACCOUNT
    else:
        text, place = called, _ACCOUNT
    me = html.A(text, href=View(language=language).href(place), target="_self")
    if not may_use(_ADMINISTRATION):
        return me
    keeping = html.A(
        say("administration.title", language),
        href=View(language=language).href(_ADMINISTRATION),
        target="_self",
    )
    return html.Span([keeping, " · ", me])
